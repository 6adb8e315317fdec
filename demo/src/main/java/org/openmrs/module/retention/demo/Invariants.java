/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What must be true of the module's tables whatever happened to the servers: nothing lost, nothing twice, nothing nobody's. */
final class Invariants {

	/** What it is called, and a query that counts what breaks it; {@code ?} is now. */
	private static final Map<String, String> BROKEN_BY = new LinkedHashMap<>();

	static {
		BROKEN_BY.put("a plan is there once",
			"SELECT COUNT(*) FROM (SELECT 1 FROM retention_plan GROUP BY protocol_id, patient_id, anchor_key"
				+ " HAVING COUNT(*) > 1) twice WHERE ? > 0");
		BROKEN_BY.put("a task of a step is there once",
			"SELECT COUNT(*) FROM (SELECT 1 FROM retention_task WHERE plan_id IS NOT NULL"
				+ " GROUP BY plan_id, step_key, occurrence HAVING COUNT(*) > 1) twice WHERE ? > 0");
		BROKEN_BY.put("every plan has its tasks",
			"SELECT COUNT(*) FROM retention_plan p WHERE ? > 0 AND NOT EXISTS (SELECT 1 FROM retention_task t"
				+ " WHERE t.plan_id = p.plan_id)");
		BROKEN_BY.put("every task has its history",
			"SELECT COUNT(*) FROM retention_task t WHERE ? > 0 AND NOT EXISTS (SELECT 1 FROM retention_task_change c"
				+ " WHERE c.task_id = t.task_id)");
		BROKEN_BY.put("a task stands where its history ends",
			"SELECT COUNT(*) FROM retention_task t JOIN retention_task_change c ON c.task_change_id = (SELECT"
				+ " MAX(l.task_change_id) FROM retention_task_change l WHERE l.task_id = t.task_id)"
				+ " WHERE ? > 0 AND c.to_status <> t.status");
		BROKEN_BY.put("each change of a task begins where the one before ended",
			"SELECT COUNT(*) FROM (SELECT from_status, LAG(to_status) OVER (PARTITION BY task_id ORDER BY task_change_id)"
				+ " AS before_it FROM retention_task_change) c WHERE ? > 0 AND before_it IS NOT NULL"
				+ " AND from_status <> before_it");
		BROKEN_BY.put("every contact has the tasks it answered",
			"SELECT COUNT(*) FROM retention_attempt a WHERE ? > 0 AND NOT EXISTS (SELECT 1 FROM retention_attempt_task l"
				+ " WHERE l.attempt_id = a.attempt_id)");
		BROKEN_BY.put("every conversation is in the chart",
			"SELECT COUNT(*) FROM retention_attempt a WHERE ? > 0 AND a.result = 'SPOKE' AND a.voided = false"
				+ " AND (a.encounter_id IS NULL OR NOT EXISTS (SELECT 1 FROM encounter e"
				+ " WHERE e.encounter_id = a.encounter_id AND e.voided = false))"
				+ " AND NOT EXISTS (SELECT 1 FROM patient p WHERE p.patient_id = a.patient_id AND p.voided = true)");
		BROKEN_BY.put("a conversation is in the chart of its patient",
			"SELECT COUNT(*) FROM retention_attempt a JOIN encounter e ON e.encounter_id = a.encounter_id"
				+ " WHERE ? > 0 AND e.patient_id <> a.patient_id");
		BROKEN_BY.put("nothing is in the chart that was no conversation",
			"SELECT COUNT(*) FROM encounter e JOIN encounter_type y ON y.encounter_type_id = e.encounter_type"
				+ " AND y.name = 'Retention contact' WHERE ? > 0 AND NOT EXISTS (SELECT 1 FROM retention_attempt a"
				+ " WHERE a.encounter_id = e.encounter_id)");
		BROKEN_BY.put("a completed task was completed by a contact",
			"SELECT COUNT(*) FROM retention_task t WHERE ? > 0 AND t.status = 'COMPLETED' AND NOT EXISTS (SELECT 1"
				+ " FROM retention_attempt_task l WHERE l.task_id = t.task_id)");
		BROKEN_BY.put("a task counts the tries that were made",
			"SELECT COUNT(*) FROM (SELECT t.tries_used, (SELECT COUNT(*) FROM retention_attempt_task l JOIN retention_attempt a"
				+ " ON a.attempt_id = l.attempt_id AND a.voided = false AND a.result IN ('SPOKE', 'NO_ANSWER', 'VOICEMAIL')"
				+ " WHERE l.role = 'ANSWERED' AND l.task_id = t.task_id) AS made FROM retention_task t) c WHERE ? > 0 AND tries_used <> made");
		BROKEN_BY.put("what is due belongs to somebody",
			"SELECT COUNT(*) FROM retention_task WHERE status = 'OPEN' AND wake_at <= ? AND expires_at > UNIX_TIMESTAMP() * 1000"
				+ " AND assignee_user_id IS NULL AND assignee_role IS NULL");
		BROKEN_BY.put("nothing open belongs to somebody who cannot log in",
			"SELECT COUNT(*) FROM retention_task t JOIN users u ON u.user_id = t.assignee_user_id WHERE ? > 0"
				+ " AND t.status = 'OPEN' AND u.retired = true");
		BROKEN_BY.put("every live escalation belongs to somebody who can log in",
			"SELECT COUNT(*) FROM retention_escalation e LEFT JOIN users u ON u.user_id = e.owner_user_id WHERE ? > 0"
				+ " AND e.voided = false AND e.status IN ('OPEN', 'ACKNOWLEDGED')"
				+ " AND (u.retired = true OR e.owner_user_id IS NULL AND e.owner_role IS NULL)");
		BROKEN_BY.put("every open promise belongs to somebody who can log in",
			"SELECT COUNT(*) FROM retention_promise p LEFT JOIN users u ON u.user_id = p.owner_user_id WHERE ? > 0"
				+ " AND p.voided = false AND p.status = 'OPEN'"
				+ " AND (u.retired = true OR p.owner_user_id IS NULL AND p.owner_role IS NULL AND p.task_id IS NULL)");
	}

	static {
		BROKEN_BY.put("nothing open is about a patient who is gone",
			"SELECT COUNT(*) FROM retention_task t JOIN patient p ON p.patient_id = t.patient_id AND p.voided = true"
				+ " WHERE ? > 0 AND t.status = 'OPEN'");
		BROKEN_BY.put("nothing under way hangs on an encounter that was voided",
			"SELECT COUNT(*) FROM retention_plan p JOIN encounter e ON e.encounter_id = p.encounter_id AND e.voided = true"
				+ " WHERE ? > 0 AND p.status = 'ACTIVE'");
		BROKEN_BY.put("nothing of a merged patient is left behind",
			"SELECT COUNT(*) FROM person_merge_log m JOIN retention_plan p ON p.patient_id = m.loser_person_id WHERE ? > 0"
				+ " AND p.status = 'ACTIVE'");
		BROKEN_BY.put("a task is about its plan's patient",
			"SELECT COUNT(*) FROM retention_task t JOIN retention_plan p ON p.plan_id = t.plan_id WHERE ? > 0"
				+ " AND t.patient_id <> p.patient_id");
		BROKEN_BY.put("a number of which somebody said that it is wrong is marked so",
			"SELECT COUNT(*) FROM retention_attempt a JOIN retention_contact_point c ON c.point_key = a.point_key"
				+ " WHERE ? > 0 AND a.result = 'WRONG_NUMBER' AND a.voided = false AND c.state <> 'WRONG'");
		BROKEN_BY.put("what is over has ended",
			"SELECT COUNT(*) FROM retention_plan p WHERE ? > 0 AND p.status <> 'ACTIVE' AND EXISTS (SELECT 1"
				+ " FROM retention_task t WHERE t.plan_id = p.plan_id AND t.status = 'OPEN')");
	}

	private Invariants() {
	}

	/** Prints each with what breaks it. @return how many are broken */
	static int check(Sql sql, PrintStream out) throws SQLException {
		int broken = 0;
		for (Map.Entry<String, String> one : BROKEN_BY.entrySet()) {
			long rows = sql.number(one.getValue(), System.currentTimeMillis());
			out.printf("  %s %s%s%n", rows == 0 ? "OK" : "BROKEN", one.getKey(), rows == 0 ? "" : ": " + rows);
			broken += rows == 0 ? 0 : 1;
		}
		return broken;
	}
}
