/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.util.Map;
import lombok.Value;
import org.openmrs.module.retention.question.Question;

/** How one question of a step was answered. */
@Value
public class AnswerFigures {

	String step;

	/** As the newest version of the protocol asks it. */
	Question question;

	/** How many answers there are; of several choices in one answer each counts below. */
	long answered;

	/** By answer as it is stored, options in their order, numbers ascending. */
	Map<String, Long> counts;

	/** Of numbers; null: not a number. */
	Double mean;
}
