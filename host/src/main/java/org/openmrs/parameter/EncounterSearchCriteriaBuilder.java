/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.parameter;

import java.util.Collection;
import java.util.Date;

import org.openmrs.EncounterType;
import org.openmrs.Form;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.Visit;
import org.openmrs.VisitType;

public class EncounterSearchCriteriaBuilder {

	private Patient patient;
	private Location location;
	private Date fromDate;
	private Date toDate;
	private Collection<Form> forms;
	private Collection<EncounterType> encounterTypes;
	private Collection<Provider> providers;
	private Collection<VisitType> visitTypes;
	private Collection<Visit> visits;
	private boolean includeVoided;

	public EncounterSearchCriteriaBuilder setPatient(Patient patient) {
		this.patient = patient;
		return this;
	}

	public EncounterSearchCriteriaBuilder setIncludeVoided(boolean includeVoided) {
		this.includeVoided = includeVoided;
		return this;
	}

	public EncounterSearchCriteria createEncounterSearchCriteria() {
		return new EncounterSearchCriteria(patient, location, fromDate, toDate, null, forms, encounterTypes, providers,
			visitTypes, visits, includeVoided);
	}
}
