/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * What one patient comes for, and when: by chance some months apart, and for what earlier treatments lead to. A root canal
 * treatment is mostly followed by its crown, an extraction seldom by its restoration, glasses are ordered after an
 * examination and not always fetched, and some patients stop coming. Names of the encounter types that the packages bring.
 */
final class Courses {

	/** Which part of the clinic a patient goes to; shares in percent of what brings them by chance. */
	enum Kind {

		DENTAL("Dental examination", 36, "Dental filling", 22, "Dental hygiene visit", 14, "Tooth extraction", 8,
			"Root canal treatment", 6, "Periodontal treatment", 5, "Dental crown", 3, "Dental implant surgery", 3,
			"Surgical tooth extraction", 2, "Dental bridge or denture", 1),
		OPTICAL("Eye examination", 60, "Glasses dispensed", 25, "Contact lens fitting", 15),
		GENERAL("General consultation", 80, "Check-up", 20);

		private final Map<String, Integer> shares = new LinkedHashMap<>();

		Kind(Object... pairs) {
			for (int i = 0; i < pairs.length; i += 2) {
				shares.put((String) pairs[i], (Integer) pairs[i + 1]);
			}
		}

		static Kind of(SplittableRandom random) {
			int lot = random.nextInt(100);
			return lot < 68 ? DENTAL : lot < 92 ? OPTICAL : GENERAL;
		}

		/** What somebody comes for by chance. */
		String pick(SplittableRandom random) {
			int lot = random.nextInt(100);
			for (Map.Entry<String, Integer> share : shares.entrySet()) {
				lot -= share.getValue();
				if (lot < 0) {
					return share.getKey();
				}
			}
			throw new IllegalStateException("The shares do not add up to 100");
		}
	}

	/** A visit, or what the workshop writes. */
	record Visit(LocalDate day, String type) {
	}

	/** In so many of a hundred cases one thing leads to another, from the least number of days on, within a spread. */
	private record Sequel(String after, int percent, String type, int least, int spread) {
	}

	/** Written by the workshop; no visit of the patient. */
	static final String ORDER_READY = "Glasses or lenses ready";

	private static final List<Sequel> SEQUELS = List.of(new Sequel("Root canal treatment", 60, "Dental crown", 14, 60),
		new Sequel("Tooth extraction", 30, "Dental bridge or denture", 80, 90),
		new Sequel("Dental hygiene visit", 60, "Dental hygiene visit", 165, 60),
		new Sequel("Periodontal treatment", 70, "Periodontal treatment", 80, 40),
		new Sequel("Eye examination", 55, ORDER_READY, 5, 10),
		new Sequel(ORDER_READY, 85, "Glasses dispensed", 1, 12),
		new Sequel("Contact lens fitting", 60, "Contact lens check", 330, 100),
		new Sequel("Contact lens check", 70, "Contact lens check", 330, 100),
		new Sequel("Check-up", 60, "Check-up", 340, 80));

	private static final int STOPS_COMING_PERCENT = 15;

	private final SplittableRandom random;

	private final Kind kind;

	private final boolean often;

	private final LocalDate last;

	private final PriorityQueue<Visit> ahead = new PriorityQueue<>(
		Comparator.comparing(Visit::day).thenComparing(Visit::type));

	private LocalDate byChance;

	/** @param first the day of the first visit, which is always one by chance */
	Courses(SplittableRandom random, LocalDate first) {
		this.random = random;
		this.kind = Kind.of(random);
		this.often = random.nextInt(100) == 0;
		this.byChance = first;
		this.last = random.nextInt(100) < STOPS_COMING_PERCENT ? first.plusDays(random.nextInt(400)) : LocalDate.MAX;
	}

	Kind kind() {
		return kind;
	}

	/** The next in the order of the days; null: the patient comes no more. */
	Visit next() {
		Visit visit;
		if (!ahead.isEmpty() && ahead.peek().day().isBefore(byChance)) {
			visit = ahead.poll();
		} else {
			visit = new Visit(byChance, kind.pick(random));
			byChance = byChance.plusDays(often ? 3 + random.nextInt(5) : 60 + random.nextInt(300));
		}
		if (visit.day().isAfter(last)) {
			return null;
		}
		for (Sequel sequel : SEQUELS) {
			if (sequel.after().equals(visit.type()) && random.nextInt(100) < sequel.percent()) {
				ahead.add(new Visit(visit.day().plusDays(sequel.least() + random.nextInt(sequel.spread())), sequel.type()));
			}
		}
		return visit;
	}
}
