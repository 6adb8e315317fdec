/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** One call to a mother about her children and about herself. */
class FamilyCallPageIT {

	private static final String NURSE = "Retention: Nurse";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String mother = clinic.patient(Map.of(clinic.phoneType(),
		"9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999)));

	private final List<String> children = List.of(clinic.patient(), clinic.patient());

	private final PageReader nurse = clinic.pagesOf(NURSE);

	@BeforeEach
	void family() {
		for (String child : children) {
			server.post("person/" + child, Map.of("birthdate", LocalDate.now().minusYears(7).toString())).expect(200);
			server.post("retention/contactpreference", Map.of("patient", child, "contactPersons",
				List.of(Map.of("person", mother, "guardian", true, "relation", "mother")))).expect(201);
		}
		nurse.get("/today");
		nurse.post("/language", "language", "en", "next", "today");
	}

	private String task(String patient, String purpose) {
		return server.post("retention/followuptask", Map.of("patient", patient, "title", Clinic.unique("Ask"), "purpose",
			purpose, "dueBy", OffsetDateTime.now().plusDays(1).truncatedTo(ChronoUnit.SECONDS).toString())).expect(201)
			.at("/uuid");
	}

	private String spokeWith() {
		return nurse.get("/call/" + mother).find("<option value=\"([A-Z]+)\" selected>(?:[^<]*)</option>").get(0);
	}

	private String status(String task) {
		return server.get("retention/followuptask/" + task).expect(200).at("/status");
	}

	@Test
	void spokeWith_shouldBeginWithWhoIsRung() {
		task(children.get(0), "CARE");
		assertThat(spokeWith()).isEqualTo("GUARDIAN");
		task(mother, "RECALL");
		assertThat(spokeWith()).isEqualTo("PATIENT");
	}

	@Test
	void guardian_shouldHearWhatIsHerOwnToo() {
		String childs = task(children.get(0), "CARE");
		String own = task(mother, "RECALL");
		nurse.get("/call/" + mother);
		assertThat(nurse.post("/call/" + mother, "task", childs, "task", own, "spokeWith", "GUARDIAN", "outcome", "DONE")
			.page()).contains("notice done");
		assertThat(status(childs)).isEqualTo("COMPLETED");
		assertThat(status(own)).isEqualTo("COMPLETED");
	}

	@Test
	void death_shouldBeOfWhoIsNamed() {
		String first = task(children.get(0), "RECALL");
		String second = task(children.get(1), "RECALL");
		assertThat(nurse.get("/call/" + mother).find("name=\"died\" value=\"([^\"]+)\""))
			.containsExactlyInAnyOrderElementsOf(children);
		String[] form = { "task", first, "task", second, "spokeWith", "GUARDIAN", "outcome", "DEATH_REPORTED" };
		PageReader.Answer refused = nurse.post("/call/" + mother, form);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page()).contains("Whom is it about?");
		PageReader.Answer noted = nurse.post("/call/" + mother, "task", first, "task", second, "spokeWith", "GUARDIAN",
			"outcome", "DEATH_REPORTED", "died", children.get(1));
		assertThat(noted.page()).contains("notice done");
		assertThat(server.get("retention/contactattempt?patient=" + children.get(1)).body().get("results")).hasSize(1);
		assertThat(server.get("retention/contactattempt?patient=" + children.get(0) + "&v=full").body().at("/results"))
			.noneMatch(attempt -> attempt.at("/patient/uuid").asText().equals(children.get(0)));
	}

	@Test
	void redFlag_shouldNameItsOwner_whichChildItIsOf() {
		String type = clinic.ownEncounterType();
		server.post("retention/followupprotocol", clinic.protocolDueAtOnce(
			Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))))).expect(201);
		clinic.encounter(children.get(1), type);
		String planned = clinic.await("retention/followuptask?patient=" + children.get(1)).at("/0/uuid").asText();
		String first = task(children.get(0), "CARE");
		nurse.get("/call/" + mother);
		PageReader.Answer told = nurse.post("/call/" + mother, "task", first, "task", planned, "spokeWith", "GUARDIAN",
			"outcome", "DONE", "answer." + planned + ".bleeding", "yes");
		assertThat(told.page()).contains("notice done", "Escalated (Urgent): ");
	}

	@Test
	void halfAnEscalation_shouldBeRefused_withWhatWasTyped() {
		String task = task(mother, "CARE");
		nurse.get("/call/" + mother);
		PageReader.Answer urgent = nurse.post("/call/" + mother, "task", task, "outcome", "DONE", "escalate.severity",
			"URGENT", "note", "swollen");
		assertThat(urgent.status()).isEqualTo(400);
		assertThat(urgent.page()).contains("What somebody must look at", "swollen");
		PageReader.Answer promised = nurse.post("/call/" + mother, "task", task, "outcome", "DONE", "promise.day",
			LocalDate.now().plusDays(1).toString());
		assertThat(promised.status()).isEqualTo(400);
		assertThat(promised.page()).contains("What we promised");
		assertThat(status(task)).isEqualTo("OPEN");
		assertThat(nurse.post("/call/" + mother, "task", task, "outcome", "DONE", "escalate.severity", "CONCERN",
			"escalate.kind", "CLINICAL").page()).contains("notice done");
	}
}
