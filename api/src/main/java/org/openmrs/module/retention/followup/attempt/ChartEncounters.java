/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.module.retention.chart.ChartWriter;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Writes a conversation to the chart as an encounter of its own type, one for each patient it was about. */
@RequiredArgsConstructor
class ChartEncounters {

	private final ChartWriter chart;

	private final ChartFindings findings;

	private final Staff staff;

	private final RetentionSettings settings;

	void write(ContactAttempt attempt, Caller caller) {
		boolean wanted = attempt.getResult() == AttemptResult.SPOKE
			&& settings.flag(RetentionSettings.CHART_ENCOUNTER, true);
		EncounterType type = wanted ? chart.type() : null;
		if (type == null) {
			return;
		}
		Map<Patient, List<FollowUpTask>> byPatient = new LinkedHashMap<>();
		for (Patient patient : attempt.getPatients()) {
			byPatient.put(patient, attempt.getTasks().stream().filter(t -> patient.equals(t.getPatient()))
				.collect(Collectors.toList()));
		}
		byPatient.forEach((patient, tasks) -> {
			boolean about = !tasks.isEmpty() || attempt.getTasks().isEmpty();
			if (about && !Boolean.TRUE.equals(patient.getVoided())) {
				Encounter encounter = save(attempt, type, patient, tasks, caller);
				remember(attempt, encounter, patient);
			}
		});
	}

	void withdraw(ContactAttempt attempt, String reason) {
		Set<String> uuids = new LinkedHashSet<>();
		uuids.add(attempt.getEncounterUuid());
		attempt.getLinks().forEach(l -> uuids.add(l.getEncounterUuid()));
		uuids.forEach(uuid -> chart.withdraw(uuid, reason));
	}

	private Encounter save(ContactAttempt attempt, EncounterType type, Patient patient, List<FollowUpTask> tasks,
		Caller caller) {
		return chart.write(ChartWriter.Entry.builder().patient(patient).type(type).at(attempt.getStartedAt())
			.location(tasks.isEmpty() ? null : tasks.get(0).getLocation())
			.provider(staff.providerOf(attempt.getCalledBy())).writer(caller.getUser()).writtenAt(caller.getNow())
			.observations(() -> findings.of(attempt, tasks)).build());
	}

	private static void remember(ContactAttempt attempt, Encounter encounter, Patient patient) {
		if (attempt.getEncounterUuid() == null) {
			attempt.setEncounterId(encounter.getEncounterId());
			attempt.setEncounterUuid(encounter.getUuid());
		}
		attempt.getLinks().stream().filter(l -> l.getRole() == AttemptTask.Role.ANSWERED)
			.filter(l -> patient.equals(l.getTask().getPatient())).forEach(l -> l.setEncounterUuid(encounter.getUuid()));
	}
}
