/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldLabelsTest {

	private static final File TEMPLATES = new File("src/main/resources/retention/pages");

	private static final Pattern FIELD = Pattern
		.compile("<(?:input|select|textarea|button)\\b[^>]*? name=\"([^\"]+)\"[^>]*");

	private static final Pattern LINE_FIELD = Pattern.compile("#entryField\\(\"(\\w+)\"");

	/**
	 * Password, the checkbox of a task, what a patient presses in a survey, and what a template makes names of: a script's
	 * questions, the lines of a sheet.
	 */
	private static final Set<String> OTHERS = Set.of("password", "task", "send", "show", "$name", "${field}.0");

	@Test
	void label_shouldBeKnown_ofEveryFieldThatATemplateShows() throws IOException {
		Set<String> names = new TreeSet<>();
		for (File template : TEMPLATES.listFiles()) {
			String text = new String(Files.readAllBytes(template.toPath()), StandardCharsets.UTF_8);
			for (Matcher field = FIELD.matcher(text); field.find();) {
				if (!field.group().contains("type=\"hidden\"")) {
					names.add(field.group(1).replace("$criterion", "greeting").replaceAll("\\.\\$i$", ".0"));
				}
			}
			for (Matcher field = LINE_FIELD.matcher(text); field.find();) {
				names.add(field.group(1) + ".0");
			}
		}
		names.removeAll(OTHERS);
		assertThat(names).hasSizeGreaterThan(50);
		assertThat(names).allSatisfy(name -> assertThat(FieldLabels.of(name, Locale.ENGLISH)).isNotBlank()
			.doesNotContain("retention."));
	}

	@ParameterizedTest
	@CsvSource({ "callBackFrom,Call back – From", "note,Note", "row.0,Code 1", "number.11,Number 12",
		"number,Number or its last digits",
		"mark.greeting,Said who calls and asked whether it suits", "promise.by,Promise – Until" })
	void label_shouldBeThatOfTheForm(String name, String label) {
		assertThat(FieldLabels.of(name, Locale.ENGLISH)).isEqualTo(label);
	}

	@ParameterizedTest
	@ValueSource(strings = { "version", "nothing", "row.9999", "row.99999999999", "ROW.1", "" })
	void label_shouldBeNone_ofWhatNobodyFillsIn(String name) {
		assertThat(FieldLabels.of(name, Locale.ENGLISH)).isNull();
	}
}
