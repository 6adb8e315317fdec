/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Savepoint;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;

/**
 * Two patients turn out to be one: everything of ours goes to the survivor. Of two plans with one key the later anchor
 * wins and the other ends as merged; of two consents the stricter holds. Idempotent. By SQL under a savepoint of the
 * caller's transaction: whatever goes wrong here, the clinic's merge and its session go on as if nothing had been tried.
 */
class PatientMerge {

	/** Tables with nothing but a reference to the patient and the patient's uuid to move. */
	private static final String[] PLAIN = {
		"update retention_plan set patient_id = ?, patient_uuid = ?, version = version + 1 where patient_id = ?",
		"update retention_task set patient_id = ?, patient_uuid = ?, ring_until = 0, version = version + 1 where patient_id = ?",
		"update retention_attempt set patient_id = ?, patient_uuid = ? where patient_id = ?",
		"update retention_promise set patient_id = ?, patient_uuid = ?, version = version + 1 where patient_id = ?",
		"update retention_escalation set patient_id = ?, patient_uuid = ?, version = version + 1 where patient_id = ?",
		"update retention_recall_override set patient_id = ?, patient_uuid = ? where patient_id = ?",
		"update retention_booking set patient_id = ?, patient_uuid = ?, version = version + 1 where patient_id = ?",
		"update retention_survey_invitation set patient_id = ?, patient_uuid = ?, version = version + 1 where patient_id = ?",
		"update retention_survey_response set patient_id = ?, patient_uuid = ? where patient_id = ?",
		"update retention_consent set patient_id = ?, patient_uuid = ? where patient_id = ?" };

	private final SessionFactory sessionFactory;

	PatientMerge(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** True when there was anything to move. */
	boolean move(Integer loser, Integer survivor, Cause cause) {
		return !loser.equals(survivor) && undoOnFailure(connection -> new Move(connection, survivor, cause).all(loser));
	}

	/** One plan with its open tasks, whose encounter belongs to another patient now. */
	void movePlan(Integer planId, Integer survivor, Cause cause) {
		undoOnFailure(connection -> new Move(connection, survivor, cause).plan(planId));
	}

	private boolean undoOnFailure(Work work) {
		Session session = sessionFactory.getCurrentSession();
		session.flush();
		return session.doReturningWork(connection -> {
			Savepoint before = connection.setSavepoint();
			try {
				boolean moved = work.on(connection);
				connection.releaseSavepoint(before);
				return moved;
			}
			catch (SQLException | RuntimeException e) {
				connection.rollback(before);
				throw e;
			}
		});
	}

	/** What is done on the connection; true when it changed anything. */
	private interface Work {

		boolean on(Connection connection) throws SQLException;
	}

	/** One move to one survivor. */
	private static final class Move {

		private final MergeSql sql;

		private final Integer survivor;

		private final String survivorUuid;

		private final Cause cause;

		Move(Connection connection, Integer survivor, Cause cause) throws SQLException {
			this.sql = new MergeSql(connection);
			this.survivor = survivor;
			this.survivorUuid = sql.query("select uuid from person where person_id = ?", row -> row.getString(1), survivor)
				.get(0);
			this.cause = cause;
		}

		boolean all(Integer loser) throws SQLException {
			List<Integer> plans = sql.query("select plan_id from retention_plan where patient_id = ?", row -> row.getInt(1),
				loser);
			for (Integer plan : plans) {
				giveWay(plan);
			}
			for (Integer older : olderCycles(loser)) {
				end(older);
			}
			for (Integer task : sql.query("select task_id from retention_task where patient_id = ? and status = ?",
				row -> row.getInt(1), loser, TaskStatus.OPEN.name())) {
				change(task, TaskStatus.OPEN);
			}
			keepTheSurvivorsIntervals(loser);
			ContactMerge contacts = new ContactMerge(sql, survivor, survivorUuid, cause);
			boolean moved = contacts.mergeProfiles(loser);
			contacts.mergeContactPersons(loser);
			contacts.mergeConsents(loser);
			for (String update : PLAIN) {
				moved |= sql.update(update, survivor, survivorUuid, loser) > 0;
			}
			moved |= moveIdeaAnswers(loser);
			moved |= sql.update("update retention_task set person_id = ?, version = version + 1 where person_id = ?",
				survivor,
				loser) > 0;
			moved |= sql.update("update retention_survey_invitation set reached_id = ?, version = version + 1"
				+ " where reached_id = ?", survivor, loser) > 0;
			moved |= sql.update("update retention_task set ring_id = ? where ring_id = ?", survivor, loser) > 0;
			moved |= sql.update("update retention_attempt set ring_id = ? where ring_id = ?", survivor, loser) > 0;
			return moved;
		}

		/** One answer of a person to an idea: where both have answered, the other still counts, and is nobody's. */
		private boolean moveIdeaAnswers(Integer loser) throws SQLException {
			String loserUuid = sql.query("select uuid from person where person_id = ?", row -> row.getString(1), loser)
				.get(0);
			boolean moved = false;
			for (String idea : sql.query(
				"select a.idea_answer_id from retention_idea_answer a join retention_idea_answer own"
					+ " on own.idea_id = a.idea_id where a.patient_uuid = ? and own.patient_uuid = ?",
				row -> row.getString(1),
				loserUuid, survivorUuid)) {
				moved |= sql.update("update retention_idea_answer set patient_uuid = null where idea_answer_id = ?",
					idea) > 0;
			}
			return sql.update("update retention_idea_answer set patient_uuid = ? where patient_uuid = ?", survivorUuid,
				loserUuid) > 0 || moved;
		}

		boolean plan(Integer planId) throws SQLException {
			giveWay(planId);
			sql.update("update retention_plan set patient_id = ?, patient_uuid = ?, version = version + 1 where plan_id = ?",
				survivor, survivorUuid, planId);
			for (Integer task : sql.query("select task_id from retention_task where plan_id = ? and status = ?",
				row -> row.getInt(1), planId, TaskStatus.OPEN.name())) {
				change(task, TaskStatus.OPEN);
			}
			sql.update("update retention_task set patient_id = ?, patient_uuid = ?, ring_until = 0, version = version + 1"
				+ " where plan_id = ?", survivor, survivorUuid, planId);
			sql.update("update retention_task set ring_id = ? where plan_id = ? and person_id is null", survivor, planId);
			return true;
		}

		/** Where the survivor has a plan with the same key, the one with the earlier anchor ends and gives up its key. */
		private void giveWay(Integer planId) throws SQLException {
			List<Integer> earlier = sql.query("select case when moved.anchor_at > own.anchor_at then own.plan_id"
				+ " else moved.plan_id end from retention_plan moved join retention_plan own"
				+ " on own.protocol_id = moved.protocol_id and own.anchor_key = moved.anchor_key"
				+ " where moved.plan_id = ? and own.patient_id = ? and own.plan_id <> moved.plan_id",
				row -> row.getInt(1), planId, survivor);
			for (Integer plan : earlier) {
				end(plan);
			}
		}

		/** What was agreed with the survivor stands. */
		private void keepTheSurvivorsIntervals(Integer loser) throws SQLException {
			for (Integer given : sql.query("select o.recall_override_id from retention_recall_override o"
				+ " join retention_recall_override own on own.protocol_id = o.protocol_id"
				+ " where o.patient_id = ? and own.patient_id = ? and o.voided = ? and own.voided = ?",
				row -> row.getInt(1), loser, survivor, false, false)) {
				sql.update("update retention_recall_override set voided = ?, voided_by = ?, date_voided = ?, void_reason = ?"
					+ " where recall_override_id = ?",
					true, cause.getActor().getUserId(), Timestamp.from(cause.getAt()), cause.getCode(), given);
			}
		}

		/** Of what goes by the newest visit one cycle is open: of two the later stays. */
		private List<Integer> olderCycles(Integer loser) throws SQLException {
			return sql.query("select distinct older.plan_id from retention_plan older join retention_plan newer"
				+ " on newer.protocol_id = older.protocol_id and newer.anchor_at > older.anchor_at"
				+ " join retention_protocol p on p.protocol_id = older.protocol_id"
				+ " where older.patient_id in (?, ?) and newer.patient_id in (?, ?) and older.status = ? and newer.status = ?"
				+ " and p.trigger_type in (?, ?)",
				row -> row.getInt(1), loser, survivor, loser, survivor, PlanStatus.ACTIVE.name(), PlanStatus.ACTIVE.name(),
				TriggerType.RECALL.name(), TriggerType.LAPSE.name());
		}

		private void end(Integer planId) throws SQLException {
			for (Integer task : sql.query("select task_id from retention_task where plan_id = ? and status = ?",
				row -> row.getInt(1), planId, TaskStatus.OPEN.name())) {
				sql.update("update retention_task set status = ?, status_reason = ?, ended_at = ?, claim_user_id = null,"
					+ " claim_until = null, version = version + 1 where task_id = ?",
					TaskStatus.SUPERSEDED.name(), cause.getCode(), cause.getAt().toEpochMilli(), task);
				change(task, TaskStatus.SUPERSEDED);
			}
			sql.update(
				"update retention_plan set status = ?, status_reason = ?, ended_at = ? where plan_id = ? and status = ?",
				PlanStatus.MERGED.name(), cause.getCode(), cause.getAt().toEpochMilli(), planId, PlanStatus.ACTIVE.name());
			String key = sql
				.query("select anchor_key from retention_plan where plan_id = ?", row -> row.getString(1), planId)
				.get(0);
			sql.update("update retention_plan set anchor_key = ?, version = version + 1 where plan_id = ?",
				key + "/merged:" + planId, planId);
		}

		private void change(Integer task, TaskStatus to) throws SQLException {
			sql.update("insert into retention_task_change (uuid, task_id, from_status, to_status, changed_at, actor, reason)"
				+ " values (?, ?, ?, ?, ?, ?, ?)",
				UUID.randomUUID().toString(), task, TaskStatus.OPEN.name(), to.name(), cause.getAt().toEpochMilli(),
				cause.getActor().getUserId(), cause.getCode());
		}
	}
}
