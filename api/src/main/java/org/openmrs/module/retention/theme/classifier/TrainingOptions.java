/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import lombok.Builder;
import lombok.Value;

/** What a clinic can set about learning. */
@Value
@Builder
public class TrainingOptions {

	/** A theme with fewer labelled comments is not learnt yet. */
	@Builder.Default
	int fewestExamples = 10;

	/** The share of proposals that is to be right. */
	@Builder.Default
	double precision = 0.8;

	@Builder.Default
	int folds = 5;
}
