/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.persistence.TypedQuery;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.shared.Page;

/** Rows of surveys and their versions. */
class SurveyDao {

	private final SessionFactory sessionFactory;

	SurveyDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	Survey getByUuid(String uuid) {
		return session().createQuery("from retention.Survey s where s.uuid = :uuid", Survey.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	List<Survey> find(SurveySearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Survey> query = builder.createQuery(Survey.class);
		Root<Survey> survey = query.from(Survey.class);
		query.where(restrict(search, builder, survey));
		query.orderBy(builder.asc(survey.get("name")), builder.asc(survey.get("id")));
		TypedQuery<Survey> rows = session().createQuery(query);
		return rows.setFirstResult(page.getStart()).setMaxResults(page.getSize()).getResultList();
	}

	long count(SurveySearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<Survey> survey = query.from(Survey.class);
		query.select(builder.count(survey)).where(restrict(search, builder, survey));
		return session().createQuery(query).getSingleResult();
	}

	/** JSON of the version's definition; null when there is no such version. */
	String getDefinition(Integer surveyId, int version) {
		return session()
			.createQuery("select v.definition from retention.SurveyVersion v"
				+ " where v.survey.id = :survey and v.surveyVersion = :version",
				String.class)
			.setParameter("survey", surveyId).setParameter("version", version).uniqueResult();
	}

	void add(Object row) {
		session().persist(row);
		session().flush();
	}

	void update(Survey survey) {
		session().merge(survey);
		session().flush();
	}

	private static Predicate[] restrict(SurveySearch search, CriteriaBuilder builder, Root<Survey> survey) {
		List<Predicate> all = new ArrayList<>();
		if (search.getName() != null) {
			String part = search.getName().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
			all.add(builder.like(builder.lower(survey.get("name")), "%" + part + "%", '!'));
		}
		if (search.getKind() != null) {
			all.add(builder.equal(survey.get("kind"), search.getKind()));
		}
		if (search.getPrivacy() != null) {
			all.add(builder.equal(survey.get("privacy"), search.getPrivacy()));
		}
		if (!search.isIncludeRetired()) {
			all.add(builder.isFalse(survey.get("retired")));
		}
		return all.toArray(new Predicate[0]);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
