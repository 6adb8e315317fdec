/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Patient;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;

/** Which responses; what is null does not restrict. */
@Value
@Builder
public class ResponseSearch {

	Survey survey;

	/** Finds what is identified alone. */
	Patient patient;

	SurveyMode mode;

	/** First and last day; of what is not identified by the Monday of its week. */
	LocalDate from;

	LocalDate to;

	boolean includeVoided;
}
