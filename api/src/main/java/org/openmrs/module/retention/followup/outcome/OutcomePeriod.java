/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import lombok.Value;
import org.openmrs.module.retention.shared.RetentionException;

/** Some months in a row, few enough to be read at once. */
@Value
class OutcomePeriod {

	static final int MOST_MONTHS = 12;

	private static final int UNLESS_SAID = 3;

	YearMonth from;

	YearMonth to;

	/** The months of the search; those that it leaves open end with the present one. */
	static OutcomePeriod of(OutcomeSearch search, LocalDate today) {
		YearMonth to = search.getTo() == null ? YearMonth.from(today) : search.getTo();
		YearMonth from = search.getFrom() == null ? to.minusMonths(UNLESS_SAID - 1L) : search.getFrom();
		if (from.isAfter(to)) {
			throw RetentionException.invalid("retention.followup.error.outcome-period-crossed", "from");
		}
		if (ChronoUnit.MONTHS.between(from, to) >= MOST_MONTHS) {
			throw RetentionException.invalid("retention.followup.error.outcome-period-too-long", "from", MOST_MONTHS);
		}
		return new OutcomePeriod(from, to);
	}

	LocalDate firstDay() {
		return from.atDay(1);
	}

	/** The first day that is no longer in it. */
	LocalDate end() {
		return to.plusMonths(1).atDay(1);
	}
}
