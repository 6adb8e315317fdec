/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Ideas of patients at every stage, with what others have said to them. */
final class ClinicIdeas {

	private final Sql sql;

	private final SplittableRandom random;

	private final RandomKeys keys;

	private final Instant now;

	private final Long nurse;

	private final Long manager;

	/** @param now nothing happens after it */
	ClinicIdeas(Sql sql, SplittableRandom random, Instant now) throws SQLException {
		this.sql = sql;
		this.random = random;
		this.keys = new RandomKeys(random);
		this.now = now;
		this.nurse = DemoStaff.idOf(sql, "nurse1");
		this.manager = DemoStaff.idOf(sql, "manager1");
	}

	void write() throws SQLException {
		idea("Should there be a stand for bicycles at the door?", "ADOPTED", 75, "The stand is ordered", 14, 2, 4);
		idea("Would you like a message when the clinic runs late?", "ASKING", 30, null, 17, 1, 2);
		idea("Would you come for an appointment on a Saturday morning?", "ASKING", 20, null, 5, 4, 2);
		idea("Would you read about your treatment before you come?", "DROPPED", 60, "Hardly anybody would", 3, 11, 6);
		idea("Would you use a corner with toys for children?", "NOTED", 3, null, 0, 0, 0);
	}

	private void idea(String question, String status, int daysAgo, String reason, int... opinions) throws SQLException {
		Instant noted = now.minus(daysAgo, ChronoUnit.DAYS);
		String uuid = keys.uuid();
		int steps = status.equals("NOTED") ? 0 : status.equals("ASKING") ? 1 : 2;
		sql.run("INSERT INTO retention_idea (uuid, question, wanted, status, creator, noted_at, version)"
			+ " VALUES (?, ?, 20, ?, ?, ?, ?)",
			uuid, question, status, nurse, noted.toEpochMilli(), steps);
		Long id = sql.number("SELECT idea_id FROM retention_idea WHERE uuid = ?", uuid);
		Instant asked = noted.plus(1, ChronoUnit.DAYS);
		if (steps > 0) {
			change(id, "NOTED", "ASKING", asked, null);
		}
		if (steps > 1) {
			change(id, "ASKING", status, now.minus(daysAgo / 4, ChronoUnit.DAYS), reason);
		}
		List<String> kinds = List.of("AGREE", "DISAGREE", "INDIFFERENT");
		for (int kind = 0; kind < opinions.length; kind++) {
			for (int i = 0; i < opinions[kind]; i++) {
				sql.run("INSERT INTO retention_idea_answer (idea_answer_id, idea_id, opinion, creator, answered_at)"
					+ " VALUES (?, ?, ?, ?, ?)",
					keys.uuid(), id, kinds.get(kind), nurse,
					asked.plus(random.nextInt(1, daysAgo * 12), ChronoUnit.HOURS).toEpochMilli());
			}
		}
	}

	private void change(Long idea, String from, String to, Instant at, String reason) throws SQLException {
		sql.run("INSERT INTO retention_idea_change (idea_id, from_status, to_status, actor, changed_at, reason)"
			+ " VALUES (?, ?, ?, ?, ?, ?)",
			idea, from, to, manager, at.toEpochMilli(), reason);
	}
}
