/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.MonthDay;
import java.time.Period;
import lombok.Builder;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

/** What starts a plan, and its parameters; {@link #filter} belongs to the triggers that look at encounters. */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Trigger {

	/** The patient's, in {@link #date}. */
	public static final String BIRTHDAY = "BIRTHDAY";

	TriggerType type;

	EncounterFilter filter;

	/** The patient's earliest qualifying visit only; registration and the module's own contacts never count as one. */
	boolean firstVisitOnly;

	/** OBS_DATE: uuid or {@code source:code} of the observation whose date it is. */
	String concept;

	/** EVENT: what another feature announces. */
	String event;

	/** DATE: {@code BIRTHDAY}, or a day of every year as {@code --12-24}. */
	String date;

	/** DATE: ISO period in which the patient has had a visit; null: whether or not they ever had one. */
	String visitedWithin;

	/** RECALL: ISO period after the patient's last qualifying visit. */
	String interval;

	/** LAPSE: ISO period without a visit. */
	String period;

	/** ABSENCE_OF: ISO period in which {@link #absent} should have come. */
	String within;

	/** ABSENCE_OF: what should have come. */
	EncounterFilter absent;

	/** BOOKING: which side of it. */
	BookingMoment when;

	/**
	 * RECALL and LAPSE: patients a day whose time had passed when their plan was made; null: ten. EVENT: patients a day whose
	 * plan begins, on open days from that of the event on; null: all at once.
	 */
	Integer perDay;

	/** Reminds of a booking. */
	@JsonIgnore
	public boolean isBeforeBooking() {
		return type == TriggerType.BOOKING && when == BookingMoment.BEFORE;
	}

	/** Null: the patient's birthday. */
	public MonthDay dayOfYear() {
		return BIRTHDAY.equals(date) ? null : MonthDay.parse(date);
	}

	/** How long after the anchor's day the steps are counted from; zero for what has no waiting time. */
	public Period waitPeriod() {
		String wait = interval != null ? interval : period != null ? period : within;
		return wait == null ? Period.ZERO : Period.parse(wait);
	}
}
