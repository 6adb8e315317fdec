/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.util.List;
import org.openmrs.Patient;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** What patients have said on being contacted, outside of calls: what stands, what they say anew, and what was written down in error. */
public interface ConsentService extends OpenmrsService {

	/** What stands, the latest first: what was said of the patient, and what holds for everyone at one of the patient's numbers. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<ConsentEntry> getConsents(Patient patient);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ConsentEntry getConsentByUuid(String uuid);

	/**
	 * Writes down, from now on, that the patient refuses or allows contacts of a purpose; the latest word counts.
	 *
	 * @param byAnother somebody else says it for the patient: for a minor it holds until majority
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	ConsentEntry recordConsent(Patient patient, Purpose purpose, boolean granted, boolean byAnother);

	/** It does not count any more, whatever was said: written down in error, or said of a number that has another owner. */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	ConsentEntry withdrawConsent(ConsentEntry entry);
}
