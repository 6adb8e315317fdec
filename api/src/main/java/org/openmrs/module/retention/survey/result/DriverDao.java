/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.Value;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.DoubleType;
import org.hibernate.type.IntegerType;
import org.hibernate.type.LongType;
import org.hibernate.type.StringType;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** Sums scores and returns of responses by the themes of what was written, set-based: one statement for all themes, one for the whole. */
class DriverDao {

	private final SessionFactory sessionFactory;

	DriverDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** What is compared. */
	@Value
	static class Compared {

		/** Key of the question; null: the survey asks for no score. */
		String score;

		/** Those that ask it the same way: only their answers are scores. */
		Set<Integer> versions;

		/** Encounter types that are visits. */
		Set<Integer> visitTypes;

		/** Who answered before that day is looked at for coming again; null: nobody is. */
		LocalDate watchedBefore;
	}

	/** Of some responses. */
	@Value
	static class Sums {

		SurveyMode mode;

		/** Null: of all whose words somebody has read. */
		Integer theme;

		long scores;

		double sum;

		double squares;

		/** A year is over since, and it is known whose it is. */
		long watched;

		long returned;
	}

	/** Of who spoke of each theme, as people have confirmed it; or of all whose words were read. */
	List<Sums> sums(ResultScope scope, Compared compared, boolean byTheme) {
		String theme = byTheme ? "t.theme_id" : "0";
		boolean isWatched = compared.getWatchedBefore() != null;
		boolean hasVisits = isWatched && !compared.getVisitTypes().isEmpty();
		boolean hasScore = compared.getScore() != null;
		String returned = hasVisits
			? "EXISTS (SELECT 1 FROM encounter e WHERE e.patient_id = r.patient_id AND e.voided = FALSE"
				+ " AND e.encounter_type IN (:visitTypes) AND e.encounter_datetime >= TIMESTAMPADD(DAY, 1, r.answered_on)"
				+ " AND e.encounter_datetime < TIMESTAMPADD(MONTH, 12, r.answered_on)"
				+ " AND NOT EXISTS (SELECT 1 FROM retention_survey_invitation i WHERE i.survey_invitation_id ="
				+ " r.survey_invitation_id AND i.encounter_id = e.encounter_id))"
			: "1 = 0";
		String watched = isWatched ? "r.patient_id IS NOT NULL AND r.answered_on < :watchedBefore" : "1 = 0";
		String sql = "SELECT f.mode, f.told_by, COUNT(f.score) AS scores, COALESCE(SUM(f.score), 0) AS score_sum,"
			+ " COALESCE(SUM(f.score * f.score), 0) AS score_squares, SUM(f.watched) AS watched, SUM(f.returned) AS returned"
			+ " FROM (SELECT r.mode, " + theme + " AS told_by, r.response_id, MAX(a.number_answer) AS score,"
			+ " MAX(CASE WHEN " + watched + " THEN 1 ELSE 0 END) AS watched,"
			+ " MAX(CASE WHEN " + watched + " AND " + returned + " THEN 1 ELSE 0 END) AS returned"
			+ " FROM retention_survey_response r JOIN retention_comment c ON c.source_uuid = r.response_id"
			+ " AND c.source = 'SURVEY' AND c.voided = FALSE AND c.released = TRUE"
			+ (byTheme ? " JOIN retention_comment_theme t ON t.comment_id = c.comment_id AND t.status = 'CONFIRMED'"
				: " JOIN retention_comment_reading d ON d.comment_id = c.comment_id AND d.status <> 'UNREAD'")
			+ " LEFT JOIN retention_survey_answer a ON a.response_id = r.response_id AND "
			+ (hasScore ? "a.question_key = :score AND r.survey_version IN (:versions)" : "1 = 0") + " WHERE "
			+ scope.condition() + " GROUP BY r.mode, " + (byTheme ? "t.theme_id, " : "")
			+ "r.response_id) f GROUP BY f.mode, f.told_by";
		NativeQuery<?> query = scope.bind(session().createNativeQuery(sql));
		if (hasScore) {
			query.setParameter("score", compared.getScore()).setParameterList("versions", compared.getVersions());
		}
		if (isWatched) {
			query.setParameter("watchedBefore", compared.getWatchedBefore());
		}
		if (hasVisits) {
			query.setParameterList("visitTypes", compared.getVisitTypes());
		}
		query.addScalar("mode", StringType.INSTANCE).addScalar("told_by", IntegerType.INSTANCE)
			.addScalar("scores", LongType.INSTANCE).addScalar("score_sum", DoubleType.INSTANCE)
			.addScalar("score_squares", DoubleType.INSTANCE).addScalar("watched", LongType.INSTANCE)
			.addScalar("returned", LongType.INSTANCE);
		List<Sums> sums = new ArrayList<>();
		for (Object one : query.list()) {
			Object[] row = (Object[]) one;
			sums.add(new Sums(SurveyMode.valueOf((String) row[0]), byTheme ? (Integer) row[1] : null, (Long) row[2],
				(Double) row[3], (Double) row[4], (Long) row[5], (Long) row[6]));
		}
		return sums;
	}

	Map<Integer, Theme> themes(Collection<Integer> ids) {
		Map<Integer, Theme> themes = new HashMap<>();
		List<Theme> found = ids.isEmpty() ? Collections.emptyList()
			: session().createQuery("from retention.Theme t where t.id in (:ids)", Theme.class).setParameterList("ids", ids)
				.list();
		found.forEach(theme -> themes.put(theme.getId(), theme));
		return themes;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
