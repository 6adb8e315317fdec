/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

/** A table of the platform that is followed by its keys, and can be read again. */
interface Rereading {

	/** No key comes after. */
	long END = -1;

	/** Of the table. */
	String getName();

	/** Does again what is done with new rows, with those that come next after the key; the last key of them. */
	long reread(long after, PlanningRun run);
}
