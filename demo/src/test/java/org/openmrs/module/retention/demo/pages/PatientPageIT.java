/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;
import org.openmrs.module.retention.demo.BrowsedClinic.Site;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Who rings, a patient's page, and the reader's language. */
class PatientPageIT extends BrowsedPages {

	private static final int TAIL = 6;

	PatientPageIT() {
		super(Browser.PHONE);
	}

	@Test
	void page_shouldTakeTheCall_whenAPatientRings() {
		Site site = clinic.site("Grace");
		Patient patient = site.patient(0);
		String number = clinic.number(patient);
		browser.signIn(clinic.nurse());
		browser.type("#ringing", number.substring(number.length() - TAIL));
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.text()).contains("Grace Scenario");
		browser.leaveBy("a[href*='call/" + patient.uuid() + "']");
		assertThat(browser.text("h1")).startsWith("Grace Scenario");
		browser.click(".choices input[type=radio]");
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.told()).startsWith("done").contains("Grace Scenario");
		JsonNode attempt = clinic.attempts(patient).get(0);
		assertThat(attempt.path("direction").asText()).isEqualTo("INBOUND");
		assertThat(clinic.task(patient.task()).path("status").asText()).isEqualTo("COMPLETED");
	}

	@Test
	void page_shouldFindAPatient_andTakeAProfile() {
		Patient patient = clinic.site("Ruth").patient(0);
		browser.signIn(clinic.nurse()).go("patient");
		browser.type("#q", "Ruth Scenario");
		browser.leaveBy("main form button");
		browser.leaveBy("main a[href$='" + patient.uuid() + "']");
		assertThat(browser.text("h1")).startsWith("Ruth Scenario");
		browser.type("#salutation", "Frau Doktor");
		browser.type("#staffNote", "hears badly on the left");
		browser.driver().navigate().refresh();
		assertThat(browser.await("#staffNote").getDomProperty("value")).as("a draft").isEqualTo("hears badly on the left");
		browser.click("[name=doNotCall]");
		browser.leaveBy("form[action$='/profile'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.profile(patient).path("salutation").asText()).isEqualTo("Frau Doktor");
		assertThat(clinic.profile(patient).path("doNotCall").asBoolean()).isTrue();
		browser.type("#staffNote", "hears badly");
		browser.leaveBy("form[action$='/profile'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.profile(patient).path("staffNote").asText()).isEqualTo("hears badly");
	}

	@Test
	void page_shouldKeepWhatOthersHaveChanged_besideADraft() {
		Patient patient = clinic.site("Anna").patient(0);
		browser.signIn(clinic.nurse()).go("patient/" + patient.uuid());
		browser.type("#salutation", "Doctor");
		browser.leaveBy("form[action$='/profile'] button");
		browser.type("#salutation", "Frau Doktor");
		browser.type("#staffNote", "hears badly");
		try (Browser other = Browser.open(Browser.DESK)) {
			other.signIn(clinic.otherNurse()).go("patient/" + patient.uuid());
			other.type("#salutation", "Professor");
			other.paste("#zone", "Europe/Oslo");
			other.leaveBy("form[action$='/profile'] button");
			assertThat(other.told()).startsWith("done");
		}
		browser.driver().navigate().refresh();
		assertThat(browser.await("#salutation").getDomProperty("value")).isEqualTo("Professor");
		assertThat(browser.await("#staffNote").getDomProperty("value")).isEqualTo("hears badly");
		browser.leaveBy("form[action$='/profile'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.profile(patient).path("salutation").asText()).isEqualTo("Professor");
		assertThat(clinic.profile(patient).path("zone").asText()).isEqualTo("Europe/Oslo");
		assertThat(clinic.profile(patient).path("staffNote").asText()).isEqualTo("hears badly");
	}

	@Test
	void page_shouldPlanACall_andStopWhatIsPlanned() {
		Patient patient = clinic.site("Olivia").patient(0);
		browser.signIn(clinic.nurse()).go("patient/" + patient.uuid());
		browser.type("#title", "Ask about the new lens");
		browser.paste("#day", LocalDate.now().plusDays(2).toString());
		browser.leaveBy("form[action$='/task'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.openTasks(patient)).contains("Ask about the new lens");
		int open = clinic.openTasks(patient).size();
		String stop = "form[action$='/stop']:has(input[value='" + patient.task() + "']) ";
		browser.type(stop + "[name=reason]", "moved to another town");
		browser.leaveBy(stop + "button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.task(patient.task()).path("status").asText()).isEqualTo("CANCELLED");
		assertThat(clinic.openTasks(patient)).hasSizeLessThan(open).contains("Ask about the new lens");
	}

	@Test
	void page_shouldMarkANumber_whenItIsWrong() {
		Patient patient = clinic.site("Zoe").patient(0);
		browser.signIn(clinic.nurse()).go("patient/" + patient.uuid());
		new Select(browser.await("#state0")).selectByValue("WRONG");
		browser.leaveBy("form[action$='/point'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(new Select(browser.await("#state0")).getFirstSelectedOption().getDomAttribute("value"))
			.isEqualTo("WRONG");
	}

	/** The number rings with somebody else; at the desk the patient says the right one, and the call is due again. */
	@Test
	void page_shouldTakeANewNumber_whereTheOldOneWasWrong() {
		Patient patient = clinic.site("Petra").patient(0);
		browser.signIn(clinic.nurse()).go("call/" + patient.uuid());
		browser.leaveBy("button[value=WRONG_NUMBER]");
		assertThat(clinic.task(patient.task()).path("holdReason").asText()).isEqualTo("NO_NUMBER");
		browser.signOut();
		browser.signIn(clinic.member("desk1")).go("patient/" + patient.uuid());
		assertThat(browser.text()).contains("wrong number");
		browser.click(".point summary");
		browser.type("#value0", "12");
		browser.leaveBy(".point form[action$='/number'] button");
		assertThat(browser.text("[role=alert]")).contains("country code");
		browser.driver().navigate().back();
		String number = clinic.phone();
		if (!browser.await(".point details").getDomProperty("open").equals("true")) {
			browser.click(".point summary");
		}
		browser.type("#value0", number);
		browser.leaveBy(".point form[action$='/number'] button");
		assertThat(browser.told()).startsWith("done").contains(number);
		assertThat(browser.text(".point .number").replace(" ", "")).isEqualTo(number);
		assertThat(browser.text(".point .tag")).isEqualTo("works");
		assertThat(clinic.number(patient)).isEqualTo(number);
		assertThat(clinic.task(patient.task(), task -> !"NO_NUMBER".equals(task.path("holdReason").asText()))
			.path("holdReason").asText("")).isNotEqualTo("NO_NUMBER");
	}

	@Test
	void page_shouldHaveTheScript_whenSomebodyRingsBeforeThePromisedCall() {
		Patient patient = clinic.site("Paula").patient(0);
		browser.signIn(clinic.nurse()).go("call/" + patient.uuid());
		browser.paste("#callBackDay", LocalDate.now().plusDays(2).toString());
		browser.paste("#callBackFrom", "11:00");
		browser.paste("#callBackBy", "12:00");
		browser.leaveBy("button[value=CALL_BACK]");
		assertThat(browser.told()).startsWith("done");
		String number = clinic.number(patient);
		browser.type("#ringing", number.substring(number.length() - TAIL));
		browser.leaveByKey(Keys.ENTER);
		browser.leaveBy("a[href*='call/" + patient.uuid() + "']");
		browser.click(".choices input[type=radio]");
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.task(patient.task()).path("status").asText()).isEqualTo("COMPLETED");
	}

	@Test
	void page_shouldKeepTheLanguageChosen_whenSigningInAgain() {
		Site site = clinic.site("Emma");
		browser.signIn(clinic.newcomer()).go(site.list());
		browser.speak("ru");
		assertThat(browser.address()).as("what was looked at").isEqualTo(site.list());
		assertThat(browser.text("h1")).isEqualTo("Сегодня");
		browser.signOut();
		browser.signIn(clinic.newcomer());
		assertThat(browser.text("h1")).isEqualTo("Сегодня");
		browser.speak("zh");
		assertThat(browser.text("h1")).isEqualTo("今天");
	}
}
