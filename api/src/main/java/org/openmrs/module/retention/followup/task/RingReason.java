/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.Locale;

/** Why one rings somebody other than the patient. */
public enum RingReason {

	/** The patient is a minor. */
	GUARDIAN,
	/** The patient is a minor, and no number of the guardian before works. */
	NEXT_GUARDIAN,
	/** No number of those before works. */
	CONTACT_PERSON;

	static final String CODES = "retention.followup.ring.";

	/** Its text, for example {@code retention.followup.ring.guardian}. */
	public String code() {
		return CODES + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
