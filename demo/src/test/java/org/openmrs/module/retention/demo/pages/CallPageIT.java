/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;
import org.openmrs.module.retention.demo.BrowsedClinic.Site;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What is typed during a call stays until it is stored, and is never taken for anything but text. */
class CallPageIT extends BrowsedPages {

	private static final String HOSTILE = "<script>window.hit=1</script>\"'><img src=x onerror=\"window.hit=1\">"
		+ "<a href=\"javascript:window.hit=1\">x</a>${frame} #set($x=1) \u202Etfel\u202C &amp;lt; \u05D0\u05D1";

	private static final int LONGEST_NOTE = 10_000;

	CallPageIT() {
		super(Browser.DESK);
	}

	private static String call(Patient patient) {
		return "call/" + patient.uuid();
	}

	@Test
	void page_shouldLoseNothingTyped_whenTheSessionEndsInMidCall() {
		Site site = clinic.site("Alice");
		Patient patient = site.patient(0);
		browser.signIn(clinic.nurse()).go(call(patient) + site.list().substring("today".length()));
		browser.type("#note", "Her sister said: \"after six\" & <later>\nsecond line");
		browser.click(".choices input[type=radio]");
		browser.loseSession();
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.all("#password")).hasSize(1);
		assertThat(clinic.attempts(patient)).isEmpty();
		browser.type("#username", clinic.nurse().name());
		browser.type("#password", "not this one");
		browser.leaveBy("main button");
		assertThat(browser.told()).startsWith("not done");
		browser.type("#username", clinic.nurse().name());
		browser.type("#password", clinic.nurse().password());
		browser.leaveBy("main button");
		browser.leaveBy("main button");
		assertThat(browser.told()).startsWith("done").contains("Alice Scenario");
		assertThat(clinic.attempts(patient)).hasSize(1);
		JsonNode attempt = clinic.attempts(patient).get(0);
		assertThat(attempt.path("disposition").asText()).isEqualTo("DONE");
		assertThat(attempt.path("answers").toString()).contains("bleeding");
		assertThat(attempt.path("note").asText().replace("\r", ""))
			.isEqualTo("Her sister said: \"after six\" & <later>\nsecond line");
		browser.go(call(patient));
		assertThat(browser.await("#note").getDomProperty("value")).isEmpty();
	}

	@Test
	void page_shouldKeepADraft_untilItIsSent() {
		Site site = clinic.site("Emma", "Grace");
		Patient patient = site.patient(0);
		browser.signIn(clinic.nurse()).go(call(patient));
		browser.type("#note", "swollen cheek");
		browser.click(".choices input[type=radio]");
		browser.run("document.querySelectorAll('main details').forEach(part => part.open = true)");
		browser.type("#unresolved", "who fetches her");
		browser.driver().navigate().refresh();
		assertThat(browser.await("#note").getDomProperty("value")).isEqualTo("swollen cheek");
		assertThat(browser.await("#unresolved").getDomProperty("value")).as("its part is open").isEqualTo("who fetches her");
		assertThat(browser.all(".choices input:checked")).hasSize(1);
		browser.go(call(site.patient(1)));
		assertThat(browser.await("#note").getDomProperty("value")).as("another's call").isEmpty();
		browser.go(call(patient));
		browser.leaveBy("button[value=BUSY]");
		assertThat(browser.told()).startsWith("done");
		browser.go(call(patient));
		assertThat(browser.await("#note").getDomProperty("value")).isEmpty();
		assertThat(clinic.attempts(patient).get(0).path("note").asText()).isEqualTo("swollen cheek");
	}

	@Test
	void page_shouldRecordNothing_whenEnterIsPressedInAField() {
		Site site = clinic.site("Alice");
		browser.signIn(clinic.nurse()).go(call(site.patient(0)));
		browser.run("document.querySelectorAll('details').forEach(part => part.open = true); window.still = true");
		List<WebElement> fields = browser.all("main form[data-draft] input:not([type=hidden])");
		assertThat(fields).hasSizeGreaterThan(15);
		for (WebElement field : fields) {
			String name = field.getDomAttribute("name");
			browser.run("arguments[0].focus()", field);
			browser.press(Keys.ENTER);
			assertThat(browser.run("return window.still === true")).as(name).isEqualTo(true);
		}
		browser.type("#note", "one");
		browser.press(Keys.ENTER, "two");
		assertThat(browser.await("#note").getDomProperty("value")).isEqualTo("one\ntwo");
		assertThat(clinic.attempts(site.patient(0))).isEmpty();
	}

	@Test
	void page_shouldForgetADraft_whenTheRowIsGivenBack_orSomebodyLeaves() {
		Site site = clinic.site("Ruth", "Zoe");
		browser.signIn(clinic.nurse()).go(call(site.patient(0)));
		browser.type("#note", "never mind");
		browser.leaveBy("form[data-forget*='call/'] button");
		browser.go(call(site.patient(0)));
		assertThat(browser.await("#note").getDomProperty("value")).isEmpty();
		browser.type("#note", "of the first nurse");
		browser.loseSession();
		browser.signIn(clinic.otherNurse()).go(call(site.patient(0)));
		assertThat(browser.await("#note").getDomProperty("value")).as("another's draft").isEmpty();
		browser.type("#note", "of the other nurse");
		browser.signOut();
		assertThat(browser.run("return Object.keys(sessionStorage).filter(key => key.startsWith('retention.draft'))"))
			.isEqualTo(List.of());
	}

	@Test
	void page_shouldComeBackAsTyped_whenTheCallIsTakenBack() {
		Site site = clinic.site("Emma", "Tom");
		browser.signIn(clinic.nurse()).go(site.list());
		browser.leaveBy("form[action$='" + site.patient(0).uuid() + "/open'] button");
		browser.type("#note", "wrong button");
		browser.click(".choices input[type=radio]");
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.address()).as("the next").contains(site.patient(1).uuid());
		browser.leaveBy(".notice button");
		assertThat(browser.text("h1")).startsWith("Emma Scenario");
		assertThat(browser.await("#note").getDomProperty("value")).isEqualTo("wrong button");
		assertThat(browser.all(".choices input:checked")).hasSize(1);
		assertThat(clinic.attempts(site.patient(0))).isEmpty();
		assertThat(clinic.task(site.patient(1).task()).path("claimedBy").isNull()).as("free for others").isTrue();
		browser.leaveBy("button[value=BUSY]");
		assertThat(clinic.attempts(site.patient(0)).get(0).path("note").asText()).isEqualTo("wrong button");
	}

	@Test
	void page_shouldBePrinted_withWhatACallNeeds() {
		Patient patient = clinic.site("Grace").patient(0);
		browser.signIn(clinic.nurse()).go(call(patient));
		browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
		assertThat(browser.text()).contains("Grace Scenario");
		assertThat(browser.text(".phone").replace(" ", "")).isEqualTo(clinic.number(patient));
		assertThat(browser.all("main fieldset legend")).anyMatch(WebElement::isDisplayed);
		assertThat(browser.all("main button")).noneMatch(WebElement::isDisplayed);
	}

	@Test
	void page_shouldKeepADraft_whenTheServerRefusesIt() {
		Site site = clinic.site("Ruth");
		browser.signIn(clinic.nurse()).go(call(site.patient(0)));
		browser.type("#note", "call my son");
		browser.run("document.querySelector('#callBackDay').value = ''");
		browser.leaveBy("button[value=CALL_BACK]");
		assertThat(browser.told()).startsWith("not done");
		assertThat(browser.text()).contains("call my son");
		assertThat(clinic.attempts(site.patient(0))).isEmpty();
		browser.go(call(site.patient(0)));
		assertThat(browser.await("#note").getDomProperty("value")).isEqualTo("call my son");
	}

	@Test
	void page_shouldShowTextAsText_whenACallIsFullOfMarkup() {
		Site site = clinic.site("Olga");
		Patient patient = site.patient(0);
		String note = HOSTILE + "я".repeat(LONGEST_NOTE - HOSTILE.length());
		browser.signIn(clinic.nurse()).go(call(patient));
		browser.run("document.querySelectorAll('main details').forEach(part => part.open = true)");
		browser.paste("#note", note);
		for (String field : new String[]{ "toldNext", "unresolved", "need", "promise", "escalateReason" }) {
			browser.paste("#" + field, HOSTILE);
		}
		browser.paste("#relation", HOSTILE.substring(0, 100));
		browser.paste("#staffRole", HOSTILE.substring(0, 50));
		browser.paste("#promiseDay", browser.await("#callBackDay").getDomProperty("value"));
		browser.driver().navigate().refresh();
		assertThat(browser.await("#note").getDomProperty("value")).isEqualTo(note);
		assertHarmless();
		browser.leaveBy("button[value=CALL_BACK]");
		assertThat(browser.told()).startsWith("done").contains("Olga Scenario");
		JsonNode attempt = clinic.attempts(patient).get(0);
		assertThat(attempt.path("note").asText()).isEqualTo(note);
		assertThat(attempt.path("relation").asText()).isEqualTo(HOSTILE.substring(0, 100));
		assertHarmless();
		browser.go(call(patient));
		assertThat(browser.run("return document.querySelector('main').textContent").toString()).contains(HOSTILE);
		assertHarmless();
		browser.go("patient/" + patient.uuid());
		assertThat(browser.run("return document.querySelector('main').textContent").toString()).contains(note, HOSTILE);
		assertHarmless();
	}

	@Test
	void page_shouldShowTextAsText_whenItIsRefused() {
		Site site = clinic.site("Oliver");
		browser.signIn(clinic.nurse()).go(call(site.patient(0)));
		browser.run("document.querySelectorAll('main details').forEach(part => part.open = true)");
		browser.paste("#note", HOSTILE);
		browser.paste("#spokenLanguage", HOSTILE.substring(0, 20));
		browser.leaveBy("button[value=LANGUAGE]");
		assertThat(browser.told()).startsWith("not done");
		assertThat(browser.run("return document.querySelector('main').textContent").toString()).contains(HOSTILE);
		assertHarmless();
		browser.loseSession();
		browser.go(call(site.patient(0)));
		browser.paste("#username", HOSTILE);
		browser.paste("#password", HOSTILE);
		browser.leaveBy("main button");
		assertThat(browser.all("#password")).hasSize(1);
		assertHarmless();
	}

	@Test
	void page_shouldShowTextAsText_whenAPatientsPageIsFullOfMarkup() {
		Site site = clinic.site("Zoe");
		Patient patient = site.patient(0);
		String page = "patient/" + patient.uuid();
		browser.signIn(clinic.nurse()).go(page);
		browser.paste("#salutation", HOSTILE.substring(0, 100));
		browser.paste("#staffNote", HOSTILE);
		browser.leaveBy("form[action$='/profile'] button");
		assertThat(browser.text(".warn")).contains("<script>");
		assertHarmless();
		assertThat(clinic.profile(patient).path("staffNote").asText()).isEqualTo(HOSTILE);
		browser.paste("#title", HOSTILE);
		browser.leaveBy("form[action$='/task'] button");
		assertThat(browser.run("return document.querySelector('main').textContent").toString()).contains(HOSTILE);
		assertHarmless();
		browser.paste("#stop0", HOSTILE);
		browser.leaveBy("form[action$='/stop'] button");
		assertThat(browser.told()).startsWith("done");
		assertHarmless();
		for (String field : new String[]{ "patientLanguage", "zone" }) {
			browser.go(page);
			browser.paste("#" + field, HOSTILE.substring(0, 20));
			browser.leaveBy("form[action$='/profile'] button");
			assertThat(browser.text("[role=alert]")).as(field).isNotBlank();
			assertHarmless();
			browser.run("sessionStorage.clear()");
		}
	}

	@Test
	void page_shouldShowTextAsText_whenASearchIsMarkup() {
		browser.signIn(clinic.nurse());
		browser.go("patient");
		browser.paste("#q", HOSTILE.substring(0, 100));
		browser.leaveBy("main form button");
		assertThat(browser.await("#q").getDomProperty("value")).isEqualTo(HOSTILE.substring(0, 100).trim());
		assertHarmless();
		browser.paste("#ringing", HOSTILE.substring(0, 40));
		browser.leaveBy("header form[role=search] button");
		assertHarmless();
	}

	@Test
	void page_shouldWarnOfAPromise_whileItIsTyped() {
		Patient patient = clinic.site("Anna").patient(0);
		browser.signIn(clinic.nurse()).go(call(patient));
		assertThat(browser.all("[data-warnings]").get(0).isDisplayed()).isFalse();
		browser.choose("#callBackFrom", "04:00");
		assertThat(browser.text("[data-warnings]")).contains("The clinic is closed at the promised time.",
			"people are not called");
		browser.choose("#callBackFrom", "12:00");
		browser.awaitHidden("[data-warnings]");
		assertThat(clinic.attempts(patient)).isEmpty();
	}

	private static final List<Map<String, Object>> SMOKING = List.of(
		Map.of("key", "smokes", "type", "YES_NO", "text", Map.of("en", "Do you smoke?")),
		Map.of("key", "stop", "type", "YES_NO", "text", Map.of("en", "Would you like to stop?"), "showIf",
			Map.of("question", "smokes", "in", List.of("yes"))),
		Map.of("key", "advice", "type", "YES_NO", "text", Map.of("en", "Would you like advice?"), "showIf",
			Map.of("question", "stop", "in", List.of("yes"))));

	private static String answer(Patient patient, String question) {
		return "input[name='answer." + patient.task() + "." + question + "']";
	}

	/** The third question hangs on the second, and that on the first. */
	@Test
	void page_shouldShowAQuestion_whenAnEarlierAnswerAsksForIt() {
		Patient patient = clinic.asked("Ben", SMOKING);
		browser.signIn(clinic.nurse()).go(call(patient)).await(answer(patient, "smokes"));
		assertThat(browser.text()).doesNotContain("to stop?", "advice?", "Only where");
		browser.click(answer(patient, "smokes") + "[value=yes]");
		browser.click(answer(patient, "stop") + "[value=yes]");
		browser.click(answer(patient, "advice") + "[value=no]");
		browser.driver().navigate().refresh();
		assertThat(browser.text()).as("as its draft is").contains("to stop?", "advice?");
		browser.click(answer(patient, "smokes") + "[value=no]");
		assertThat(browser.text()).doesNotContain("to stop?", "advice?");
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.attempts(patient).get(0).path("answers").toString()).contains("smokes").doesNotContain("stop",
			"advice");
	}

	@Test
	void page_shouldSayWhichQuestionsFollow_withoutJavaScript() {
		Patient patient = clinic.asked("Vera", SMOKING);
		try (Browser plain = Browser.withoutJavaScript()) {
			plain.signIn(clinic.nurse()).go(call(patient)).await(answer(patient, "smokes"));
			assertThat(plain.text()).contains("to stop?", "advice?", "Only where it follows from");
			plain.click(answer(patient, "smokes") + "[value=yes]");
			plain.click(answer(patient, "stop") + "[value=yes]");
			plain.leaveBy("button[value=DONE]");
			assertThat(plain.told()).startsWith("done");
			assertThat(clinic.attempts(patient).get(0).path("answers").toString()).contains("smokes", "stop")
				.doesNotContain("advice");
		}
	}

	/** Nothing typed has become a part of the page or has run. */
	private void assertHarmless() {
		assertThat(browser.run("return window.hit === undefined")).isEqualTo(true);
		assertThat(browser.all("img, iframe, script:not([src*='retention.js']), a[href^='javascript']")).isEmpty();
		assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
		assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("Content Security Policy"));
	}
}
