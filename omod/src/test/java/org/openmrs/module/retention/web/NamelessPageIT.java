/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.page.PageReader;

/** Somebody in the chart without a name is shown as that, on every page and over REST. */
class NamelessPageIT {

	private static final String NOBODY = "(no name in the chart)";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String number = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

	private final String patient = clinic.patient(Map.of(clinic.phoneType(), number));

	private final RestServer nurse = clinic.staff("Retention: Nurse");

	private final String caller = Clinic.uuidOf(nurse);

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	private String task;

	private String attempt;

	private String identifier;

	private String username;

	@BeforeEach
	void contacts() {
		manager.get("/today");
		manager.post("/language", "language", "en", "next", "today");
		String done = nurse.post("retention/followuptask", Map.of("patient", patient, "title", "Ask how it went"))
			.expect(201)
			.at("/uuid");
		attempt = nurse.post("retention/contactattempt",
			Map.of("tasks", List.of(done), "result", "SPOKE", "disposition", "DONE",
				"promise", Map.of("what", "ring again", "by", OffsetDateTime.now().plusDays(1).toString()), "escalate",
				Map.of("kind", "CLINICAL", "severity", "URGENT", "reason", "swollen")))
			.expect(201).at("/uuid");
		task = server.post("retention/followuptask", Map.of("patient", patient, "title", "Ask again", "assignee", caller))
			.expect(201).at("/uuid");
		nurse.post("retention/absence", Map.of("from", OffsetDateTime.now().plusMinutes(1).toString(), "to",
			OffsetDateTime.now().plusDays(1).toString())).expect(201);
		identifier = server.get("patient/" + patient + "?v=full").expect(200).at("/identifiers/0/identifier");
		username = server.get("user/" + caller).expect(200).at("/username");
		clinic.withoutName(patient);
		clinic.withoutName(server.get("user/" + caller).expect(200).at("/person/uuid"));
	}

	private void shows(PageReader.Answer page, String text) {
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		assertThat(page.page()).contains(text).doesNotContain("null");
	}

	@Test
	void pages_shouldSaySo_wherePatientsAreShown() {
		shows(manager.get("/today?assignee=" + caller), NOBODY);
		shows(manager.post("/today/" + patient + "/open"), NOBODY);
		shows(manager.get("/call/" + patient), NOBODY);
		shows(manager.get("/patient/" + patient), NOBODY);
		shows(manager.post("/patient", "q", identifier), NOBODY);
		shows(manager.post("/ringing", "number", number), NOBODY);
		shows(manager.get("/escalations"), NOBODY);
		shows(manager.get("/supervisor"), NOBODY);
		shows(manager.post("/paper", "assignee", caller), NOBODY);
		manager.get("/quality");
		shows(manager.post("/quality", "firstDay", LocalDate.now().minusDays(1).toString(), "lastDay",
			LocalDate.now().plusDays(1).toString(), "each", "1", "caller", caller), NOBODY);
		manager.get("/call/" + patient);
		shows(manager.post("/call/" + patient, "task", task, "outcome", "DONE"), "Recorded: " + NOBODY);
	}

	@Test
	void call_shouldBeAboutAChildWithoutAName() {
		String mother = server.get("user/" + Clinic.uuidOf(clinic.staff("Retention: Nurse"))).expect(200).at("/person/uuid");
		String child = clinic.patient();
		server.post("retention/contactpreference", Map.of("patient", child, "contactPersons",
			List.of(Map.of("person", mother, "guardian", true)))).expect(201);
		clinic.withoutName(child);
		shows(manager.get("/call/" + mother + "?inbound=true"), NOBODY);
	}

	@Test
	void pages_shouldShowTheAccount_whereStaffIsShown() {
		shows(manager.get("/supervisor"), username);
		shows(manager.get("/patient/" + patient), username);
		nurse.post("retention/worklist/" + patient + "/open", Map.of()).expect(201);
		shows(manager.get("/today?assignee=" + caller), username);
		shows(manager.get("/call/" + patient), username);
		shows(PageReader.as(username, Clinic.PASSWORD).get("/today"), username);
	}

	@Test
	void outcomes_shouldBeOfAClinicianWithoutAName() {
		String person = server.post("person", Map.of("gender", "M", "names",
			List.of(Map.of("givenName", "Struck", "familyName", "Out")))).expect(201).at("/uuid");
		String provider = server.post("provider", Map.of("person", person, "identifier", Clinic.unique("P"))).expect(201)
			.at("/uuid");
		clinic.withoutName(person);
		PageReader.Answer page = manager.get("/outcomes?clinician=" + provider);
		shows(page, NOBODY);
		assertThat(page.find("<option value=\"" + provider + "\" selected>([^<]+)<")).containsExactly(NOBODY);
	}

	@Test
	void plan_shouldBeToVerify_withoutAName() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = new HashMap<>(clinic.protocol(UUID.randomUUID().toString()));
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		definition.put("verifyAfter", "PT240H");
		server.post("retention/followupprotocol", definition).expect(201);
		String other = clinic.patient();
		clinic.encounter(other, type);
		String plan = clinic.await("retention/followupplan?patient=" + other).get(0).get("uuid").asText();
		clinic.withoutName(other);
		PageReader.Answer page = manager.get("/supervisor");
		assertThat(page.find("value=\"" + plan + ":[0-9]+\">\\s*([^·]+?) ·")).containsExactly(NOBODY);
	}

	@Test
	void rest_shouldNameTheIdentifier_wherePatientsAreReferredTo() {
		assertThat(server.get("retention/followuptask/" + task).expect(200).at("/patient/display")).isEqualTo(identifier);
		for (String list : List.of("followuptask?status=open", "contactattempt?", "promise?status=open",
			"escalation?status=open", "followupplan?")) {
			for (String v : List.of("default", "full", "custom:(uuid,patient:(uuid,display))")) {
				server.get("retention/" + list + "&patient=" + patient + "&v=" + v).expect(200);
			}
		}
		assertThat(server.get("retention/escalation?v=default&patient=" + patient).expect(200).at("/results/0/patient/uuid"))
			.isEqualTo(patient);
		server.get("retention/contactattempt/" + attempt + "?v=full").expect(200);
		server.get("retention/contactpreference?patient=" + patient + "&v=full").expect(200);
		server.get("retention/worklist?v=full&assignee=" + caller).expect(200);
		nurse.post("retention/worklist/" + patient + "/open", Map.of()).expect(201);
		server.post("retention/callsheet", Map.of("assignee", caller, "rows", 5)).expect(201);
		RestServer reader = clinic.userWith("Get Retention Follow-ups");
		assertThat(reader.get("retention/followuptask/" + task).expect(200).body().has("patient")).isFalse();
	}
}
