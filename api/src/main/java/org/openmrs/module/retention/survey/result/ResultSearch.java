/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Provider;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;

/** Which answers, and what they are told apart by; what is null does not restrict. */
@Value
@Builder(toBuilder = true)
public class ResultSearch {

	/** Needed. */
	Survey survey;

	/** Of the survey's versions. */
	Integer version;

	SurveyMode mode;

	/** First and last day; of what is not identified by the Monday of its week. */
	LocalDate from;

	LocalDate to;

	/** With the places below it. */
	Location location;

	Provider provider;

	EncounterType encounterType;

	/** Null: by nothing but the mode. */
	Breakdown by;
}
