/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.List;
import lombok.Value;

/** The results of a survey. */
@Value
public class SurveyResults {

	/** Those told apart by time: the latest first; others by name; then by mode. */
	List<ResultRow> rows;

	/** Invitations made in the period that were answered, in whatever way. */
	long answered;

	/** Invitations made in the period that the person had; what the response rate is out of. */
	long handedOver;
}
