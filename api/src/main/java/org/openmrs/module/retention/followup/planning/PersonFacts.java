/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import lombok.Value;

/** What planning needs to know of a patient who has no encounter at hand. */
@Value
class PersonFacts {

	Integer patientId;

	String uuid;

	/** Null: not known. */
	String sex;

	/** Null: not known. */
	LocalDate birthdate;
}
