/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;

/**
 * Who has been spoken with of late: the patients of a conversation, the person rung for them, and whoever is reached at the
 * number that was used. Whom we have contacted how often within a week, for other things than care: the person rung,
 * and whoever is reached at the number. And to whom a call is promised for later.
 */
public final class RecentContacts {

	static final Duration WEEK = Duration.ofDays(7);

	/** One contact, with those whom it leaves to rest. */
	@Value
	@Builder
	static class Contact {

		Instant at;

		/** Not merely a message left with another person, nor talk in a language that the two did not share. */
		boolean conversation;

		/** We began it, it was about tasks that are no care, and somebody or an answering machine took it. */
		boolean counted;

		@Singular("concerns")
		Set<Integer> concerned;

		/** Of those concerned whom it reached: not the patients for whom another person was rung. */
		@Singular("reaches")
		Set<Integer> reached;
	}

	private final Duration rest;

	/** 0: no limit. */
	private final int weeklyCap;

	private final Map<Integer, Instant> promised;

	private final Map<Integer, Instant> spokenWith = new HashMap<>();

	private final Map<Integer, List<Instant>> counted = new HashMap<>();

	/** @param promised by person rung, the beginning of the last window that is promised and has not begun */
	RecentContacts(Collection<Contact> contacts, Duration rest, int weeklyCap, Map<Integer, Instant> promised) {
		this.promised = promised;
		this.rest = rest;
		this.weeklyCap = weeklyCap;
		for (Contact contact : contacts) {
			if (contact.conversation) {
				existing(contact.concerned)
					.forEach(person -> spokenWith.merge(person, contact.at, RecentContacts::later));
			}
			if (contact.counted) {
				existing(contact.reached)
					.forEach(person -> counted.computeIfAbsent(person, id -> new ArrayList<>()).add(contact.at));
			}
		}
		counted.values().forEach(times -> times.sort(Comparator.reverseOrder()));
	}

	/** End of the rest after the last conversation; null: there was none. */
	public Instant restUntil(Integer person) {
		Instant last = spokenWith.get(person);
		return last == null ? null : last.plus(rest);
	}

	/** When there have been fewer contacts within a week than we allow ourselves; null: there have not been as many. */
	public Instant cappedUntil(Integer person) {
		List<Instant> times = counted.getOrDefault(person, Collections.emptyList());
		return weeklyCap == 0 || times.size() < weeklyCap ? null : times.get(weeklyCap - 1).plus(WEEK);
	}

	/** When a call to the person is promised for; null: none is. */
	public Instant promisedUntil(Integer person) {
		return promised.get(person);
	}

	/** To whom a call is promised for later than that. */
	public Set<Integer> promisedTo(Instant at) {
		return promised.keySet().stream().filter(person -> promised.get(person).isAfter(at)).collect(Collectors.toSet());
	}

	/** Who rests then. */
	public Set<Integer> resting(Instant at) {
		return spokenWith.keySet().stream().filter(person -> restUntil(person).isAfter(at)).collect(Collectors.toSet());
	}

	/** Who has been contacted as often by then as we allow ourselves. */
	public Set<Integer> capped(Instant at) {
		return counted.keySet().stream()
			.filter(person -> cappedUntil(person) != null && cappedUntil(person).isAfter(at)).collect(Collectors.toSet());
	}

	private static List<Integer> existing(Set<Integer> people) {
		return people.stream().filter(Objects::nonNull).collect(Collectors.toList());
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}
}
