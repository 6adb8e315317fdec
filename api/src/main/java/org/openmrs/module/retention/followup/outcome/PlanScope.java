/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import lombok.Builder;
import org.hibernate.query.NativeQuery;

/**
 * Which plans are meant, as one condition for every figure: {@code p} is the plan. Plans whose anchor was taken back or went to
 * another patient's plan were none.
 */
@Builder
class PlanScope {

	private static final List<String> NO_ANCHOR = Collections.unmodifiableList(Arrays.asList("anchor-voided",
		"anchor-purged", "anchor-changed", "patient-voided", "patient-purged", "patient-changed", "booking-voided"));

	private final LocalDate firstDay;

	private final LocalDate end;

	/** Null: everybody's. */
	private final Integer clinician;

	/** Null: everywhere. */
	private final Set<Integer> locations;

	/** Null: of all. */
	private final Collection<Integer> protocols;

	/** Null: any. */
	private final Integer plan;

	String condition() {
		StringBuilder sql = new StringBuilder("p.voided = FALSE AND p.status <> 'MERGED'"
			+ " AND (p.status_reason IS NULL OR p.status_reason NOT IN (:noAnchor))");
		if (plan != null) {
			return sql.append(" AND p.plan_id = :plan").toString();
		}
		sql.append(" AND p.anchor_date >= :firstDay AND p.anchor_date < :end");
		if (protocols != null) {
			sql.append(" AND p.protocol_id IN (:protocols)");
		}
		if (locations != null) {
			sql.append(" AND p.location_id IN (:locations)");
		}
		if (clinician != null) {
			// not EXISTS: the database may go from the clinician to the encounters, or from the period, whichever is less
			sql.append(" AND p.encounter_id IN (SELECT ep.encounter_id FROM encounter_provider ep JOIN provider pr"
				+ " ON pr.provider_id = ep.provider_id WHERE ep.voided = FALSE AND pr.person_id = :clinician)");
		}
		return sql.toString();
	}

	<T> NativeQuery<T> bind(NativeQuery<T> query) {
		query.setParameterList("noAnchor", NO_ANCHOR);
		if (plan != null) {
			return query.setParameter("plan", plan);
		}
		query.setParameter("firstDay", firstDay).setParameter("end", end);
		if (protocols != null) {
			query.setParameterList("protocols", protocols);
		}
		if (locations != null) {
			query.setParameterList("locations", locations);
		}
		if (clinician != null) {
			query.setParameter("clinician", clinician);
		}
		return query;
	}
}
