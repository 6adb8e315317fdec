/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.util.Collections;
import org.hibernate.Hibernate;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.util.PrivilegeConstants;

/**
 * The platform cannot show a patient who has an identifier and no name; an import, or a name that was struck out, makes one.
 * Where our objects refer to such a patient, the identifier stands for the name.
 */
public final class NamelessPatient {

	private NamelessPatient() {
	}

	/** What can be shown in place of a value that may be such a patient; any other value as it is. */
	public static Object shown(Object value) {
		Object object = Hibernate.unproxy(value);
		if (!(object instanceof Patient) || !Context.hasPrivilege(PrivilegeConstants.GET_PATIENTS)) {
			return value;
		}
		Patient patient = (Patient) object;
		return patient.getPersonName() != null || patient.getPatientIdentifier() == null ? value : reference(patient);
	}

	private static SimpleObject reference(Patient patient) {
		SimpleObject link = new SimpleObject();
		link.put("rel", "self");
		link.put("uri", RestConstants.URI_PREFIX + "v1/patient/" + patient.getUuid());
		SimpleObject reference = new SimpleObject();
		reference.put("uuid", patient.getUuid());
		reference.put("display", patient.getPatientIdentifier().getIdentifier());
		reference.put("links", Collections.singletonList(link));
		return reference;
	}
}
