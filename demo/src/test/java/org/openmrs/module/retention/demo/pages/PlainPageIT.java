/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;
import org.openqa.selenium.support.ui.Select;

/** What is changed beside a call, in a browser that runs no script; and what of a page is on paper. */
@Tag("pages")
class PlainPageIT {

	private Browser browser;

	private BrowsedClinic clinic;

	@BeforeEach
	void openBrowser() {
		browser = Browser.withoutJavaScript();
		clinic = BrowsedClinic.started();
	}

	@AfterEach
	void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@Test
	void patient_shouldBeSilencedByOneClick_andGoOnByAnother() {
		Patient patient = clinic.site("Nora").patient(0);
		browser.signIn(clinic.nurse()).go("patient/" + patient.uuid());
		browser.clicks();
		browser.leaveBy("form[action$='/stop']:has(input[value='" + patient.task() + "']) button");
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.clicks()).isEqualTo(1);
		assertThat(clinic.task(patient.task()).path("status").asText()).isEqualTo("CANCELLED");
		browser.leaveBy(".notice form button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.task(patient.task()).path("status").asText()).isEqualTo("OPEN");
	}

	@Test
	void refusal_shouldBeNoted_andTakenBack() {
		Patient patient = clinic.site("Nina").patient(0);
		browser.signIn(clinic.nurse()).go("patient/" + patient.uuid());
		browser.leaveBy("form[action$='/consent'] button[value=REFUSED]");
		assertThat(browser.text()).contains("refused since");
		browser.leaveBy(".notice form button");
		assertThat(browser.text()).doesNotContain("refused since");
	}

	@Test
	void bestTimes_shouldBeChosenByWeekday() {
		Patient patient = clinic.site("Nadia").patient(0);
		browser.signIn(clinic.nurse()).go("patient/" + patient.uuid());
		new Select(browser.await("#bestday0")).selectByValue("MONDAY");
		browser.paste("#bestfrom0", "17:00");
		browser.paste("#bestuntil0", "16:00");
		browser.leaveBy("form[action$='/profile'] button");
		assertThat(browser.text("[role=alert]")).contains("The window ends before it starts");
		assertThat(browser.await("#bestfrom0").getDomProperty("value")).isEqualTo("17:00");
		browser.paste("#bestuntil0", "19:00");
		browser.leaveBy("form[action$='/profile'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.profile(patient).path("bestWindows").asText()).isEqualTo("MONDAY 17:00-19:00");
		browser.go("call/" + patient.uuid());
		assertThat(browser.text()).contains("17:00");
	}

	@Test
	void form_shouldStayWithWhatWasTyped_whenItIsRefused() {
		Patient patient = clinic.site("Nils").patient(0);
		browser.signIn(clinic.member("desk1")).go("patient/" + patient.uuid());
		browser.click(".point summary");
		browser.type("#value0", "12");
		browser.leaveBy(".point form[action$='/number'] button");
		assertThat(browser.text("[role=alert]")).contains("country code");
		assertThat(browser.await("#value0").getDomProperty("value")).isEqualTo("12");
		assertThat(browser.await("#value0").isDisplayed()).as("not folded away").isTrue();
		assertThat(browser.isFocused("[role=alert]")).as("the browser goes there").isTrue();
	}

	@Test
	void supervisor_shouldEnterLeave_takeOverAndHandOver() {
		Patient patient = clinic.site("Noel").patient(0);
		browser.signIn(clinic.nurse()).go("call/" + patient.uuid());
		browser.click(".choices input[type=radio]");
		browser.run("document.querySelectorAll('main details').forEach(part => part.open = true)");
		browser.type("#escalateReason", "Wants the manager, plainly");
		new Select(browser.await("#escalateKind")).selectByValue("SERVICE");
		browser.leaveBy("button[value=DONE]");
		browser.signOut();
		browser.signIn(clinic.member("manager1")).go("escalations");
		String raised = "form[action*='/escalations/" + clinic.rows("escalation?patient=" + patient.uuid()).get(0)
			.path("uuid").asText();
		browser.leaveBy(raised + "/acknowledge'] button");
		assertThat(browser.told()).startsWith("done");
		browser.type(raised + "/close'] [name=resolution]", "Rung back");
		browser.leaveBy(raised + "/close'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.text()).doesNotContain("Wants the manager, plainly");
		browser.go("supervisor");
		int before = browser.all("form[action*='/absence/']").size();
		browser.paste("#firstDay", LocalDate.now().plusDays(60).toString());
		browser.paste("#lastDay", LocalDate.now().plusDays(61).toString());
		browser.leaveBy("form[action$='/absence'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.all("form[action*='/absence/']")).hasSize(before + 1);
		browser.leaveBy("form[action*='/absence/'] button");
		assertThat(browser.told()).startsWith("done");
	}

	@Test
	void paper_shouldShowWhatAPageTells_withoutWhatIsClicked() {
		Patient patient = clinic.site("Nell").patient(0);
		browser.signIn(clinic.member("manager1")).go("patient/" + patient.uuid());
		browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
		for (String page : new String[]{ "patient/" + patient.uuid(), "supervisor", "outcomes", "escalations", "today" }) {
			browser.go(page).await("main");
			assertThat(browser.text()).as(page).isNotBlank();
			assertThat(browser.all("header.top, button, a.button, .screen")).as(page)
				.noneMatch(element -> element.isDisplayed());
			assertThat(browser.await("h1").isDisplayed()).as(page).isTrue();
		}
		browser.go("patient/" + patient.uuid()).await("main");
		assertThat(browser.text()).contains("Planned for the next 30 days", "What the patient agrees to");
	}
}
