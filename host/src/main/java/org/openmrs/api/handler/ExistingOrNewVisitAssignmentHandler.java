/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.handler;

import org.openmrs.Encounter;
import org.openmrs.Visit;
import org.openmrs.api.context.Context;
import org.openmrs.util.OpenmrsUtil;

/** When no visit fits, it makes one that ends with the day. */
public class ExistingOrNewVisitAssignmentHandler extends ExistingVisitAssignmentHandler {

	@Override
	public void beforeCreateEncounter(Encounter encounter) {
		super.beforeCreateEncounter(encounter);
		if (encounter.getVisit() == null) {
			Visit visit = new Visit();
			visit.setStartDatetime(encounter.getEncounterDatetime());
			visit.setStopDatetime(OpenmrsUtil.getLastMomentOfDay(encounter.getEncounterDatetime()));
			visit.setLocation(encounter.getLocation());
			visit.setPatient(encounter.getPatient());
			visit.setVisitType(Context.getVisitService().getAllVisitTypes().get(0));
			encounter.setVisit(visit);
		}
	}
}
