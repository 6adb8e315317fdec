/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.parameter;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import org.openmrs.Patient;

@AllArgsConstructor(access = AccessLevel.PACKAGE)
public class EncounterSearchCriteria {

	@Getter
	private final Patient patient;
	private final boolean includeVoided;

	public boolean getIncludeVoided() {
		return includeVoided;
	}
}
