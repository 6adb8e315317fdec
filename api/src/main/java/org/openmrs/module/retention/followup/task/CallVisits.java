/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.openmrs.Encounter;
import org.openmrs.EncounterProvider;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.module.retention.shared.PeopleInSession;
import org.openmrs.util.PrivilegeConstants;

/**
 * Reads the visits that tasks are about, and shows of each what the caller could read in the chart, no more. The number of
 * statements does not grow with the tasks.
 */
final class CallVisits {

	private final Session session;

	CallVisits(Session session) {
		this.session = session;
	}

	/**
	 * By the id of the task; those without a visit, and those of which the caller may not know, are left out.
	 *
	 * @param may whether the caller has a privilege
	 */
	Map<Integer, CallVisit> of(Collection<FollowUpTask> tasks, Predicate<String> may) {
		Set<Integer> ids = tasks.stream().map(FollowUpTask::getPlan).filter(plan -> plan != null)
			.map(FollowUpPlan::getEncounterId).filter(id -> id != null).collect(Collectors.toSet());
		if (ids.isEmpty() || !may.test(PrivilegeConstants.GET_ENCOUNTERS)) {
			return Collections.emptyMap();
		}
		Map<Integer, Encounter> encounters = read(ids);
		Map<Integer, CallVisit> visits = new HashMap<>();
		for (FollowUpTask task : tasks) {
			Encounter encounter = task.getPlan() == null ? null : encounters.get(task.getPlan().getEncounterId());
			if (encounter != null && isOf(encounter, task) && isReadable(encounter.getEncounterType(), may)) {
				visits.put(task.getId(), shown(encounter, may));
			}
		}
		return visits;
	}

	private Map<Integer, Encounter> read(Set<Integer> ids) {
		new PeopleInSession(session)
			.persons(session.createQuery("select distinct p.provider.person.personId from EncounterProvider p"
				+ " where p.encounter.encounterId in (:ids) and p.voided = false and p.provider.person is not null",
				Integer.class).setParameterList("ids", ids).list());
		return session.createQuery("select distinct e from Encounter e join fetch e.encounterType t"
			+ " left join fetch t.viewPrivilege left join fetch e.location l left join fetch l.parentLocation"
			+ " left join fetch e.encounterProviders p left join fetch p.provider"
			+ " where e.encounterId in (:ids) and e.voided = false",
			Encounter.class).setParameterList("ids", ids).list().stream()
			.collect(Collectors.toMap(Encounter::getEncounterId, encounter -> encounter));
	}

	/** It may have been moved to somebody else, and the plan not yet. */
	private static boolean isOf(Encounter encounter, FollowUpTask task) {
		return encounter.getPatient().getPatientId().equals(task.getPatient().getPatientId());
	}

	/** The platform hides encounters of some types from who lacks the type's own privilege. */
	private static boolean isReadable(EncounterType type, Predicate<String> may) {
		return type.getViewPrivilege() == null || may.test(type.getViewPrivilege().getPrivilege());
	}

	private static CallVisit shown(Encounter encounter, Predicate<String> may) {
		return new CallVisit(encounter.getUuid(),
			may.test(PrivilegeConstants.GET_ENCOUNTER_TYPES) ? encounter.getEncounterType().getName() : null,
			encounter.getEncounterDatetime().toInstant(),
			may.test(PrivilegeConstants.GET_LOCATIONS) ? places(encounter.getLocation()) : Collections.emptyList(),
			may.test(PrivilegeConstants.GET_PROVIDERS) ? clinicians(encounter) : Collections.emptyList());
	}

	private static List<String> places(Location location) {
		List<String> places = new ArrayList<>();
		if (location != null) {
			places.add(location.getName());
			if (location.getParentLocation() != null) {
				places.add(location.getParentLocation().getName());
			}
		}
		return places;
	}

	private static List<String> clinicians(Encounter encounter) {
		return encounter.getEncounterProviders().stream().filter(one -> !Boolean.TRUE.equals(one.getVoided()))
			.map(EncounterProvider::getProvider).map(provider -> provider.getName())
			.filter(name -> name != null && !name.isEmpty()).distinct().sorted().collect(Collectors.toList());
	}
}
