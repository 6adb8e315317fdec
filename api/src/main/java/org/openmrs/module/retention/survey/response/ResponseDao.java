/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;
import org.openmrs.module.retention.survey.Privacy;

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

	FollowUpTask task(Integer id) {
		return session().get(FollowUpTask.class, id);
	}

	/** In the order of the questions' keys. */
	List<Comment> comments(SurveyResponse response) {
		return session()
			.createQuery("from retention.Comment c where c.sourceUuid = :uuid and c.source = :survey order by c.question",
				Comment.class)
			.setParameter("uuid", response.getUuid()).setParameter("survey", Comment.Source.SURVEY).list();
	}

	void voidComments(SurveyResponse response) {
		session()
			.createQuery("update retention.Comment c set c.voided = true where c.sourceUuid = :uuid and c.source = :survey")
			.setParameter("uuid", response.getUuid()).setParameter("survey", Comment.Source.SURVEY).executeUpdate();
	}

	/** The latest first; within a day or week in no order that says anything. */
	List<SurveyResponse> find(ResponseSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<SurveyResponse> query = builder.createQuery(SurveyResponse.class);
		Root<SurveyResponse> response = query.from(SurveyResponse.class);
		query.where(restrict(search, builder, response));
		query.orderBy(builder.desc(response.get("answeredOn")), builder.asc(response.get("uuid")));
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
		if (!search.isIncludeVoided()) {
			all.add(builder.isFalse(response.get("voided")));
		}
		return all.toArray(new Predicate[0]);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
