/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.parameter;

import lombok.Setter;
import lombok.experimental.Accessors;
import org.openmrs.Form;
import org.openmrs.Patient;

@Setter
@Accessors(chain = true)
public class EncounterSearchCriteriaBuilder {

	private Patient patient;

	private boolean includeVoided;

	public EncounterSearchCriteria createEncounterSearchCriteria() {
		return new EncounterSearchCriteria(patient, includeVoided);
	}
}
