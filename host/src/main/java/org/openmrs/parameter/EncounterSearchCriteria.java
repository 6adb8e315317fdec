/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.parameter;

import java.util.Collection;
import java.util.Date;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import org.openmrs.EncounterType;
import org.openmrs.Form;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.Visit;
import org.openmrs.VisitType;

@Getter
@AllArgsConstructor(access = AccessLevel.PACKAGE)
public class EncounterSearchCriteria {

	private final Patient patient;
	private final Location location;
	private final Date fromDate;
	private final Date toDate;
	private final Date dateChanged;
	private final Collection<Form> enteredViaForms;
	private final Collection<EncounterType> encounterTypes;
	private final Collection<Provider> providers;
	private final Collection<VisitType> visitTypes;
	private final Collection<Visit> visits;

	@Getter(AccessLevel.NONE)
	private final boolean includeVoided;

	public boolean getIncludeVoided() {
		return includeVoided;
	}
}
