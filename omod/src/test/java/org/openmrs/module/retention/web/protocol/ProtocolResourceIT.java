/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class ProtocolResourceIT {

	private static final String PROTOCOLS = "retention/followupprotocol";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	@Test
	void create_shouldSayEverythingThatIsWrong() {
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("priority", 101);
		definition.put("backfill", "P9000Y");
		JsonNode error = server.post(PROTOCOLS, definition).expect(400).body().get("error");
		assertThat(error.get("code").asText()).startsWith("retention.question.error.");
		assertThat(error.at("/fieldErrors/priority/0/code").asText())
			.isEqualTo("retention.question.error.out-of-range");
		assertThat(error.at("/fieldErrors/backfill/0/message").asText()).contains("P9000Y");
	}

	@Test
	void create_shouldMakeTheFirstVersionAndThenTheNext() {
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		RestServer.Answer first = server.post(PROTOCOLS, definition).expect(201);
		assertThat(first.at("/uuid")).isEqualTo(definition.get("uuid"));
		assertThat(first.at("/protocolVersion")).isEqualTo("1");
		assertThat(server.post(PROTOCOLS, definition).expect(201).at("/protocolVersion")).isEqualTo("1");
		definition.put("priority", 61);
		assertThat(server.post(PROTOCOLS, definition).expect(201).at("/protocolVersion")).isEqualTo("2");
	}

	@Test
	void retrieve_shouldShowEachRepresentation() {
		String uuid = clinic.savedProtocol();
		RestServer.Answer ref = server.get(PROTOCOLS + "/" + uuid + "?v=ref").expect(200);
		assertThat(ref.body().fieldNames()).toIterable().containsExactlyInAnyOrder("uuid", "display", "retired", "links");
		RestServer.Answer standard = server.get(PROTOCOLS + "/" + uuid).expect(200);
		assertThat(standard.body().fieldNames()).toIterable().containsExactlyInAnyOrder("uuid", "display", "name",
			"description", "trigger", "purpose", "priority", "activeFrom", "protocolVersion", "retired", "version",
			"links",
			"resourceVersion");
		assertThat(standard.at("/trigger")).isEqualTo("ENCOUNTER");
		assertThat(standard.at("/activeFrom")).matches("\\d{4}-\\d\\d-\\d\\d");
		assertThat(standard.at("/links/0/uri")).endsWith("/ws/rest/v1/" + PROTOCOLS + "/" + uuid);
		RestServer.Answer full = server.get(PROTOCOLS + "/" + uuid + "?v=full").expect(200);
		assertThat(full.at("/definition/steps/0/key")).isEqualTo("next-day");
		assertThat(full.at("/definition/steps/0/title/en")).isEqualTo("Ask how it went");
		assertThat(full.at("/auditInfo/dateCreated")).isNotNull();
		RestServer.Answer custom = server.get(PROTOCOLS + "/" + uuid + "?v=custom:(uuid,name,definition)").expect(200);
		assertThat(custom.body().fieldNames()).toIterable().containsExactlyInAnyOrder("uuid", "name", "definition",
			"resourceVersion");
	}

	/** Another getter of the class is no property of the resource. */
	@ParameterizedTest
	@CsvSource({ "nosuch", "id", "checksum", "class", "creator" })
	void retrieve_shouldRefuseCustomProperty_whenTheResourceHasNone(String property) {
		server.get(PROTOCOLS + "/" + clinic.savedProtocol() + "?v=custom:(uuid," + property + ")").expectError(400,
			"retention.web.error.unknown-property", "v");
	}

	@Test
	void list_shouldPageInAStableOrder() {
		String name = Clinic.unique("Paged");
		for (int i = 0; i < 5; i++) {
			Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
			definition.put("name", name + " " + i);
			server.post(PROTOCOLS, definition).expect(201);
		}
		List<String> names = new ArrayList<>();
		for (int start = 0; start < 5; start += 2) {
			JsonNode page = server.get(PROTOCOLS + "?q=" + name.replace(" ", "%20") + "&limit=2&totalCount=true&startIndex="
				+ start).expect(200).body();
			assertThat(page.get("totalCount").asInt()).isEqualTo(5);
			page.get("results").forEach(row -> names.add(row.get("display").asText()));
			List<String> links = page.findValuesAsText("rel");
			assertThat(links.contains("next")).isEqualTo(start + 2 < 5);
			assertThat(links.contains("prev")).isEqualTo(start > 0);
		}
		assertThat(names).hasSize(5).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void list_shouldFilter() {
		String uuid = clinic.savedProtocol();
		String name = server.get(PROTOCOLS + "/" + uuid).at("/name").replace(" ", "%20");
		assertThat(uuids("?q=" + name)).containsExactly(uuid);
		assertThat(uuids("?purpose=care&trigger=ENCOUNTER&q=" + name)).containsExactly(uuid);
		assertThat(uuids("?purpose=recall&q=" + name)).isEmpty();
		assertThat(uuids("?trigger=manual&q=" + name)).isEmpty();
		server.get(PROTOCOLS + "?purpose=nosuch").expectError(400, "retention.web.error.unknown-value", "purpose");
		server.get(PROTOCOLS + "?trigger=nosuch").expectError(400, "retention.web.error.unknown-value", "trigger");
	}

	@Test
	void flood_shouldTellWhatIsHeldAndGiveItFree() {
		String flood = PROTOCOLS + "/" + clinic.savedProtocol() + "/flood";
		RestServer.Answer held = server.get(flood).expect(200);
		assertThat(held.at("/held")).isEqualTo("0");
		assertThat(held.at("/protocol/uuid")).isEqualTo(flood.split("/")[2]);
		RestServer.Answer released = server.post(flood, Map.of("to", "RELEASED")).expect(201);
		assertThat(released.at("/released")).isEqualTo("0");
		assertThat(released.at("/held")).isEqualTo("0");
		server.post(flood, Map.of()).expectError(400, "retention.web.error.missing", "to");
		server.post(flood, Map.of("to", "HELD")).expectError(400, "retention.web.error.unknown-value", "to");
		server.post(flood, Map.of("to", "RELEASED", "all", true)).expectError(400, "retention.web.error.unknown-property",
			"all");
		server.post(PROTOCOLS + "/" + UUID.randomUUID() + "/flood", Map.of("to", "RELEASED")).expectError(404,
			"retention.web.error.not-found", null);
		server.delete(flood).expect(405);
	}

	@Test
	void rehearsal_shouldTellWhatTheStoredProtocolWouldHaveMade() {
		String uuid = clinic.savedProtocol();
		String rehearsal = PROTOCOLS + "/" + uuid + "/rehearsal";
		RestServer.Answer told = server.get(rehearsal + "?days=30&capacity=60").expect(200);
		assertThat(told.at("/protocol/uuid")).isEqualTo(uuid);
		assertThat(told.at("/days")).isEqualTo("30");
		assertThat(told.at("/summary")).contains("30");
		assertThat(told.at("/capacity/minutes")).isEqualTo("60");
		assertThat(told.body().get("desks").isArray()).isTrue();
		assertThat(server.get(rehearsal).expect(200).at("/days")).isEqualTo("90");
		server.get(rehearsal + "?days=0").expectError(400, "retention.followup.error.rehearsal-days-out-of-range", "days");
		server.get(rehearsal + "?days=soon").expectError(400, "retention.web.error.wrong-type", "days");
		server.get(rehearsal + "?capacity=0").expectError(400,
			"retention.followup.error.rehearsal-capacity-out-of-range", "capacity");
		server.get(rehearsal + "?colour=red").expect(400);
		server.get(PROTOCOLS + "/" + UUID.randomUUID() + "/rehearsal").expect(404);
		server.delete(rehearsal).expect(405);
	}

	@Test
	void rehearsal_shouldTakeADefinitionThatIsNotStored() {
		String uuid = UUID.randomUUID().toString();
		String rehearsal = PROTOCOLS + "/" + uuid + "/rehearsal";
		Map<String, Object> definition = Map.of("uuid", uuid, "name", "Greeting", "why", Map.of("en", "Birthday"), "purpose",
			"GREETING", "trigger", Map.of("type", "DATE", "date", "BIRTHDAY"), "steps",
			List.of(Map.of("key", "call", "title", Map.of("en", "Call"), "offset", "P0D", "script",
				Map.of("opening", Map.of("en", "Good day"), "closing", Map.of("en", "All the best")))));
		assertThat(server.post(rehearsal, Map.of("definition", definition, "days", 7)).expect(201).at("/days"))
			.isEqualTo("7");
		server.get(PROTOCOLS + "/" + uuid).expect(404);
		server.post(rehearsal, Map.of("days", 7)).expect(404);
		server.post(PROTOCOLS + "/" + UUID.randomUUID() + "/rehearsal", Map.of("definition", definition)).expectError(400,
			"retention.followup.error.rehearsal-other-protocol", "definition.uuid");
		server.post(rehearsal, Map.of("definition", definition, "days", 1000)).expectError(400,
			"retention.followup.error.rehearsal-days-out-of-range", "days");
		Map<String, Object> manual = new HashMap<>(definition);
		manual.put("trigger", Map.of("type", "MANUAL"));
		server.post(rehearsal, Map.of("definition", manual)).expectError(400,
			"retention.followup.error.rehearsal-not-possible", "trigger");
		manual.put("steps", List.of());
		server.post(rehearsal, Map.of("definition", manual)).expectError(400, "retention.question.error.required",
			"steps");
		server.post(rehearsal, Map.of("definition", Map.of("uuid", uuid, "colour", "red"))).expectError(400,
			"retention.web.error.unknown-property", "colour");
	}

	@Test
	void rehearsal_shouldNeedWhoMayRehearse() {
		String rehearsal = PROTOCOLS + "/" + clinic.savedProtocol() + "/rehearsal";
		server.anonymous().get(rehearsal).expect(401);
		clinic.userWith("Get Retention Protocols", "Supervise Retention Follow-ups").get(rehearsal).expect(403);
		clinic.userWith("Get Retention Protocols", "Rehearse Retention Protocols").get(rehearsal).expect(200);
	}

	@Test
	void flood_shouldNeedASupervisor() {
		String flood = PROTOCOLS + "/" + clinic.savedProtocol() + "/flood";
		server.anonymous().get(flood).expect(401);
		RestServer desk = clinic.userWith("Get Retention Protocols", "Get Retention Follow-ups",
			"Manage Retention Follow-ups");
		desk.get(flood).expect(200);
		desk.post(flood, Map.of("to", "RELEASED")).expect(403);
		clinic.userWith("Get Retention Protocols", "Get Retention Follow-ups", "Supervise Retention Follow-ups")
			.post(flood, Map.of("to", "RELEASED")).expect(201);
	}

	@Test
	void retire_shouldHideItFromListsUntilTakenBack() {
		String uuid = clinic.savedProtocol();
		String name = server.get(PROTOCOLS + "/" + uuid).at("/name").replace(" ", "%20");
		server.delete(PROTOCOLS + "/" + uuid + "?reason=trial").expect(204);
		server.delete(PROTOCOLS + "/" + uuid).expect(204);
		RestServer.Answer retired = server.get(PROTOCOLS + "/" + uuid + "?v=full").expect(200);
		assertThat(retired.at("/retired")).isEqualTo("true");
		assertThat(retired.at("/auditInfo/retireReason")).isEqualTo("trial");
		assertThat(uuids("?q=" + name)).isEmpty();
		assertThat(uuids("?includeAll=true&q=" + name)).containsExactly(uuid);
		server.post(PROTOCOLS + "/" + uuid, Map.of("retired", false)).expect(200);
		assertThat(uuids("?q=" + name)).containsExactly(uuid);
		server.post(PROTOCOLS + "/" + uuid, Map.of("retired", true)).expectError(400, "retention.web.error.missing",
			"reason");
		server.post(PROTOCOLS + "/" + uuid, Map.of("retired", "yes")).expectError(400, "retention.web.error.wrong-type",
			"retired");
		server.post(PROTOCOLS + "/" + uuid, Map.of("name", "x")).expectError(400, "retention.web.error.unknown-property",
			"name");
	}

	@Test
	void unknownUuid_shouldBe404() {
		String uuid = UUID.randomUUID().toString();
		server.get(PROTOCOLS + "/" + uuid).expectError(404, "retention.web.error.not-found", null);
		server.delete(PROTOCOLS + "/" + uuid).expectError(404, "retention.web.error.not-found", null);
		server.post(PROTOCOLS + "/" + uuid, Map.of("retired", false)).expectError(404, "retention.web.error.not-found",
			null);
	}

	@Test
	void create_shouldSayWhatIsWrongWithADefinition() {
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("nosuch", 1);
		server.post(PROTOCOLS, definition).expectError(400, "retention.web.error.unknown-property", "nosuch");
		definition.remove("nosuch");
		definition.put("steps", "none");
		server.post(PROTOCOLS, definition).expectError(400, "retention.web.error.wrong-value", "steps");
		definition.put("steps", List.of(Map.of("key", "a", "offset", "soon", "title", Map.of("en", "x"))));
		assertThat(server.post(PROTOCOLS, definition).expect(400).at("/error/code"))
			.startsWith("retention.question.error.");
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		RestServer reader = clinic.userWith("Get Retention Protocols");
		String uuid = clinic.savedProtocol();
		reader.get(PROTOCOLS + "/" + uuid).expect(200);
		reader.get(PROTOCOLS).expect(200);
		reader.delete(PROTOCOLS + "/" + uuid).expectError(403, "retention.web.error.not-allowed", null);
		reader.post(PROTOCOLS, clinic.protocol(uuid)).expectError(403, "retention.web.error.not-allowed", null);
		RestServer other = clinic.userWith("Get Retention Calendars");
		other.get(PROTOCOLS).expectError(403, "retention.web.error.not-allowed", null);
		other.get(PROTOCOLS + "/" + uuid).expectError(403, "retention.web.error.not-allowed", null);
	}

	private List<String> uuids(String query) {
		return server.get(PROTOCOLS + query).expect(200).body().findValuesAsText("uuid");
	}
}
