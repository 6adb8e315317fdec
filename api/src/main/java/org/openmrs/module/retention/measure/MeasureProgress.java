/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import lombok.Value;

/** How many patients a measure is told to, each counted once. */
@Value
public class MeasureProgress {

	static final MeasureProgress NONE = new MeasureProgress(0, 0, 0);

	/** They have been spoken with. */
	long told;

	/** Their call is still to be made. */
	long waiting;

	/** It has ended without a conversation. */
	long missed;
}
