/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;
import org.openmrs.module.retention.question.LocalizedText;

/**
 * What a protocol says, as an implementer writes it in a package: the trigger, for which patients, and the steps. Stored
 * as JSON with each version of the protocol; a plan is worked by the version that made it. References to metadata are
 * uuids or, for concepts, {@code source:code}. Lists are never null and cannot be changed; what is left out has its
 * default.
 */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class ProtocolDefinition {

	String uuid;

	String name;

	String description;

	/** One line that tells the caller why this person is called; {@code {date}} stands for the anchor's local date. */
	LocalizedText why;

	Purpose purpose;

	/** 0 to 100, the higher the sooner within its class of the list; 50 by default. */
	@Builder.Default
	int priority = 50;

	/** ISO date; anchors before it (less {@link #backfill}) make no plan. Null: from the day the protocol was loaded. */
	String activeFrom;

	/** ISO period before {@code activeFrom} whose anchors still count; P0D by default. */
	@Builder.Default
	String backfill = "P0D";

	@Builder.Default
	AnchorScope anchorScope = AnchorScope.VISIT;

	@Builder.Default
	RepeatMode onRepeat = RepeatMode.RESTART;

	/** With IGNORE: ISO period after an anchor in which another makes no plan. */
	String ignoreWithin;

	Trigger trigger;

	PatientFilter patients;

	/** What ends the plan as fulfilled: an encounter after the anchor that matches. Null: nothing does. */
	EncounterFilter fulfilledBy;

	/**
	 * ISO duration a supervisor has to verify the anchor before anybody is called. By interval it is a period: overdue patients
	 * whose visit is longer ago are called when a supervisor has verified it, and not before. Null: no verification.
	 */
	String verifyAfter;

	/** How many tasks one sweep may make before a manager must release them; null: three times the median day. */
	Integer floodLimit;

	@Singular(ignoreNullCollections = true)
	List<StepDefinition> steps;

	/** The same with each step's purpose written out. */
	public ProtocolDefinition complete() {
		return toBuilder().clearSteps()
			.steps(steps.stream().map(s -> s.withPurposeOr(purpose)).collect(Collectors.toList())).build();
	}

	public LocalDate activeFromDate() {
		return activeFrom == null ? null : LocalDate.parse(activeFrom);
	}

	public Period backfillPeriod() {
		return backfill == null ? Period.ZERO : Period.parse(backfill);
	}

	/** Whether a contact waits while the patient has a booking ahead; what reminds of that booking never does. */
	public boolean waitsForBooking(String stepKey, Purpose of) {
		StepDefinition step = stepKey == null ? null : step(stepKey);
		boolean said = step != null && step.getSkipWhen().contains(SkipRule.BOOKED);
		return !trigger.isBeforeBooking() && (said || of.isInvitation());
	}

	public StepDefinition step(String key) {
		return steps.stream().filter(s -> s.getKey().equals(key)).findFirst().orElse(null);
	}
}
