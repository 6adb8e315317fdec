/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lombok.Value;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.BigDecimalType;
import org.hibernate.type.IntegerType;
import org.hibernate.type.LongType;
import org.hibernate.type.StringType;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Provider;
import org.openmrs.module.retention.shared.LocationTree;
import org.openmrs.module.retention.survey.SurveyMode;

/** Counts responses and answers, set-based: each question is one statement, however many answers there are. */
class ResultDao {

	/** Of several choices in one answer; others are shorter. */
	private static final int LONGEST_CODED_ANSWER = 1000;

	private static final IntegerType INTEGER = IntegerType.INSTANCE;

	private static final LongType LONG = LongType.INSTANCE;

	private static final StringType STRING = StringType.INSTANCE;

	private final SessionFactory sessionFactory;

	ResultDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** What is told apart: the mode and, with a breakdown, its value; null: not known. */
	@Value
	static class Group {

		SurveyMode mode;

		/** Year and month as {@code 202611}, weeks since Monday, the fifth of January 1970, or the id of a row. */
		Integer value;
	}

	@Value
	static class Responses {

		Group group;

		long count;
	}

	/** How often a question of a version was answered so. */
	@Value
	static class Answered {

		Group group;

		int version;

		String question;

		/** Null: no number, or words. */
		BigDecimal number;

		/** Null: a number, or words. */
		String answer;

		long count;
	}

	List<Responses> responses(ResultScope scope, Breakdown by) {
		String sql = "SELECT f.mode, f.told_by, COUNT(*) AS times_given FROM (SELECT r.mode, " + column(by)
			+ " AS told_by FROM retention_survey_response r WHERE " + scope.condition() + ") f GROUP BY f.mode, f.told_by";
		List<Responses> responses = new ArrayList<>();
		for (Object[] row : rows(scope.bind(query(sql)).addScalar("mode", STRING).addScalar("told_by", INTEGER)
			.addScalar("times_given", LONG))) {
			responses.add(new Responses(group(row), (Long) row[2]));
		}
		return responses;
	}

	List<Answered> answers(ResultScope scope, Breakdown by) {
		String sql = "SELECT f.mode, f.told_by, f.survey_version, f.question_key, f.number_answer, f.answer,"
			+ " COUNT(*) AS times_given FROM (SELECT r.mode, " + column(by) + " AS told_by, r.survey_version,"
			+ " a.question_key, a.number_answer, CASE WHEN a.number_answer IS NULL THEN SUBSTRING(a.answer, 1, "
			+ LONGEST_CODED_ANSWER + ") END AS answer FROM retention_survey_response r JOIN retention_survey_answer a"
			+ " ON a.response_id = r.response_id WHERE " + scope.condition()
			+ ") f GROUP BY f.mode, f.told_by, f.survey_version, f.question_key, f.number_answer, f.answer";
		List<Answered> answers = new ArrayList<>();
		for (Object[] row : rows(scope.bind(query(sql)).addScalar("mode", STRING).addScalar("told_by", INTEGER)
			.addScalar("survey_version", INTEGER).addScalar("question_key", STRING)
			.addScalar("number_answer", BigDecimalType.INSTANCE).addScalar("answer", STRING)
			.addScalar("times_given", LONG))) {
			answers.add(new Answered(group(row), (Integer) row[2], (String) row[3], (BigDecimal) row[4], (String) row[5],
				(Long) row[6]));
		}
		return answers;
	}

	/** How often something was written. */
	List<Answered> words(ResultScope scope, Breakdown by) {
		String sql = "SELECT f.mode, f.told_by, f.survey_version, f.question_key, COUNT(*) AS times_given FROM (SELECT r.mode, "
			+ column(by) + " AS told_by, r.survey_version, c.question_key FROM retention_survey_response r"
			+ " JOIN retention_comment c ON c.source_uuid = r.response_id AND c.source = 'SURVEY' AND c.voided = FALSE WHERE "
			+ scope.condition() + ") f GROUP BY f.mode, f.told_by, f.survey_version, f.question_key";
		List<Answered> words = new ArrayList<>();
		for (Object[] row : rows(scope.bind(query(sql)).addScalar("mode", STRING).addScalar("told_by", INTEGER)
			.addScalar("survey_version", INTEGER).addScalar("question_key", STRING).addScalar("times_given", LONG))) {
			words.add(new Answered(group(row), (Integer) row[2], (String) row[3], null, null, (Long) row[4]));
		}
		return words;
	}

	/** How many invitations were answered, and how many the person had; of those made from the first moment until before the last. */
	long[] invitations(ResultScope scope, ResultSearch search, Instant from, Instant before) {
		String sql = "SELECT COALESCE(SUM(CASE WHEN i.status = 'ANSWERED' THEN 1 ELSE 0 END), 0) AS answered,"
			+ " COALESCE(SUM(CASE WHEN i.handed_over = TRUE THEN 1 ELSE 0 END), 0) AS handed_over"
			+ " FROM retention_survey_invitation i WHERE i.survey_id = :survey AND i.status <> 'WITHDRAWN'"
			+ (search.getVersion() == null ? "" : " AND i.survey_version = :version")
			+ (from == null ? "" : " AND i.created_at >= :from") + (before == null ? "" : " AND i.created_at < :before")
			+ scope.whereAndWho("i");
		NativeQuery<?> query = scope.bindWhereAndWho(query(sql)).addScalar("answered", LONG).addScalar("handed_over", LONG);
		if (search.getVersion() != null) {
			query.setParameter("version", search.getVersion());
		}
		if (from != null) {
			query.setParameter("from", from.toEpochMilli());
		}
		if (before != null) {
			query.setParameter("before", before.toEpochMilli());
		}
		Object[] row = rows(query).get(0);
		return new long[]{ (Long) row[0], (Long) row[1] };
	}

	Map<Integer, Location> locations(Collection<Integer> ids) {
		return byId("from Location l where l.locationId in (:ids)", Location.class, ids, Location::getLocationId);
	}

	Map<Integer, Provider> providers(Collection<Integer> ids) {
		return byId("select p from Provider p left join fetch p.person where p.providerId in (:ids)", Provider.class, ids,
			Provider::getProviderId);
	}

	Map<Integer, EncounterType> encounterTypes(Collection<Integer> ids) {
		return byId("from EncounterType t where t.encounterTypeId in (:ids)", EncounterType.class, ids,
			EncounterType::getEncounterTypeId);
	}

	private <T> Map<Integer, T> byId(String hql, Class<T> type, Collection<Integer> ids, Function<T, Integer> id) {
		Map<Integer, T> found = new HashMap<>();
		List<T> rows = ids.isEmpty() ? Collections.emptyList()
			: session().createQuery(hql, type).setParameterList("ids", ids).list();
		rows.forEach(row -> found.put(id.apply(row), row));
		return found;
	}

	Set<Integer> withDescendants(Integer location) {
		return new LocationTree(session()).withDescendants(location);
	}

	private static String column(Breakdown by) {
		if (by == null) {
			return "0";
		}
		switch (by) {
			case MONTH:
				return "YEAR(r.answered_on) * 100 + MONTH(r.answered_on)";
			case WEEK:
				return "FLOOR(TIMESTAMPDIFF(DAY, DATE '1970-01-05', r.answered_on) / 7)";
			case LOCATION:
				return "r.location_id";
			case PROVIDER:
				return "r.provider_id";
			default:
				return "r.encounter_type_id";
		}
	}

	private static Group group(Object[] row) {
		return new Group(SurveyMode.valueOf((String) row[0]), (Integer) row[1]);
	}

	private NativeQuery<?> query(String sql) {
		return session().createNativeQuery(sql);
	}

	@SuppressWarnings("unchecked")
	private static List<Object[]> rows(NativeQuery<?> query) {
		return (List<Object[]>) query.list();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
