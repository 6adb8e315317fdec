/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.chart;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import lombok.Builder;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import lombok.extern.slf4j.Slf4j;
import org.hibernate.SessionFactory;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.EncounterService;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.util.PrivilegeConstants;

/**
 * Encounters of our own type. The row is inserted before the platform's service sees it: for a new encounter the service asks the
 * site's visit handler, which would put it into a visit, open one, or refuse it where the site maps its types to visits. So it
 * has no visit, whatever the handler.
 */
@RequiredArgsConstructor
@Slf4j
public class ChartWriter {

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

	private final RetentionSettings settings;

	private final SessionFactory sessionFactory;

	/** Reported once on this node. */
	private final Set<String> reported = Collections.synchronizedSet(new HashSet<>());

	/** What an encounter says. */
	@Value
	@Builder
	public static class Entry {

		Patient patient;

		EncounterType type;

		Instant at;

		/** Null: not known. */
		Location location;

		/** Null: nobody who has an account as one. */
		Provider provider;

		User writer;

		Instant writtenAt;

		/** Made with the privileges that are lent. */
		Supplier<List<Obs>> observations;

		/** Where none comes of it, nothing is written. */
		boolean onlyWithObservations;
	}

	/** With privileges lent to the caller; null: nothing was to be written. */
	public Encounter write(Entry entry) {
		return SystemActions.asSystem(CHART, () -> save(entry));
	}

	private Encounter save(Entry entry) {
		List<Obs> observations = entry.getObservations().get();
		if (entry.isOnlyWithObservations() && observations.isEmpty()) {
			return null;
		}
		Encounter encounter = new Encounter();
		encounter.setPatient(entry.getPatient());
		encounter.setEncounterType(entry.getType());
		encounter.setEncounterDatetime(Date.from(entry.getAt()));
		encounter.setLocation(entry.getLocation());
		encounter.setCreator(entry.getWriter());
		encounter.setDateCreated(Date.from(entry.getWrittenAt()));
		sessionFactory.getCurrentSession().save(encounter);
		EncounterRole role = entry.getProvider() == null ? null : role();
		if (role != null) {
			encounter.addProvider(role, entry.getProvider());
		}
		observations.forEach(encounter::addObs);
		return encounters.saveEncounter(encounter);
	}

	/** Nothing, where there is none or it is voided already. */
	public void withdraw(String uuid, String reason) {
		Encounter encounter = uuid == null ? null : byUuid(Encounter.class, uuid);
		if (encounter != null && !Boolean.TRUE.equals(encounter.getVoided())) {
			SystemActions.asSystem(CHART, () -> encounters.voidEncounter(encounter, reason));
		}
	}

	/** Null: the site has none that can be used. */
	public EncounterType type() {
		String uuid = settings.text(RetentionSettings.CHART_ENCOUNTER_TYPE, RetentionMetadata.CONTACT_ENCOUNTER_TYPE);
		EncounterType type = byUuid(EncounterType.class, uuid);
		if (type == null || Boolean.TRUE.equals(type.getRetired())) {
			report("Conversations and answers are not written to the chart: there is no encounter type " + uuid);
			return null;
		}
		return type;
	}

	private EncounterRole role() {
		String uuid = settings.text(RetentionSettings.CHART_ENCOUNTER_ROLE, UNKNOWN_ROLE);
		EncounterRole role = byUuid(EncounterRole.class, uuid);
		if (role == null) {
			report("Conversations in the chart have no provider: there is no encounter role " + uuid);
		}
		return role;
	}

	private <T> T byUuid(Class<T> type, String uuid) {
		return sessionFactory.getCurrentSession()
			.createQuery("select e from " + type.getSimpleName() + " e where e.uuid = :uuid", type)
			.setParameter("uuid", uuid).uniqueResult();
	}

	private void report(String what) {
		if (reported.add(what)) {
			log.warn(what);
		}
	}
}
