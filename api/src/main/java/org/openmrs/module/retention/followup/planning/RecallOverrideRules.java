/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.shared.RetentionException;

/** What may be agreed: three months to a year for children, to two years from 18; of unknown age as for a child. */
class RecallOverrideRules {

	static final String REQUIRED = "retention.followup.error.override-required";

	static final String NOT_A_RECALL = "retention.followup.error.override-not-a-recall";

	static final String INTERVAL_INVALID = "retention.followup.error.override-interval-invalid";

	static final String OUT_OF_RANGE = "retention.followup.error.override-interval-out-of-range";

	static final String TOO_LONG = "retention.followup.error.override-text-too-long";

	private static final int MAJORITY = 18;

	private static final Period LEAST = Period.ofMonths(3);

	private static final Period MOST_OF_A_CHILD = Period.ofMonths(12);

	private static final Period MOST = Period.ofMonths(24);

	private static final int LONGEST_TEXT = 255;

	private final Function<Patient, LocalDate> today;

	/** @param today where the patient is treated */
	RecallOverrideRules(Function<Patient, LocalDate> today) {
		this.today = today;
	}

	void check(RecallOverride override) {
		require("patient", override.getPatient() != null);
		require("protocol", override.getProtocol() != null);
		text("reason", override.getReason());
		text("agreedBy", override.getAgreedBy());
		if (override.getProtocol().getTriggerType() != TriggerType.RECALL) {
			throw RetentionException.invalid(NOT_A_RECALL, "protocol");
		}
		require("interval", !StringUtils.isBlank(override.getInterval()));
		LocalDate day = today.apply(override.getPatient());
		LocalDate due = after(day, override.getInterval());
		Period most = isGrown(override.getPatient().getBirthdate(), day) ? MOST : MOST_OF_A_CHILD;
		if (due.isBefore(day.plus(LEAST)) || due.isAfter(day.plus(most))) {
			throw RetentionException.invalid(OUT_OF_RANGE, "interval", override.getInterval(), LEAST, most);
		}
	}

	private static void require(String field, boolean there) {
		if (!there) {
			throw RetentionException.invalid(REQUIRED, field, field);
		}
	}

	private static void text(String field, String text) {
		require(field, !StringUtils.isBlank(text));
		if (text.length() > LONGEST_TEXT) {
			throw RetentionException.invalid(TOO_LONG, field, LONGEST_TEXT);
		}
	}

	private static LocalDate after(LocalDate day, String interval) {
		try {
			Period period = Period.parse(interval);
			if (!period.isNegative() && interval.length() <= 20) {
				return day.plus(period);
			}
		}
		catch (DateTimeException | ArithmeticException e) {
			// said below, as of a negative one: it cannot be read, or leads further than there are dates
		}
		throw RetentionException.invalid(INTERVAL_INVALID, "interval", interval);
	}

	/** Birth dates are read as the platform reads them: in the zone of the server. */
	private static boolean isGrown(Date birthdate, LocalDate day) {
		return birthdate != null && !Instant.ofEpochMilli(birthdate.getTime()).atZone(ZoneId.systemDefault()).toLocalDate()
			.plusYears(MAJORITY).isAfter(day);
	}
}
