/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.Date;
import java.util.List;

import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.api.VisitService;
import org.openmrs.api.context.Context;
import org.openmrs.util.PrivilegeConstants;

public abstract class VisitServiceImpl extends HostService implements VisitService {

	@Override
	public Visit saveVisit(Visit visit) {
		Context.requirePrivilege(
			visit.getVisitId() == null ? PrivilegeConstants.ADD_VISITS : PrivilegeConstants.EDIT_VISITS);
		return dao.save(visit);
	}

	@Override
	public List<Visit> getVisitsByPatient(Patient patient, boolean includeInactive, boolean includeVoided) {
		if (patient == null || patient.getId() == null) {
			return new java.util.ArrayList<>();
		}
		return dao.list(Visit.class, "e.patient = ?1 and (?2 = true or e.stopDatetime is null or e.stopDatetime > ?4)"
			+ " and (?3 = true or e.voided = false) order by e.startDatetime desc, e.visitId desc",
			patient, includeInactive, includeVoided, new Date());
	}
}
