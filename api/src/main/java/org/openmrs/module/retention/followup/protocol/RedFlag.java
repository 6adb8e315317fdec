/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;
import org.openmrs.module.retention.question.LocalizedText;

/** An answer that must reach a clinician. */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class RedFlag {

	/** How soon somebody must react. */
	public enum Severity {
		/** At once: emergency number to the patient, clinician now. */
		URGENT,
		/** The clinician sees it today. */
		CONCERN
	}

	/** Key of the question. */
	String question;

	/** Raised by one of these answers ({@code yes}, option keys). */
	@Singular(value = "answer", ignoreNullCollections = true)
	List<String> in;

	/** Raised by a number from here on. */
	Integer atLeast;

	/** Raised by a number up to here. */
	Integer atMost;

	Severity severity;

	/** What the caller tells the patient. */
	LocalizedText tell;
}
