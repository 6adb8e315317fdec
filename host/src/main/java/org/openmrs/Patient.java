/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import lombok.Getter;
import lombok.Setter;

@Getter
@Setter
public class Patient extends Person {

	private Integer patientId;
	private String allergyStatus = "Unknown";
	private Set<PatientIdentifier> identifiers;

	public Patient() {
		setPatient(true);
	}

	public Patient(Person person) {
		super(person);
		if (person != null) {
			patientId = person.getPersonId();
		}
		setPatient(true);
	}

	public Integer getPatientId() {
		return patientId == null ? getPersonId() : patientId;
	}

	public void setPatientId(Integer patientId) {
		super.setPersonId(patientId);
		this.patientId = patientId;
	}

	@Override
	public void setPersonId(Integer personId) {
		super.setPersonId(personId);
		this.patientId = personId;
	}

	public Person getPerson() {
		return this;
	}

	public Set<PatientIdentifier> getIdentifiers() {
		if (identifiers == null) {
			identifiers = new TreeSet<>();
		}
		return identifiers;
	}

	public void addIdentifier(PatientIdentifier identifier) {
		if (identifier != null) {
			identifier.setPatient(this);
			if (getActiveIdentifiers().stream().noneMatch(i -> i.equalsContent(identifier))) {
				getIdentifiers().add(identifier);
			}
		}
	}

	public List<PatientIdentifier> getActiveIdentifiers() {
		return active(i -> true);
	}

	public PatientIdentifier getPatientIdentifier() {
		return preferred(active(i -> true));
	}

	private List<PatientIdentifier> active(Predicate<PatientIdentifier> filter) {
		return getIdentifiers().stream().filter(i -> !i.getVoided()).filter(filter).collect(Collectors.toList());
	}

	private static PatientIdentifier preferred(List<PatientIdentifier> of) {
		return of.stream().filter(PatientIdentifier::getPreferred).findFirst().orElse(of.isEmpty() ? null : of.get(0));
	}

	@Override
	public String toString() {
		return "Patient#" + getPatientId();
	}

	@Override
	public Integer getId() {
		return getPatientId();
	}

	@Override
	public void setId(Integer id) {
		setPatientId(id);
	}
}
