/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.EnumSet;
import java.util.Set;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** The classes of the day's list, in their order; within a class the window that closes soonest comes first. */
public enum ListClass {

	/** An urgent finding that nobody has acknowledged. */
	URGENT,
	/** A call-back that was promised. */
	PROMISED,
	/** Care whose step is critical. */
	CRITICAL_CARE,
	CARE,
	RECALL,
	OTHER;

	/** The class of a task about which nothing urgent is known. */
	public static ListClass of(TaskSource source, Purpose purpose, boolean critical) {
		if (source == TaskSource.CALL_BACK) {
			return PROMISED;
		}
		if (purpose == Purpose.CARE) {
			return critical ? CRITICAL_CARE : CARE;
		}
		return purpose == Purpose.RECALL ? RECALL : OTHER;
	}

	/** The classes in which tasks of the purpose can be; null: all. */
	static Set<ListClass> of(Purpose purpose) {
		if (purpose == null) {
			return EnumSet.allOf(ListClass.class);
		}
		return purpose == Purpose.CARE ? EnumSet.of(URGENT, PROMISED, CRITICAL_CARE, CARE)
			: EnumSet.of(URGENT, PROMISED, of(TaskSource.STEP, purpose, false));
	}
}
