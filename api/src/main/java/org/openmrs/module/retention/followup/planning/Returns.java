/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.contact.ContactProfile;

/** Who had left the clinic and has come again: a visit on a later day says so, as long as it stands. */
@RequiredArgsConstructor
class Returns {

	private final AgreementDao agreements;

	private final EncounterDao encounters;

	/** What stands between the clinic and the patients, by what the chart has of their visits now. */
	Agreements of(Collection<Integer> patients, PlanningRun run) {
		List<ContactProfile> left = agreements.left(patients);
		if (!left.isEmpty()) {
			Map<Integer, LocalDate> back = cameBack(left, run);
			left.forEach(profile -> profile.comeBack(back.get(profile.getPatient().getPatientId())));
		}
		return agreements.of(patients);
	}

	/** By patient: the day of the first visit after the one on which they left. */
	private Map<Integer, LocalDate> cameBack(List<ContactProfile> left, PlanningRun run) {
		Map<Integer, LocalDate> days = left.stream()
			.collect(Collectors.toMap(p -> p.getPatient().getPatientId(), ContactProfile::getEndedOn));
		LocalDate first = days.values().stream().min(Comparator.naturalOrder()).orElseThrow(IllegalStateException::new);
		Instant from = first.plusDays(1).atStartOfDay(ZoneOffset.MAX).toInstant();
		Map<Integer, LocalDate> back = new HashMap<>();
		for (EncounterFacts encounter : encounters.since(days.keySet(), from)) {
			LocalDate day = run.siteOf(encounter).dayOf(encounter.getAt());
			if (run.isVisit(encounter) && day.isAfter(days.get(encounter.getPatientId()))) {
				back.merge(encounter.getPatientId(), day, (one, other) -> one.isBefore(other) ? one : other);
			}
		}
		return back;
	}
}
