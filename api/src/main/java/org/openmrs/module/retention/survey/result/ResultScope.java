/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.Set;
import lombok.Builder;
import org.hibernate.query.NativeQuery;

/** Which responses are meant, as one condition for every figure: {@code r} is the response. Only what can be read counts. */
@Builder
class ResultScope {

	private final ResultSearch search;

	/** Null: everywhere. */
	private final Set<Integer> locations;

	String condition() {
		StringBuilder sql = new StringBuilder("r.survey_id = :survey AND r.released = TRUE AND r.voided = FALSE");
		if (search.getVersion() != null) {
			sql.append(" AND r.survey_version = :version");
		}
		if (search.getMode() != null) {
			sql.append(" AND r.mode = :mode");
		}
		if (search.getFrom() != null) {
			sql.append(" AND r.answered_on >= :from");
		}
		if (search.getTo() != null) {
			sql.append(" AND r.answered_on <= :to");
		}
		return sql.append(whereAndWho("r")).toString();
	}

	/** What also holds of the invitations. */
	String whereAndWho(String alias) {
		StringBuilder sql = new StringBuilder();
		if (locations != null) {
			sql.append(" AND ").append(alias).append(".location_id IN (:locations)");
		}
		if (search.getProvider() != null) {
			sql.append(" AND ").append(alias).append(".provider_id = :provider");
		}
		if (search.getEncounterType() != null) {
			sql.append(" AND ").append(alias).append(".encounter_type_id = :encounterType");
		}
		return sql.toString();
	}

	<T> NativeQuery<T> bind(NativeQuery<T> query) {
		if (search.getVersion() != null) {
			query.setParameter("version", search.getVersion());
		}
		if (search.getMode() != null) {
			query.setParameter("mode", search.getMode().name());
		}
		if (search.getFrom() != null) {
			query.setParameter("from", search.getFrom());
		}
		if (search.getTo() != null) {
			query.setParameter("to", search.getTo());
		}
		return bindWhereAndWho(query);
	}

	<T> NativeQuery<T> bindWhereAndWho(NativeQuery<T> query) {
		query.setParameter("survey", search.getSurvey().getId());
		if (locations != null) {
			query.setParameterList("locations", locations);
		}
		if (search.getProvider() != null) {
			query.setParameter("provider", search.getProvider().getProviderId());
		}
		if (search.getEncounterType() != null) {
			query.setParameter("encounterType", search.getEncounterType().getEncounterTypeId());
		}
		return query;
	}
}
