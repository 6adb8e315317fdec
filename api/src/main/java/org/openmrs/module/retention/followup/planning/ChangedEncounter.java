/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import lombok.Value;
import org.openmrs.Encounter;

/** An encounter that was saved, voided or purged just now. */
@Value
class ChangedEncounter {

	Integer encounterId;

	/** Null: it had none. */
	Integer patientId;

	static ChangedEncounter of(Encounter encounter) {
		return new ChangedEncounter(encounter.getEncounterId(),
			encounter.getPatient() == null ? null : encounter.getPatient().getPatientId());
	}
}
