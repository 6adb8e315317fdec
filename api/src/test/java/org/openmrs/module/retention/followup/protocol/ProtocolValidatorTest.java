/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aProtocol;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aScript;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aStep;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.RedFlag.RedFlagBuilder;
import org.openmrs.module.retention.followup.protocol.StepDefinition.StepDefinitionBuilder;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.question.Question.QuestionBuilder;
import org.openmrs.module.retention.shared.Problem;

class ProtocolValidatorTest {

	private static final Pattern CODE = Pattern
		.compile("retention\\.(?:followup\\.error\\.protocol-|question\\.error\\.)(.+)");

	@Test
	void validate_shouldFindNothing_whenTheDefinitionIsRight() {
		assertThat(new ProtocolValidator().validate(aProtocol().build())).isEmpty();
	}

	@Test
	void validate_shouldAcceptEveryFormThatIsAllowed() {
		StepDefinition step = step().windowFrom("OPEN+PT30M").windowTo("CLOSE-PT90M").notBefore("PT2H").spacing("PT3H")
			.target("PT4M").link(AssignmentLink.builder().provider("any").until("16:00").build())
			.link(AssignmentLink.builder().role("Retention: Nurse").build()).critical(true).build();
		StepDefinition month = aStep("month").offset("P1M").purpose(Purpose.RECALL).channel(Channel.LETTER).build();
		StepDefinition later = aStep("later").offset("P2W").afterPrevious(true).build();
		ProtocolDefinition definition = aProtocol().clearSteps().step(step).step(month).step(later)
			.onRepeat(RepeatMode.IGNORE).ignoreWithin("P1M").activeFrom("2026-01-31").backfill("P30D")
			.patients(PatientFilter.builder().minAge(18).maxAge(18).sex("F").build())
			.trigger(Trigger.builder().type(TriggerType.ENCOUNTER).firstVisitOnly(true).build()).build();
		assertThat(new ProtocolValidator().validate(definition)).isEmpty();
	}

	@Test
	void validate_shouldFindEveryMistakeInOnePass() {
		ProtocolDefinition definition = aProtocol().uuid("x").priority(101).backfill("P-1D").clearSteps()
			.step(step().key("Day 1").tries(0).build()).build();
		assertThat(found(definition)).containsExactlyInAnyOrder("uuid uuid-invalid", "priority out-of-range",
			"backfill period-invalid", "steps[0].key key-invalid", "steps[0].tries out-of-range");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "headMistakes", "triggerMistakes", "stepMistakes", "atVisitMistakes", "scriptMistakes" })
	void validate_shouldFindOnly(String expected, ProtocolDefinitionBuilder definition) {
		assertThat(found(definition.build())).containsExactly(expected);
	}

	static Stream<Arguments> headMistakes() {
		return Stream.of(mistake("uuid required", aProtocol().uuid(null)), mistake("uuid required", aProtocol().uuid(" ")),
			mistake("uuid uuid-invalid", aProtocol().uuid("not a uuid at all, and of about the length")),
			mistake("name required", aProtocol().name(null)), mistake("name too-long", aProtocol().name(letters(256))),
			mistake("description too-long", aProtocol().description(letters(1001))),
			mistake("why required", aProtocol().why(null)),
			mistake("why english-missing", aProtocol().why(texts("nb", "Tann trukket"))),
			mistake("why.nb text-blank", aProtocol().why(texts("en", "Tooth", "nb", " "))),
			mistake("why.nb text-blank", aProtocol().why(texts("en", "Tooth", "nb", null))),
			mistake("why.norsk language-unknown", aProtocol().why(texts("en", "Tooth", "norsk", "Tann"))),
			mistake("why.en_GB language-unknown", aProtocol().why(texts("en", "Tooth", "en_GB", "Tooth"))),
			mistake("why.en placeholder-unknown", aProtocol().why(text("On {day}"))),
			mistake("why.en placeholder-unknown", aProtocol().why(text("On {date"))
				.why(text("On {dat"))),
			mistake("purpose required", aProtocol().purpose(null)),
			mistake("priority out-of-range", aProtocol().priority(-1)),
			mistake("priority out-of-range", aProtocol().priority(101)),
			mistake("activeFrom date-invalid", aProtocol().activeFrom("2026-02-30")),
			mistake("activeFrom date-invalid", aProtocol().activeFrom("31.01.2026")),
			mistake("backfill period-invalid", aProtocol().backfill("30 days")),
			mistake("backfill period-invalid", aProtocol().backfill("P-1D")),
			mistake("backfill period-invalid", aProtocol().backfill("PT24H")),
			mistake("ignoreWithin required", aProtocol().onRepeat(RepeatMode.IGNORE)),
			mistake("ignoreWithin not-applicable", aProtocol().ignoreWithin("P30D")),
			mistake("ignoreWithin period-invalid", aProtocol().onRepeat(RepeatMode.IGNORE).ignoreWithin("P0D")),
			mistake("verifyAfter duration-invalid", aProtocol().verifyAfter("-PT1H")),
			mistake("verifyAfter duration-invalid", aProtocol().verifyAfter("P18M")),
			mistake("verifyAfter period-invalid", aRecall().verifyAfter("PT48H")),
			mistake("verifyAfter period-invalid", aRecall().verifyAfter("P0D")),
			mistake("floodLimit out-of-range", aProtocol().floodLimit(0)),
			mistake("patients.minAge out-of-range", aProtocol().patients(PatientFilter.builder().minAge(-1).build())),
			mistake("patients.maxAge out-of-range", aProtocol().patients(PatientFilter.builder().maxAge(151).build())),
			mistake("patients.minAge range-crossed",
				aProtocol().patients(PatientFilter.builder().minAge(18).maxAge(17).build())),
			mistake("patients.sexes[0] required", aProtocol().patients(PatientFilter.builder().sex("").build())),
			mistake("patients.groups[0] uuid-invalid",
				aProtocol().patients(PatientFilter.builder().group("Diabetics").build())),
			mistake("patients.exceptGroups[0] uuid-invalid",
				aProtocol().patients(PatientFilter.builder().exceptGroup("").build())),
			mistake("fulfilledBy filter-empty", aProtocol().fulfilledBy(EncounterFilter.builder().build())));
	}

	static Stream<Arguments> triggerMistakes() {
		return Stream.of(mistake("trigger required", aProtocol().trigger(null)),
			mistake("trigger.type required", aProtocol().trigger(Trigger.builder().build())),
			mistake("trigger.filter filter-empty",
				aProtocol().trigger(Trigger.builder().type(TriggerType.ENCOUNTER).build())),
			mistake("trigger.filter not-applicable",
				aProtocol().trigger(
					Trigger.builder().type(TriggerType.MANUAL).filter(EncounterFilter.builder().build()).build())),
			mistake("trigger.firstVisitOnly not-applicable",
				aProtocol().trigger(Trigger.builder().type(TriggerType.MANUAL).firstVisitOnly(true).build())),
			mistake("trigger.filter.encounterTypes[0] uuid-invalid",
				on(EncounterFilter.builder().encounterType("Extraction"))),
			mistake("trigger.filter.forms[0] uuid-invalid", on(EncounterFilter.builder().form("1"))),
			mistake("trigger.filter.visitTypes[0] uuid-invalid", on(EncounterFilter.builder().visitType("Emergency"))),
			mistake("trigger.filter.locations[0] uuid-invalid", on(EncounterFilter.builder().location("Room 2"))),
			mistake("trigger.filter.observation.concept required",
				on(EncounterFilter.builder().observation(ObservationFilter.builder().build()))),
			mistake("trigger.filter.observation.concept reference-invalid",
				on(EncounterFilter.builder().observation(ObservationFilter.builder().concept("pain").build()))),
			mistake("trigger.filter.observation.answers[1] reference-invalid",
				on(EncounterFilter.builder().observation(
					ObservationFilter.builder().concept("CIEL:1234").answer("CIEL:1").answer("CIEL:").build()))));
	}

	@Test
	void validate_shouldAllowAStepAtTheVisitBesideACallOfThatDay() {
		assertThat(found(aProtocol().clearSteps().step(atVisit().build()).step(step().offset("P0D").build()).build()))
			.isEmpty();
	}

	private static StepDefinition.StepDefinitionBuilder atVisit() {
		return step().key("at-visit").atVisit(true).offset("P0D").channel(Channel.IN_PERSON);
	}

	private static Arguments notAtVisit(StepDefinition.StepDefinitionBuilder step) {
		return mistake("steps[0].atVisit at-visit-invalid", aProtocol().clearSteps().step(step.build()));
	}

	static Stream<Arguments> atVisitMistakes() {
		return Stream.of(notAtVisit(atVisit().channel(Channel.PHONE)), notAtVisit(atVisit().offset("P1D")),
			notAtVisit(atVisit().windowTo("16:00")), notAtVisit(atVisit().notBefore("PT1H")),
			notAtVisit(atVisit().critical(true)),
			mistake("steps[0].atVisit at-visit-invalid",
				aProtocol().trigger(Trigger.builder().type(TriggerType.MANUAL).build()).clearSteps()
					.step(atVisit().build())),
			mistake("steps[1].atVisit at-visit-invalid", aProtocol().clearSteps().step(atVisit().build())
				.step(atVisit().key("again").build())));
	}

	static Stream<Arguments> stepMistakes() {
		return Stream.of(mistake("steps required", aProtocol().clearSteps()), with("key required", step().key(null)),
			with("key key-invalid", step().key("day_1")), with("key key-invalid", step().key("Day-1")),
			with("key key-invalid", step().key("day-")), with("key key-invalid", step().key(letters(61))),
			mistake("steps[1].key key-duplicate",
				aProtocol().clearSteps().step(step().build()).step(step().offset("P2D").build())),
			with("title required", step().title(null)), with("title english-missing", step().title(texts("ru", "Звонок"))),
			with("offset required", step().offset(null)), with("offset period-invalid", step().offset("1 day")),
			with("offset offset-before-anchor", step().offset("P-1D")),
			with("offset period-invalid", step().offset("PT12H")),
			with("offset period-invalid", step().offset("P21Y")), with("offset period-invalid", step().offset("P-21Y")),
			with("offset period-invalid", step().offset("P-2147483648D")),
			with("offset period-invalid", step().offset("P999999999M")),
			with("notBefore duration-invalid", step().notBefore("PT999999H")),
			mistake("steps[1].offset offset-not-ascending", steps("P7D", "P1D")),
			mistake("steps[1].offset offset-not-ascending", steps("P1D", "P1D")),
			mistake("steps[1].offset offset-not-ascending", steps("P30D", "P1M")),
			mistake("steps[1].offset offset-not-ascending", aProtocol().clearSteps().step(step().build())
				.step(aStep("next").offset("P0D").afterPrevious(true).build())),
			with("afterPrevious no-previous-step", step().afterPrevious(true)),
			with("windowFrom window-invalid", step().windowFrom("9:00")),
			with("windowFrom window-invalid", step().windowFrom("25:00")),
			with("windowTo window-invalid", step().windowTo("CLOSE-90M")),
			with("windowTo window-invalid", step().windowTo("CLOSE+PT24H")),
			with("windowFrom required", step().windowFrom(null)),
			with("windowFrom window-empty", step().windowFrom("18:00").windowTo("09:00")),
			with("windowFrom window-empty", step().windowFrom("09:00").windowTo("09:00")),
			with("windowFrom window-empty", step().windowFrom("CLOSE").windowTo("CLOSE-PT90M")),
			with("windowFrom window-empty", step().windowFrom("CLOSE").windowTo("OPEN")),
			with("notBefore duration-invalid", step().notBefore("2h")),
			with("notBefore duration-invalid", step().notBefore("-PT2H")),
			with("critical critical-not-care", step().critical(true).purpose(Purpose.RECALL)),
			with("grace out-of-range", step().grace(-1)), with("roll required", step().roll(null)),
			with("channel required", step().channel(null)), with("channel channel-unsupported", step().channel(Channel.SMS)),
			with("tries out-of-range", step().tries(0)), with("spacing duration-invalid", step().spacing("PT0S")),
			with("target duration-invalid", step().target("three minutes")), with("script required", step().script(null)),
			with("assignment[0] assignment-ambiguous",
				step().link(AssignmentLink.builder().provider("any").role("Nurse").build())),
			with("assignment[0] assignment-ambiguous", step().link(AssignmentLink.builder().until("16:00").build())),
			with("assignment[0].provider uuid-invalid", step().link(AssignmentLink.builder().provider("dentist").build())),
			with("assignment[0].user uuid-invalid", step().link(AssignmentLink.builder().user("admin").build())),
			with("assignment[0].role required", step().link(AssignmentLink.builder().role(" ").build())),
			with("assignment[0].until time-invalid",
				step().link(AssignmentLink.builder().role("Nurse").until("16").build())),
			with("assignment[0].until time-invalid",
				step().link(AssignmentLink.builder().role("Nurse").until("24:01").build())));
	}

	static Stream<Arguments> scriptMistakes() {
		return Stream.of(with("script.opening required", step().script(aScript().opening(null).build())),
			with("script.closing english-missing", step().script(aScript().closing(texts("zh", "谢谢")).build())),
			with("script.closing.en placeholder-unknown", step().script(aScript().closing(text("Bye, {name}")).build())),
			question("key required", aQuestion().key(null)), question("key key-duplicate", aQuestion().key("pain")),
			question("type required", aQuestion().type(null)), question("text required", aQuestion().text(null)),
			question("options not-applicable",
				aQuestion().option(option("a")).option(option("b"))),
			question("options options-too-few", aQuestion().type(Question.Type.CHOICE).option(option("a"))),
			question("options[1].key key-duplicate",
				aQuestion().type(Question.Type.CHOICE).option(option("a")).option(option("a"))),
			question("options[0].text required",
				aQuestion().type(Question.Type.CHOICE).option(Question.Option.builder().key("a").build())
					.option(option("b"))),
			question("options[0].concept reference-invalid",
				aQuestion().type(Question.Type.CHOICE)
					.option(Question.Option.builder().key("a").text(text("A")).concept("A").build())
					.option(option("b"))),
			question("min not-applicable", aQuestion().min(1)),
			question("max required", aQuestion().type(Question.Type.RATING).min(1)),
			question("min range-crossed", aQuestion().type(Question.Type.NUMBER).min(5).max(5)),
			question("concept reference-invalid", aQuestion().concept("pain score")),
			question("showIf.question question-unknown", aQuestion().showIf(when("swelling", "yes"))),
			question("showIf.question question-unknown", aQuestion().showIf(when("more", "yes"))),
			question("showIf.in required", aQuestion().showIf(when("bleeding"))),
			question("showIf.in[1] answer-unknown", aQuestion().showIf(when("bleeding", "yes", "maybe"))),
			flag("question required", aFlag().question(null)), flag("question question-unknown", aFlag().question("fever")),
			flag("severity required", aFlag().severity(null)), flag("tell required", aFlag().tell(null)),
			flag("in[0] answer-unknown", aFlag().clearIn().answer("a-little")),
			flag(" condition-invalid", aFlag().clearIn()), flag(" condition-invalid", aFlag().atLeast(1)),
			flag("atLeast not-applicable", aFlag().clearIn().atLeast(1)),
			flag("atLeast out-of-range", aFlag().clearIn().question("pain").atLeast(11)),
			flag("atMost out-of-range", aFlag().clearIn().question("pain").atMost(-1)),
			flag("in[0] answer-unknown", aFlag().question("pain")));
	}

	private static Arguments mistake(String expected, ProtocolDefinitionBuilder definition) {
		return Arguments.of(expected, definition);
	}

	private static Arguments with(String expected, StepDefinitionBuilder step) {
		return mistake("steps[0]." + expected, aProtocol().clearSteps().step(step.build()));
	}

	private static Arguments question(String expected, QuestionBuilder question) {
		return with("script.questions[2]." + expected, step().script(aScript().question(question.build()).build()));
	}

	private static Arguments flag(String expected, RedFlagBuilder flag) {
		String path = expected.startsWith(" ") ? "script.redFlags[1]" : "script.redFlags[1].";
		return with(path + expected, step().script(aScript().redFlag(flag.build()).build()));
	}

	private static ProtocolDefinitionBuilder on(EncounterFilter.EncounterFilterBuilder filter) {
		return aProtocol().trigger(Trigger.builder().type(TriggerType.ENCOUNTER).filter(filter.build()).build());
	}

	private static ProtocolDefinitionBuilder aRecall() {
		return aProtocol().trigger(Trigger.builder().type(TriggerType.RECALL).interval("P6M")
			.filter(EncounterFilter.builder().encounterType("0d3a5d8b-5f2c-4c53-9a54-3f3b1f1d9f10").build()).build());
	}

	private static ProtocolDefinitionBuilder steps(String first, String second) {
		return aProtocol().clearSteps().step(aStep("first").offset(first).build())
			.step(aStep("second").offset(second).build());
	}

	private static StepDefinitionBuilder step() {
		return aStep("day-1");
	}

	private static QuestionBuilder aQuestion() {
		return Question.builder().key("more").type(Question.Type.YES_NO).text(text("More?"));
	}

	private static RedFlagBuilder aFlag() {
		return RedFlag.builder().question("bleeding").answer("yes").severity(RedFlag.Severity.CONCERN).tell(text("Come in"));
	}

	private static Question.Option option(String key) {
		return Question.Option.builder().key(key).text(text(key)).build();
	}

	private static Question.ShowIf when(String question, String... answers) {
		return Question.ShowIf.builder().question(question).in(Arrays.asList(answers)).build();
	}

	private static LocalizedText texts(String... tagsAndTexts) {
		Map<String, String> byTag = new LinkedHashMap<>();
		for (int i = 0; i < tagsAndTexts.length; i += 2) {
			byTag.put(tagsAndTexts[i], tagsAndTexts[i + 1]);
		}
		return new LocalizedText(byTag);
	}

	private static String letters(int count) {
		return String.join("", Collections.nCopies(count, "a"));
	}

	private static List<String> found(ProtocolDefinition definition) {
		return new ProtocolValidator().validate(definition).stream().map(ProtocolValidatorTest::brief)
			.collect(Collectors.toList());
	}

	static String brief(Problem problem) {
		Matcher code = CODE.matcher(problem.getCode());
		assertThat(code.matches()).as(problem.getCode()).isTrue();
		return problem.getPath() + " " + code.group(1);
	}
}
