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
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** On paper a page is what it says, without what is clicked and typed. */
class PrintStyleTest {

	private static final File TEMPLATES = new File("src/main/resources/retention/pages");

	private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);

	private static String read(String file) throws IOException {
		return new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.UTF_8);
	}

	/** The block of the stylesheet that is for paper. */
	private static String forPaper() throws IOException {
		String css = read("src/main/webapp/resources/retention.css");
		int from = css.indexOf("@media print");
		assertThat(from).isPositive();
		return css.substring(from).replaceAll("\\s+", " ");
	}

	@Test
	void paper_shouldLeaveOutWhatIsClicked() throws IOException {
		Matcher hidden = Pattern.compile("([^{}]*)\\{ display: none; \\}").matcher(forPaper());
		assertThat(hidden.find()).isTrue();
		assertThat(hidden.group(1).split(",")).extracting(String::trim).contains("header.top", ".notice",
			"form:not(.printed)",
			".skip", ".screen", "button", "a.button");
	}

	@Test
	void paper_shouldBeBlackOnWhite_andTearNoRowApart() throws IOException {
		assertThat(forPaper()).contains("body { background: #fff; color: #000;", "break-inside: avoid",
			".columns { display: block; }", "a { color: inherit; text-decoration: none; }");
	}

	/** What a page tells stands in no form, unless the form is printed. */
	@Test
	void form_shouldBePrinted_whereItTellsSomething() throws IOException {
		List<String> hidden = new ArrayList<>();
		for (File template : TEMPLATES.listFiles()) {
			for (Matcher form = FORM.matcher(read(template.getPath())); form.find();) {
				boolean tells = form.group(2).matches("(?s).*<(h[1-6]|table|dl)\\b.*");
				if (tells && !form.group(1).contains("printed")) {
					hidden.add(template.getName() + ": " + form.group(1));
				}
			}
		}
		assertThat(hidden).as("a sheet is typed back there, somebody signs in, a patient answers").allMatch(
			form -> form.matches("(sheet-entry|login|public-survey)\\.vm:.*"));
		assertThat(read(TEMPLATES + "/call.vm")).contains("class=\"printed\"");
		assertThat(read(TEMPLATES + "/patient.vm")).contains("class=\"printed\"");
		assertThat(read(TEMPLATES + "/sheet.vm")).doesNotContain("<form");
	}

	@Test
	void filter_shouldStayOnTheScreen() throws IOException {
		for (String page : new String[]{ "today", "outcomes", "rehearsal" }) {
			assertThat(FORM.matcher(read(TEMPLATES + "/" + page + ".vm")).results().map(form -> form.group(1)))
				.as(page).isNotEmpty().first().asString().contains("screen");
		}
	}
}
