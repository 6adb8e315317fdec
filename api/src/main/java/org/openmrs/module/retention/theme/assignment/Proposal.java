/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import lombok.Value;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** That a comment may be about a theme. */
@Value
public class Proposal {

	Theme theme;

	/** Between 0 and 1. */
	double confidence;

	/** Null: by phrases. */
	Integer modelVersion;
}
