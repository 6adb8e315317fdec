/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Expression;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;
import org.openmrs.module.retention.survey.Survey;

/** Rows of invitations, and what of the host is needed to make them. */
class InvitationDao {

	private final SessionFactory sessionFactory;

	InvitationDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	SurveyInvitation getByUuid(String uuid) {
		return session().createQuery("from retention.SurveyInvitation i join fetch i.survey where i.uuid = :uuid",
			SurveyInvitation.class).setParameter("uuid", uuid).uniqueResult();
	}

	/** As last committed, not as this transaction first saw it. */
	SurveyInvitation getByKey(String key) {
		return session().createQuery("select i from retention.SurveyInvitation i where i.invitationKey = :key",
			SurveyInvitation.class).setParameter("key", key).setLockMode("i", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	/** For this transaction alone, as last committed; null: no link has that token. */
	SurveyInvitation lockByTokenHash(String hash) {
		return session().createQuery("select i from retention.SurveyInvitation i where i.tokenHash = :hash",
			SurveyInvitation.class).setParameter("hash", hash).setLockMode("i", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	/** For this transaction alone, as last committed. */
	SurveyInvitation lockByUuid(String uuid) {
		return session().createQuery("select i from retention.SurveyInvitation i where i.uuid = :uuid",
			SurveyInvitation.class).setParameter("uuid", uuid).setLockMode("i", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	/** For this transaction alone, as last committed; null: no invitation was made for that task. */
	SurveyInvitation lockByTask(Integer task) {
		return session().createQuery("select i from retention.SurveyInvitation i where i.taskId = :task",
			SurveyInvitation.class).setParameter("task", task).setLockMode("i", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	/** Those that can be answered now, with what they refer to. */
	List<SurveyInvitation> openOf(Collection<Integer> tasks, Instant now) {
		if (tasks.isEmpty()) {
			return Collections.emptyList();
		}
		return session().createQuery("select i from retention.SurveyInvitation i join fetch i.survey"
			+ " left join fetch i.provider where i.taskId in (:tasks) and i.status not in (:ended) and i.expiresAt > :now",
			SurveyInvitation.class).setParameterList("tasks", tasks)
			.setParameterList("ended",
				Arrays.asList(InvitationStatus.ANSWERED, InvitationStatus.DECLINED, InvitationStatus.WITHDRAWN))
			.setParameter("now", now).list();
	}

	/** Whoever else invites one of these people waits until this transaction is over. */
	void lockPeople(Collection<Integer> people) {
		session().createQuery("select p from Person p where p.personId in (:people) order by p.personId", Person.class)
			.setParameterList("people", people).setLockMode("p", LockMode.PESSIMISTIC_WRITE).list();
	}

	/** The newest that reached one of them and was not withdrawn, as last committed; null: none after that moment. */
	SurveyInvitation newestOf(Collection<Integer> people, Instant after) {
		List<SurveyInvitation> newest = session()
			.createQuery("select i from retention.SurveyInvitation i where i.reached.personId in (:people)"
				+ " and i.createdAt > :after and i.status <> :withdrawn order by i.createdAt desc, i.id desc",
				SurveyInvitation.class)
			.setParameterList("people", people).setParameter("after", after)
			.setParameter("withdrawn", InvitationStatus.WITHDRAWN).setLockMode("i", LockMode.PESSIMISTIC_READ)
			.setMaxResults(1).list();
		return newest.isEmpty() ? null : newest.get(0);
	}

	/** The person, and who shares a number or address with them. */
	Set<Integer> household(Integer person) {
		Set<Integer> people = new HashSet<>(session()
			.createQuery("select distinct o.personId from retention.ContactPointOwner o, retention.ContactPointOwner p"
				+ " where p.personId = :person and o.contactPoint = p.contactPoint",
				Integer.class)
			.setParameter("person", person).list());
		people.add(person);
		return people;
	}

	Patient patient(String uuid) {
		return session().createQuery("from Patient p where p.uuid = :uuid", Patient.class).setParameter("uuid", uuid)
			.uniqueResult();
	}

	Person person(Integer id) {
		return session().get(Person.class, id);
	}

	Encounter encounter(String uuid) {
		return session().createQuery("from Encounter e where e.uuid = :uuid and e.voided = false", Encounter.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** The patient's newest encounter after that moment that is no conversation of ours; null: none. */
	Encounter newestVisit(Patient patient, Date after, Collection<String> conversations) {
		List<Encounter> newest = session()
			.createQuery("from Encounter e where e.patient = :patient and e.voided = false and e.encounterDatetime > :after"
				+ " and e.encounterType.uuid not in (:conversations) order by e.encounterDatetime desc, e.encounterId desc",
				Encounter.class)
			.setParameter("patient", patient).setParameter("after", after)
			.setParameterList("conversations", conversations).setMaxResults(1).list();
		return newest.isEmpty() ? null : newest.get(0);
	}

	/** Who treated the patient in the encounter: the one provider that was entered first; null: nobody. */
	Provider providerOf(Encounter encounter) {
		List<Provider> providers = session()
			.createQuery("select p.provider from EncounterProvider p where p.encounter = :encounter and p.voided = false"
				+ " order by p.encounterProviderId",
				Provider.class)
			.setParameter("encounter", encounter).setMaxResults(1).list();
		return providers.isEmpty() ? null : providers.get(0);
	}

	/** Which of the encounters the person has treated the patient in. */
	List<Integer> treatedIn(Collection<Integer> encounters, Person person) {
		return session()
			.createQuery("select distinct p.encounter.encounterId from EncounterProvider p"
				+ " where p.encounter.encounterId in (:encounters) and p.voided = false and p.provider.person = :person",
				Integer.class)
			.setParameterList("encounters", encounters).setParameter("person", person).list();
	}

	/** Ids of open tasks of protocols that ask, whose time has come and that have no invitation; after the given one, in order. */
	List<Integer> dueTasks(Instant now, int after, int most) {
		return session()
			.createQuery("select t.id from retention.FollowUpTask t where t.status = :open and t.voided = false"
				+ " and t.purpose = :survey and t.wakeAt <= :now and t.expiresAt > :now and t.protocol is not null"
				+ " and t.id > :after and not exists (select i.id from retention.SurveyInvitation i where i.taskId = t.id)"
				+ " order by t.id", Integer.class)
			.setParameter("open", TaskStatus.OPEN).setParameter("survey", Purpose.SURVEY).setParameter("now", now)
			.setParameter("after", after).setMaxResults(most).list();
	}

	/** For this transaction alone, as last committed; null: there is none. */
	FollowUpTask lockTask(Integer id) {
		return session().createQuery("select t from retention.FollowUpTask t where t.id = :id", FollowUpTask.class)
			.setParameter("id", id).setLockMode("t", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	List<SurveyInvitation> find(InvitationSearch search, Page page, Instant now) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<SurveyInvitation> query = builder.createQuery(SurveyInvitation.class);
		Root<SurveyInvitation> invitation = query.from(SurveyInvitation.class);
		query.where(restrict(search, now, builder, invitation));
		query.orderBy(builder.desc(invitation.get("createdAt")), builder.desc(invitation.get("id")));
		List<SurveyInvitation> rows = session().createQuery(query).setFirstResult(page.getStart())
			.setMaxResults(page.getSize()).getResultList();
		read(rows);
		return rows;
	}

	/** What the rows refer to, together. */
	private void read(List<SurveyInvitation> rows) {
		if (rows.isEmpty()) {
			return;
		}
		List<Integer> ids = rows.stream().map(SurveyInvitation::getId).collect(Collectors.toList());
		List<Object[]> people = session()
			.createQuery("select i.patient.personId, i.reached.personId, i.creator.userId from retention.SurveyInvitation i"
				+ " where i.id in (:ids)",
				Object[].class)
			.setParameterList("ids", ids).list();
		new PeopleInSession(session()).read(column(people, 0), column(people, 1), column(people, 2));
		session().createQuery("select i from retention.SurveyInvitation i join fetch i.survey left join fetch i.location"
			+ " left join fetch i.provider where i.id in (:ids)", SurveyInvitation.class).setParameterList("ids", ids)
			.list();
	}

	private static List<Integer> column(List<Object[]> rows, int column) {
		return rows.stream().map(row -> (Integer) row[column]).collect(Collectors.toList());
	}

	long count(InvitationSearch search, Instant now) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<SurveyInvitation> invitation = query.from(SurveyInvitation.class);
		query.select(builder.count(invitation)).where(restrict(search, now, builder, invitation));
		return session().createQuery(query).getSingleResult();
	}

	/** By the names of the surveys; in one statement and one for the surveys. */
	List<InvitationFigures> figures(InvitationSearch search, Instant now) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Object[]> query = builder.createQuery(Object[].class);
		Root<SurveyInvitation> i = query.from(SurveyInvitation.class);
		Predicate stands = builder.notEqual(i.get("status"), InvitationStatus.WITHDRAWN);
		Predicate unfinished = i.get("status").in(InvitationStatus.ANSWERED, InvitationStatus.DECLINED,
			InvitationStatus.WITHDRAWN).not();
		query.multiselect(i.get("survey").get("id"), builder.count(i), counted(builder, builder.not(stands)),
			counted(builder, builder.and(stands, builder.isTrue(i.get("handedOver")))),
			counted(builder, builder.and(stands, builder.isTrue(i.get("opened")))),
			counted(builder, builder.and(stands, builder.isTrue(i.get("started")))),
			counted(builder, builder.equal(i.get("status"), InvitationStatus.ANSWERED)),
			counted(builder, builder.equal(i.get("status"), InvitationStatus.DECLINED)),
			counted(builder, builder.and(unfinished, builder.lessThanOrEqualTo(i.<Instant>get("expiresAt"), now))));
		query.where(restrict(search, now, builder, i)).groupBy(i.get("survey").get("id"));
		List<InvitationFigures> figures = new ArrayList<>();
		for (Object[] row : session().createQuery(query).getResultList()) {
			figures.add(new InvitationFigures(session().get(Survey.class, (Integer) row[0]), (Long) row[1], (Long) row[2],
				(Long) row[3], (Long) row[4], (Long) row[5], (Long) row[6], (Long) row[7], (Long) row[8]));
		}
		figures.sort(Comparator.comparing((InvitationFigures f) -> f.getSurvey().getName())
			.thenComparing(f -> f.getSurvey().getId()));
		return figures;
	}

	private static Expression<Long> counted(CriteriaBuilder builder, Predicate which) {
		return builder.sum(builder.<Long>selectCase().when(which, 1L).otherwise(0L));
	}

	void add(Object row) {
		session().persist(row);
		session().flush();
	}

	void update(SurveyInvitation invitation) {
		session().merge(invitation);
		session().flush();
	}

	private static Predicate[] restrict(InvitationSearch search, Instant now, CriteriaBuilder builder,
		Root<SurveyInvitation> invitation) {
		List<Predicate> all = new ArrayList<>();
		if (search.getSurvey() != null) {
			all.add(builder.equal(invitation.get("survey"), search.getSurvey()));
		}
		if (search.getPatient() != null) {
			all.add(builder.equal(invitation.get("patient"), search.getPatient()));
		}
		if (search.getStatus() != null) {
			all.add(builder.equal(invitation.get("status"), search.getStatus()));
		}
		if (search.getOpen() != null) {
			Predicate open = builder.and(builder.greaterThan(invitation.<Instant>get("expiresAt"), now), invitation
				.get("status").in(InvitationStatus.ANSWERED, InvitationStatus.DECLINED, InvitationStatus.WITHDRAWN).not());
			all.add(search.getOpen() ? open : open.not());
		}
		if (search.getFrom() != null) {
			all.add(builder.greaterThanOrEqualTo(invitation.<Instant>get("createdAt"), search.getFrom()));
		}
		if (search.getBefore() != null) {
			all.add(builder.lessThan(invitation.<Instant>get("createdAt"), search.getBefore()));
		}
		return all.toArray(new Predicate[0]);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
