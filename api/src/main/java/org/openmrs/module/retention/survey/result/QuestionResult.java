/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.question.Question;

/**
 * How a question was answered. It is one question in all versions in which its key, type and bounds are the same, however its
 * words have changed; otherwise it is told apart.
 */
@Value
@Builder
public class QuestionResult {

	/** As the newest of its versions asks it. */
	Question question;

	/** In which it was answered, ascending. */
	List<Integer> versions;

	/** Null: withheld, with all that follows. */
	Long answered;

	/** Of {@code NPS}; null: of another type, or nobody has answered. */
	Estimate nps;

	/** Of numbers, but {@code NPS}; null as above. */
	Estimate mean;

	/** Percent of the satisfied: 4 and 5 of {@code CSAT}, 5 to 7 of {@code CES}, yes of {@code YES_NO}; null as above. */
	Estimate share;

	/**
	 * How often each answer was given: options in their order, each step of a scale, numbers and dates ascending; of
	 * {@code NUMBER} and {@code DATE} with many answers in ranges such as {@code 10..19} and {@code 2026-11}. Empty of
	 * {@code TEXT}.
	 */
	Map<String, Long> counts;

	public boolean isWithheld() {
		return answered == null;
	}
}
