/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;
import org.openmrs.module.retention.demo.BrowsedClinic.Site;
import org.openqa.selenium.support.ui.Select;

/** A day on paper, and what the supervisor does. */
class OfficePageIT extends BrowsedPages {

	private static final String NO_ANSWER = "14";

	OfficePageIT() {
		super(Browser.DESK);
	}

	@Test
	void page_shouldKeepOnlyTheLinesRefused_whenASheetIsTypedBack() {
		Site site = clinic.site("Ruth");
		Patient patient = site.patient(0);
		browser.signIn(clinic.nurse()).go("paper" + site.list().substring("today".length()));
		browser.leaveBy("main form button");
		assertThat(browser.text("[data-print]")).as("a script shows the button that needs it").isNotBlank();
		String code = browser.text(".code");
		ZoneId zone = ZoneId.of(clinic.task(patient.task()).path("zone").asText());
		browser.go("paper/entry");
		browser.type("[name='row.0']", code);
		browser.type("[name='box.0']", NO_ANSWER);
		browser.type("[name='time.0']", LocalTime.now(zone).truncatedTo(ChronoUnit.MINUTES).toString());
		browser.type("[name='note.0']", "rang long");
		browser.type("[name='row.1']", "NO-SUCH");
		browser.type("[name='box.1']", "1");
		browser.type("[name='note.1']", "cannot be read");
		browser.leaveBy("main form button");
		assertThat(browser.all(".notice.problem")).hasSize(1);
		assertThat(browser.await("[name='row.0']").getDomProperty("value")).isEqualTo("NO-SUCH");
		assertThat(browser.await("[name='note.0']").getDomProperty("value")).isEqualTo("cannot be read");
		assertThat(clinic.attempts(patient)).hasSize(1);
		assertThat(clinic.attempts(patient).get(0).path("note").asText()).isEqualTo("rang long");
	}

	@Test
	void page_shouldShowTheSupervisor_whatACallHasRaised() {
		Patient patient = clinic.site("Tom").patient(0);
		browser.signIn(clinic.nurse()).go("call/" + patient.uuid());
		browser.click(".choices input[type=radio]");
		browser.run("document.querySelectorAll('main details').forEach(part => part.open = true)");
		browser.type("#escalateReason", "He wants to speak with the manager");
		new Select(browser.await("#escalateKind")).selectByValue("SERVICE");
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.told()).startsWith("done").contains("Tom Scenario");
		browser.signOut();
		browser.signIn(clinic.member("manager1")).go("supervisor");
		assertThat(browser.text()).contains("He wants to speak with the manager");
		browser.leaveBy("form[action$='/acknowledge'] button");
		assertThat(browser.told()).startsWith("done");
		browser.type("[name=resolution]", "Rung back");
		browser.leaveBy("form[action$='/close'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.text()).doesNotContain("He wants to speak with the manager");
	}

	@Test
	void page_shouldTakeAnAbsence_andItsWithdrawal() {
		browser.signIn(clinic.member("manager1")).go("supervisor");
		int before = browser.all("form[action*='/absence/']").size();
		new Select(browser.await("#absent")).selectByVisibleText("Ingrid Solberg");
		browser.paste("#firstDay", LocalDate.now().plusDays(30).toString());
		browser.paste("#lastDay", LocalDate.now().plusDays(31).toString());
		browser.type("#absenceReason", "<b>Wedding</b>");
		browser.leaveBy("form[action$='/absence'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.text()).contains("<b>Wedding</b>");
		assertThat(browser.all("form[action*='/absence/']")).hasSize(before + 1);
		browser.leaveBy("form[action*='/absence/'] button[aria-label*='Ingrid Solberg']");
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.text()).doesNotContain("Wedding");
	}

	@Test
	void page_shouldLeadFromWhatIsOverdue_toItsPartOfTheList() {
		browser.signIn(clinic.member("manager1")).go("supervisor");
		browser.leaveBy("tbody a");
		assertThat(browser.address()).matches("today\\?(assignee|role)=[^&;]+&location=[0-9a-f-]{36}");
		assertThat(browser.all("ol.rows .who")).isNotEmpty();
	}
}
