/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** A number in the chart, corrected by who hears the new one. */
class NumberPageIT {

	private static final String INSTEAD = "name=\"instead\" value=\"([^\"]+)\"";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String before = number();

	private final String patient = clinic.patient(Map.of(clinic.phoneType(), before));

	private final String address = "/patient/" + patient;

	private final PageReader desk = clinic.pagesOf("Retention: Front Desk");

	private static String number() {
		return "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
	}

	private String inChart() {
		return server.get("person/" + patient + "?v=full").at("/attributes/0/value");
	}

	@Test
	void number_shouldTakeThePlaceOfTheOldOne_whichStaysToBeRead() {
		String old = desk.get(address).find(INSTEAD).get(0);
		String number = number();
		PageReader.Answer entered = desk.post(address + "/number", "type", clinic.phoneType(), "instead", old, "value",
			number.substring(0, 3) + " " + number.substring(3));
		assertThat(entered.page()).contains("notice done", "href=\"tel:+47" + number, "<s>" + before + "</s>");
		assertThat(inChart()).isEqualTo("+47" + number);
		assertThat(server.get("retention/contactpoint?v=full&patient=" + patient).body().get("results")).hasSize(1);
		assertThat(desk.post(address + "/number", "type", clinic.phoneType(), "instead", old, "value", number()).status())
			.as("another was quicker").isEqualTo(409);
	}

	@Test
	void number_shouldBeRefused_withWhatIsWrongAboutIt() {
		String old = desk.get(address).find(INSTEAD).get(0);
		PageReader.Answer refused = desk.post(address + "/number", "type", clinic.phoneType(), "instead", old, "value",
			"<b>91");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page()).contains("New number or address: This is not a telephone number", "&lt;b&gt;91");
		String form = refused.page().substring(refused.page().indexOf("name=\"instead\" value=\"" + old));
		assertThat(form.substring(0, form.indexOf("</form>"))).contains("role=\"alert\"",
			"value=\"&lt;b&gt;91\" maxlength=\"50\" autocomplete=\"off\" required aria-invalid=\"true\"");
		assertThat(refused.page()).contains("<details open>", "<h1>Kari Nordmann").doesNotContain("<b>91");
		assertThat(desk.post(address + "/number", "type", clinic.phoneType(), "instead", old, "value", "912").page())
			.contains("too few digits");
		assertThat(desk.post(address + "/number", "type", clinic.phoneType(), "instead", old, "value", "+47" + before)
			.status()).isEqualTo(409);
		assertThat(desk.post(address + "/number", "type", clinic.phoneType()).status()).isEqualTo(400);
		PageReader.Answer unknown = desk.post(address + "/number", "type", "none", "value", number());
		assertThat(unknown.status()).isEqualTo(400);
		assertThat(unknown.find("<div class=\"notice problem\" role=\"(alert)\">")).as("no form of the page is that")
			.hasSize(1);
		assertThat(desk.post("/patient/none/number", "type", clinic.phoneType(), "value", number()).status()).isEqualTo(404);
		assertThat(inChart()).isEqualTo(before);
	}

	@Test
	void number_shouldBeRemoved_andEnteredAnew() {
		String old = desk.get(address).find(INSTEAD).get(0);
		PageReader.Answer unsaid = desk.post(address + "/number/remove", "attribute", old);
		assertThat(unsaid.status()).isEqualTo(400);
		assertThat(unsaid.find("(role=\"alert\")")).hasSize(1);
		PageReader.Answer removed = desk.post(address + "/number/remove", "attribute", old, "reason", "hers no more");
		assertThat(removed.page()).contains("notice done", "hers no more", "id=\"newValue\"").doesNotContain("tel:");
		String number = number();
		assertThat(desk.post(address + "/number", "type", clinic.phoneType(), "value", number).page())
			.contains("tel:+47" + number).doesNotContain("id=\"newValue\"");
	}

	@Test
	void number_shouldBeCorrected_byWhomThePlatformLetsEditPeople_alone() {
		PageReader clinician = clinic.pagesOf("Retention: Clinician");
		assertThat(clinician.get(address).page()).contains("tel:+47" + before).doesNotContain("name=\"instead\"");
		assertThat(clinician.post(address + "/number", "type", clinic.phoneType(), "value", number()).status())
			.isEqualTo(403);
		assertThat(clinician.post(address + "/number/remove", "attribute", "x", "reason", "x").status()).isEqualTo(403);
	}
}
