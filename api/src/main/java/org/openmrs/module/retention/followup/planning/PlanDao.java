/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.JoinType;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;

/** Reads plans and their tasks, and keeps changes that verbs made; new ones are written by {@link PlanWriter}. */
class PlanDao {

	private static final String STATES = "select p.id, p.protocol.id, p.protocolVersion, p.patient.personId, p.anchorKey,"
		+ " p.encounterId, p.encounterUuid, p.anchorAt, p.anchorDate, p.zone, p.location.locationId, p.status,"
		+ " p.statusReason, p.fulfilledBy from retention.FollowUpPlan p where p.voided = false and ";

	private final SessionFactory sessionFactory;

	PlanDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	FollowUpPlan getByUuid(String uuid) {
		return session().createQuery("from retention.FollowUpPlan p left join fetch p.protocol left join fetch p.patient"
			+ " left join fetch p.location where p.uuid = :uuid",
			FollowUpPlan.class).setParameter("uuid", uuid).uniqueResult();
	}

	FollowUpPlan get(Integer planId) {
		return session().get(FollowUpPlan.class, planId);
	}

	List<FollowUpPlan> get(Collection<Integer> planIds) {
		if (planIds.isEmpty()) {
			return Collections.emptyList();
		}
		return session().createQuery("from retention.FollowUpPlan p where p.id in (:ids) order by p.id", FollowUpPlan.class)
			.setParameterList("ids", planIds).list();
	}

	/** In the order of their steps' days. */
	List<FollowUpTask> tasks(Integer planId, TaskStatus status) {
		return session()
			.createQuery("from retention.FollowUpTask t where t.plan.id = :plan and t.status = :status and t.voided = false"
				+ " order by t.plannedFrom, t.id",
				FollowUpTask.class)
			.setParameter("plan", planId).setParameter("status", status).list();
	}

	/** Open ones of the patients, of whatever plan or none. */
	List<FollowUpTask> openTasks(Collection<Integer> patients) {
		return session()
			.createQuery("from retention.FollowUpTask t where t.patient.personId in (:patients) and t.status = :open"
				+ " and t.voided = false order by t.id",
				FollowUpTask.class)
			.setParameterList("patients", patients).setParameter("open", TaskStatus.OPEN).list();
	}

	Patient patient(Integer patientId) {
		return session().load(Patient.class, patientId);
	}

	Location location(Integer locationId) {
		return locationId == null ? null : session().load(Location.class, locationId);
	}

	List<PlanState> statesOfPatients(Collection<Integer> patients) {
		return patients.isEmpty() ? Collections.emptyList()
			: states(query(STATES + "p.patient.personId in (:patients) order by p.id").setParameterList("patients",
				patients));
	}

	List<PlanState> statesOfEncounters(Collection<Integer> encounters) {
		return encounters.isEmpty() ? Collections.emptyList()
			: states(query(STATES + "p.encounterId in (:encounters) order by p.id").setParameterList("encounters",
				encounters));
	}

	/** Plans in that state after the id, in the order of their ids, at most so many. */
	List<PlanState> states(PlanStatus status, long after, int most) {
		return states(query(STATES + "p.status = :status and p.id > :after order by p.id").setParameter("status", status)
			.setParameter("after", (int) after).setMaxResults(most));
	}

	/**
	 * Plans with ids after the one and up to the other, at most so many, which an encounter has fulfilled that is not there
	 * any more or is voided.
	 */
	List<PlanState> fulfilledByNone(long after, long upTo, int most) {
		return states(
			query(STATES + "p.status = :fulfilled and p.id > :after and p.id <= :upTo and p.fulfilledBy is not null"
				+ " and not exists (select 1 from Encounter e where e.encounterId = p.fulfilledBy and e.voided = false)"
				+ " and exists (select 1 from Patient t where t = p.patient and t.voided = false and t.dead = false)"
				+ " order by p.id").setParameter("fulfilled", PlanStatus.FULFILLED).setParameter("after", (int) after)
				.setParameter("upTo", (int) upTo).setMaxResults(most));
	}

	long lastId() {
		Integer last = session().createQuery("select max(p.id) from retention.FollowUpPlan p", Integer.class).uniqueResult();
		return last == null ? 0 : last;
	}

	/** The patient's plan with the key, whatever its state; null: there is none. */
	FollowUpPlan find(Integer protocolId, Integer patientId, String anchorKey) {
		return session()
			.createQuery("from retention.FollowUpPlan p where p.protocol.id = :protocol"
				+ " and p.patient.personId = :patient and p.anchorKey = :key",
				FollowUpPlan.class)
			.setParameter("protocol", protocolId).setParameter("patient", patientId).setParameter("key", anchorKey)
			.uniqueResult();
	}

	/** The patient's plans with the key that are under way, without a contact about them that stands and with nothing done. */
	List<FollowUpPlan> unworked(Patient patient, String anchorKey) {
		return session()
			.createQuery("from retention.FollowUpPlan p where p.patient = :patient and p.anchorKey = :key"
				+ " and p.status = :active and not exists (select 1 from retention.FollowUpTask t where t.plan = p"
				+ " and t.status = :done) and not exists (select 1 from retention.AttemptTask l where l.task.plan = p"
				+ " and l.attempt.voided = false and str(l.role) = 'ANSWERED') order by p.id",
				FollowUpPlan.class)
			.setParameter("patient", patient).setParameter("key", anchorKey).setParameter("active", PlanStatus.ACTIVE)
			.setParameter("done", TaskStatus.COMPLETED).list();
	}

	/** By the time of their anchors, the latest first; patient, protocol and location come along. */
	List<FollowUpPlan> find(PlanSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<FollowUpPlan> query = builder.createQuery(FollowUpPlan.class);
		Root<FollowUpPlan> plan = query.from(FollowUpPlan.class);
		plan.fetch("protocol", JoinType.LEFT);
		plan.fetch("patient", JoinType.LEFT);
		plan.fetch("location", JoinType.LEFT);
		query.select(plan).where(restrict(search, builder, plan)).orderBy(builder.desc(plan.get("anchorAt")),
			builder.desc(plan.get("id")));
		List<FollowUpPlan> found = session().createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize())
			.getResultList();
		identifiersOf(found);
		return found;
	}

	/** What showing the patients needs, in one statement for all. */
	private void identifiersOf(List<FollowUpPlan> plans) {
		List<Integer> patients = plans.stream().filter(plan -> plan.getPatient() != null)
			.map(plan -> plan.getPatient().getPatientId()).collect(Collectors.toList());
		if (!patients.isEmpty()) {
			session().createQuery("select distinct p from Patient p left join fetch p.identifiers i"
				+ " left join fetch i.identifierType where p.patientId in (:ids)",
				Patient.class).setParameterList("ids", patients).list();
		}
	}

	long count(PlanSearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<FollowUpPlan> plan = query.from(FollowUpPlan.class);
		query.select(builder.count(plan)).where(restrict(search, builder, plan));
		return session().createQuery(query).getSingleResult();
	}

	void save(FollowUpPlan plan) {
		session().save(plan);
	}

	void flush() {
		session().flush();
	}

	/** Writes what is pending and forgets what was read, so that a long run needs no more memory than a short one. */
	void forget() {
		session().flush();
		session().clear();
	}

	private static Predicate[] restrict(PlanSearch search, CriteriaBuilder builder, Root<FollowUpPlan> plan) {
		List<Predicate> all = new ArrayList<>();
		all.add(builder.isFalse(plan.get("voided")));
		if (search.getPatient() != null) {
			all.add(builder.equal(plan.get("patient"), search.getPatient()));
		}
		if (search.getProtocol() != null) {
			all.add(builder.equal(plan.get("protocol"), search.getProtocol()));
		}
		if (!search.getStatuses().isEmpty()) {
			all.add(plan.get("status").in(search.getStatuses()));
		}
		if (search.getEncounterUuid() != null) {
			all.add(builder.equal(plan.get("encounterUuid"), search.getEncounterUuid()));
		}
		return all.toArray(new Predicate[0]);
	}

	private static List<PlanState> states(Query<Object[]> query) {
		List<PlanState> states = new ArrayList<>();
		for (Object[] row : query.list()) {
			states.add(new PlanState((Integer) row[0], (Integer) row[1], (int) row[2], (Integer) row[3], (String) row[4],
				(Integer) row[5], (String) row[6], (Instant) row[7], (LocalDate) row[8], (String) row[9],
				(Integer) row[10], (PlanStatus) row[11], (String) row[12], (Integer) row[13], null));
		}
		return states;
	}

	private Query<Object[]> query(String hql) {
		return session().createQuery(hql, Object[].class);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
