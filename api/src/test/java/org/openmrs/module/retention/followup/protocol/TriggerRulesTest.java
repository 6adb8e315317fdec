/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aProtocol;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aStep;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.StepDefinition.StepDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Trigger.TriggerBuilder;

class TriggerRulesTest {

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "waits", "days", "repeats", "bookings" })
	void check_shouldFindOnly(String expected, ProtocolDefinitionBuilder definition) {
		assertThat(found(definition)).containsExactly(expected);
	}

	@Test
	void check_shouldFindNothing_inWhatIsRight() {
		assertThat(found(on(recall().perDay(5)))).isEmpty();
		assertThat(found(on(lapse()))).isEmpty();
		assertThat(found(on(absence()))).isEmpty();
		assertThat(found(on(event()))).isEmpty();
		assertThat(found(on(event().perDay(20)))).isEmpty();
		assertThat(found(on(date().date("--12-24").visitedWithin("P2Y")))).isEmpty();
		assertThat(found(on(obsDate().filter(visits())))).isEmpty();
		assertThat(found(steps(on(obsDate()), aStep("lead").offset("P-30D"), aStep("missed")))).isEmpty();
		assertThat(found(on(recall()).fulfilledBy(visits()))).isEmpty();
		assertThat(found(steps(on(missed()).fulfilledBy(visits()), aStep("call").skip(SkipRule.BOOKED)))).isEmpty();
		assertThat(found(steps(before(), aReminder("week", "P-7D"), aReminder("day", "P-1D"), aReminder("same", "P0D"))))
			.isEmpty();
		assertThat(found(steps(on(recall()), aStep("lead").offset("P-14D"),
			aStep("due").offset("P0D").repeatEvery("P1M").repeatTimes(3)))).isEmpty();
	}

	static Stream<Arguments> waits() {
		return Stream.of(mistake("trigger.interval required", on(recall().interval(null))),
			mistake("trigger.interval period-invalid", on(recall().interval("six months"))),
			mistake("trigger.interval period-invalid", on(recall().interval("P0D"))),
			mistake("trigger.interval wait-out-of-range", on(recall().interval("P25M"))),
			mistake("trigger.interval not-applicable", on(lapse().interval("P6M"))),
			mistake("trigger.filter filter-empty", on(recall().filter(null))),
			mistake("trigger.period required", on(lapse().period(null))),
			mistake("trigger.period wait-out-of-range", on(lapse().period("P3Y"))),
			mistake("trigger.filter not-applicable", on(lapse().filter(visits()))),
			mistake("trigger.within required", on(absence().within(null))),
			mistake("trigger.within not-applicable", on(recall().within("P3M"))),
			mistake("trigger.absent required", on(absence().absent(null))),
			mistake("trigger.absent filter-empty", on(absence().absent(EncounterFilter.builder().build()))),
			mistake("trigger.absent not-applicable", on(recall().absent(visits()))),
			mistake("trigger.perDay not-applicable", on(absence().perDay(5))),
			mistake("trigger.perDay out-of-range", on(recall().perDay(0))),
			mistake("trigger.firstVisitOnly not-applicable", on(recall().firstVisitOnly(true))),
			mistake("fulfilledBy fulfilled-by-trigger", on(absence()).fulfilledBy(visits())),
			mistake("fulfilledBy fulfilled-by-trigger", on(lapse()).fulfilledBy(visits())),
			mistake("onRepeat repeat-by-interval", on(recall()).onRepeat(RepeatMode.SEPARATE)),
			mistake("backfill repeat-by-interval", on(lapse()).backfill("P1Y")));
	}

	static Stream<Arguments> days() {
		return Stream.of(mistake("trigger.concept required", on(obsDate().concept(null))),
			mistake("trigger.concept reference-invalid", on(obsDate().concept("return date"))),
			mistake("trigger.concept not-applicable", on(recall().concept("CIEL:5096"))),
			mistake("trigger.event required", on(event().event(null))),
			mistake("trigger.event event-invalid", on(event().event("Low score"))),
			mistake("trigger.event event-invalid", on(event().event(String.join("", Collections.nCopies(61, "a"))))),
			mistake("trigger.event not-applicable", on(lapse().event("a"))),
			mistake("trigger.filter not-applicable", on(event().filter(visits()))),
			mistake("trigger.date required", on(date().date(null))),
			mistake("trigger.date day-invalid", on(date().date("--02-30"))),
			mistake("trigger.date day-invalid", on(date().date("birthday"))),
			mistake("trigger.date not-applicable", on(event().date("--12-24"))),
			mistake("trigger.visitedWithin period-invalid", on(date().visitedWithin("two years"))),
			mistake("trigger.visitedWithin not-applicable", on(event().visitedWithin("P2Y"))),
			mistake("steps[0].offset offset-before-anchor", steps(on(date()), aStep("early").offset("P-7D"))));
	}

	static Stream<Arguments> bookings() {
		return Stream.of(mistake("trigger.when required", on(missed().when(null))),
			mistake("trigger.when not-applicable", on(recall().when(BookingMoment.MISSED))),
			mistake("trigger.filter not-applicable", on(missed().filter(visits()))),
			mistake("steps[0].offset offset-before-anchor", steps(on(missed()), aStep("early").offset("P-1D"))),
			mistake("onRepeat repeat-by-booking", steps(before(), aReminder("day", "P-1D")).onRepeat(RepeatMode.RESTART)),
			mistake("fulfilledBy fulfilled-by-trigger", steps(before(), aReminder("day", "P-1D")).fulfilledBy(visits())),
			mistake("steps[0].offset offset-after-booking", steps(before(), aReminder("late", "P1D"))),
			mistake("steps[1].offset offset-after-booking",
				steps(before(), aReminder("day", "P-1D"), aReminder("late", "P2D").afterPrevious(true))),
			mistake("steps[0].roll roll-after-booking", steps(before(), aReminder("day", "P-1D").roll(Roll.NEXT))),
			mistake("steps[0].skipWhen not-applicable",
				steps(before(), aReminder("day", "P-1D").skip(SkipRule.BOOKED))));
	}

	static Stream<Arguments> repeats() {
		return Stream.of(
			mistake("steps[0].offset offset-before-anchor", steps(aProtocol(), aStep("lead").offset("P-1D"))),
			mistake("steps[0].offset offset-before-anchor", steps(on(recall()), aStep("lead").offset("P-6M"))),
			mistake("steps[0].offset period-invalid", steps(on(recall()), aStep("lead").offset("P1M-40D"))),
			mistake("steps[0].repeatEvery repeat-not-last", steps(on(recall()),
				aStep("due").offset("P0D").repeatEvery("P1M").repeatTimes(2), aStep("last").offset("P6M"))),
			mistake("steps[0].repeatEvery repeat-without-end",
				steps(aProtocol(), aStep("due").repeatEvery("P1M").repeatTimes(2))),
			mistake("steps[0].repeatTimes required", steps(on(recall()), aStep("due").repeatEvery("P1M"))),
			mistake("steps[0].repeatEvery required", steps(on(recall()), aStep("due").repeatTimes(2))),
			mistake("steps[0].repeatTimes out-of-range",
				steps(on(recall()), aStep("due").repeatEvery("P1M").repeatTimes(25))),
			mistake("steps[0].repeatEvery period-invalid",
				steps(on(recall()), aStep("due").repeatEvery("P0D").repeatTimes(2))));
	}

	private static Arguments mistake(String expected, ProtocolDefinitionBuilder definition) {
		return Arguments.of(expected, definition);
	}

	private static TriggerBuilder missed() {
		return Trigger.builder().type(TriggerType.BOOKING).when(BookingMoment.MISSED);
	}

	private static ProtocolDefinitionBuilder before() {
		return on(Trigger.builder().type(TriggerType.BOOKING).when(BookingMoment.BEFORE)).onRepeat(RepeatMode.SEPARATE);
	}

	private static StepDefinitionBuilder aReminder(String key, String offset) {
		return aStep(key).offset(offset).roll(Roll.PREVIOUS);
	}

	private static TriggerBuilder recall() {
		return Trigger.builder().type(TriggerType.RECALL).filter(visits()).interval("P6M");
	}

	private static TriggerBuilder lapse() {
		return Trigger.builder().type(TriggerType.LAPSE).period("P18M");
	}

	private static TriggerBuilder absence() {
		return Trigger.builder().type(TriggerType.ABSENCE_OF).filter(visits()).absent(visits()).within("P3M");
	}

	private static EncounterFilter visits() {
		return EncounterFilter.builder().encounterType(ProtocolFixture.ENCOUNTER_TYPE).build();
	}

	private static TriggerBuilder obsDate() {
		return Trigger.builder().type(TriggerType.OBS_DATE).concept("CIEL:5096");
	}

	private static TriggerBuilder event() {
		return Trigger.builder().type(TriggerType.EVENT).event("survey.low-score");
	}

	private static TriggerBuilder date() {
		return Trigger.builder().type(TriggerType.DATE).date(Trigger.BIRTHDAY);
	}

	private static ProtocolDefinitionBuilder on(TriggerBuilder trigger) {
		return aProtocol().trigger(trigger.build());
	}

	private static ProtocolDefinitionBuilder steps(ProtocolDefinitionBuilder protocol, StepDefinitionBuilder... steps) {
		protocol.clearSteps();
		for (StepDefinitionBuilder step : steps) {
			protocol.step(step.build());
		}
		return protocol;
	}

	private static List<String> found(ProtocolDefinitionBuilder definition) {
		return new ProtocolValidator().validate(definition.build()).stream()
			.map(ProtocolValidatorTest::brief)
			.collect(Collectors.toList());
	}
}
