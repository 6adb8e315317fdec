/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Provider;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;

/** What was answered in one way, in one month, place and so on where results are told apart. */
@Value
@Builder(toBuilder = true)
public class ResultRow {

	Survey survey;

	SurveyMode mode;

	/** {@code 2026-11}, or the Monday of a week; null: not told apart by time. */
	String period;

	/** Null: not told apart by it, or it is not known. */
	Location location;

	Provider provider;

	EncounterType encounterType;

	/** Null: withheld, and there are no questions. */
	Long responses;

	/** In the order of the newest version, then what earlier ones asked. */
	List<QuestionResult> questions;

	public boolean isWithheld() {
		return responses == null;
	}
}
