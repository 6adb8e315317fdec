/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.User;
import org.openmrs.module.retention.contact.RecentContacts;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** A {@link WorklistSearch} whose words have been looked up, with what holds at this moment. */
@Value
@Builder(toBuilder = true)
class WorklistFilter {

	/** Seconds; nobody has so much to say to one person. */
	private static final long LONGEST_CALL = 2 * 60 * 60;

	Instant now;

	/**
	 * What wakes later than today ends is not on the list of the day; whose visit began today and has not ended is in the
	 * building.
	 */
	LocalDays days;

	/** Who has been spoken with and contacted lately. */
	RecentContacts recent;

	/** Of them, those who rest: only care is called for, and what was promised. */
	@Builder.Default
	Collection<Integer> resting = Collections.emptySet();

	/** Whom we have contacted as often within a week as we allow ourselves: only care is called for, and what was promised. */
	@Builder.Default
	Collection<Integer> capped = Collections.emptySet();

	/** To whom a call is promised for later: until then only urgent care is called for. */
	@Builder.Default
	Collection<Integer> promisedTo = Collections.emptySet();

	/** Who is a minor today, for whom a guardian's word counts. */
	Collection<Minors> minors;

	/** Patients whose service escalation is open: only care is called for. */
	@Builder.Default
	Collection<Integer> escalated = Collections.emptySet();

	/** Where calls may take so long at most before the quiet hours begin. */
	@Builder.Default
	Collection<Quiet> quiet = Collections.emptySet();

	/** Who is in mourning, and whose families are: only care is called for, and recalls. */
	@Builder.Default
	Collection<Mourning> mourning = Collections.emptySet();

	/** Locations that are closed today: only care is called for. */
	@Builder.Default
	Collection<Integer> closedLocations = Collections.emptySet();

	/** Whether tasks without a location are closed today. */
	boolean closedElsewhere;

	/** Who had an encounter outside a visit since then is still here. */
	Date treatedSince;

	/** Uuids of the types of the module's own encounters, for which nobody has come. */
	Set<String> conversations;

	/** Patients in the building whose calls are held because no number works: to be asked for one. */
	@Builder.Default
	Collection<Integer> toAskForNumber = Collections.emptySet();

	/** Whether a call needs a number that may work; false: where numbers stand is not configured. */
	boolean numberNeeded;

	User caller;

	/** Only what nobody else has claimed. */
	boolean callableOnly;

	/** With this user; null: with anybody. */
	User assignee;

	/** Or in one of these queues; null with {@link #assignee} null: no filter. */
	Collection<String> roles;

	boolean unresolvedToo;

	/** What the people of the queues can bear today; null: nobody has set it. */
	Long capacitySeconds;

	Collection<Integer> locations;

	/** What has no location belongs to one of them. */
	boolean placelessToo;

	Purpose purpose;

	/** Null: whatever they speak. */
	LanguageFilter language;

	/** How long a call may take somewhere before the quiet hours, when they are so close that it matters; null: they are not. */
	Long secondsLeft() {
		return quiet.stream().map(Quiet::getSeconds).filter(seconds -> seconds > 0 && seconds < LONGEST_CALL)
			.min(Comparator.naturalOrder()).orElse(null);
	}

	/** Not everybody's tasks are asked for. */
	boolean narrows() {
		return callableOnly || purpose != null || locations != null || language != null || assignee != null
			|| roles != null;
	}

	/** A call in these zones may not take longer than so many seconds now. */
	@Value
	static class Quiet {

		long seconds;

		Collection<String> zones;
	}

	/** Whoever was born after the day is a minor where it is now a certain day: in these zones, null: everywhere. */
	@Value
	static class Minors {

		Date bornAfter;

		Collection<String> zones;
	}

	/** These persons are in mourning where it is now a certain day: in these zones, null: everywhere. */
	@Value
	static class Mourning {

		Collection<Integer> persons;

		Collection<String> zones;
	}
}
