/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;
import org.openmrs.module.retention.demo.BrowsedClinic.Person;
import org.openmrs.module.retention.demo.BrowsedClinic.Site;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What the scenario tells over REST of one day: the same through the pages, by everybody who has a part in it. */
class DayPageIT extends BrowsedPages {

	private static final String NO_ANSWER = "14";

	private static final int TAIL = 6;

	private Site site;

	private Patient vera;

	private Patient grace;

	private Patient mother;

	private Patient daughter;

	private Patient ruth;

	private Patient adam;

	private Patient emma;

	private Patient olga;

	private ZoneId zone;

	DayPageIT() {
		super(Browser.DESK);
	}

	@Test
	void day_shouldBeWorked_throughThePages() {
		people();
		try (Browser other = Browser.open(Browser.DESK)) {
			browser.signIn(clinic.nurse()).go(site.list());
			other.signIn(clinic.otherNurse()).go(site.list());
			claims(other);
		}
		noAnswer();
		redFlag();
		callBack();
		twoTopics();
		wrongNumber();
		booked();
		paper();
		givenBack();
		browser.signOut();
		browser.signIn(clinic.dentist());
		takenOver();
		outcomes();
		browser.signOut();
		browser.signIn(clinic.manager());
		closed();
		leave();
	}

	private void people() {
		String shared = clinic.phone();
		site = clinic.site(List.of(new Person("Вера", "ru", clinic.phone()), new Person("Grace", "en", clinic.phone()),
			new Person("Mother", "zh", shared), new Person("Daughter", "zh", shared),
			new Person("Ruth", "nb", clinic.phone()), new Person("Adam", "en", clinic.phone()),
			new Person("Emma", "en", clinic.phone()), new Person("Olga", "en", clinic.phone())));
		vera = site.patient(0);
		grace = site.patient(1);
		mother = site.patient(2);
		daughter = site.patient(3);
		ruth = site.patient(4);
		adam = site.patient(5);
		emma = site.patient(6);
		olga = site.patient(7);
		zone = ZoneId.of(clinic.task(vera.task()).path("zone").asText());
	}

	/** The row from the list. */
	private void open(Patient patient) {
		browser.go(site.list());
		browser.leaveBy("form[action$='" + patient.uuid() + "/open'] button");
		assertThat(browser.text("h1")).startsWith(patient.name());
	}

	/** One nurse opens the row and reads the script in the patient's language; the other one is sent back to the list. */
	private void claims(Browser other) {
		assertThat(browser.text("ol.rows")).contains(vera.name(), grace.name(), adam.name());
		open(vera);
		assertThat(browser.text("legend [lang=ru]")).containsPattern("\\p{IsCyrillic}");
		other.leaveBy("form[action$='" + vera.uuid() + "/open'] button");
		assertThat(other.told()).startsWith("not done: ").contains("Somebody else");
		assertThat(other.address()).isEqualTo(site.list());
	}

	private void noAnswer() {
		browser.leaveBy("button[value=NO_ANSWER]");
		assertThat(browser.told()).startsWith("done").contains(vera.name());
		assertThat(browser.address()).as("the next row").startsWith("call/").doesNotContain(vera.uuid());
		assertThat(clinic.task(vera.task()).path("triesUsed").asInt()).isEqualTo(1);
	}

	private void callBack() {
		open(emma);
		LocalDate tomorrow = LocalDate.now(zone).plusDays(1);
		browser.paste("#callBackDay", tomorrow.toString());
		browser.paste("#callBackFrom", "11:00");
		browser.paste("#callBackBy", "12:00");
		browser.leaveBy("button[value=CALL_BACK]");
		assertThat(browser.told()).startsWith("done").contains(emma.name());
		JsonNode task = clinic.task(emma.task());
		assertThat(time(task, "dueFrom")).isEqualTo(tomorrow.atTime(11, 0).atZone(zone));
		assertThat(time(task, "dueBy")).isEqualTo(tomorrow.atTime(12, 0).atZone(zone));
		assertThat(clinic.rows("promise?patient=" + emma.uuid())).hasSize(1);
	}

	private ZonedDateTime time(JsonNode task, String name) {
		return OffsetDateTime.parse(task.path(name).asText()).atZoneSameInstant(zone);
	}

	/** She rings back, and it bleeds. */
	private void redFlag() {
		String number = clinic.number(vera);
		browser.type("#ringing", number.substring(number.length() - TAIL));
		browser.leaveBy("header form[role=search] button");
		browser.leaveBy("a[href*='call/" + vera.uuid() + "']");
		browser.click("input[name='answer." + vera.task() + ".bleeding'][value=heavy]");
		browser.type("#note", "Кровь не останавливается с утра.");
		browser.type("#toldNext", "The dentist calls within the hour.");
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.told()).startsWith("done").contains("Escalated (Urgent): dentist Scenario");
		assertThat(clinic.task(vera.task()).path("status").asText()).isEqualTo("COMPLETED");
		JsonNode conversation = clinic.attempts(vera).get(0);
		assertThat(conversation.path("direction").asText()).isEqualTo("INBOUND");
		assertThat(conversation.path("note").asText()).isEqualTo("Кровь не останавливается с утра.");
	}

	/** What is due for one person is one row and one call. */
	private void twoTopics() {
		browser.go("patient/" + grace.uuid());
		browser.type("#title", "Ask whether the plate fits");
		browser.leaveBy("form[action$='/task'] button");
		open(grace);
		assertThat(browser.text()).contains("Ask whether the plate fits");
		assertThat(browser.all("input[name=task]:checked")).hasSize(2);
		browser.click(".choices input[value=none]");
		browser.leaveBy("button[value=DONE]");
		assertThat(browser.told()).startsWith("done").contains(grace.name());
		assertThat(clinic.attempts(grace)).hasSize(1);
		assertThat(clinic.attempts(grace).get(0).path("tasks")).hasSize(2);
		assertThat(clinic.openTasks(grace)).doesNotContain("Ask whether the plate fits");
	}

	/** The number of a household is wrong for all of it, until somebody says that it was not. */
	private void wrongNumber() {
		open(mother);
		assertThat(browser.text(".card")).contains("reached here");
		browser.leaveBy("button[value=WRONG_NUMBER]");
		assertThat(browser.told()).startsWith("done").contains(mother.name());
		assertThat(clinic.task(mother.task()).path("holdReason").asText()).isEqualTo("NO_NUMBER");
		browser.go("patient/" + daughter.uuid());
		Select state = new Select(browser.await("#state0"));
		assertThat(state.getFirstSelectedOption().getDomAttribute("value")).isEqualTo("WRONG");
		state.selectByValue("OK");
		browser.leaveBy("form[action$='/point'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.rows("contactpoint?v=full&patient=" + mother.uuid()).get(0).path("state").asText())
			.isEqualTo("OK");
	}

	/** It was somebody else: what was written down is taken back, and the booking with it. */
	private void booked() {
		open(ruth);
		browser.paste("#bookedFor", LocalDate.now(zone).plusDays(3).toString());
		browser.leaveBy("button[value=BOOKED]");
		assertThat(browser.told()).startsWith("done").contains(ruth.name());
		String bookings = "booking?status=booked&patient=" + ruth.uuid();
		assertThat(clinic.rows(bookings)).hasSize(1);
		browser.leaveBy(".notice button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.rows(bookings)).isEmpty();
		assertThat(clinic.task(ruth.task()).path("status").asText()).isEqualTo("OPEN");
	}

	/** The line is down: a call is made from the sheet and typed in afterwards, however often it is sent. */
	private void paper() {
		browser.go("paper" + site.list().substring("today".length()));
		browser.leaveBy("main form button");
		String code = browser.all("section.sheet-row").stream().filter(row -> row.getText().contains(adam.name()))
			.findFirst()
			.orElseThrow().getText().split("\\s")[0];
		String now = LocalTime.now(zone).truncatedTo(ChronoUnit.MINUTES).toString();
		for (String told : new String[]{ "1 recorded.", "1 had been entered before." }) {
			browser.go("paper/entry");
			browser.type("[name='row.0']", code);
			browser.type("[name='box.0']", NO_ANSWER);
			browser.type("[name='time.0']", now);
			browser.leaveBy("main form button");
			assertThat(browser.told()).startsWith("done").contains(told);
		}
		assertThat(clinic.task(adam.task()).path("triesUsed").asInt()).isEqualTo(1);
		assertThat(clinic.attempts(adam)).hasSize(1);
	}

	/** What the nurse has opened and does not call any more is anybody's again. */
	private void givenBack() {
		open(olga);
		assertThat(clinic.task(olga.task()).path("claimedBy").isObject()).isTrue();
		browser.leaveBy("form[action$='/leave'] button");
		assertThat(browser.address()).isEqualTo(site.list());
		assertThat(clinic.task(olga.task()).path("claimedBy").isObject()).isFalse();
	}

	/** The dentist who treated sees on every page that something waits. */
	private void takenOver() {
		JsonNode raised = escalation();
		assertThat(raised.path("kind").asText()).isEqualTo("CLINICAL");
		int before = waiting();
		assertThat(before).isPositive();
		browser.leaveBy("nav a[href$='/escalations']");
		browser.leaveBy("form[action$='" + raised.path("uuid").asText() + "/acknowledge'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(waiting()).isEqualTo(before - 1);
		assertThat(escalation().path("status").asText()).isEqualTo("ACKNOWLEDGED");
	}

	private int waiting() {
		List<WebElement> count = browser.all("nav .urgent");
		return count.isEmpty() ? 0 : Integer.parseInt(count.get(0).getText().split("\\D")[0]);
	}

	/** The supervisor sees it too. */
	private void closed() {
		browser.go("supervisor");
		String close = "form[action$='" + escalation().path("uuid").asText() + "/close']";
		browser.type(close + " input[name=resolution]", "Stitched the same evening");
		browser.leaveBy(close + " button");
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.address()).isEqualTo("supervisor");
		assertThat(browser.all(close)).isEmpty();
		assertThat(escalation().path("resolution").asText()).isEqualTo("Stitched the same evening");
	}

	private JsonNode escalation() {
		return clinic.rows("escalation?v=full&patient=" + vera.uuid()).get(0);
	}

	/** Work is handed to a nurse, who goes on leave: her deputy has it, until she is back; then it goes to the queue. */
	private void leave() {
		String nurses = "Retention: Nurse";
		String other = "other-nurse Scenario";
		JsonNode placed = clinic.task(olga.task(), task -> task.path("assigneeRole").isTextual());
		assertThat(placed.path("assigneeRole").asText()).isEqualTo(nurses);
		handOver(nurses, other);
		String before = clinic.task(olga.task()).at("/assignee/uuid").asText();
		assertThat(before).isNotEmpty();
		new Select(browser.await("#absent")).selectByVisibleText(other);
		new Select(browser.await("#deputy")).selectByVisibleText("nurse Scenario");
		browser.paste("#firstDay", LocalDate.now().toString());
		browser.paste("#lastDay", LocalDate.now().plusDays(7).toString());
		browser.leaveBy("form[action$='/absence'] button");
		assertThat(browser.told()).startsWith("done");
		assertThat(clinic.task(olga.task(), task -> !assignee(task).equals(before)).at("/assignee/display").asText())
			.startsWith("nurse-");
		browser.leaveBy("button[aria-label*='" + other + "']");
		assertThat(browser.told()).startsWith("done");
		assertThat(assignee(clinic.task(olga.task(), task -> assignee(task).equals(before)))).isEqualTo(before);
		handOver(other, nurses);
		assertThat(clinic.task(olga.task()).path("assigneeRole").asText()).isEqualTo(nurses);
	}

	private static String assignee(JsonNode task) {
		return task.at("/assignee/uuid").asText();
	}

	/** What is open at the site. */
	private void handOver(String from, String to) {
		browser.go("supervisor");
		new Select(browser.await("#fromWho")).selectByVisibleText(from);
		new Select(browser.await("#toWho")).selectByVisibleText(to);
		new Select(browser.await("#location")).selectByValue(site.uuid());
		browser.type("#reassignReason", "the day's work");
		browser.leaveBy("form[action$='/reassign'] button");
		assertThat(browser.told()).startsWith("done").contains("Handed over");
	}

	/** Who treated sees what came of it, and the timeline has each contact once. */
	private void outcomes() {
		browser.go("outcomes");
		assertThat(browser.text("tbody")).contains("After a tooth extraction");
		browser.go("patient/" + vera.uuid());
		assertThat(browser.text(".timeline")).contains("Кровь не останавливается с утра.", "Spoke, done", "No answer",
			"Tooth extraction").doesNotContain("Retention contact");
		browser.go("patient/" + emma.uuid());
		assertThat(browser.text(".timeline")).contains("Call back", "Promise");
	}
}
