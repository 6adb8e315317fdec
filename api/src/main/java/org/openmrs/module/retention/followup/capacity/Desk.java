/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import lombok.Value;
import lombok.With;
import org.openmrs.module.retention.calendar.Capacity;
import org.openmrs.module.retention.calendar.Site;

/** The people of a role who work the locations of one calendar and zone: a capacity is theirs together. */
@Value
class Desk {

	/** Stands for all of them. */
	Site site;

	Capacity capacity;

	String role;

	/** Ids; empty with {@link #elsewhere}: only tasks without a location. */
	Set<Integer> locations;

	/** Tasks without a location too. */
	boolean elsewhere;

	/** Ids of the users of the role, whose own tasks take their part of the day. */
	@With
	Set<Integer> owners;

	/** Uuid of the site whose own its time is; null: it is that of all the calendar's places. */
	String getOwnSite() {
		return capacity.siteOf(role);
	}

	LocalDate dayOf(Instant instant) {
		return site.dayOf(instant);
	}

	Instant startOf(LocalDate day) {
		return day.atStartOfDay(site.getZone()).toInstant();
	}

	Instant openingOf(LocalDate day) {
		return site.getHours().isOpen(day) ? site.getHours().opening(day).atZone(site.getZone()).toInstant() : startOf(day);
	}

	/** Of the day's limit, what the hours bear in which it is still open then. Null: no limit. */
	Long limitFrom(Instant now) {
		Long limit = limitOn(dayOf(now));
		long open = openFrom(startOf(dayOf(now)));
		return limit == null || open == 0 ? limit : Long.valueOf(limit * openFrom(now) / open);
	}

	/** Seconds for which it is open on the day of that time, from then on. */
	long openFrom(Instant now) {
		return site.getHours().openFrom(site.timeOf(now)).getSeconds();
	}

	/** In seconds; null: no limit. */
	Long limitOn(LocalDate day) {
		Duration limit = capacity.on(day, role, site.getHours());
		return limit == null ? null : Long.valueOf(limit.getSeconds());
	}
}
