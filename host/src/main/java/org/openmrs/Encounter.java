/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;

import lombok.Getter;
import lombok.Setter;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Cascade;
import org.openmrs.annotation.AllowDirectAccess;
import org.openmrs.annotation.DisableHandlers;
import org.openmrs.api.handler.VoidHandler;

@Entity
@Table(name = "encounter")
@BatchSize(size = 25)
@Getter
@Setter
public class Encounter extends BaseChangeableOpenmrsData {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "encounter_id")
	private Integer encounterId;
	@Column(name = "encounter_datetime", nullable = false)
	private Date encounterDatetime;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "form_id")
	private Form form;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "encounter_type")
	private EncounterType encounterType;
	@AllowDirectAccess
	@OneToMany(mappedBy = "encounter")
	@OrderBy("concept_id")
	@BatchSize(size = 25)
	private Set<Obs> obs;
	@ManyToOne(fetch = FetchType.LAZY)
	@Cascade(org.hibernate.annotations.CascadeType.SAVE_UPDATE)
	@JoinColumn(name = "visit_id")
	private Visit visit;
	@DisableHandlers(handlerTypes = { VoidHandler.class })
	@OneToMany(mappedBy = "encounter", cascade = CascadeType.ALL)
	@OrderBy("provider_id")
	private Set<EncounterProvider> encounterProviders = new LinkedHashSet<>();

	/** The leaves: groups are left out, their members are in. */
	public Set<Obs> getObs() {
		return ofNullable(obs).flatMap(Encounter::leaves).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Stream<Obs> leaves(Obs o) {
		if (o.hasGroupMembers()) {
			return o.getGroupMembers().stream().flatMap(Encounter::leaves);
		}
		return o.getVoided() ? Stream.empty() : Stream.of(o);
	}

	public Set<Obs> getAllObs(boolean includeVoided) {
		if (includeVoided && obs != null) {
			return obs;
		}
		return ofNullable(obs).filter(o -> includeVoided || !o.getVoided())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	public Set<Obs> getObsAtTopLevel(boolean includeVoided) {
		return getAllObs(includeVoided).stream().filter(o -> o.getObsGroup() == null)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** The observation, and the members of a group, take what they lack from the encounter. */
	public void addObs(Obs added) {
		if (obs == null) {
			obs = new LinkedHashSet<>();
		}
		if (added != null && obs.add(added)) {
			propagateTo(added);
		}
	}

	private void propagateTo(Obs o) {
		o.setEncounter(this);
		if (o.getObsDatetime() == null) {
			o.setObsDatetime(getEncounterDatetime());
		}
		if (o.getPerson() == null) {
			o.setPerson(getPatient());
		}
		if (o.getLocation() == null) {
			o.setLocation(getLocation());
		}
		ofNullable(o.getGroupMembers(true)).forEach(this::propagateTo);
	}

	private static Stream<Obs> ofNullable(Set<Obs> set) {
		return set == null ? Stream.empty() : set.stream();
	}

	public void removeObs(Obs removed) {
		if (obs != null) {
			obs.remove(removed);
		}
	}

	public Set<EncounterProvider> getActiveEncounterProviders() {
		return encounterProviders.stream().filter(p -> !p.getVoided()).collect(Collectors.toSet());
	}

	public Set<Provider> getProvidersByRole(EncounterRole role) {
		return getActiveEncounterProviders().stream().filter(p -> p.getEncounterRole().equals(role))
			.map(EncounterProvider::getProvider).collect(Collectors.toSet());
	}

	public void addProvider(EncounterRole role, Provider provider) {
		if (!getProvidersByRole(role).contains(provider)) {
			EncounterProvider added = new EncounterProvider();
			added.setEncounter(this);
			added.setEncounterRole(role);
			added.setProvider(provider);
			encounterProviders.add(added);
		}
	}

	@Override
	public String toString() {
		return "Encounter: [" + encounterId + " " + encounterDatetime + "]";
	}
}
