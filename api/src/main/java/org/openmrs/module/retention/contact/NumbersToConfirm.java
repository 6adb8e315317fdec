/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.openmrs.Person;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * Numbers that came into the chart while their owner was a minor: they may be the parents'. From majority on they are to be
 * confirmed, until the person has been spoken with there or somebody has set them OK.
 */
@RequiredArgsConstructor
public class NumbersToConfirm {

	private final ContactDao dao;

	private final RetentionSettings settings;

	/** The details, those to be confirmed marked; by person id. @param zones of the persons: where it is their birthday */
	public Map<Integer, List<ContactDetail>> mark(Map<Person, ZoneId> zones, Map<Integer, List<ContactDetail>> details,
		Instant now) {
		Majority majority = Majority.of(settings);
		Map<Integer, Instant> since = new HashMap<>();
		zones.forEach((person, zone) -> {
			LocalDate day = majority.on(person.getBirthdate());
			Instant ofAge = day == null ? null : day.atStartOfDay(zone).toInstant();
			if (ofAge != null && !ofAge.isAfter(now)
				&& details.get(person.getPersonId()).stream().anyMatch(one -> isOpen(one, ofAge))) {
				since.put(person.getPersonId(), ofAge);
			}
		});
		Map<Integer, List<ContactDetail>> marked = new HashMap<>(details);
		if (!since.isEmpty()) {
			Map<String, Instant> spoken = dao.lastSpokenWithPatient(since.keySet());
			since.forEach((person, ofAge) -> marked.put(person, mark(person, details.get(person), ofAge, spoken)));
		}
		return marked;
	}

	private static List<ContactDetail> mark(Integer person, List<ContactDetail> details, Instant ofAge,
		Map<String, Instant> spoken) {
		List<ContactDetail> marked = new ArrayList<>();
		for (ContactDetail one : details) {
			Instant last = spoken.get(person + ":" + one.getKey());
			boolean confirmed = last != null && !last.isBefore(ofAge);
			marked.add(isOpen(one, ofAge) && !confirmed ? one.toBuilder().confirm(true).build() : one);
		}
		return marked;
	}

	private static boolean isOpen(ContactDetail detail, Instant ofAge) {
		boolean childhood = detail.getKind() == ContactPoint.Kind.PHONE && detail.isUsable()
			&& detail.getWrittenAt() != null && detail.getWrittenAt().isBefore(ofAge);
		boolean setSince = detail.getState() == ContactPoint.State.OK && detail.getVersion() != null
			&& detail.getVersion() > 0 && !detail.getStateAt().isBefore(ofAge);
		return childhood && !setSince;
	}
}
