/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.hibernate.SessionFactory;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.EncounterService;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.util.PrivilegeConstants;

/**
 * Writes a conversation to the chart as an encounter of its own type, one for each patient it was about. The row is
 * inserted before the platform's service sees it: for a new encounter the service asks the site's visit handler, which
 * would put it into a visit, open one, or refuse it where the site maps its types to visits. So it has no visit, whatever
 * the handler.
 */
@RequiredArgsConstructor
@Slf4j
class ChartEncounters {

	private static final String UNKNOWN_ROLE = "a0b03050-c99b-11e0-9572-0800200c9a66";

	private static final Collection<String> CHART = Collections.unmodifiableList(Arrays.asList(
		PrivilegeConstants.ADD_ENCOUNTERS, PrivilegeConstants.EDIT_ENCOUNTERS, PrivilegeConstants.DELETE_ENCOUNTERS,
		PrivilegeConstants.GET_ENCOUNTERS, PrivilegeConstants.GET_ENCOUNTER_ROLES, PrivilegeConstants.ADD_OBS,
		PrivilegeConstants.EDIT_OBS, PrivilegeConstants.DELETE_OBS, PrivilegeConstants.GET_OBS,
		PrivilegeConstants.GET_CONCEPTS, PrivilegeConstants.GET_PATIENTS, PrivilegeConstants.GET_PERSONS,
		PrivilegeConstants.GET_VISITS, PrivilegeConstants.GET_PROVIDERS, PrivilegeConstants.GET_LOCATIONS,
		PrivilegeConstants.GET_USERS, PrivilegeConstants.GET_ORDERS, PrivilegeConstants.EDIT_ORDERS,
		PrivilegeConstants.DELETE_ORDERS));

	private final EncounterService encounters;

	private final ChartFindings findings;

	private final References references;

	private final Staff staff;

	private final RetentionSettings settings;

	private final SessionFactory sessionFactory;

	/** Reported once on this node. */
	private final Set<String> reported = Collections.synchronizedSet(new HashSet<>());

	void write(ContactAttempt attempt, Caller caller) {
		boolean wanted = attempt.getResult() == AttemptResult.SPOKE
			&& settings.flag(RetentionSettings.CHART_ENCOUNTER, true);
		EncounterType type = wanted ? type() : null;
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
				Encounter encounter = SystemActions.asSystem(CHART, () -> save(attempt, type, patient, tasks, caller));
				remember(attempt, encounter, patient);
			}
		});
	}

	void withdraw(ContactAttempt attempt, String reason) {
		Set<String> uuids = new LinkedHashSet<>();
		uuids.add(attempt.getEncounterUuid());
		attempt.getLinks().forEach(l -> uuids.add(l.getEncounterUuid()));
		uuids.stream().filter(Objects::nonNull).map(u -> references.byUuid(Encounter.class, u))
			.filter(e -> e != null && !Boolean.TRUE.equals(e.getVoided()))
			.forEach(e -> SystemActions.asSystem(CHART, () -> encounters.voidEncounter(e, reason)));
	}

	private Encounter save(ContactAttempt attempt, EncounterType type, Patient patient, List<FollowUpTask> tasks,
		Caller caller) {
		Encounter encounter = new Encounter();
		encounter.setPatient(patient);
		encounter.setEncounterType(type);
		encounter.setEncounterDatetime(Date.from(attempt.getStartedAt()));
		encounter.setLocation(tasks.isEmpty() ? null : tasks.get(0).getLocation());
		encounter.setCreator(caller.getUser());
		encounter.setDateCreated(Date.from(caller.getNow()));
		sessionFactory.getCurrentSession().save(encounter);
		Provider provider = staff.providerOf(attempt.getCalledBy());
		EncounterRole role = provider == null ? null : role();
		if (role != null) {
			encounter.addProvider(role, provider);
		}
		findings.of(attempt, tasks).forEach(encounter::addObs);
		return encounters.saveEncounter(encounter);
	}

	private static void remember(ContactAttempt attempt, Encounter encounter, Patient patient) {
		if (attempt.getEncounterUuid() == null) {
			attempt.setEncounterId(encounter.getEncounterId());
			attempt.setEncounterUuid(encounter.getUuid());
		}
		attempt.getLinks().stream().filter(l -> l.getRole() == AttemptTask.Role.ANSWERED)
			.filter(l -> patient.equals(l.getTask().getPatient())).forEach(l -> l.setEncounterUuid(encounter.getUuid()));
	}

	/** Null: the site has none that can be used. */
	private EncounterType type() {
		String uuid = settings.text(RetentionSettings.CHART_ENCOUNTER_TYPE, RetentionMetadata.CONTACT_ENCOUNTER_TYPE);
		EncounterType type = references.byUuid(EncounterType.class, uuid);
		if (type == null || Boolean.TRUE.equals(type.getRetired())) {
			report("Conversations are not written to the chart: there is no encounter type " + uuid);
			return null;
		}
		return type;
	}

	private EncounterRole role() {
		String uuid = settings.text(RetentionSettings.CHART_ENCOUNTER_ROLE, UNKNOWN_ROLE);
		EncounterRole role = references.byUuid(EncounterRole.class, uuid);
		if (role == null) {
			report("Conversations in the chart have no provider: there is no encounter role " + uuid);
		}
		return role;
	}

	private void report(String what) {
		if (reported.add(what)) {
			log.warn(what);
		}
	}
}
