/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.Value;

/** What a protocol would have made of the last days. */
@Value
@Builder
public class RehearsalReport {

	/** The protocol's. */
	String uuid;

	String name;

	LocalDate firstDay;

	/** Yesterday. */
	LocalDate lastDay;

	/** All that reaches into the days, be it long before them. */
	long encountersRead;

	/** Of the days: what the protocol acts on, whether or not it made a plan. */
	long anchors;

	/** Of the days: plans that would have been made. */
	long plans;

	/** Contacts that would have been due on the days. */
	long tasks;

	/** Days on which a site that had contacts was open. */
	int openDays;

	/** Contacts on an open day. */
	Spread tasksPerDay;

	/** Minutes on an open day. */
	Spread minutesPerDay;

	/** The day with the most contacts; null: there were none. */
	LocalDate busiestDay;

	/** Monday first. */
	List<Weekday> weekdays;

	/** In the order of the protocol. */
	List<Step> steps;

	/** Anchors that made no plan: what the plan is for had happened, or a repeat is ignored. */
	long anchorsOvertaken;

	/** Anchors that made no plan, for all of it would have come too late. */
	long anchorsPastGrace;

	/** By reason: contacts of the days that would have been planned and never been due. */
	Map<String, Long> notDue;

	/** Patients whose time has passed by now: made active today, they would have their turn so many a day. */
	long waiting;

	/** Null: nobody waits. */
	Integer waitingPerDay;

	/** By calendar and role. */
	List<RehearsedDesk> desks;

	/** Minutes that there are on an open day; null: not said. */
	Integer capacity;

	/** Open days on which it would have taken more; null: the capacity was not said. */
	Integer daysOverCapacity;

	/** The weekday with the most contacts on an open day; null: there were none. */
	public DayOfWeek getBusiestWeekday() {
		DayOfWeek busiest = null;
		double most = 0;
		for (Weekday weekday : weekdays) {
			if (weekday.getTasksPerDay() > most) {
				most = weekday.getTasksPerDay();
				busiest = weekday.getDay();
			}
		}
		return busiest;
	}

	/** Mean, middle and highest. */
	@Value
	public static class Spread {

		double mean;

		double median;

		double max;
	}

	/** Some of the days. */
	@Value
	public static class Weekday {

		DayOfWeek day;

		int openDays;

		long tasks;

		/** On an open day. */
		double tasksPerDay;

		/** On an open day. */
		double minutesPerDay;
	}

	/** A step of the protocol. */
	@Value
	public static class Step {

		String key;

		long tasks;

		double minutes;
	}
}
