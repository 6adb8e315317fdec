/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;
import org.openmrs.module.retention.demo.BrowsedClinic.Site;
import org.openqa.selenium.Keys;

/** A nurse asks a survey within a call, on a telephone and by keyboard, and the manager sees what was said. */
class SurveyCallPageIT extends BrowsedPages {

	private static final String DONE = "button[value=DONE]";

	SurveyCallPageIT() {
		super(Browser.PHONE);
	}

	private static String field(Patient patient, String question) {
		return "[name='survey." + patient.task() + "." + question + "']";
	}

	private List<JsonNode> responses(Patient patient) {
		return clinic.rows("surveyresponse?v=default&patient=" + patient.uuid());
	}

	@Test
	void survey_shouldBeAskedInTheCall_andBeSeenInTheResults() {
		Site site = clinic.surveyed("Nina", SurveyPageIT.AFTER_A_VISIT);
		Patient patient = site.patient(0);
		browser.signIn(clinic.nurse()).go("call/" + patient.uuid()).await("input" + field(patient, "recommend"));
		assertThat(browser.text()).contains("likely are you to recommend us", "After a visit")
			.doesNotContain("What was good?");
		browser.click("input" + field(patient, "recommend") + "[value='5']");
		assertThat(browser.text()).contains("May we call you").doesNotContain("What was good?");
		browser.click("input" + field(patient, "recommend") + "[value='9']");
		assertThat(browser.text()).contains("What was good?").doesNotContain("May we call you");
		browser.click("input" + field(patient, "satisfied") + "[value='4']");
		browser.type("textarea" + field(patient, "good"), "The <b>nurse</b> sang");
		browser.type("textarea" + field(patient, "better"), "A later bus");
		EveryPageIT.assertFits(browser, Browser.PHONE, "en", "call with a survey");
		EveryPageIT.assertAccessible(browser, "call with a survey");
		browser.driver().navigate().refresh();
		assertThat(browser.await("textarea" + field(patient, "better")).getDomProperty("value")).as("as its draft is")
			.isEqualTo("A later bus");
		browser.leaveBy(DONE);
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.complaints()).isEmpty();
		assertThat(responses(patient)).singleElement().satisfies(response -> {
			assertThat(response.path("mode").asText()).isEqualTo("INTERVIEW_OTHER");
			assertThat(response.path("answers").toString()).contains("recommend", "9", "satisfied", "4")
				.doesNotContain("call-me");
		});

		browser.loseSession();
		browser.signIn(clinic.manager())
			.go("surveys/results?survey=" + SurveyPageIT.AFTER_A_VISIT + "&location=" + site.uuid());
		assertThat(browser.text()).contains("After a visit").contains("NPS 100");
		browser.go("comments?show=all&contains=" + "sang");
		assertThat(browser.text()).contains("The <b>nurse</b> sang");
	}

	@Test
	void survey_shouldBeAskedByKeyboardAlone() {
		Patient patient = clinic.surveyed("Lars", SurveyPageIT.AFTER_A_VISIT).patient(0);
		browser.signIn(clinic.nurse()).go("call/" + patient.uuid()).await("input" + field(patient, "recommend"));
		browser.tabTo("input" + field(patient, "recommend"));
		browser.press(Keys.SPACE);
		browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
		browser.tabTo("textarea" + field(patient, "better"));
		browser.press("Ring before you come");
		browser.tabTo("input" + field(patient, "call-me"));
		browser.press(Keys.SPACE);
		browser.tabTo(DONE);
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.told()).startsWith("done");
		assertThat(responses(patient)).singleElement().extracting(response -> response.path("answers").toString())
			.asString().contains("\"2\"", "call-me", "yes");
	}

	@Test
	void survey_shouldNotBeStored_whenThePatientDoesNotWantIt() {
		Patient patient = clinic.surveyed("Olav", SurveyPageIT.AFTER_A_VISIT).patient(0);
		browser.signIn(clinic.nurse()).go("call/" + patient.uuid()).await("input" + field(patient, "recommend"));
		browser.click("input" + field(patient, "recommend") + "[value='4']");
		browser.click("input[name=surveyed]");
		browser.leaveBy(DONE);
		assertThat(browser.told()).startsWith("done");
		assertThat(responses(patient)).isEmpty();
	}
}
