/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

/**
 * Opening hours as an implementer writes them. Hours are {@code HH:mm-HH:mm}, several a day allowed; a day without hours
 * is closed.
 */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_NULL)
public class CalendarDefinition {

	String uuid;

	String name;

	/** Used by every location that names no calendar; at most one calendar is. */
	boolean standard;

	/** By weekday {@code MONDAY} to {@code SUNDAY}. */
	Map<String, List<String>> hours;

	/** Days that differ: holidays (no hours), half days, extra days. */
	List<Exception> exceptions;

	/**
	 * By role, then by weekday: minutes that its people have for calls, at all locations of the calendar and zone together,
	 * but for the sites that have their own.
	 */
	Map<String, Map<String, Integer>> capacity;

	/** Sites whose people have a time of their own for calls. */
	List<SiteCapacity> sites;

	/** What a location, with all that lies below it, has for itself instead of the calendar's. */
	@Value
	@Builder(toBuilder = true)
	@Jacksonized
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public static class SiteCapacity {

		/** Uuid. */
		String location;

		/** As the calendar's; a role that is not named here shares in the calendar's. */
		Map<String, Map<String, Integer>> capacity;
	}

	/** One day, or the same day every year. */
	@Value
	@Builder(toBuilder = true)
	@Jacksonized
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public static class Exception {

		/** ISO date ({@code 2026-12-24}) or every year ({@code --12-24}). */
		String date;

		/** Last day of a run of days, same form; null: one day. */
		String until;

		String name;

		/** Null or empty: closed. */
		List<String> hours;
	}
}
