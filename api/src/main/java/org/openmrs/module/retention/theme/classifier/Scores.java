/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.Locale;
import lombok.Value;

/** How well one theme was chosen for each of so many comments; all between 0 and 1. */
@Value
public class Scores {

	double accuracy;

	/** Mean over the themes of the harmonic mean of precision and recall. */
	double macroF1;

	/** Mean over the themes that occur of the recall. */
	double balancedAccuracy;

	/** Mean over the themes of hits / max(comments that have it, comments it was chosen for). */
	double cba;

	int count;

	/** {@code accuracy=0.7301 macroF1=0.6202 balancedAccuracy=0.6103 cba=0.5804 n=3411}. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "accuracy=%.4f macroF1=%.4f balancedAccuracy=%.4f cba=%.4f n=%d", accuracy,
			macroF1,
			balancedAccuracy, cba, count);
	}
}
