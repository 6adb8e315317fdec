/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic;
import org.openqa.selenium.OutputType;

/** The pictures in the README and the documents, of the demo clinic: taken when {@code -Dretention.screenshots} names a folder for them. */
@Tag("pages")
class PictureIT {

	private static final int LARGEST = 200_000;

	private static final String SCORE = "input[name^='survey.'][name$='.recommend']";

	private final String folder = System.getProperty("retention.screenshots");

	private BrowsedClinic clinic;

	private Browser browser;

	@BeforeEach
	void start() {
		Assumptions.assumeTrue(folder != null, "-Dretention.screenshots=<folder> would take the README's pictures");
	}

	@AfterEach
	void close() {
		if (browser != null) {
			browser.close();
		}
	}

	private void open(int width, String member) {
		browser = Browser.open(width);
		clinic = BrowsedClinic.started();
		browser.driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
		browser.signIn(clinic.member(member));
	}

	private String list() {
		return "today?location=" + clinic.demoSite("North Clinic");
	}

	private void take(String name) throws IOException {
		byte[] picture = browser.driver().getScreenshotAs(OutputType.BYTES);
		assertThat(picture.length).isBetween(1, LARGEST);
		Files.createDirectories(Path.of(folder));
		Files.write(Path.of(folder).resolve(name + ".png"), picture);
	}

	@Test
	void page_shouldBeShown_today() throws IOException {
		open(Browser.DESK, "nurse1");
		browser.go(list()).await("ol.rows .who");
		take("today");
	}

	@Test
	void page_shouldBeShown_todayOnAPhone() throws IOException {
		open(Browser.PHONE, "nurse1");
		browser.go(list()).await("ol.rows .who");
		browser.run("document.querySelector('ol.rows').scrollIntoView()");
		take("today-phone");
	}

	@Test
	void page_shouldBeShown_call() throws IOException {
		open(Browser.DESK, "nurse1");
		for (String person : clinic.scripted()) {
			browser.go("call/" + person).await("main");
			if (!browser.all("fieldset .two").isEmpty()) {
				break;
			}
		}
		assertThat(browser.all("fieldset legend")).isNotEmpty();
		take("call");
	}

	@Test
	void page_shouldBeShown_patient() throws IOException {
		open(Browser.DESK, "nurse1");
		browser.go("patient/" + clinic.scripted().get(0)).await(".timeline");
		take("patient");
	}

	@Test
	void page_shouldBeShown_supervisor() throws IOException {
		open(Browser.DESK, "manager1");
		browser.go("supervisor").await("table");
		take("supervisor");
	}

	@Test
	void page_shouldBeShown_callWithASurvey() throws IOException {
		open(Browser.DESK, "desk1");
		for (String person : clinic.toCall("SURVEY")) {
			browser.go("call/" + person).await("main");
			if (!browser.all(SCORE).isEmpty()) {
				break;
			}
		}
		browser.click(SCORE + "[value='9']");
		browser.run("document.querySelector(arguments[0]).closest('section').scrollIntoView()", SCORE);
		take("call-survey");
	}

	@Test
	void page_shouldBeShown_results() throws IOException {
		open(Browser.DESK, "manager1");
		browser.go("surveys/results?by=MONTH&survey=" + SurveyPageIT.AFTER_A_VISIT).await("section.card");
		browser.run("document.querySelector('section.card').scrollIntoView()");
		take("results");
	}

	@Test
	void page_shouldBeShown_comments() throws IOException {
		open(Browser.DESK, "manager1");
		browser.go("comments?show=queue").await("article button[name=confirm]");
		browser.run("document.querySelector('article button[name=confirm]').closest('article').scrollIntoView()");
		take("comments");
	}

	@Test
	void page_shouldBeShown_invitation() throws IOException {
		open(Browser.DESK, "desk1");
		browser.go("invitation?patient=" + clinic.uninvited()).await("#survey");
		browser.choose("#survey", SurveyPageIT.AFTER_A_VISIT);
		browser.leaveBy("main form button.main");
		browser.await("svg.qr");
		take("invitation");
		browser.leaveBy("a[href$='/slip']");
		browser.await("svg.qr");
		take("slip");
	}

	@Test
	void page_shouldBeShown_answersOnAPhone() throws IOException {
		open(Browser.PHONE, "desk1");
		browser.loseSession();
		browser.go(clinic.surveyLink(SurveyPageIT.AFTER_A_VISIT)).await("main");
		browser.click("input[name='answer.recommend'][value='9']");
		take("answer-phone");
	}
}
