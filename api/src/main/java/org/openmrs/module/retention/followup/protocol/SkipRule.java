/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

/** When a step is left out, or waits. */
public enum SkipRule {
	/** The patient has come again since the anchor. */
	NEWER_VISIT,
	/** The patient has a booking ahead: it waits for the open day after it. */
	BOOKED
}
