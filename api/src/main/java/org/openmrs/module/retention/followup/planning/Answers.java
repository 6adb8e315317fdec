/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which questions the observations of some encounters answer, and how; concept ids. */
final class Answers {

	static final Answers NONE = new Answers();

	private final Map<Integer, Map<Integer, Set<Integer>>> byEncounter = new HashMap<>();

	private final Map<Integer, Map<Integer, Function<ZoneId, LocalDate>>> dates = new HashMap<>();

	/** @param answer null: the question was answered otherwise than by a code */
	void add(Integer encounter, Integer question, Integer answer) {
		byEncounter.computeIfAbsent(encounter, e -> new HashMap<>()).computeIfAbsent(question, q -> new HashSet<>())
			.add(answer);
	}

	/** @param dateOnly the value is a day, written as midnight of the server's zone */
	void addDate(Integer encounter, Integer question, Instant value, boolean dateOnly) {
		dates.computeIfAbsent(encounter, e -> new HashMap<>()).put(question, zone -> value
			.atZone(dateOnly ? ZoneId.systemDefault() : zone).toLocalDate());
	}

	/** The day that the encounter answers to one of the questions, in the zone; the last written; null: none. */
	LocalDate dateOf(Integer encounter, Set<Integer> questions, ZoneId zone) {
		return dates.getOrDefault(encounter, Collections.emptyMap()).entrySet().stream()
			.filter(date -> questions.contains(date.getKey())).map(date -> date.getValue().apply(zone)).findFirst()
			.orElse(null);
	}

	boolean hasDate(Integer encounter, Set<Integer> questions) {
		return !Collections.disjoint(dates.getOrDefault(encounter, Collections.emptyMap()).keySet(), questions);
	}

	/** Null: the encounter does not hold the question. */
	Set<Integer> of(Integer encounter, Integer question) {
		return byEncounter.getOrDefault(encounter, Collections.emptyMap()).get(question);
	}
}
