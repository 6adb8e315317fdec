/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;
import org.openmrs.module.retention.question.LocalizedText;

/** One contact of a protocol: when, by whom, and what to ask. */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class StepDefinition {

	/** Unique within the protocol, lower case and dashes; part of the task's business key. */
	String key;

	LocalizedText title;

	/** ISO period from the anchor's local date, or from the previous step's day when {@link #afterPrevious}. */
	String offset;

	boolean afterPrevious;

	/** Done while the patient is still here, on the anchor's day; it stands beside a call of that day. */
	boolean atVisit;

	/** ISO period after which the step is done again, as long as the plan runs; null: it is done once. */
	String repeatEvery;

	/** How often it is done again; null: never. */
	Integer repeatTimes;

	/** Start of the window of the day, as {@link WindowTime} reads it: {@code 09:00}, {@code CLOSE-PT90M}; OPEN by default. */
	@Builder.Default
	String windowFrom = "OPEN";

	/** End of the window, in the same form; CLOSE by default. */
	@Builder.Default
	String windowTo = "CLOSE";

	/** ISO duration after the anchor's instant before which nobody is called; null: none. */
	String notBefore;

	@Builder.Default
	Roll roll = Roll.NEXT;

	/** Worked by the duty role on closed days too, never rolled. */
	boolean critical;

	/** Open days after the step's day in which it is still worth doing; 1 by default. */
	@Builder.Default
	int grace = 1;

	@Builder.Default
	Channel channel = Channel.PHONE;

	/** The protocol's where the step names none; never null in a definition that a version holds. */
	Purpose purpose;

	/** Who works it: the first link that can; null or empty: the queue of the default role. */
	@Singular(value = "link", ignoreNullCollections = true)
	List<AssignmentLink> assignment;

	/** How often to try before the task is missed; 3 by default. */
	@Builder.Default
	int tries = 3;

	/** ISO duration between tries; null: another part of the day. */
	String spacing;

	/** ISO duration that the contact should take. */
	String target;

	/** Conditions under which the step is left out. */
	@Singular(value = "skip", ignoreNullCollections = true)
	List<SkipRule> skipWhen;

	/** Uuid of the survey to which the patient is invited when the step is due; null: none. */
	String survey;

	Script script;

	StepDefinition withPurposeOr(Purpose otherwise) {
		return purpose == null ? toBuilder().purpose(otherwise).build() : this;
	}

	public Period offsetPeriod() {
		return Period.parse(offset);
	}

	/** How often it is done, the first time included. */
	public int rounds() {
		return repeatEvery == null || repeatTimes == null ? 1 : repeatTimes + 1;
	}

	/** The offset of one round, the first of which is 0. */
	public Period offsetOf(int round) {
		return round == 0 ? offsetPeriod() : offsetPeriod().plus(Period.parse(repeatEvery).multipliedBy(round));
	}

	public Duration notBeforeDuration() {
		return notBefore == null ? Duration.ZERO : Duration.parse(notBefore);
	}

	public Duration spacingDuration() {
		return spacing == null ? null : Duration.parse(spacing);
	}

	public Duration targetDuration() {
		return target == null ? Duration.ofMinutes(3) : Duration.parse(target);
	}
}
