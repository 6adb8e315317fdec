/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

/** Why a patient is contacted; consent, caps and rests go by it. */
public enum Purpose {

	CARE, RECALL, SURVEY, GREETING, EDUCATION, MARKETING;

	/** Asks somebody to come, which is pointless while they have a booking ahead. */
	public boolean isInvitation() {
		return this == RECALL || this == MARKETING;
	}
}
