/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;

/**
 * Who has been spoken with of late: the patients of a conversation, the person rung for them, and whoever is reached at
 * the number that was used.
 */
public final class RecentContacts {

	/** One contact, with those whom it leaves to rest. */
	@Value
	@Builder
	static class Contact {

		Instant at;

		/** Not merely a message left with another person, nor talk in a language that the two did not share. */
		boolean conversation;

		@Singular("concerns")
		Set<Integer> concerned;
	}

	private final Duration rest;

	private final Map<Integer, Instant> spokenWith = new HashMap<>();

	RecentContacts(Collection<Contact> contacts, Duration rest) {
		this.rest = rest;
		contacts.stream().filter(Contact::isConversation)
			.forEach(contact -> contact.getConcerned().stream().filter(Objects::nonNull)
				.forEach(person -> spokenWith.merge(person, contact.getAt(), RecentContacts::later)));
	}

	/** End of the rest after the last conversation; null: there was none. */
	public Instant restUntil(Integer person) {
		Instant last = spokenWith.get(person);
		return last == null ? null : last.plus(rest);
	}

	/** Who rests then. */
	public Set<Integer> resting(Instant at) {
		return spokenWith.keySet().stream().filter(person -> restUntil(person).isAfter(at)).collect(Collectors.toSet());
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}
}
