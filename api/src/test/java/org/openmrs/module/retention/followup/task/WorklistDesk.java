/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.SessionFactory;
import org.hibernate.type.StringType;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.contact.ChartNumbers;
import org.openmrs.module.retention.contact.ContactCircles;
import org.openmrs.module.retention.contact.ContactDetails;
import org.openmrs.module.retention.contact.ContactProfiles;
import org.openmrs.module.retention.contact.NumbersToConfirm;
import org.openmrs.module.retention.contact.Reachability;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.context.ApplicationContext;

/** A clinic's desk at a fixed moment: the work list on the context's beans, with a clock of its own. */
public final class WorklistDesk {

	/** A Tuesday, ten o'clock in Oslo. */
	public static final Instant TEN = Instant.parse("2026-03-10T09:00:00Z");

	public final Clinic clinic;

	private final ApplicationContext context;

	private final SessionFactory sessionFactory;

	public WorklistDesk(ApplicationContext context, SessionFactory sessionFactory) {
		this.context = context;
		this.sessionFactory = sessionFactory;
		this.clinic = new Clinic(sessionFactory);
		clinic.setting(RetentionSettings.TIMEZONE, "Europe/Oslo");
		clinic.setting(RetentionSettings.CALLING_HOURS, "08:00-20:00");
		clinic.setting(RetentionSettings.REST_DAYS, "3");
		clinic.setting(RetentionSettings.CLAIM_MINUTES, "20");
	}

	public WorklistServiceImpl at(Instant now) {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		RetentionSettings settings = bean("retention.settings", RetentionSettings.class);
		WorklistDao dao = bean("retention.worklistDao", WorklistDao.class);
		Reachability reachability = bean("retention.reachability", Reachability.class);
		ContactDetails details = bean("retention.contactDetails", ContactDetails.class);
		TaskTexts texts = bean("retention.taskTexts", TaskTexts.class);
		TaskQueries queries = new TaskQueries(bean("retention.taskDao", TaskDao.class), settings, clock);
		return new WorklistServiceImpl(dao, new WorklistFilters(dao, queries, reachability, settings),
			new WorklistRows(dao, reachability, details,
				bean("retention.numbersToConfirm", NumbersToConfirm.class), texts),
			new CallScripts(dao, texts, bean("retention.contactProfiles", ContactProfiles.class),
				bean("retention.contactCircles", ContactCircles.class), details, settings,
				bean("retention.interviews", TaskInterviews.class)),
			bean("retention.sites", Sites.class),
			new Lease(settings, clock), bean("retention.chartNumbers", ChartNumbers.class));
	}

	/** Tasks of the list of tasks that may be called then. */
	public List<FollowUpTask> callable(Instant now) {
		sessionFactory.getCurrentSession().flush();
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		RetentionSettings settings = bean("retention.settings", RetentionSettings.class);
		TaskDao dao = bean("retention.taskDao", TaskDao.class);
		return new FollowUpTaskServiceImpl(dao, new TaskQueries(dao, settings, clock),
			bean("retention.worklistFilters", WorklistFilters.class), bean("retention.sites", Sites.class), null, null,
			null, new Lease(settings, clock)).findTasks(TaskSearch.builder().callable("now").build(), new Page(0, 100));
	}

	/** Gives everything to those who can work then. */
	public void resolveAssignees(Instant now) {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		TaskDao dao = bean("retention.taskDao", TaskDao.class);
		AssignmentRun run = new AssignmentRun(bean("retention.staffDao", StaffDao.class), dao,
			new TaskQueries(dao, bean("retention.settings", RetentionSettings.class), clock),
			bean("retention.sites", Sites.class), clock);
		sessionFactory.getCurrentSession().flush();
		for (int i = 0; i < 10 && run.batch(Context.getAuthenticatedUser()) > 0; i++) {
			sessionFactory.getCurrentSession().flush();
		}
	}

	Worklist list(Instant now, UnaryOperator<WorklistSearch.WorklistSearchBuilder> filter) {
		sessionFactory.getCurrentSession().flush();
		return at(now).getWorklist(filter.apply(WorklistSearch.builder()).build(), new Page(0, 100));
	}

	/** All that is on the list then. */
	public Worklist list(Instant now) {
		return list(now, search -> search);
	}

	/** How many rows the whole list has then. */
	long rows(Instant now, UnaryOperator<WorklistSearch.WorklistSearchBuilder> filter) {
		sessionFactory.getCurrentSession().flush();
		return at(now).countRows(filter.apply(WorklistSearch.builder()).build());
	}

	long rows() {
		return rows(TEN, search -> search);
	}

	Worklist list() {
		return list(TEN, search -> search);
	}

	public FollowUpTask task(Patient patient, UnaryOperator<TaskDraft.TaskDraftBuilder> details) {
		TaskDraft.TaskDraftBuilder draft = TaskFixture.aTask().patient(patient).targetSeconds(60)
			.from(TEN.minusSeconds(3600)).by(TEN.plusSeconds(7200)).expiresAt(TEN.plusSeconds(90_000));
		return clinic.save(FollowUpTask.open(details.apply(draft).build(), cause()));
	}

	/** Somebody spoke with the patient, over this contact point if it is not null. */
	public void conversation(Patient patient, Instant at, String pointKey) {
		contact(patient, at, pointKey, "SPOKE");
	}

	/** Rung at that number, and nobody answered. */
	public void unanswered(Patient patient, Instant at, String pointKey) {
		contact(patient, at, pointKey, "NO_ANSWER");
	}

	/** An hour before ten somebody was told that they are rung for the task then. */
	void promise(FollowUpTask task, Instant from, Instant by) {
		task.promise(from, by, by, cause());
		contact(task.getPatient(), TEN.minusSeconds(3600), null, "SPOKE");
		sessionFactory.getCurrentSession().flush();
		sessionFactory.getCurrentSession()
			.createNativeQuery(
				"insert into retention_promise (uuid, creator, date_created, voided, patient_id, patient_uuid,"
					+ " attempt_id, task_id, promised, due_from, due_by, status, version) select :uuid, 1, current_timestamp,"
					+ " false, a.patient_id, a.patient_uuid, a.attempt_id, :task, 'To ring', :from, :by, 'OPEN', 0"
					+ " from retention_attempt a where a.attempt_id = (select max(attempt_id) from retention_attempt)")
			.setParameter("uuid", UUID.randomUUID().toString()).setParameter("task", task.getId())
			.setParameter("from", from.toEpochMilli()).setParameter("by", by.toEpochMilli()).executeUpdate();
	}

	private void contact(Patient patient, Instant at, String pointKey, String result) {
		sessionFactory.getCurrentSession()
			.createNativeQuery(
				"insert into retention_attempt (uuid, creator, date_created, voided, patient_id, patient_uuid,"
					+ " ring_id, direction, channel, result, conversation, started_at, point_key, told_next) values (:uuid, 1,"
					+ " current_timestamp, false, :patient, :patientUuid, :patient, 'OUTBOUND', 'PHONE', :result, :spoke, :at,"
					+ " :point, 'The dentist rings')")
			.setParameter("result", result).setParameter("spoke", "SPOKE".equals(result))
			.setParameter("uuid", UUID.randomUUID().toString()).setParameter("patient", patient.getPatientId())
			.setParameter("patientUuid", patient.getUuid()).setParameter("at", at.toEpochMilli())
			.setParameter("point", pointKey, StringType.INSTANCE).executeUpdate();
	}

	static Cause cause() {
		User user = Context.getAuthenticatedUser();
		return Cause.of(user, TEN.minusSeconds(7200), "test");
	}

	private <T> T bean(String name, Class<T> type) {
		return context.getBean(name, type);
	}
}
