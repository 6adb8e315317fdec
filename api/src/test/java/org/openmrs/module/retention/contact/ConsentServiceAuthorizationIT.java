/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CONTACTS;

import java.util.stream.Stream;
import org.openmrs.Patient;
import org.openmrs.module.retention.ServiceAuthorizationIT;

class ConsentServiceAuthorizationIT extends ServiceAuthorizationIT {

	ConsentServiceAuthorizationIT() {
		super(ConsentService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(call(ConsentService.class, "getConsents", s -> s.getConsents(nobody()), GET_CONTACTS),
			call(ConsentService.class, "getConsentByUuid", s -> s.getConsentByUuid("x"), GET_CONTACTS),
			call(ConsentService.class, "recordConsent", s -> s.recordConsent(nobody(), null, false, false),
				MANAGE_CONTACTS),
			call(ConsentService.class, "withdrawConsent", s -> s.withdrawConsent(null), MANAGE_CONTACTS));
	}

	private static Patient nobody() {
		Patient patient = new Patient();
		patient.setPatientId(1);
		return patient;
	}
}
