/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.contact.RecentContacts.Contact;

class RecentContactsTest {

	private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

	private static final Duration THREE_DAYS = Duration.ofDays(3);

	private static final int CHILD = 1;

	private static final int MOTHER = 2;

	private static final int NEIGHBOUR = 3;

	@Test
	void conversation_shouldLetAllWhomItConcernsRest_fromTheLastOne() {
		RecentContacts recent = recent(talk(MONDAY, CHILD, MOTHER), talk(MONDAY.plus(Duration.ofHours(5)), MOTHER));

		assertThat(recent.restUntil(CHILD)).isEqualTo(MONDAY.plus(THREE_DAYS));
		assertThat(recent.restUntil(MOTHER)).isEqualTo(MONDAY.plus(THREE_DAYS).plus(Duration.ofHours(5)));
		assertThat(recent.restUntil(NEIGHBOUR)).isNull();
		assertThat(recent.resting(MONDAY.plus(THREE_DAYS))).containsExactly(MOTHER);
	}

	@Test
	void message_shouldLetNobodyRest() {
		Contact message = Contact.builder().at(MONDAY).conversation(false).concerns(CHILD).concerns(MOTHER).build();
		assertThat(recent(message).resting(MONDAY)).isEmpty();
	}

	@Test
	void conversation_shouldLeaveOutWhoIsNoLongerInTheChart() {
		assertThat(recent(talk(MONDAY, CHILD, null)).resting(MONDAY)).containsExactly(CHILD);
	}

	@Test
	void cap_shouldHold_untilFewerFallIntoOneWeek() {
		RecentContacts recent = recent(begun(MONDAY), begun(MONDAY.plus(THREE_DAYS)));

		assertThat(recent.cappedUntil(MOTHER)).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
		assertThat(recent.cappedUntil(CHILD)).as("another was rung").isNull();
		assertThat(recent.capped(MONDAY.plus(Duration.ofDays(7)))).isEmpty();
		assertThat(recent.capped(MONDAY.plus(Duration.ofDays(6)))).containsExactly(MOTHER);
	}

	@Test
	void cap_shouldGoByTheNewest_howeverManyThereAre() {
		RecentContacts recent = recent(begun(MONDAY.plus(THREE_DAYS)), begun(MONDAY), begun(MONDAY.plusSeconds(60)));

		assertThat(recent.cappedUntil(MOTHER)).isEqualTo(MONDAY.plusSeconds(60).plus(Duration.ofDays(7)));
	}

	@Test
	void cap_shouldNotCountWhatWeDidNotBegin_andNotHoldWithoutALimit() {
		assertThat(recent(begun(MONDAY), talk(MONDAY, MOTHER)).cappedUntil(MOTHER)).isNull();
		List<Contact> many = Arrays.asList(begun(MONDAY), begun(MONDAY), begun(MONDAY));
		assertThat(new RecentContacts(many, THREE_DAYS, 0, Collections.emptyMap()).capped(MONDAY)).isEmpty();
	}

	private static Contact begun(Instant at) {
		return Contact.builder().at(at).counted(true).concerns(CHILD).concerns(MOTHER).reaches(MOTHER).build();
	}

	private static Contact talk(Instant at, Integer... people) {
		Contact.ContactBuilder contact = Contact.builder().at(at).conversation(true);
		Arrays.asList(people).forEach(contact::concerns);
		return contact.build();
	}

	private static RecentContacts recent(Contact... contacts) {
		return new RecentContacts(Arrays.asList(contacts), THREE_DAYS, 2, Collections.emptyMap());
	}
}
