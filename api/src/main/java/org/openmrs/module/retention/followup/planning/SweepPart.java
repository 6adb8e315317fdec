/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.function.BooleanSupplier;

/** A part of the sweep that one node does at a time. */
interface SweepPart {

	/** Under which the lease is taken. */
	String getName();

	/** @param stillOurs renews the lease where it is time; false: another node has taken over, and the part stops */
	void sweep(PlanningRun run, BooleanSupplier stillOurs);
}
