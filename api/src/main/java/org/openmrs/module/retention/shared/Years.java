/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.time.DateTimeException;

/** The years that a date which somebody writes can lie in. */
public final class Years {

	private static final int FIRST = 1900;

	private static final int LAST = 2999;

	private Years() {
	}

	/** What the database's dates can hold, and no slip of the pen. */
	public static void require(int year) {
		if (year < FIRST || year > LAST) {
			throw new DateTimeException("year " + year);
		}
	}
}
