/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;

import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.annotation.Authorized;

public interface VisitService extends OpenmrsService {

	@Authorized(GET_VISIT_TYPES)
	List<VisitType> getAllVisitTypes();

	@Authorized(GET_VISIT_TYPES)
	VisitType getVisitTypeByUuid(String uuid);

	@Authorized(MANAGE_VISIT_TYPES)
	VisitType saveVisitType(VisitType visitType);

	@Authorized(GET_VISITS)
	Visit getVisitByUuid(String uuid);

	@Authorized({ ADD_VISITS, EDIT_VISITS })
	Visit saveVisit(Visit visit);

	@Authorized(GET_VISITS)
	List<Visit> getVisitsByPatient(Patient patient, boolean includeInactive, boolean includeVoided);
}
