/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import lombok.Value;

/** How well one theme is proposed: measured on comments that were not learnt from. */
@Value
public class ThemeScores {

	String theme;

	/** Labelled comments that have it. */
	int examples;

	/** Comments it was proposed for. */
	int proposed;

	/** Of those it was proposed for, how many have it; 0 when it was proposed for none. */
	double precision;

	/** Of those that have it, for how many it was proposed. */
	double recall;
}
