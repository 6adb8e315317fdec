/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class WorklistResourceIT {

	private static final String LIST = "retention/worklist";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	@Test
	void list_shouldShowOneRowForAPersonWithEverythingToBeWorked() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		String patient = clinic.patient();
		taskOf(patient, nurse);
		taskOf(patient, nurse);

		JsonNode list = nurse.get(LIST + "?assignee=" + Clinic.uuidOf(nurse)).expect(200).body();

		assertThat(list.get("results")).hasSize(1);
		JsonNode row = list.get("results").get(0);
		assertThat(row.at("/person/uuid").asText()).isEqualTo(patient);
		assertThat(row.get("tasks")).hasSize(2);
		assertThat(row.get("rank").asInt()).isEqualTo(1);
		assertThat(row.get("rankReason").asText()).startsWith("retention.followup.");
		assertThat(list.get("expectedSeconds").isNumber()).isTrue();
		assertThat(list.get("callableRows").isNumber()).isTrue();
		assertThat(list.get("at").asText()).contains("T");
	}

	@Test
	void list_shouldPageAndCount() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		for (int i = 0; i < 3; i++) {
			taskOf(clinic.patient(), nurse);
		}
		String mine = LIST + "?totalCount=true&limit=2&assignee=" + Clinic.uuidOf(nurse);
		JsonNode first = server.get(mine).expect(200).body();
		JsonNode second = server.get(mine + "&startIndex=2").expect(200).body();
		assertThat(first.get("results")).hasSize(2);
		assertThat(second.get("results")).hasSize(1);
		assertThat(first.get("totalCount").asInt()).isEqualTo(3);
		assertThat(first.get("links").get(0).get("rel").asText()).isEqualTo("next");
		assertThat(server.get(mine + "&v=custom:(person:(uuid),rank)").expect(200).body().at("/results/0/rank").asInt())
				.isEqualTo(1);
	}

	@Test
	void open_shouldGiveTheScriptToOneAndRefuseTheOther() {
		RestServer one = clinic.staff("Retention: Nurse");
		RestServer other = clinic.staff("Retention: Nurse");
		String patient = clinic.patient();
		String type = clinic.encounterType();
		clinic.savedProtocol();
		clinic.encounter(patient, type);
		clinic.await("retention/followuptask?patient=" + patient);

		RestServer.Answer opened = one.post(LIST + "/" + patient + "/open", Map.of());
		opened.expect(201);
		assertThat(opened.at("/person/uuid")).isEqualTo(patient);
		assertThat(opened.at("/claimedUntil")).contains("T");
		JsonNode question = opened.body().at("/parts/0/questions/0");
		assertThat(question.get("key").asText()).isEqualTo("bleeding");
		assertThat(question.at("/text/caller").asText()).isEqualTo("Does it bleed?");
		assertThat(question.at("/text/patient").asText()).isNotBlank();
		assertThat(opened.body().at("/parts/0/redFlags/0/severity").asText()).isEqualTo("URGENT");

		other.post(LIST + "/" + patient + "/open", Map.of()).expect(409);
		other.get(LIST + "/" + patient).expect(200);
	}

	@ParameterizedTest
	@CsvSource({ "callable=later", "assignee=nobody", "role=No such role", "location=x", "purpose=FUN", "callable=",
			"nosuch=1" })
	void list_shouldRefuseAFilterThatMeansNothing(String filter) {
		server.get(LIST + "?" + filter.replace(" ", "%20")).expect(400);
	}

	@Test
	void list_shouldNeedItsPrivileges() {
		clinic.userWith("Get Retention Follow-ups").get(LIST).expect(403);
		clinic.userWith("Get Retention Follow-ups", "Get Retention Contacts").get(LIST).expect(200);
		server.anonymous().get(LIST).expect(401);
	}

	@Test
	void unknownPersonsAndPropertiesAndMethods_shouldBeRefused() {
		String nobody = UUID.randomUUID().toString();
		server.get(LIST + "/" + nobody).expect(404);
		server.post(LIST + "/" + nobody + "/open", Map.of()).expect(404);
		server.post(LIST + "/" + clinic.patient() + "/open", Map.of("force", true)).expect(400);
		server.delete(LIST).expect(405);
		clinic.task(clinic.patient());
		server.get(LIST + "?v=custom:(nosuch)").expect(400);
	}

	private void taskOf(String patient, RestServer nurse) {
		server.post("retention/followuptask", Map.of("patient", patient, "title", Clinic.unique("Ask"), "assignee",
				Clinic.uuidOf(nurse))).expect(201);
	}
}
