/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.AnchorScope;

/** What planning needs to know of an encounter and its patient. */
@Value
@Builder(toBuilder = true)
class EncounterFacts {

	Integer id;

	String uuid;

	Integer typeId;

	/** Null: without a form. */
	Integer formId;

	/** Null: the default site. */
	Integer locationId;

	/** Null: in no visit. */
	String visitUuid;

	/** Null: in no visit. */
	Integer visitTypeId;

	Instant at;

	/** When it was written, be it long after. */
	Instant entered;

	boolean voided;

	Integer patientId;

	String patientUuid;

	boolean patientVoided;

	boolean patientDead;

	/** Null: not known. */
	String sex;

	/** Null: not known. */
	LocalDate birthdate;

	/** The key of what the scope counts as one anchor; the day is the site's local one. */
	String anchorKey(AnchorScope scope, LocalDate day) {
		if (scope == AnchorScope.ENCOUNTER) {
			return "encounter:" + uuid;
		}
		return scope == AnchorScope.VISIT && visitUuid != null ? "visit:" + visitUuid : "day:" + day;
	}

	boolean isPatientGone() {
		return patientVoided || patientDead;
	}
}
