/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** What a patient agrees to and who is rung for the patient, seen and changed on the patient's page. */
class WishesPageIT {

	private static final String HOSTILE = "<script>alert(1)</script>\"'";

	/** The platform's own type, which the setting names from the start: A is the parent. */
	private static final String PARENT = "8d91a210-c2cc-11de-8d13-0010c6dffd0f";

	private static final String UNDO = "action=\"[^\"]*/ws/retention(/patient/[^\"]*/consent/[^\"]*/withdraw)\"";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String number = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

	private final String patient = clinic.patient(Map.of(clinic.phoneType(), number));

	private final String address = "/patient/" + patient;

	private final PageReader nurse = clinic.pagesOf("Retention: Nurse");

	@BeforeEach
	void inEnglish() {
		nurse.get("/today");
		nurse.post("/language", "language", "en", "next", "today");
		nurse.get(address);
	}

	private static String consents(PageReader.Answer page) {
		int from = page.page().indexOf("What the patient agrees to</h2>");
		return page.page().substring(from, page.page().indexOf("</section>", from)).replaceAll("\\s+", " ");
	}

	@Test
	void refusal_shouldBeNotedByOneClick_takenBack_andFollowedByConsent() {
		assertThat(consents(nurse.get(address))).contains("nothing said").doesNotContain("refused since");
		PageReader.Answer refused = nurse.post(address + "/consent", "purpose", "RECALL", "says", "REFUSED");
		assertThat(refused.page()).contains("Noted: Recall.");
		assertThat(consents(refused)).containsPattern("Recall</strong>: <span class=\"warn\">refused since");
		PageReader.Answer undone = nurse.post(refused.find(UNDO).get(0));
		assertThat(consents(undone)).doesNotContain("refused since");
		assertThat(nurse.post(refused.find(UNDO).get(0)).status()).as("taken back twice").isEqualTo(409);
		nurse.post(address + "/consent", "purpose", "RECALL", "says", "REFUSED");
		assertThat(consents(nurse.post(address + "/consent", "purpose", "RECALL", "says", "ALLOWED")))
			.containsPattern("Recall</strong>: <span class=\"tag\">allowed since").doesNotContain("refused since");
	}

	@Test
	void refusal_shouldBeThatOfACall_andHoldAtTheNumber() {
		String task = clinic.task(patient);
		String point = server.get("retention/contactpoint?patient=" + patient).expect(200).at("/results/0/uuid");
		nurse.get("/call/" + patient);
		nurse.post("/call/" + patient, "task", task, "outcome", "STOP", "contactPoint", point, "spokeWith", "PATIENT",
			"purposes", "MARKETING");
		assertThat(consents(nurse.get(address))).containsPattern("Marketing</strong>: <span class=\"warn\">refused since");
		String other = clinic.patient(Map.of(clinic.phoneType(), number));
		String rung = clinic.task(other);
		nurse.get("/call/" + other);
		nurse.post("/call/" + other, "task", rung, "outcome", "STOP", "contactPoint",
			server.get("retention/contactpoint?patient=" + other).at("/results/0/uuid"), "spokeWith", "OTHER", "relation",
			"neighbour", "purposes", "GREETING");
		PageReader.Answer there = nurse.get(address);
		assertThat(consents(there)).contains("Refused for everybody at +47");
		String withdraw = there.find(UNDO).get(0);
		assertThat(nurse.post(withdraw.replace(patient, clinic.patient())).status()).as("of somebody else").isEqualTo(404);
		int standing = there.find("(Refused for everybody at)").size();
		assertThat(nurse.post(withdraw).find("(Refused for everybody at)")).hasSize(standing - 1);
	}

	@Test
	void refusal_shouldBeOfAPurposeThatThereIs_andOfWhoMayWriteIt() {
		for (String[] wrong : new String[][]{ { "purpose", "NONE", "says", "REFUSED" }, { "purpose", "CARE" },
			{ "says", "REFUSED" }, { "purpose", "CARE", "says", "perhaps" } }) {
			PageReader.Answer refused = nurse.post(address + "/consent", wrong);
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.page()).contains("<h1>Kari Nordmann").contains("role=\"alert\"");
		}
		assertThat(nurse.post("/patient/none/consent", "purpose", "CARE", "says", "REFUSED").status()).isEqualTo(404);
		PageReader reader = PageReader.begunBy(clinic.userWith("Get Retention Follow-ups", "Get Retention Contacts",
			"Get Patients", "Get People"));
		assertThat(reader.get(address).page()).contains("What the patient agrees to</h2>").doesNotContain("/consent\"");
		assertThat(reader.post(address + "/consent", "purpose", "CARE", "says", "REFUSED").status()).isEqualTo(403);
		assertThat(reader.post(address + "/persons").status()).isEqualTo(403);
		assertThat(consents(nurse.get(address))).doesNotContain("refused since");
	}

	@Test
	void guardian_shouldSpeakForAChild_andBeRungInTheOrderChosen() {
		String child = clinic.patient();
		server.post("person/" + child, Map.of("birthdate", LocalDate.now().minusYears(7).toString())).expect(200);
		String mother = parent(child, "Mor " + HOSTILE);
		String father = parent(child, "Far");
		String page = "/patient/" + child;
		PageReader.Answer shown = nurse.get(page);
		assertThat(shown.find("name=\"person\\.[0-9]+\" value=\"([^\"]+)\"")).containsExactly(mother, father);
		assertThat(shown.page()).contains("Mor &lt;script&gt;", "As the chart has it", "Of age from")
			.doesNotContain("<script>alert");
		PageReader.Answer said = nurse.post(page + "/consent", "purpose", "SURVEY", "says", "REFUSED", "byAnother", "yes");
		assertThat(consents(said)).contains("said for the child");
		PageReader.Answer chosen = nurse.post(page + "/persons", "person.0", mother, "ring.0", "yes", "order.0", "2",
			"relation.0", HOSTILE, "person.1", father, "ring.1", "yes", "order.1", "1", "guardian.1", "yes");
		assertThat(chosen.find("name=\"person\\.[0-9]+\" value=\"([^\"]+)\"")).containsExactly(father, mother);
		assertThat(chosen.page()).contains("Chosen by the staff").contains("value=\"&lt;script&gt;")
			.doesNotContain("<script>alert");
		RestServer.Answer profile = server.get("retention/contactpreference?v=full&patient=" + child).expect(200);
		assertThat(profile.at("/results/0/contactPersons/0/guardian")).isEqualTo("true");
		assertThat(profile.at("/results/0/contactPersons/1/relation")).isEqualTo(HOSTILE);
		String version = profile.at("/results/0/version");
		PageReader.Answer twice = nurse.post(page + "/persons", "version", version, "person.0", mother, "ring.0", "yes",
			"order.0", "one");
		assertThat(twice.status()).isEqualTo(400);
		assertThat(twice.page()).contains("role=\"alert\"", "value=\"one\"");
		assertThat(nurse.post(page + "/persons", "version", "77", "chart", "yes").status()).isEqualTo(409);
		assertThat(nurse.post(page + "/persons", "version", version, "person.0", "none", "ring.0", "yes", "order.0", "1")
			.status()).isEqualTo(400);
		assertThat(nurse.post(page + "/persons", "version", version, "chart", "yes").page()).contains("As the chart has it");
	}

	@Test
	void parent_shouldNotBeTicked_ofAGrownPatient() {
		String mother = parent(patient, "Mor");
		server.post("person/" + patient, Map.of("birthdate", LocalDate.now().minusYears(40).toString())).expect(200);
		PageReader.Answer grown = nurse.get(address);
		assertThat(grown.page()).contains("value=\"" + mother + "\"", "Not rung</span>");
		assertThat(ticked(grown)).isEmpty();
		server.post("person/" + patient, Map.of("birthdate", LocalDate.now().minusYears(7).toString())).expect(200);
		PageReader.Answer small = nurse.get(address);
		assertThat(small.page()).doesNotContain("Not rung</span>");
		assertThat(ticked(small)).containsExactly("0");
	}

	@Test
	void choice_shouldBeRefused_whenNobodyIsTicked() {
		String mother = parent(patient, "Mor");
		nurse.get(address);
		PageReader.Answer refused = nurse.post(address + "/persons", "person.0", mother, "order.0", "1", "relation.0",
			"kept");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page()).contains("Nobody is ticked", "value=\"kept\"", "/persons\"");
		assertThat(ticked(refused)).isEmpty();
		assertThat(server.get("retention/contactpreference?v=full&patient=" + patient).expect(200).text())
			.doesNotContain("\"chosen\":true");
	}

	@Test
	void choice_shouldBeOfAnyLine_howeverManyThereAre() {
		String mother = parent(patient, "Mor");
		String father = parent(patient, "Far");
		nurse.get(address);
		PageReader.Answer chosen = nurse.post(address + "/persons", "person.0", mother, "order.0", "1", "person.23", father,
			"ring.23", "yes", "order.23", "24");
		assertThat(chosen.page()).contains("Chosen by the staff");
		assertThat(chosen.find("name=\"person\\.[0-9]+\" value=\"([^\"]+)\"")).containsExactly(father);
	}

	private static List<String> ticked(PageReader.Answer page) {
		return page.find("name=\"ring\\.([0-9]+)\" value=\"yes\" checked");
	}

	private String parent(String child, String name) {
		String person = server.post("person",
			Map.of("gender", "F", "names", List.of(Map.of("givenName", name, "familyName", "Nordmann")))).expect(201)
			.at("/uuid");
		server.post("relationship", Map.of("personA", person, "relationshipType", PARENT, "personB", child)).expect(201);
		return person;
	}
}
