/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;

/** An answer after which somebody is to call at once. It is announced as an event, and protocols say who does what then. */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class RecoveryRule {

	/** How soon; each has an event of its own. */
	public enum Severity {

		URGENT("survey.urgent"), CONCERN("survey.concern");

		private final String event;

		Severity(String event) {
			this.event = event;
		}
	}

	/** Key of the question. */
	String question;

	/** Opened by one of these answers ({@code yes}, option keys). */
	@Singular(value = "answer", ignoreNullCollections = true)
	List<String> in;

	/** Opened by a number from here on. */
	Integer atLeast;

	/** Opened by a number up to here. */
	Integer atMost;

	Severity severity;

	/** What the caller reads. */
	LocalizedText title;

	/** The event that is announced, as protocols name it in {@code trigger.event}; null: the severity's. */
	String event;

	/** The event that is announced. */
	public String eventName() {
		return event != null ? event : severity.event;
	}

	/** Whether an answer, as it is stored, opens it. */
	public boolean isOpenedBy(Question asked, String answer) {
		return Answers.fits(asked, answer, in, atLeast, atMost);
	}
}
