/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.openmrs.module.retention.survey.SurveyDefinition;

/** What somebody with a link sees. Nothing of it says whose link it is. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class PublicSurvey {

	/** What becomes of a link; all but the first two show one page with another text. */
	public enum Outcome {

		/** Can be answered. */
		OPEN,
		/** Has just been answered. */
		ANSWERED,
		/** No invitation has that token. */
		UNKNOWN,
		/** Was answered before, or declined. */
		USED,
		EXPIRED,
		/** By the clinic, or there is nobody to ask any more. */
		WITHDRAWN
	}

	Outcome outcome;

	/** Null but for OPEN and ANSWERED. */
	SurveyDefinition survey;

	/** Tag of the language to begin with; null: not known, or there is nothing to show. */
	String language;

	public static PublicSurvey closed(Outcome outcome) {
		return new PublicSurvey(outcome, null, null);
	}

	public static PublicSurvey of(Outcome outcome, SurveyDefinition survey, String language) {
		return new PublicSurvey(outcome, survey, language);
	}
}
