/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.StepDefinition;

class YamlFormatTest {

	private static final List<String> PROTOCOL = Collections.unmodifiableList(Arrays.asList(
		"uuid: 5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e01", // 1
		"name: After an extraction", // 2
		"why: {en: 'Tooth extracted on {date}', nb: Trukket tann}", // 3
		"purpose: CARE", // 4
		"trigger:", // 5
		"  type: MANUAL", // 6
		"steps:", // 7
		"  - key: day-1", // 8
		"    title: {en: Call}", // 9
		"    offset: P1D", // 10
		"    windowFrom: 09:00", // 11
		"    windowTo: 16:00", // 12
		"    critical: true", // 13
		"    tries: 2", // 14
		"    script:", // 15
		"      opening: {en: Hello}", // 16
		"      questions:", // 17
		"        - {key: pain, type: YES_NO, text: {en: 'Does it hurt?'}}", // 18
		"      redFlags:", // 19
		"        - {question: pain, in: [yes], severity: CONCERN, tell: {en: Come in}}", // 20
		"      closing: {en: Thank you}" // 21
	));

	@Test
	void parse_shouldReadADefinition_whateverYamlTakesItsWordsFor() {
		List<PackageProblem> problems = new ArrayList<>();
		List<PackageItem> items = PackageFormats.of("protocols").parse(String.join("\n", PROTOCOL), problems);
		assertThat(problems).isEmpty();
		ProtocolDefinition definition = (ProtocolDefinition) items.get(0).getDefinition();
		assertThat(items.get(0).getKey()).isEqualTo("5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e01");
		StepDefinition step = definition.getSteps().get(0);
		assertThat(step.getWindowTo()).isEqualTo("16:00");
		assertThat(step.getTries()).isEqualTo(2);
		assertThat(step.isCritical()).isTrue();
		assertThat(step.getScript().getRedFlags().get(0).getIn()).containsExactly("yes");
		assertThat(items.get(0).lineOf("steps[0].windowTo")).isEqualTo(12);
		assertThat(items.get(0).lineOf("steps[0].grace")).isEqualTo(8);
	}

	@Test
	void parse_shouldReadACalendar() {
		List<PackageProblem> problems = new ArrayList<>();
		List<PackageItem> items = PackageFormats.of("calendars")
			.parse("uuid: 5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e01\nname: Clinic\nstandard: true\nhours:\n"
				+ "  MONDAY: [09:00-16:00]\nexceptions:\n  - {date: --12-24, name: Eve, hours: [09:00-12:00]}\n",
				problems);
		assertThat(problems).isEmpty();
		CalendarDefinition calendar = (CalendarDefinition) items.get(0).getDefinition();
		assertThat(calendar.getHours().get("MONDAY")).containsExactly("09:00-16:00");
		assertThat(calendar.getExceptions().get(0).getDate()).isEqualTo("--12-24");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void parse_shouldFindOnly(String expected, int line, String instead) {
		List<String> lines = new ArrayList<>(PROTOCOL);
		lines.set(line - 1, instead);
		assertThat(found(String.join("\n", lines))).containsExactly(expected);
	}

	static Stream<Arguments> parse_shouldFindOnly() {
		return Stream.of(Arguments.of("4 purpose unknown-value", 4, "purpose: Care"),
			Arguments.of("4 purpose required", 4, "purpose:"),
			Arguments.of("7 trigger.kind unknown-property", 6, "  type: MANUAL\n  kind: x"),
			Arguments.of("14 steps[0].tries not-a-number", 14, "    tries: two"),
			Arguments.of("14 steps[0].tries not-a-number", 14, "    tries: 2.5"),
			Arguments.of("14 steps[0].tries not-a-number", 14, "    tries: 99999999999"),
			Arguments.of("14 steps[0].tries not-a-value", 14, "    tries: [2]"),
			Arguments.of("13 steps[0].critical not-a-truth", 13, "    critical: yes"),
			Arguments.of("3 why not-a-mapping", 3, "why: Tooth extracted"),
			Arguments.of("3 why.nb text-blank", 3, "why: {en: Tooth, nb: }"),
			Arguments.of("11 steps[0].windowFrom protocol-window-invalid", 11, "    windowFrom: 9:00"),
			Arguments.of("10 steps[0].offset period-invalid", 10, "    offset: 1"),
			Arguments.of("18 steps[0].script.questions[0].type unknown-value", 18,
				"        - {key: pain, type: BOOLEAN, text: {en: 'Does it hurt?'}}"),
			Arguments.of("20 steps[0].script.redFlags[0].question question-unknown", 20,
				"        - {question: fever, in: [yes], severity: CONCERN, tell: {en: Come in}}"),
			Arguments.of("1  syntax", 1, "uuid: !!java.net.URL [http://localhost]"),
			Arguments.of("1 uuid tag", 1, "uuid: !include other.yml"));
	}

	@Test
	void parse_shouldFindEveryMistakeInOnePass() {
		List<String> lines = new ArrayList<>(PROTOCOL);
		lines.set(3, "purpose: Care");
		lines.set(9, "    offset: tomorrow");
		lines.set(13, "    tries: none");
		lines.add("extra: 1");
		assertThat(found(String.join("\n", lines))).containsExactlyInAnyOrder("4 purpose unknown-value",
			"10 steps[0].offset period-invalid", "14 steps[0].tries not-a-number", "22 extra unknown-property");
	}

	@Test
	void parse_shouldKeepThePlacesOfTheOthers_whenAnElementDoesNotFit() {
		List<String> lines = new ArrayList<>(PROTOCOL);
		lines.set(7, "  - today\n  - key: Day 1");
		assertThat(found(String.join("\n", lines))).containsExactlyInAnyOrder("8 steps[0] not-a-mapping",
			"9 steps[1].key key-invalid");
	}

	@Test
	void parse_shouldRefusePropertiesGivenTwice() {
		assertThat(found(String.join("\n", PROTOCOL) + "\nname: Again")).containsExactly("22 name given-twice");
	}

	@Test
	void parse_shouldRefuseWhatIsNotOneMapping() {
		assertThat(found("")).containsExactly("1  one-document");
		assertThat(found("# nothing")).containsExactly("1  one-document");
		assertThat(found("- a\n- b")).containsExactly("1  one-document");
		assertThat(found(String.join("\n", PROTOCOL) + "\n---\nname: second")).containsExactly("23  one-document");
	}

	@Test
	void parse_shouldNameTheLineOfASyntaxError() {
		assertThat(found("name: a\npurpose: [CARE\nsteps: x")).containsExactly("3  syntax");
		assertThat(found("name: \u0007")).containsExactly("0  syntax");
	}

	@Test
	void parse_shouldLetWordsBeWrittenOnceAndUsedAgain() {
		List<String> lines = new ArrayList<>(PROTOCOL);
		lines.set(15, "      opening: &hello {en: Hello}");
		lines.set(20, "      closing: *hello");
		assertThat(found(String.join("\n", lines))).isEmpty();
	}

	@Test
	void parse_shouldRefuseADocumentThatHoldsItselfOrExplodes() {
		assertThat(found("name: a\npatients: &p\n  sexes: [F]\n  minAge: *p")).contains("4 patients.minAge alias");
		StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
		for (int i = 1; i < 8; i++) {
			bomb.append("a").append(i).append(": &a").append(i).append(" [");
			bomb.append(String.join(", ", Collections.nCopies(10, "*a" + (i - 1)))).append("]\n");
		}
		assertThat(found(bomb + "steps: *a7")).isNotEmpty();
	}

	@Test
	void parse_shouldRefuseADocumentThatIsTooDeep() {
		String deep = String.join("", Collections.nCopies(200, "[")) + String.join("", Collections.nCopies(200, "]"));
		assertThat(found("steps: " + deep)).hasSize(1).allMatch(p -> p.endsWith(" syntax"));
	}

	private static List<String> found(String text) {
		List<PackageProblem> problems = new ArrayList<>();
		PackageFormats.of("protocols").parse(text, problems);
		return problems.stream()
			.map(p -> p.getLine() + " " + p.getPath() + " " + p.getCode().substring(p.getCode().lastIndexOf('.') + 1))
			.collect(Collectors.toList());
	}
}
