/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.Locale;

/** What may be odd about the entry of a contact; it is noted, never a reason to refuse the entry. */
public enum AttemptFlag {

	/** The caller's clock is ahead of ours. */
	CLOCK_SKEW,
	/** Entered more than a day after the contact. */
	LATE_ENTRY,
	/** A call outside the hours in which people may be called. */
	QUIET_HOURS,
	/** A call while the site is closed. */
	SITE_CLOSED,
	/** The contact policy would have let it wait. */
	AGAINST_POLICY,
	/** Somebody else had the row open. */
	CLAIMED_BY_ANOTHER,
	/** A task was no longer worth doing. */
	TASK_EXPIRED,
	/** Somebody other than the patient refused, or ended the relationship. */
	SAID_BY_ANOTHER,
	/** Not said how the person is related to the patient. */
	RELATION_MISSING,
	/** Required questions without an answer. */
	ANSWERS_MISSING,
	/** Answers from a person to whom nothing clinical may be told. */
	ANSWERS_FROM_ANOTHER,
	/** The site is closed at the promised time. */
	PROMISE_CLOSED,
	/** The promised time is one in which people are not called. */
	PROMISE_QUIET_HOURS,
	/** Who is to keep the promise is away all the time until then, or cannot work here. */
	PROMISE_OWNER_ABSENT,
	/** Who is to keep the promise has more to do that day already than the day can bear. */
	PROMISE_FULL,
	/** The second time in a row that the patient declines: ask whether to stop. */
	DECLINED_AGAIN,
	/** No number of the person works any more. */
	NO_NUMBER_LEFT,
	/** The number belongs to nobody among the people of the contact. */
	FOREIGN_NUMBER,
	/** No colleague is known to speak the language. */
	NOBODY_SPEAKS_LANGUAGE;

	/** Lower case and dashes; its text is {@code retention.followup.warning.<code>}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
