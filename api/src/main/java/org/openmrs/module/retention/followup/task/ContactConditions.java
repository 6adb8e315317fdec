/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.hibernate.query.Query;
import org.openmrs.module.retention.calendar.Sites;

/** For other features' queries over tasks: for which of them a contact may be made, as the day's list has it. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class ContactConditions {

	private final WorklistFilters filters;

	private final Sites sites;

	public Conditions at(Instant now) {
		return new Conditions(filters.policy(now, sites.forRun()));
	}

	/** As of a moment. Conditions in HQL on a task of the alias {@code t}, beginning with {@code and}. */
	public static final class Conditions {

		private final Map<String, Object> parameters = new LinkedHashMap<>();

		private final String permitted;

		private final String rested;

		private Conditions(WorklistFilter filter) {
			PolicyPredicate policy = new PolicyPredicate(filter, parameters);
			this.permitted = " and " + policy.permitted("t") + " and " + policy.reached("t");
			this.rested = " and " + policy.rested("t") + permitted;
		}

		/** Nothing forbids it, now or later, and somebody can be reached. */
		public String mayEver() {
			return permitted;
		}

		/** Nor does anything keep from it today but the hour. */
		public String mayToday() {
			return rested;
		}

		/** Gives the query the values that it names. */
		public <T> Query<T> bind(Query<T> query) {
			Set<String> named = query.getParameterMetadata().getNamedParameterNames();
			parameters.forEach((name, value) -> {
				if (named.contains(name) && value instanceof Collection) {
					query.setParameterList(name, (Collection<?>) value);
				} else if (named.contains(name)) {
					query.setParameter(name, value);
				}
			});
			return query;
		}
	}
}
