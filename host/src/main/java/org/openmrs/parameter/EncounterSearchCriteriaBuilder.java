/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.parameter;

import org.openmrs.Form;
import org.openmrs.Patient;

public class EncounterSearchCriteriaBuilder {

	private Patient patient;
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
		return new EncounterSearchCriteria(patient, includeVoided);
	}
}
