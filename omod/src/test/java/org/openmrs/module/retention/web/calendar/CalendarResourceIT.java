/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class CalendarResourceIT {

	private static final String CALENDARS = "retention/calendar";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	@Test
	void create_shouldAnswerWithTheCalendar() {
		Map<String, Object> definition = definition();
		RestServer.Answer created = server.post(CALENDARS, definition).expect(201);
		assertThat(created.at("/name")).isEqualTo(definition.get("name"));
		assertThat(created.at("/hours/MONDAY/0")).isEqualTo("09:00-12:00");
		assertThat(created.at("/exceptions/0/date")).isEqualTo("--12-25");
		RestServer.Answer read = server.get(CALENDARS + "/" + created.at("/uuid") + "?v=full").expect(200);
		assertThat(read.at("/hours/MONDAY/1")).isEqualTo("13:00-17:00");
		assertThat(read.at("/auditInfo/dateCreated")).isNotNull();
		definition.put("uuid", created.at("/uuid"));
		server.post(CALENDARS, definition).expectError(409, "retention.web.error.exists", "uuid");
	}

	@Test
	void update_shouldReplaceTheWholeDefinition() {
		String uuid = server.post(CALENDARS, definition()).expect(201).at("/uuid");
		RestServer.Answer changed = server.post(CALENDARS + "/" + uuid,
			Map.of("name", Clinic.unique("Short"), "hours", Map.of("TUESDAY", List.of("10:00-11:00")))).expect(200);
		assertThat(changed.at("/hours/MONDAY")).isNull();
		assertThat(changed.at("/hours/TUESDAY/0")).isEqualTo("10:00-11:00");
		server.post(CALENDARS + "/" + uuid, Map.of("uuid", UUID.randomUUID().toString(), "name", "x")).expectError(400,
			"retention.web.error.unknown-reference", "uuid");
	}

	@Test
	void create_shouldSayWhatIsWrong() {
		Map<String, Object> definition = definition();
		definition.put("hours", Map.of("MONDAY", List.of("9 to 5")));
		server.post(CALENDARS, definition).expectError(400, "retention.calendar.error.hours-invalid", null);
		definition.put("hours", Map.of("FUNDAY", List.of("09:00-17:00")));
		server.post(CALENDARS, definition).expectError(400, "retention.calendar.error.weekday-unknown", null);
		definition.put("hours", 7);
		server.post(CALENDARS, definition).expectError(400, "retention.web.error.wrong-value", "hours");
		definition.put("hours", Map.of("MONDAY", List.of("09:00-17:00")));
		definition.put("exceptions", List.of(Map.of("day", "2026-12-24")));
		server.post(CALENDARS, definition).expectError(400, "retention.web.error.unknown-property", "exceptions[0].day");
	}

	@Test
	void retire_shouldHideItFromListsUntilTakenBack() {
		Map<String, Object> definition = definition();
		String uuid = server.post(CALENDARS, definition).expect(201).at("/uuid");
		String query = CALENDARS + "?q=" + definition.get("name").toString().replace(" ", "%20");
		server.delete(CALENDARS + "/" + uuid + "?reason=closed").expect(204);
		assertThat(server.get(query).expect(200).body().get("results")).isEmpty();
		assertThat(server.get(query + "&includeAll=true&totalCount=true").expect(200).at("/totalCount")).isEqualTo("1");
		server.post(CALENDARS + "/" + uuid, Map.of("deleted", "false")).expect(200);
		assertThat(server.get(query).expect(200).body().get("results")).hasSize(1);
	}

	@Test
	void unknownUuid_shouldBe404() {
		String uuid = UUID.randomUUID().toString();
		server.get(CALENDARS + "/" + uuid).expectError(404, "retention.web.error.not-found", null);
		server.post(CALENDARS + "/" + uuid, definition()).expectError(404, "retention.web.error.not-found", null);
		server.delete(CALENDARS + "/" + uuid).expectError(404, "retention.web.error.not-found", null);
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		RestServer reader = clinic.userWith("Get Retention Calendars");
		reader.get(CALENDARS).expect(200);
		reader.post(CALENDARS, definition()).expectError(403, "retention.web.error.not-allowed", null);
		clinic.userWith("Get Retention Protocols").get(CALENDARS).expectError(403, "retention.web.error.not-allowed", null);
	}

	private static Map<String, Object> definition() {
		Map<String, Object> definition = new LinkedHashMap<>();
		definition.put("name", Clinic.unique("Main street"));
		definition.put("hours", Map.of("MONDAY", List.of("09:00-12:00", "13:00-17:00"), "TUESDAY", List.of("09:00-17:00")));
		definition.put("exceptions", List.of(Map.of("date", "--12-25", "name", "Christmas Day")));
		return definition;
	}
}
