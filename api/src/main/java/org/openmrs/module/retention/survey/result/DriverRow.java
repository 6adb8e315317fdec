/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/**
 * How those who spoke of a theme differ from those who spoke of others: an association, and no cause. Figures of fewer than
 * {@link org.openmrs.module.retention.survey.Privacy#FEWEST} on either side are withheld where the survey is not identified.
 */
@Value
@Builder
public class DriverRow {

	Theme theme;

	SurveyMode mode;

	/** Who spoke of the theme and gave a score; null: withheld. */
	Long with;

	/** Who wrote something that was read, not of the theme, and gave a score; null: withheld. */
	Long without;

	/** Null: nobody, or withheld. */
	Double scoreWith;

	Double scoreWithout;

	/** The first less the second, with its interval; null: fewer than two on a side, or withheld. */
	Estimate scoreDifference;

	/**
	 * Who spoke of the theme a year ago or more and is known: came again within twelve months, and out of how many; null: the survey
	 * is not {@link org.openmrs.module.retention.survey.Privacy#IDENTIFIED}. The chart knows who came, and whoever confirms themes
	 * chooses the groups: of a patient who was promised not to be shown, two counts would tell what is asked of one.
	 */
	Long returnedWith;

	Long watchedWith;

	Long returnedWithout;

	Long watchedWithout;

	/** In percentage points; null: nobody on a side, or not identified. */
	Estimate returnDifference;
}
