/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.Ringing;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.ListClass;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskTimes;
import org.openmrs.module.retention.shared.DefinitionJson;

/**
 * Writes new plans with their tasks and the first line of each task's history, by JDBC batch in the caller's transaction:
 * identity keys would make Hibernate insert row by row. A plan whose key is taken is left to whoever took it.
 */
class PlanWriter {

	private static final String PLAN = "insert into retention_plan (uuid, creator, date_created, voided, protocol_id,"
		+ " protocol_version, patient_id, patient_uuid, anchor_key, encounter_id, encounter_uuid, anchor_at, anchor_date,"
		+ " counted_from, zone, location_id, status, context, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

	private static final String TASK = "insert into retention_task (uuid, creator, date_created, voided, plan_id, protocol_id,"
		+ " protocol_version, step_key, occurrence, source, purpose, channel, list_class, priority, list_order, critical,"
		+ " patient_id, ring_id, patient_uuid, location_id, zone, due_date, planned_from, planned_by, planned_expires_at,"
		+ " due_from, due_by, expires_at, wake_at, hold_until, hold_reason, tries_used, tries_max, busy_signals,"
		+ " assignment, assignment_until, assigned_by_hand, status, status_reason, ended_at, target_seconds, version)"
		+ " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0, ?,"
		+ " ?, ?, ?, ?, ?, ?, 0)";

	private static final String CHANGE = "insert into retention_task_change (uuid, task_id, from_status, to_status, changed_at,"
		+ " actor, reason) values (?, ?, null, ?, ?, ?, ?)";

	private final SessionFactory sessionFactory;

	private final Ringing ringing;

	PlanWriter(SessionFactory sessionFactory, Ringing ringing) {
		this.sessionFactory = sessionFactory;
		this.ringing = ringing;
	}

	/** Ids of the plans written, by draft; a draft that is missing was made by somebody else meanwhile. */
	Map<PlanDraft, Integer> write(List<PlanDraft> drafts, Instant now, Integer actor) {
		if (drafts.isEmpty()) {
			return Collections.emptyMap();
		}
		Session session = sessionFactory.getCurrentSession();
		session.flush();
		Map<PlanDraft, Integer> written = session
			.doReturningWork(connection -> new Batch(connection, now, actor).write(drafts));
		ringing.plans(written.values(),
			written.keySet().stream().map(draft -> draft.getAnchor().getPatientId()).collect(Collectors.toSet()), now,
			actor);
		return written;
	}

	/** One batch on one connection. */
	private static final class Batch {

		private final Connection connection;

		private final Instant now;

		private final Timestamp created;

		private final Integer actor;

		Batch(Connection connection, Instant now, Integer actor) {
			this.connection = connection;
			this.now = now;
			this.created = Timestamp.from(now.truncatedTo(ChronoUnit.SECONDS));
			this.actor = actor;
		}

		Map<PlanDraft, Integer> write(List<PlanDraft> drafts) throws SQLException {
			Map<String, PlanDraft> byUuid = new HashMap<>();
			if (!insertPlans(drafts, byUuid)) {
				for (PlanDraft draft : drafts) {
					insertPlans(Collections.singletonList(draft), byUuid);
				}
			}
			Map<PlanDraft, Integer> written = planIds(byUuid);
			insertTasks(written);
			return written;
		}

		/** False when one of the keys is taken; then none of them is written. */
		private boolean insertPlans(List<PlanDraft> drafts, Map<String, PlanDraft> byUuid) throws SQLException {
			Map<String, PlanDraft> inserted = new HashMap<>();
			Savepoint before = connection.setSavepoint();
			try (PreparedStatement insert = connection.prepareStatement(PLAN)) {
				for (PlanDraft draft : drafts) {
					String uuid = UUID.randomUUID().toString();
					inserted.put(uuid, draft);
					plan(insert, uuid, draft);
					insert.addBatch();
				}
				insert.executeBatch();
			}
			catch (BatchUpdateException | SQLIntegrityConstraintViolationException e) {
				connection.rollback(before);
				if (!isKeyTaken(e)) {
					throw e;
				}
				return false;
			}
			connection.releaseSavepoint(before);
			byUuid.putAll(inserted);
			return true;
		}

		private void plan(PreparedStatement row, String uuid, PlanDraft draft) throws SQLException {
			int i = audit(row, uuid);
			row.setInt(i++, draft.getRule().getProtocolId());
			row.setInt(i++, draft.getRule().getVersion());
			row.setInt(i++, draft.getAnchor().getPatientId());
			row.setString(i++, draft.getAnchor().getPatientUuid());
			row.setString(i++, draft.getAnchor().getKey());
			row.setObject(i++, draft.getAnchor().getEncounterId(), Types.INTEGER);
			row.setString(i++, draft.getAnchor().getEncounterUuid());
			row.setLong(i++, draft.getAnchor().getAt().toEpochMilli());
			row.setDate(i++, Date.valueOf(draft.getAnchor().getDay()));
			row.setDate(i++, Date.valueOf(draft.getAnchor().getCountedFrom()));
			row.setString(i++, draft.getAnchor().getSite().getZone().getId());
			row.setObject(i++, draft.getAnchor().getLocationId(), Types.INTEGER);
			row.setString(i++, draft.getStatus().name());
			row.setString(i, draft.getContext());
		}

		private Map<PlanDraft, Integer> planIds(Map<String, PlanDraft> byUuid) throws SQLException {
			Map<PlanDraft, Integer> written = new HashMap<>();
			ids("select plan_id, uuid from retention_plan where uuid in (", new ArrayList<>(byUuid.keySet()))
				.forEach((uuid, id) -> written.put(byUuid.get(uuid), id));
			return written;
		}

		private void insertTasks(Map<PlanDraft, Integer> written) throws SQLException {
			Map<String, TaskStatus> statuses = new HashMap<>();
			Map<String, String> reasons = new HashMap<>();
			try (PreparedStatement insert = connection.prepareStatement(TASK)) {
				for (Map.Entry<PlanDraft, Integer> plan : written.entrySet()) {
					for (PlannedStep step : plan.getKey().getSteps()) {
						String uuid = UUID.randomUUID().toString();
						statuses.put(uuid, plan.getKey().statusOf(step));
						reasons.put(uuid, plan.getKey().reasonOf(step));
						task(insert, uuid, plan.getValue(), plan.getKey(), step);
						insert.addBatch();
					}
				}
				insert.executeBatch();
			}
			Map<String, Integer> taskIds = ids("select task_id, uuid from retention_task where uuid in (",
				new ArrayList<>(statuses.keySet()));
			try (PreparedStatement insert = connection.prepareStatement(CHANGE)) {
				for (Map.Entry<String, Integer> task : taskIds.entrySet()) {
					String reason = reasons.get(task.getKey());
					insert.setString(1, UUID.randomUUID().toString());
					insert.setInt(2, task.getValue());
					insert.setString(3, statuses.get(task.getKey()).name());
					insert.setLong(4, now.toEpochMilli());
					insert.setObject(5, actor, Types.INTEGER);
					insert.setString(6, reason == null ? Reasons.PLANNED : reason);
					insert.addBatch();
				}
				insert.executeBatch();
			}
		}

		private void task(PreparedStatement row, String uuid, Integer planId, PlanDraft draft, PlannedStep planned)
			throws SQLException {
			StepDefinition step = planned.getStep();
			TaskStatus status = draft.statusOf(planned);
			int i = audit(row, uuid);
			row.setInt(i++, planId);
			row.setInt(i++, draft.getRule().getProtocolId());
			row.setInt(i++, draft.getRule().getVersion());
			row.setString(i++, step.getKey());
			row.setInt(i++, planned.getOccurrence());
			row.setString(i++, TaskSource.STEP.name());
			row.setString(i++, step.getPurpose().name());
			row.setString(i++, step.getChannel().name());
			row.setInt(i++, ListClass.of(TaskSource.STEP, step.getPurpose(), step.isCritical()).ordinal());
			row.setInt(i++, draft.getRule().getDefinition().getPriority());
			row.setInt(i++, FollowUpTask.listOrder(draft.getRule().getDefinition().getPriority()));
			row.setBoolean(i++, step.isCritical());
			row.setInt(i++, draft.getAnchor().getPatientId());
			row.setInt(i++, draft.getAnchor().getPatientId());
			row.setString(i++, draft.getAnchor().getPatientUuid());
			row.setObject(i++, draft.getAnchor().getLocationId(), Types.INTEGER);
			row.setString(i++, draft.getAnchor().getSite().getZone().getId());
			i = times(row, i, draft, planned);
			row.setInt(i++, step.getTries());
			row.setString(i++, step.getAssignment().isEmpty() ? null : DefinitionJson.write(step.getAssignment()));
			row.setLong(i++, planned.getFrom().toEpochMilli());
			row.setBoolean(i++, false);
			row.setString(i++, status.name());
			row.setString(i++, draft.reasonOf(planned));
			row.setObject(i++, status == TaskStatus.OPEN ? null : now.toEpochMilli(), Types.BIGINT);
			row.setInt(i, (int) step.targetDuration().getSeconds());
		}

		private static int times(PreparedStatement row, int first, PlanDraft draft, PlannedStep planned)
			throws SQLException {
			int i = first;
			Instant hold = draft.isFlooded() ? TaskTimes.UNTIL_RELEASED : draft.verifiedBy();
			boolean held = planned.isKept() && hold != null;
			Instant wake = held && hold.isAfter(planned.getFrom()) ? hold : planned.getFrom();
			row.setDate(i++, Date.valueOf(planned.getDay()));
			for (int window = 0; window < 2; window++) {
				row.setLong(i++, planned.getFrom().toEpochMilli());
				row.setLong(i++, planned.getBy().toEpochMilli());
				row.setLong(i++, planned.getExpiresAt().toEpochMilli());
			}
			row.setLong(i++, wake.toEpochMilli());
			row.setObject(i++, held ? hold.toEpochMilli() : null, Types.BIGINT);
			row.setString(i++, held ? (draft.isFlooded() ? HoldReason.FLOOD : HoldReason.VERIFY).name() : null);
			return i;
		}

		private int audit(PreparedStatement row, String uuid) throws SQLException {
			row.setString(1, uuid);
			row.setInt(2, actor);
			row.setTimestamp(3, created);
			row.setBoolean(4, false);
			return 5;
		}

		private Map<String, Integer> ids(String select, List<String> uuids) throws SQLException {
			Map<String, Integer> ids = new HashMap<>();
			if (uuids.isEmpty()) {
				return ids;
			}
			String places = String.join(", ", Collections.nCopies(uuids.size(), "?"));
			try (PreparedStatement query = connection.prepareStatement(select + places + ")")) {
				for (int i = 0; i < uuids.size(); i++) {
					query.setString(i + 1, uuids.get(i));
				}
				try (ResultSet rows = query.executeQuery()) {
					while (rows.next()) {
						ids.put(rows.getString(2), rows.getInt(1));
					}
				}
			}
			return ids;
		}

		/** SQL state class 23: a constraint; drivers wrap it differently in a batch. */
		private static boolean isKeyTaken(SQLException e) {
			for (Throwable cause = e; cause != null; cause = cause.getCause()) {
				if (cause instanceof SQLException && ((SQLException) cause).getSQLState() != null
					&& ((SQLException) cause).getSQLState().startsWith("23")) {
					return true;
				}
			}
			return e.getNextException() != null && isKeyTaken(e.getNextException());
		}
	}
}
