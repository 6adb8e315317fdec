/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

/** A question of a call script or a survey; one model for both. */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class Question {

	/** What kind of answer is wanted. */
	public enum Type {
		YES_NO, CHOICE, MULTI_CHOICE, NUMBER, RATING, NPS, CSAT, CES, TEXT, DATE
	}

	/** Unique within its script, lower case and dashes. */
	String key;

	Type type;

	LocalizedText text;

	/** The answers of CHOICE and MULTI_CHOICE. */
	@Singular(ignoreNullCollections = true)
	List<Option> options;

	/** Bounds of NUMBER and RATING, inclusive. */
	Integer min;

	Integer max;

	boolean required;

	/** Ask only when another question was answered so. */
	ShowIf showIf;

	/** What TEXT asks for; null: {@code UNSPECIFIC}. */
	TextKind textKind;

	/** Concept of the observation that the answer becomes in the chart: uuid or {@code source:code}; null: none. */
	String concept;

	/** One of several answers. */
	@Value
	@Builder(toBuilder = true)
	@Jacksonized
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public static class Option {

		String key;

		LocalizedText text;

		/** The coded answer in the chart: uuid or {@code source:code}; null: none. */
		String concept;
	}

	/** A condition on an earlier answer: one of some answers, or a number within bounds. */
	@Value
	@Builder(toBuilder = true)
	@Jacksonized
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public static class ShowIf {

		String question;

		@Singular(value = "answer", ignoreNullCollections = true)
		List<String> in;

		/** Asked after a number from here on. */
		Integer atLeast;

		/** Asked after a number up to here. */
		Integer atMost;
	}
}
