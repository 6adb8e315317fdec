/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;
import org.openmrs.module.retention.demo.BrowsedClinic.Site;
import org.openqa.selenium.Keys;

/** A nurse's calls, from the list to what came of them. */
class TodayPageIT extends BrowsedPages {

	private static final int MOST_CLICKS = 3;

	TodayPageIT() {
		super(Browser.DESK);
	}

	private static String open(Patient patient) {
		return "form[action$='" + patient.uuid() + "/open'] button";
	}

	private Patient onTheLine(Site site) {
		return site.patients().stream().filter(patient -> browser.address().contains(patient.uuid())).findFirst()
			.orElseThrow(() -> new AssertionError("no call at " + browser.address()));
	}

	@Test
	void page_shouldBringTheNextRow_whenACallIsDone() {
		Site site = clinic.site("Alice", "Emma", "Grace");
		browser.signIn(clinic.nurse());
		assertThat(browser.address()).isEqualTo("today");
		browser.go(site.list());
		assertThat(browser.text()).contains("Alice Scenario", "Emma Scenario", "Grace Scenario");
		browser.clicks();
		browser.leaveBy(open(site.patient(0)));
		assertThat(browser.text("h1")).startsWith("Alice Scenario");
		browser.click(".choices input[type=radio]");
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
		assertThat(browser.told()).startsWith("done").contains("Alice Scenario");
		assertThat(onTheLine(site)).isIn(site.patient(1), site.patient(2));
		assertThat(browser.text("h1")).startsWith(onTheLine(site).name());
		assertThat(clinic.task(site.patient(0).task()).path("status").asText()).isEqualTo("COMPLETED");
		assertThat(clinic.attempts(site.patient(0)).get(0).path("answers").toString()).contains("bleeding");
	}

	@ParameterizedTest
	@CsvSource({ "DONE,1", "NO_ANSWER,1", "VOICEMAIL,1", "BUSY,1", "WRONG_NUMBER,1", "CALL_BACK,1" })
	void page_shouldTakeFewClicks_whenTheOutcomeIsCommon(String outcome, int calls) {
		Site site = clinic.site("Ruth", "Zoe");
		browser.signIn(clinic.nurse()).go(site.list());
		browser.clicks();
		browser.leaveBy(open(site.patient(0)));
		if (outcome.equals("DONE")) {
			browser.click(".choices input[type=radio]");
		}
		browser.leaveBy("button[value=" + outcome + "]");
		assertThat(browser.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.attempts(site.patient(0))).hasSize(calls);
		assertThat(onTheLine(site)).isEqualTo(site.patient(1));
	}

	@Test
	void page_shouldReturnToTheList_whenNobodyIsLeft() {
		Site site = clinic.site("Adam");
		browser.signIn(clinic.nurse()).go(site.list());
		browser.leaveBy(open(site.patient(0)));
		browser.leaveBy("button[value=BUSY]");
		assertThat(browser.address()).isEqualTo(site.list());
		assertThat(browser.told()).startsWith("done").contains("Adam Scenario");
	}

	@Test
	void page_shouldBeWorkedWithoutAMouse_whenSomebodyDoesNotAnswer() {
		Site site = clinic.site("Ben", "Daniel");
		browser.go(site.list());
		assertThat(browser.isFocused("#username")).isTrue();
		browser.press(clinic.nurse().name(), Keys.TAB, clinic.nurse().password());
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.address()).isEqualTo(site.list());
		browser.press(Keys.TAB);
		assertThat(browser.isFocused("a.skip")).isTrue();
		browser.press(Keys.ENTER);
		browser.tabTo(open(site.patient(0)));
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.text("h1")).startsWith("Ben Scenario");
		browser.tabTo("#note");
		browser.press("rang twice");
		browser.tabBackTo("button[value=NO_ANSWER]");
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.told()).startsWith("done").contains("Ben Scenario");
		assertThat(browser.text("h1")).startsWith("Daniel Scenario");
		assertThat(clinic.task(site.patient(0).task()).path("triesUsed").asInt()).isEqualTo(1);
		browser.tabTo(".notice button");
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.attempts(site.patient(0))).isEmpty();
		assertThat(clinic.task(site.patient(0).task()).path("status").asText()).isEqualTo("OPEN");
	}

	@Test
	void page_shouldBeWorkedWithoutAMouse_whenSomebodyAnswers() {
		Site site = clinic.site("Anna", "Vera");
		browser.signIn(clinic.nurse()).go(site.list());
		browser.tabTo(open(site.patient(0)));
		browser.leaveByKey(Keys.ENTER);
		browser.tabTo(".choices input[type=radio]");
		browser.press(Keys.ARROW_DOWN);
		assertThat(browser.all(".choices input:checked")).hasSize(1);
		browser.tabTo("summary");
		browser.press(Keys.ENTER);
		assertThat(browser.await("#thinkingUntil").isDisplayed()).isTrue();
		browser.tabBackTo("button[value=DONE]");
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.told()).startsWith("done").contains("Anna Scenario");
		assertThat(browser.text("h1")).startsWith("Vera Scenario");
		assertThat(clinic.attempts(site.patient(0)).get(0).path("answers").toString()).contains("oozing");
	}

	@Test
	void page_shouldGiveTheRowToOne_whenTwoWantIt() {
		Site site = clinic.site("George", "Oliver");
		try (Browser other = Browser.open(Browser.DESK)) {
			browser.signIn(clinic.nurse()).go(site.list());
			other.signIn(clinic.otherNurse()).go(site.list());
			browser.leaveBy(open(site.patient(0)));
			assertThat(browser.text("h1")).startsWith("George Scenario");
			other.leaveBy(open(site.patient(0)));
			assertThat(other.all("main button[value=DONE]")).isEmpty();
			assertThat(other.told()).startsWith("not done: ").contains("Somebody else");
			assertThat(other.address()).isEqualTo(site.list());
			assertThat(other.text("ol.rows")).contains("nurse Scenario");
			other.leaveBy(open(site.patient(1)));
			assertThat(other.text("h1")).startsWith("Oliver Scenario");
			other.leaveBy("button[value=BUSY]");
			assertThat(other.address()).as("the row of the other one is not given away").isEqualTo(site.list());
			browser.leaveBy("button[value=NO_ANSWER]");
			assertThat(clinic.attempts(site.patient(0))).hasSize(1);
		}
	}

	@Test
	void page_shouldWork_withoutJavaScript() {
		Site site = clinic.site("Tom", "Vera");
		try (Browser plain = Browser.withoutJavaScript()) {
			plain.signIn(clinic.nurse()).go(site.list());
			plain.leaveBy(open(site.patient(0)));
			plain.type("#note", "nobody there");
			assertThat(plain.run("return sessionStorage.length")).as("the pages' script has not run").isEqualTo(0L);
			plain.leaveBy("button[value=NO_ANSWER]");
			assertThat(plain.told()).startsWith("done").contains("Tom Scenario");
			assertThat(plain.text("h1")).startsWith("Vera Scenario");
			assertThat(clinic.attempts(site.patient(0)).get(0).path("note").asText()).isEqualTo("nobody there");
		}
	}
}
