/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Location;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.shared.RetentionException;

/** What must hold of a booking as somebody writes it down. */
class BookingRules {

	static final String REQUIRED = "retention.contact.error.booking-required";

	static final String TOO_LONG = "retention.contact.error.booking-text-too-long";

	static final String DAY_DIFFERS = "retention.contact.error.booking-day-differs";

	static final String DAY_OUT_OF_RANGE = "retention.contact.error.booking-day-out-of-range";

	static final String KEY_INCOMPLETE = "retention.contact.error.booking-key-incomplete";

	static final String SYSTEM_RESERVED = "retention.contact.error.booking-system-reserved";

	static final String PATIENT_VOIDED = "retention.contact.error.booking-patient-voided";

	/** As far as the last visit of a patient is looked for, and as far ahead. */
	private static final Period REACH = Period.ofMonths(36);

	private static final int LONGEST_REASON = 255;

	private static final int LONGEST_SYSTEM = 60;

	private static final int LONGEST_ID = 100;

	private final Sites sites;

	BookingRules(Sites sites) {
		this.sites = sites;
	}

	/** Null: of no other system. */
	static ExternalKey key(BookingDraft draft) {
		String system = StringUtils.trimToNull(draft.getExternalSystem());
		String id = StringUtils.trimToNull(draft.getExternalId());
		if (system == null && id == null) {
			return null;
		}
		check(system != null, KEY_INCOMPLETE, "externalSystem");
		check(id != null, KEY_INCOMPLETE, "externalId");
		length("externalSystem", system, LONGEST_SYSTEM);
		length("externalId", id, LONGEST_ID);
		check(!system.startsWith(ExternalKey.OWN), SYSTEM_RESERVED, "externalSystem", ExternalKey.OWN);
		return new ExternalKey(system, id);
	}

	void check(BookingDraft draft) {
		check(draft.getPatient() != null, REQUIRED, "patient");
		length("reason", draft.getReason(), LONGEST_REASON);
	}

	static void checkNew(BookingDraft draft) {
		check(!Boolean.TRUE.equals(draft.getPatient().getVoided()), PATIENT_VOIDED, "patient");
	}

	ZoneId zoneOf(Location place) {
		return sites.siteOf(place).getZone();
	}

	/** In the zone of the place. */
	BookingTime time(BookingDraft draft, Instant now) {
		check(draft.getStartsAt() != null || draft.getDay() != null, REQUIRED, "startsAt");
		Site site = sites.siteOf(draft.getLocation());
		BookingTime time = draft.getStartsAt() == null ? BookingTime.on(draft.getDay(), site.getZone())
			: BookingTime.at(Instant.ofEpochMilli(draft.getStartsAt().toEpochMilli()), site.getZone());
		if (draft.getDay() != null && !draft.getDay().equals(time.getDay())) {
			throw RetentionException.invalid(DAY_DIFFERS, "day", time.getDay());
		}
		LocalDate today = site.dayOf(now);
		boolean inReach = !time.getDay().isBefore(today.minus(REACH)) && !time.getDay().isAfter(today.plus(REACH));
		check(inReach, DAY_OUT_OF_RANGE, draft.getStartsAt() == null ? "day" : "startsAt", today.minus(REACH),
			today.plus(REACH));
		return time;
	}

	private static void length(String field, String text, int most) {
		check(text == null || text.length() <= most, TOO_LONG, field, most);
	}

	private static void check(boolean holds, String code, String field, Object... arguments) {
		if (!holds) {
			throw RetentionException.invalid(code, field, arguments.length == 0 ? Collections.singleton(field).toArray()
				: arguments);
		}
	}
}
