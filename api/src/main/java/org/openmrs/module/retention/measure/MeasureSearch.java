/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** Which measures; what is null does not restrict. */
@Value
@Builder
public class MeasureSearch {

	MeasureStatus status;

	/** Of it, of those below it, and of what was merged into them. */
	Theme theme;
}
