/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.handler;

import java.util.Date;

import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.api.context.Context;

/** Puts the encounter into the patient's visit that was open then, at the place or at a place above it. */
public class ExistingVisitAssignmentHandler extends BaseEncounterVisitHandler {

	@Override
	public void beforeCreateEncounter(Encounter encounter) {
		Patient patient = encounter.getPatient();
		if (encounter.getVisit() != null || patient == null || patient.getPatientId() == null) {
			return;
		}
		Date when = encounter.getEncounterDatetime();
		for (Visit visit : Context.getVisitService().getVisitsByPatient(patient, true, false)) {
			boolean open = !visit.getStartDatetime().after(when)
				&& (visit.getStopDatetime() == null || !visit.getStopDatetime().before(when));
			if (open && (visit.getLocation() == null
				|| Location.isInHierarchy(encounter.getLocation(), visit.getLocation()))) {
				encounter.setVisit(visit);
				return;
			}
		}
	}
}
