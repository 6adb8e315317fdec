/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import lombok.Value;

/** What a theme's score means: its probability, from which probability on it is proposed, and its offset when one is chosen. */
@Value
class ThemeRule {

	Calibration calibration;

	double threshold;

	double offset;

	double choice(double score) {
		return calibration.logarithm(score) + offset;
	}
}
