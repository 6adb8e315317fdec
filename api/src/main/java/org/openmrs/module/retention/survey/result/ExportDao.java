/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.Value;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.IntegerType;
import org.hibernate.type.LocalDateType;
import org.hibernate.type.LongType;
import org.hibernate.type.StringType;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Responses in parts, as plain values, and the notes of who took them. */
class ExportDao {

	private static final StringType STRING = StringType.INSTANCE;

	private final SessionFactory sessionFactory;

	ExportDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** One response. */
	@Value
	static class Line {

		String id;

		int version;

		LocalDate day;

		/** Null: not identified. */
		Instant at;

		String mode;

		String language;

		String location;

		String encounterType;

		/** Uuid. */
		String provider;

		/** Uuid. */
		String patient;
	}

	/** The next after a line in the order of their day; null: the first. */
	List<Line> lines(ResultScope scope, Line after, int most) {
		String sql = "SELECT r.response_id, r.survey_version, r.answered_on, r.answered_at, r.mode, r.language,"
			+ " l.name AS location_name, t.name AS type_name, v.uuid AS provider_uuid, r.patient_uuid"
			+ " FROM retention_survey_response r LEFT JOIN location l ON l.location_id = r.location_id"
			+ " LEFT JOIN encounter_type t ON t.encounter_type_id = r.encounter_type_id"
			+ " LEFT JOIN provider v ON v.provider_id = r.provider_id WHERE " + scope.condition()
			+ (after == null ? "" : " AND r.answered_on >= :day AND (r.answered_on > :day OR r.response_id > :id)")
			+ " ORDER BY r.answered_on, r.response_id";
		NativeQuery<?> query = scope.bind(session().createNativeQuery(sql)).addScalar("response_id", STRING)
			.addScalar("survey_version", IntegerType.INSTANCE).addScalar("answered_on", LocalDateType.INSTANCE)
			.addScalar("answered_at", LongType.INSTANCE).addScalar("mode", STRING).addScalar("language", STRING)
			.addScalar("location_name", STRING).addScalar("type_name", STRING).addScalar("provider_uuid", STRING)
			.addScalar("patient_uuid", STRING).setMaxResults(most);
		if (after != null) {
			query.setParameter("day", after.getDay()).setParameter("id", after.getId());
		}
		List<Line> lines = new ArrayList<>();
		for (Object[] row : rows(query)) {
			lines.add(new Line((String) row[0], (Integer) row[1], (LocalDate) row[2],
				row[3] == null ? null : Instant.ofEpochMilli((Long) row[3]), (String) row[4], (String) row[5],
				(String) row[6], (String) row[7], trimmed(row[8]), trimmed(row[9])));
		}
		return lines;
	}

	private static String trimmed(Object uuid) {
		return uuid == null ? null : ((String) uuid).trim();
	}

	/** By response and question. */
	Map<String, Map<String, String>> answers(Collection<String> responses) {
		return byResponse("SELECT a.response_id AS id, a.question_key, a.answer AS said FROM retention_survey_answer a"
			+ " WHERE a.response_id IN (:ids)", responses);
	}

	/** By response and question. */
	Map<String, Map<String, String>> words(Collection<String> responses) {
		return byResponse("SELECT c.source_uuid AS id, c.question_key, c.text AS said FROM retention_comment c"
			+ " WHERE c.source_uuid IN (:ids) AND c.source = 'SURVEY' AND c.voided = FALSE AND c.released = TRUE",
			responses);
	}

	private Map<String, Map<String, String>> byResponse(String sql, Collection<String> responses) {
		Map<String, Map<String, String>> found = new HashMap<>();
		for (Object[] row : rows(session().createNativeQuery(sql).addScalar("id", STRING).addScalar("question_key", STRING)
			.addScalar("said", STRING).setParameterList("ids", responses))) {
			found.computeIfAbsent((String) row[0], id -> new HashMap<>()).put((String) row[1], (String) row[2]);
		}
		return found;
	}

	SurveyExport getByUuid(String uuid) {
		return session().createQuery("from retention.SurveyExport e join fetch e.survey where e.uuid = :uuid",
			SurveyExport.class).setParameter("uuid", uuid).uniqueResult();
	}

	List<SurveyExport> find(Page page) {
		List<SurveyExport> rows = session().createQuery(
			"select e from retention.SurveyExport e join fetch e.survey order by e.exportedAt desc, e.id desc",
			SurveyExport.class).setFirstResult(page.getStart()).setMaxResults(page.getSize()).list();
		List<Integer> users = new ArrayList<>();
		rows.forEach(row -> users.add(row.getExportedBy().getUserId()));
		new PeopleInSession(session()).read(new ArrayList<>(), new ArrayList<>(), users);
		return rows;
	}

	long count() {
		return session().createQuery("select count(e.id) from retention.SurveyExport e", Long.class).uniqueResult();
	}

	void add(SurveyExport export) {
		session().persist(export);
		session().flush();
	}

	/** As it is stored now. */
	SurveyExport get(Integer id) {
		return session().get(SurveyExport.class, id);
	}

	@SuppressWarnings("unchecked")
	private static List<Object[]> rows(NativeQuery<?> query) {
		return (List<Object[]>) query.list();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
