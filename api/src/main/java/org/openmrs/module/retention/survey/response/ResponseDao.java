/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.Location;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;

/** Rows of responses, answers and comments. */
class ResponseDao {

	private final SessionFactory sessionFactory;

	ResponseDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	SurveyResponse getByUuid(String uuid) {
		return session().createQuery("from retention.SurveyResponse r join fetch r.survey where r.uuid = :uuid",
			SurveyResponse.class).setParameter("uuid", uuid).uniqueResult();
	}

	boolean isTakenIn(String submissionKey) {
		return session().get(Submission.class, submissionKey) != null;
	}

	/** Those of older weeks: nobody sends such a form again. */
	void forgetSubmissions(LocalDate before) {
		session().createQuery("delete from retention.SurveySubmission s where s.week < :before")
			.setParameter("before", before).executeUpdate();
	}

	/** For this transaction alone, so that it is not released meanwhile. Null: it was not answered, or nothing leads back. */
	SurveyResponse lockByInvitation(SurveyInvitation invitation) {
		return session()
			.createQuery("select r from retention.SurveyResponse r where r.invitation = :invitation", SurveyResponse.class)
			.setParameter("invitation", invitation).setLockMode("r", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	/** Null: there is none that is in use. */
	Location location(String uuid) {
		return session().createQuery("from Location l where l.uuid = :uuid and l.retired = false", Location.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** Invitations like this one that were answered, be it before the moment: those that could be answered after it. */
	long answeredAt(SurveyInvitation like, Instant after) {
		return session().createQuery("select count(i.id) from retention.SurveyInvitation i where i.survey = :survey"
			+ " and i.surveyVersion = :version and i.location = :location and i.status = :answered and i.expiresAt > :after",
			Long.class).setParameter("survey", like.getSurvey()).setParameter("version", like.getSurveyVersion())
			.setParameter("location", like.getLocation()).setParameter("answered", InvitationStatus.ANSWERED)
			.setParameter("after", after).uniqueResult();
	}

	/** Id and version of a survey and a mode, of which enough answers wait that were given before the day. */
	List<Object[]> waiting(LocalDate before, int fewest) {
		return session()
			.createQuery(
				"select r.survey.id, r.surveyVersion, r.mode from retention.SurveyResponse r where r.released = false"
					+ " and r.voided = false and r.answeredOn < :before group by r.survey.id, r.surveyVersion, r.mode"
					+ " having count(r.uuid) >= :fewest",
				Object[].class)
			.setParameter("before", before).setParameter("fewest", (long) fewest).list();
	}

	/** Those of one row of {@link #waiting}, for this transaction alone; the oldest first, at most so many. */
	List<SurveyResponse> lockWaiting(Object[] of, LocalDate before, int most) {
		return session()
			.createQuery(
				"select r from retention.SurveyResponse r where r.survey.id = :survey and r.surveyVersion = :version"
					+ " and r.mode = :mode and r.released = false and r.voided = false and r.answeredOn < :before"
					+ " order by r.answeredOn, r.uuid",
				SurveyResponse.class)
			.setParameter("survey", of[0]).setParameter("version", of[1]).setParameter("mode", of[2])
			.setParameter("before", before).setLockMode("r", LockMode.PESSIMISTIC_WRITE).setMaxResults(most).list();
	}

	FollowUpTask task(Integer id) {
		return session().get(FollowUpTask.class, id);
	}

	/** The latest first; within a day or week in no order that says anything. */
	List<SurveyResponse> find(ResponseSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<SurveyResponse> query = builder.createQuery(SurveyResponse.class);
		Root<SurveyResponse> response = query.from(SurveyResponse.class);
		query.where(restrict(search, builder, response));
		query.orderBy(builder.desc(response.get("answeredOn")), builder.desc(response.get("uuid")));
		List<SurveyResponse> rows = session().createQuery(query).setFirstResult(page.getStart())
			.setMaxResults(page.getSize()).getResultList();
		read(rows);
		return rows;
	}

	/** What the rows refer to, together. */
	private void read(List<SurveyResponse> rows) {
		if (rows.isEmpty()) {
			return;
		}
		List<String> uuids = rows.stream().map(SurveyResponse::getUuid).collect(Collectors.toList());
		List<Object[]> people = session()
			.createQuery("select p.personId, e.userId from retention.SurveyResponse r left join r.patient p"
				+ " left join r.enteredBy e where r.uuid in (:uuids)",
				Object[].class)
			.setParameterList("uuids", uuids).list();
		List<Object[]> known = people.stream().filter(row -> row[0] != null || row[1] != null).collect(Collectors.toList());
		new PeopleInSession(session()).read(
			known.stream().map(row -> (Integer) row[0]).filter(Objects::nonNull).collect(Collectors.toList()),
			new ArrayList<>(),
			known.stream().map(row -> (Integer) row[1]).filter(Objects::nonNull).collect(Collectors.toList()));
		session()
			.createQuery("select distinct r from retention.SurveyResponse r join fetch r.survey left join fetch r.location"
				+ " left join fetch r.provider left join fetch r.answers where r.uuid in (:uuids)", SurveyResponse.class)
			.setParameterList("uuids", uuids).list();
	}

	long count(ResponseSearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<SurveyResponse> response = query.from(SurveyResponse.class);
		query.select(builder.count(response)).where(restrict(search, builder, response));
		return session().createQuery(query).getSingleResult();
	}

	void add(Object row) {
		session().persist(row);
	}

	void flush() {
		session().flush();
	}

	void update(SurveyResponse response) {
		session().merge(response);
		session().flush();
	}

	private static Predicate[] restrict(ResponseSearch search, CriteriaBuilder builder, Root<SurveyResponse> response) {
		List<Predicate> all = new ArrayList<>();
		if (search.getSurvey() != null) {
			all.add(builder.equal(response.get("survey"), search.getSurvey()));
		}
		if (search.getPatient() != null) {
			all.add(builder.equal(response.get("patient"), search.getPatient()));
			all.add(builder.equal(response.get("survey").get("privacy"), Privacy.IDENTIFIED));
			all.add(builder.isNotNull(response.get("answeredAt")));
		}
		if (search.getMode() != null) {
			all.add(builder.equal(response.get("mode"), search.getMode()));
		}
		if (search.getFrom() != null) {
			all.add(builder.greaterThanOrEqualTo(response.get("answeredOn"), search.getFrom()));
		}
		if (search.getTo() != null) {
			all.add(builder.lessThanOrEqualTo(response.get("answeredOn"), search.getTo()));
		}
		all.add(builder.isTrue(response.get("released")));
		if (!search.isIncludeVoided()) {
			all.add(builder.isFalse(response.get("voided")));
		}
		return all.toArray(new Predicate[0]);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
