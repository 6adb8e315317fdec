/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

/** What a second anchor does while an older plan of the same protocol and patient is open. */
public enum RepeatMode {
	/** The open steps of the older plan are superseded; what it was about becomes a line in the new one's context. */
	RESTART,
	/** Both run. */
	SEPARATE,
	/** The second anchor makes no plan when it lies within the period of the first. */
	IGNORE
}
