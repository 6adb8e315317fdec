/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.LocalDate;
import lombok.Value;

/** A measure as it is printed or published: it tells of no patient. */
@Value
public class MeasureNotice {

	/** Fewer are not told: somebody could be recognised among them. */
	public static final int FEWEST = 5;

	Measure measure;

	/** In how many comments; null: in fewer than {@link #FEWEST}. */
	Long comments;

	public LocalDate getSince() {
		return measure.getDoneOn();
	}
}
