/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskTimes;

/** The tasks of a contact: read under lock, so that of two who record at once neither is lost. */
@RequiredArgsConstructor
class TaskStore {

	/** Holds that a contact put on and that end by themselves. */
	private static final Set<HoldReason> PASSING = EnumSet.of(HoldReason.PROMISE, HoldReason.REST, HoldReason.THINKING,
		HoldReason.BOOKED);

	/** Of a task that asks about what came up. */
	static final String NEED = "need";

	private final SessionFactory sessionFactory;

	private final References references;

	/** In the order asked for, each once; unknown and voided ones are refused. */
	List<FollowUpTask> find(Collection<String> uuids) {
		List<FollowUpTask> tasks = new ArrayList<>();
		for (String uuid : new LinkedHashSet<>(uuids)) {
			FollowUpTask task = references.task(uuid, "tasks");
			tasks.add(Boolean.TRUE.equals(task.getVoided()) ? references.task(null, "tasks") : task);
		}
		return tasks;
	}

	/**
	 * Other tasks that ring the same people, are about the same patients, or ring somebody on the same number: open ones,
	 * and closed ones that were still worth doing then (a contact taken back may have closed them).
	 */
	List<FollowUpTask> others(ContactAttempt attempt) {
		List<FollowUpTask> answered = attempt.getTasks();
		Set<Integer> people = new HashSet<>();
		answered.forEach(t -> people.add(Situation.personToRing(t)));
		attempt.getPatients().forEach(p -> people.add(p.getId()));
		people.remove(null);
		boolean everyoneThere = attempt.getDisposition() == Disposition.DEATH_REPORTED
			|| attempt.getResult() == AttemptResult.WRONG_NUMBER;
		if (everyoneThere && attempt.getPointKey() != null) {
			people.addAll(onNumber(attempt.getPointKey()));
		}
		if (attempt.getDisposition() == Disposition.DEATH_REPORTED) {
			people.addAll(onNumbersOf(attempt.getPatient()));
		}
		if (people.isEmpty()) {
			return Collections.emptyList();
		}
		return session()
			.createQuery("from retention.FollowUpTask t where (t.patient.id in (:people) or t.personToRingId in (:people))"
				+ " and t.voided = false and (t.status = :open or t.expiresAt > :startedAt) order by t.id",
				FollowUpTask.class)
			.setParameterList("people", people).setParameter("open", TaskStatus.OPEN)
			.setParameter("startedAt", attempt.getStartedAt()).getResultList().stream().filter(t -> !answered.contains(t))
			.collect(Collectors.toList());
	}

	/**
	 * As the first thing that a transaction does: what it reads afterwards, their contacts too, is as those left it who had them
	 * before. Read sooner it would be as of then, however long one has waited.
	 */
	void lockFirst(Collection<String> uuids) {
		List<String> known = uuids.stream().filter(Objects::nonNull).collect(Collectors.toList());
		if (!known.isEmpty()) {
			session().createNativeQuery("select task_id from retention_task where uuid in (:uuids) for update")
				.setParameterList("uuids", known).list();
		}
	}

	/** Reads them afresh; nobody else changes them until the transaction ends. Always in the same order: no deadlocks. */
	void lock(Collection<FollowUpTask> tasks) {
		tasks.stream().sorted(Comparator.comparing(FollowUpTask::getId))
			.forEach(t -> session().refresh(t, LockModeType.PESSIMISTIC_WRITE));
	}

	/** Open tasks of the patient. */
	List<FollowUpTask> openOf(String patientUuid) {
		return session()
			.createQuery("from retention.FollowUpTask t where t.patientUuid = :patient and t.status = :open"
				+ " and t.voided = false order by t.id",
				FollowUpTask.class)
			.setParameter("patient", patientUuid).setParameter("open", TaskStatus.OPEN).getResultList();
	}

	/**
	 * Open tasks that wait because of reports, that are about and ring other people, and of whose reports the chart has
	 * confirmed each.
	 */
	List<FollowUpTask> heldForDeathInTheChart(Instant now, int most) {
		return session()
			.createQuery("from retention.FollowUpTask t where t.status = :open and t.wakeAt = :never"
				+ " and t.holdReason = :death and t.expiresAt >= :now and t.voided = false"
				+ " and not exists (select l.id from retention.AttemptTask l where l.task = t and l.attempt.voided = false"
				+ " and l.attempt.disposition = :reported and (l.attempt.patientUuid = t.patientUuid"
				+ " or exists (select p.personId from Patient p where p = l.attempt.patient"
				+ " and (p.dead = false or p.personId = t.ringId)))) order by t.id",
				FollowUpTask.class)
			.setParameter("open", TaskStatus.OPEN).setParameter("never", TaskTimes.UNTIL_RELEASED)
			.setParameter("death", HoldReason.DEATH_REPORTED).setParameter("now", now)
			.setParameter("reported", Disposition.DEATH_REPORTED).setMaxResults(most).getResultList();
	}

	/** Open care of the patient. */
	List<FollowUpTask> openCare(String patientUuid) {
		return session()
			.createQuery("from retention.FollowUpTask t where t.patientUuid = :patient and t.status = :open"
				+ " and t.purpose = :care and t.voided = false order by t.id",
				FollowUpTask.class)
			.setParameter("patient", patientUuid).setParameter("open", TaskStatus.OPEN)
			.setParameter("care", Purpose.CARE).getResultList();
	}

	/** Tasks of these patients, but care, that are worth doing and that nothing holds, or only a contact and not for ever. */
	List<FollowUpTask> toHoldForService(Collection<String> patientUuids, Instant now, int most) {
		if (patientUuids.isEmpty()) {
			return Collections.emptyList();
		}
		return session()
			.createQuery("from retention.FollowUpTask t where t.patientUuid in (:patients) and t.status = :open"
				+ " and t.purpose <> :care and t.voided = false and t.expiresAt >= :now"
				+ " and (t.holdReason is null or t.holdReason in (:passing)) order by t.id",
				FollowUpTask.class)
			.setParameterList("patients", patientUuids).setParameter("open", TaskStatus.OPEN)
			.setParameter("care", Purpose.CARE).setParameter("now", now).setParameterList("passing", PASSING)
			.setMaxResults(most).getResultList();
	}

	/** All open tasks that wait for the end of a service escalation. */
	List<FollowUpTask> heldForService() {
		return session()
			.createQuery("from retention.FollowUpTask t where t.status = :open and t.wakeAt = :never"
				+ " and t.holdReason = :service and t.voided = false order by t.id",
				FollowUpTask.class)
			.setParameter("open", TaskStatus.OPEN).setParameter("never", TaskTimes.UNTIL_RELEASED)
			.setParameter("service", HoldReason.SERVICE_ESCALATION).getResultList();
	}

	/** Open tasks of the patient that wait for the end of a service escalation. */
	List<FollowUpTask> heldForService(String patientUuid) {
		return session()
			.createQuery("from retention.FollowUpTask t where t.patientUuid = :patient and t.status = :open"
				+ " and t.holdReason = :service and t.voided = false order by t.id",
				FollowUpTask.class)
			.setParameter("patient", patientUuid).setParameter("open", TaskStatus.OPEN)
			.setParameter("service", HoldReason.SERVICE_ESCALATION).getResultList();
	}

	/** Open tasks that wait for a number and are still worth doing, in the order in which they expire, from there on. */
	List<FollowUpTask> heldForNumber(Instant now, Place after, int most) {
		return session()
			.createQuery("from retention.FollowUpTask t where t.status = :open and t.wakeAt = :never"
				+ " and t.holdReason = :number and t.expiresAt >= :now and t.expiresAt >= :at"
				+ " and (t.expiresAt > :at or t.id > :id) and t.voided = false order by t.expiresAt, t.id",
				FollowUpTask.class)
			.setParameter("open", TaskStatus.OPEN).setParameter("never", TaskTimes.UNTIL_RELEASED)
			.setParameter("number", HoldReason.NO_NUMBER).setParameter("now", now).setParameter("at", after.getExpiresAt())
			.setParameter("id", after.getTaskId()).setMaxResults(most).getResultList();
	}

	/** What a contact made is found by. */
	static String key(Integer attemptId, String what) {
		return "attempt:" + attemptId + ":" + what;
	}

	/** The patient is to be asked about this need already. */
	boolean hasOpenNeed(String patientUuid, String need) {
		return session()
			.createQuery("select a.id from retention.ContactAttempt a where a.patientUuid = :patient"
				+ " and lower(a.need) = :need and a.voided = false",
				Integer.class)
			.setParameter("patient", patientUuid).setParameter("need", need.toLowerCase(Locale.ROOT)).list().stream()
			.map(id -> byKey(key(id, NEED))).anyMatch(task -> task != null && task.isOpen());
	}

	/** Null: there is none. */
	FollowUpTask byKey(String taskKey) {
		List<FollowUpTask> found = session()
			.createQuery("from retention.FollowUpTask t where t.taskKey = :key", FollowUpTask.class)
			.setParameter("key", taskKey).getResultList();
		return found.isEmpty() ? null : found.get(0);
	}

	/**
	 * Whether the task's patient has a soft contact about its topic, done or not, since the plan began; where no protocol is
	 * the topic, an open one.
	 */
	boolean hasLead(FollowUpTask task) {
		String topic = task.getProtocol() == null ? "t.protocol is null and t.status = :open" : "t.protocol = :protocol"
			+ " and t.plannedFrom >= :since and (t.status <> :cancelled or t.statusReason <> 'attempt-voided')";
		Query<Long> query = session()
			.createQuery("select count(t) from retention.FollowUpTask t where t.patientUuid = :patient"
				+ " and t.source = :lead and t.voided = false and " + topic,
				Long.class)
			.setParameter("patient", task.getPatientUuid()).setParameter("lead", TaskSource.LEAD);
		if (task.getProtocol() == null) {
			query.setParameter("open", TaskStatus.OPEN);
		} else {
			query.setParameter("protocol", task.getProtocol()).setParameter("cancelled", TaskStatus.CANCELLED)
				.setParameter("since", task.getPlan() == null ? Instant.EPOCH : task.getPlan().getAnchorAt());
		}
		return query.getSingleResult() > 0;
	}

	boolean hasOpenSteps(FollowUpPlan plan) {
		return session()
			.createQuery("select count(t) from retention.FollowUpTask t where t.plan = :plan and t.status = :open"
				+ " and t.voided = false",
				Long.class)
			.setParameter("plan", plan).setParameter("open", TaskStatus.OPEN).getSingleResult() > 0;
	}

	void save(FollowUpTask task) {
		session().saveOrUpdate(task);
	}

	/** The household of a patient: whoever is reached at one of the patient's numbers. */
	private List<Integer> onNumbersOf(Patient patient) {
		return patient == null ? Collections.emptyList()
			: session().createQuery("select o.personId from retention.ContactPointOwner o where o.contactPoint.id in"
				+ " (select h.contactPoint.id from retention.ContactPointOwner h where h.personId = :person)",
				Integer.class).setParameter("person", patient.getPersonId()).getResultList();
	}

	private List<Integer> onNumber(String pointKey) {
		return session().createQuery(
			"select o.personId from retention.ContactPointOwner o where o.contactPoint.pointKey = :key", Integer.class)
			.setParameter("key", pointKey).getResultList().stream().filter(Objects::nonNull).collect(Collectors.toList());
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}

	/** How far tasks have been looked at, in the order in which they expire. */
	@Value
	static class Place {

		static final Place BEGINNING = new Place(Instant.EPOCH, 0);

		Instant expiresAt;

		Integer taskId;
	}
}
