/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import lombok.Builder;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

/** How well a model proposes one theme, on comments that it has not learnt from. */
@Value
@Builder
@Jacksonized
public class ThemeScore {

	/** The theme's code. */
	String theme;

	/** Comments that have it. */
	int examples;

	/** Comments it was proposed for. */
	int proposed;

	/** Of those it was proposed for, the share that has it; 0 when it was proposed for none. */
	double precision;

	/** Of those that have it, the share it was proposed for. */
	double recall;
}
