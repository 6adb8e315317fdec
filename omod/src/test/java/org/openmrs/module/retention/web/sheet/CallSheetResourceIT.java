/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class CallSheetResourceIT {

	private static final String SHEETS = "retention/callsheet";

	private static final String ENTRIES = "retention/callsheetentry";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String number = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

	private RestServer nurse;

	private String patient;

	private String task;

	private RestServer.Answer sheet;

	@BeforeEach
	void aSheet() {
		nurse = clinic.staff("Retention: Nurse");
		patient = clinic.patient(Map.of(clinic.phoneType(), number));
		task = taskOf(patient);
		sheet = nurse.post(SHEETS, Map.of("assignee", Clinic.uuidOf(nurse))).expect(201);
	}

	@Test
	void post_shouldPrintTheList() {
		assertThat(sheet.at("/printedBy/uuid")).isEqualTo(Clinic.uuidOf(nurse));
		assertThat(sheet.at("/filters/assignee")).isEqualTo(Clinic.uuidOf(nurse));
		assertThat(sheet.at("/rowCount")).isEqualTo("1");
		assertThat(sheet.body().get("boxes")).hasSize(21);
		JsonNode row = sheet.body().get("rows").get(0);
		assertThat(row.get("person").get("display").asText()).contains("Nordmann");
		assertThat(row.get("numbers").get(0).get("value").asText()).isEqualTo("+47" + number);
		assertThat(row.get("numbers").get(0).get("number").asText()).isEqualTo("a");
		assertThat(row.get("why").asText()).startsWith("Ask how it went");
		assertThat(row.get("parts").get(0).get("task").asText()).isEqualTo(task);
		assertThat(server.get("retention/followuptask/" + task).at("/claimedBy")).as("paper claims nothing").isNull();
	}

	@Test
	void get_shouldShowWhatIsKept_andNoNumber() {
		enter(entry(row(0), 14)).expect(201);
		RestServer.Answer kept = nurse.get(SHEETS + "/" + sheet.at("/uuid") + "?v=full").expect(200);
		assertThat(kept.text()).doesNotContain(number).doesNotContain("Nordmann");
		JsonNode row = kept.body().get("rows").get(0);
		assertThat(row.get("code").asText()).isEqualTo(row(0));
		assertThat(row.get("tasks").get(0).asText()).isEqualTo(task);
		assertThat(row.get("entries").get(0).get("attempt").asText())
			.isEqualTo(attempts(patient).get(0).get("uuid").asText());
		assertThat(nurse.get(SHEETS + "?printedBy=me&totalCount=true").expect(200).at("/totalCount")).isEqualTo("1");
		assertThat(nurse.get(SHEETS + "?printedBy=me&before=2020-01-01T00:00:00Z").expect(200).body().get("results"))
			.isEmpty();
		server.get(SHEETS + "/" + UUID.randomUUID()).expect(404);
		server.get(SHEETS + "?printedBy=nobody").expectError(400, "retention.web.error.unknown-reference", "printedBy");
	}

	@Test
	void entries_shouldBeRecordedOrRefusedEachByItself() {
		String second = clinic
			.patient(Map.of(clinic.phoneType(), "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999)));
		taskOf(second);
		sheet = nurse.post(SHEETS, Map.of("assignee", Clinic.uuidOf(nurse))).expect(201);
		Map<String, Object> mistaken = entry(row(0), 3);
		Map<String, Object> typo = entry(row(0).substring(0, 6) + (row(0).endsWith("X") ? "Y" : "X"), 1);
		Map<String, Object> unreadable = entry(row(0), 1);
		unreadable.put("time", "half past two");
		Map<String, Object> unknown = entry(row(0), 1);
		unknown.put("colour", "blue");

		RestServer.Answer answer = enter(mistaken, typo, unreadable, unknown, "?", entry(row(1), 1)).expect(201);

		refused(answer, 0, "retention.followup.error.required", "until");
		refused(answer, 1, "retention.followup.error.sheet-code-wrong", "row");
		refused(answer, 2, "retention.web.error.wrong-type", "time");
		refused(answer, 3, "retention.web.error.unknown-property", "colour");
		refused(answer, 4, "retention.web.error.wrong-type", "entries");
		assertThat(answer.at("/results/5/status")).isEqualTo("recorded");
		assertThat(answer.at("/recorded")).isEqualTo("1");
		assertThat(answer.at("/refused")).isEqualTo("5");
		JsonNode firsts = attempts(patient);
		JsonNode seconds = attempts(second);
		assertThat(firsts.size() + seconds.size()).as("nothing of what was refused is left").isEqualTo(1);

		RestServer.Answer again = enter(entry(row(0), 14), entry(row(1), 1)).expect(201);
		assertThat(again.at("/results/0/status")).as("the row is free for what is right").isEqualTo("recorded");
		assertThat(again.at("/results/1/status")).isEqualTo("repeated");
		assertThat(attempts(patient).size() + attempts(second).size()).isEqualTo(2);
	}

	@Test
	void entries_shouldSayWhoCalled() {
		RestServer colleague = clinic.staff("Retention: Nurse");
		Map<String, Object> entry = entry(row(0), 1);
		entry.put("by", Clinic.uuidOf(colleague));
		entry.put("note", "Feels well");
		RestServer.Answer answer = enter(entry).expect(201);
		RestServer.Answer attempt = nurse.get("retention/contactattempt/" + answer.at("/results/0/attempt") + "?v=full")
			.expect(200);
		assertThat(attempt.at("/calledBy/uuid")).isEqualTo(Clinic.uuidOf(colleague));
		assertThat(attempt.at("/recordedBy/uuid")).isEqualTo(Clinic.uuidOf(nurse));
		assertThat(attempt.at("/note")).isEqualTo("Feels well");
		assertThat(attempt.at("/tasks/0/uuid")).isEqualTo(task);
		assertThat(nurse.get("retention/followuptask/" + task).at("/status")).isEqualTo("COMPLETED");
	}

	@Test
	void entries_shouldBeOneContact_whenTwoEnterTheSameAtOnce() throws Exception {
		Map<String, Object> entry = entry(row(0), 14);
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			List<Callable<RestServer.Answer>> calls = List.of(() -> enter(entry), () -> enter(entry));
			List<String> uuids = new ArrayList<>();
			for (Future<RestServer.Answer> answer : two.invokeAll(calls)) {
				uuids.add(answer.get().expect(201).at("/results/0/attempt"));
			}
			assertThat(uuids).doesNotContainNull();
			assertThat(uuids.get(0)).isEqualTo(uuids.get(1));
		}
		finally {
			two.shutdown();
		}
		assertThat(attempts(patient)).hasSize(1);
	}

	@Test
	void post_shouldSayWhatIsWrong() {
		nurse.post(SHEETS, Map.of("rows", 0)).expectError(400, "retention.web.error.wrong-type", "rows");
		nurse.post(SHEETS, Map.of("rows", 201)).expectError(400, "retention.followup.error.out-of-range", "rows");
		nurse.post(SHEETS, Map.of("role", "nosuch")).expectError(400, "retention.followup.error.unknown-filter-value",
			"role");
		nurse.post(SHEETS, Map.of("names", true)).expectError(400, "retention.web.error.unknown-property", "names");
		nurse.post(ENTRIES, Map.of()).expectError(400, "retention.web.error.missing", "entries");
		nurse.post(ENTRIES, Map.of("entries", List.of(), "all", true)).expectError(400,
			"retention.web.error.unknown-property",
			"all");
		List<Object> many = new ArrayList<>();
		for (int i = 0; i < 201; i++) {
			many.add(Map.of());
		}
		nurse.post(ENTRIES, Map.of("entries", many)).expectError(400, "retention.web.error.too-many", "entries");
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		clinic.userWith("Get Retention Follow-ups").post(SHEETS, Map.of()).expectError(403,
			"retention.web.error.not-allowed", null);
		RestServer reader = clinic.userWith("Get Retention Follow-ups", "Get Retention Contacts");
		assertThat(reader.post(SHEETS, Map.of()).expect(201).text()).as("names need the platform's privilege")
			.doesNotContain("Nordmann");
		reader.post(ENTRIES, Map.of("entries", List.of(entry(row(0), 1)))).expectError(403,
			"retention.web.error.not-allowed", null);
		clinic.userWith("Get Retention Contacts").get(SHEETS).expectError(403, "retention.web.error.not-allowed", null);
		assertThat(attempts(patient)).isEmpty();
	}

	private String taskOf(String of) {
		String made = clinic.task(of);
		server.post("retention/followuptask/" + made + "/assignment", Map.of("assignee", Clinic.uuidOf(nurse), "version", 0))
			.expect(201);
		return made;
	}

	private String row(int place) {
		return sheet.at("/rows/" + place + "/code");
	}

	private Map<String, Object> entry(String row, int box) {
		ZonedDateTime now = ZonedDateTime.now(ZoneId.of(sheet.at("/rows/0/zone")));
		Map<String, Object> entry = new HashMap<>();
		entry.put("row", row);
		entry.put("box", box);
		entry.put("day", now.toLocalDate().toString());
		entry.put("time", now.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
		return entry;
	}

	private RestServer.Answer enter(Object... entries) {
		return nurse.post(ENTRIES, Map.of("entries", List.of(entries)));
	}

	private static void refused(RestServer.Answer answer, int place, String code, String field) {
		assertThat(answer.at("/results/" + place + "/status")).isEqualTo("refused");
		assertThat(answer.at("/results/" + place + "/error/code")).isEqualTo(code);
		assertThat(answer.at("/results/" + place + "/error/field")).isEqualTo(field);
		assertThat(answer.at("/results/" + place + "/error/message")).isNotBlank().doesNotContain("{");
	}

	private JsonNode attempts(String of) {
		return server.get("retention/contactattempt?patient=" + of).expect(200).body().get("results");
	}
}
