/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class BookingResourceIT {

	private static final String BOOKINGS = "retention/booking";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final LocalDate day = LocalDate.now().plusDays(10);

	private String patient;

	@BeforeEach
	void aPatient() {
		patient = clinic.patient();
	}

	@Test
	void post_shouldWriteItDown() {
		RestServer.Answer made = server.post(BOOKINGS, booking("reason", "Crown")).expect(201);

		assertThat(made.at("/status")).isEqualTo("BOOKED");
		assertThat(made.at("/day")).isEqualTo(day.toString());
		assertThat(made.at("/startsAt")).isNull();
		assertThat(made.at("/patient/uuid")).isEqualTo(patient);
		assertThat(made.at("/display")).startsWith(day.toString());
		assertThat(server.get(BOOKINGS + "/" + made.at("/uuid") + "?v=full").expect(200).at("/reason")).isEqualTo("Crown");
	}

	@Test
	void post_shouldBeTheSameBooking_whenTheKeyIs() {
		String id = UUID.randomUUID().toString();
		String uuid = server.post(BOOKINGS, keyed(id)).expect(201).at("/uuid");

		RestServer.Answer again = server.post(BOOKINGS, keyed(id)).expect(201);
		assertThat(again.at("/uuid")).isEqualTo(uuid);
		assertThat(again.at("/version")).as("says nothing new").isEqualTo("0");

		Map<String, Object> moved = keyed(id);
		moved.put("day", day.plusDays(1).toString());
		assertThat(server.post(BOOKINGS, moved).expect(201).at("/day")).isEqualTo(day.plusDays(1).toString());
		assertThat(listed("patient=" + patient)).containsExactly(uuid);
		assertThat(listed("externalSystem=Planner&externalId=" + id)).containsExactly(uuid);
		assertThat(listed("externalSystem=planner&externalId=" + id)).as("as the system writes it").isEmpty();

		moved.put("patient", clinic.patient());
		server.post(BOOKINGS, moved).expectError(409, "retention.contact.error.booking-of-another-patient", "patient");
	}

	@Test
	void post_shouldMakeOne_whenTwoAreSentAtOnce() {
		Map<String, Object> body = keyed(UUID.randomUUID().toString());
		List<CompletableFuture<Integer>> sent = IntStream.range(0, 4)
			.mapToObj(i -> CompletableFuture.supplyAsync(() -> server.post(BOOKINGS, body).status()))
			.collect(Collectors.toList());

		assertThat(sent).extracting(CompletableFuture::join).contains(201).isSubsetOf(201, 409);
		assertThat(listed("patient=" + patient)).hasSize(1);
	}

	@Test
	void post_shouldSayWhatIsWrong() {
		refused(booking("patient", UUID.randomUUID().toString()), "retention.web.error.unknown-reference", "patient");
		refused(booking("patient", null), "retention.web.error.missing", "patient");
		refused(booking("location", UUID.randomUUID().toString()), "retention.web.error.unknown-reference", "location");
		refused(booking("day", null), "retention.contact.error.booking-required", "startsAt");
		refused(booking("day", "soon"), "retention.web.error.wrong-type", "day");
		refused(booking("startsAt", "2026-12-01T10:00"), "retention.web.error.wrong-type", "startsAt");
		refused(booking("startsAt", OffsetDateTime.now().plusDays(30).truncatedTo(ChronoUnit.SECONDS).toString()),
			"retention.contact.error.booking-day-differs", "day");
		refused(booking("day", day.plusYears(4).toString()), "retention.contact.error.booking-day-out-of-range", "day");
		refused(booking("externalId", "7"), "retention.contact.error.booking-key-incomplete", "externalSystem");
		refused(booking("externalSystem", "Planner"), "retention.contact.error.booking-key-incomplete", "externalId");
		Map<String, Object> own = keyed("7");
		own.put("externalSystem", "retention.contact");
		refused(own, "retention.contact.error.booking-system-reserved", "externalSystem");
		refused(booking("reason", "x".repeat(256)), "retention.web.error.too-long", "reason");
		refused(booking("status", "KEPT"), "retention.web.error.unknown-property", "status");
	}

	@Test
	void update_shouldMoveIt_byTheVersionThatWasRead() {
		String uuid = server.post(BOOKINGS, booking("reason", "Crown")).expect(201).at("/uuid");
		OffsetDateTime time = OffsetDateTime.now().plusDays(12).truncatedTo(ChronoUnit.SECONDS);

		RestServer.Answer moved = server
			.post(BOOKINGS + "/" + uuid,
				Map.of("version", 0, "startsAt", time.toString(), "location", Clinic.UNKNOWN_LOCATION))
			.expect(200);

		assertThat(OffsetDateTime.parse(moved.at("/startsAt")).toInstant()).isEqualTo(time.toInstant());
		assertThat(moved.at("/location/uuid")).isEqualTo(Clinic.UNKNOWN_LOCATION);
		assertThat(moved.at("/reason")).as("not named").isEqualTo("Crown");
		assertThat(moved.at("/version")).isEqualTo("1");
		server.post(BOOKINGS + "/" + uuid, Map.of("version", 0, "day", day.toString())).expectError(409,
			"retention.contact.error.stale-version", "version");
		server.post(BOOKINGS + "/" + uuid, Map.of("day", day.toString())).expectError(400, "retention.web.error.missing",
			"version");
		assertThat(server.post(BOOKINGS + "/" + uuid, Map.of("version", 1, "day", day.toString())).expect(200)
			.at("/startsAt")).as("the hour is not known").isNull();
	}

	@Test
	void transition_shouldSayWhatBecameOfIt_andKeepItsHistory() {
		String uuid = server.post(BOOKINGS, booking("reason", "Crown")).expect(201).at("/uuid");
		String verb = BOOKINGS + "/" + uuid + "/transition";

		server.post(verb, Map.of("to", "CANCELLED", "version", 0)).expectError(400,
			"retention.contact.error.booking-required", "reason");
		server.post(verb, Map.of("to", "KEPT", "version", 0)).expectError(409,
			"retention.contact.error.booking-day-not-come", "to");
		RestServer.Answer cancelled = server.post(verb, Map.of("to", "CANCELLED", "version", 0, "reason", "ill"))
			.expect(201);
		assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
		assertThat(cancelled.at("/version")).isEqualTo("1");
		server.post(verb, Map.of("to", "CANCELLED", "version", 1, "reason", "ill")).expectError(409,
			"retention.contact.error.booking-transition-not-allowed", "to");
		server.post(verb, Map.of("to", "BOOKED", "version", 0, "reason", "well again")).expectError(409,
			"retention.contact.error.stale-version", "version");

		assertThat(server.get(verb).expect(200).body().get("results")).extracting(row -> row.get("to").asText())
			.containsExactly("BOOKED", "CANCELLED");
		assertThat(server.get(verb).at("/results/1/reason")).isEqualTo("ill");
		assertThat(server.get(verb).at("/results/1/by/uuid")).isEqualTo(Clinic.uuidOf(server));
	}

	@Test
	void delete_shouldVoidIt_untilItIsPostedAgain_andPurgeLeaveNothing() {
		String id = UUID.randomUUID().toString();
		String uuid = server.post(BOOKINGS, keyed(id)).expect(201).at("/uuid");

		server.delete(BOOKINGS + "/" + uuid + "?reason=error").expect(204);
		assertThat(server.get(BOOKINGS + "/" + uuid).expect(200).at("/voided")).isEqualTo("true");
		assertThat(listed("patient=" + patient)).isEmpty();
		assertThat(listed("includeAll=true&patient=" + patient)).containsExactly(uuid);
		server.post(BOOKINGS + "/" + uuid + "/transition", Map.of("to", "CANCELLED", "version", 1, "reason", "x"))
			.expectError(409, "retention.contact.error.booking-voided", "voided");
		assertThat(server.post(BOOKINGS, keyed(id)).expect(201).at("/voided")).isEqualTo("false");

		server.delete(BOOKINGS + "/" + uuid + "?purge=false").expectError(400, "retention.web.error.unknown-value", "purge");
		server.delete(BOOKINGS + "/" + uuid + "?purge=true").expect(204);
		server.get(BOOKINGS + "/" + uuid).expect(404);
		assertThat(listed("includeAll=true&patient=" + patient)).isEmpty();
	}

	@Test
	void list_shouldFilterAndCount() {
		String first = server.post(BOOKINGS, booking("day", day.toString())).expect(201).at("/uuid");
		String second = server.post(BOOKINGS, booking("day", day.plusDays(5).toString())).expect(201).at("/uuid");
		Map<String, Object> elsewhere = booking("day", day.plusDays(9).toString());
		elsewhere.put("location", Clinic.UNKNOWN_LOCATION);
		String third = server.post(BOOKINGS, elsewhere).expect(201).at("/uuid");
		server.post(BOOKINGS + "/" + first + "/transition", Map.of("to", "CANCELLED", "version", 0, "reason", "ill"))
			.expect(201);
		String whose = "patient=" + patient;

		assertThat(listed(whose)).containsExactly(first, second, third);
		assertThat(listed(whose + "&status=booked")).containsExactly(second, third);
		assertThat(listed(whose + "&from=" + day.plusDays(1))).containsExactly(second, third);
		assertThat(listed(whose + "&to=" + day.plusDays(5))).containsExactly(first, second);
		assertThat(listed(whose + "&location=" + Clinic.UNKNOWN_LOCATION)).containsExactly(third);
		RestServer.Answer page = server.get(BOOKINGS + "?limit=1&startIndex=1&totalCount=true&" + whose).expect(200);
		assertThat(page.at("/results/0/uuid")).isEqualTo(second);
		assertThat(page.at("/totalCount")).isEqualTo("3");
		server.get(BOOKINGS + "?status=soon").expectError(400, "retention.web.error.unknown-value", "status");
		server.get(BOOKINGS + "?from=soon").expectError(400, "retention.web.error.wrong-type", "from");
		server.get(BOOKINGS + "?patient=nosuch").expectError(400, "retention.web.error.unknown-reference", "patient");
		server.get(BOOKINGS + "?location=nosuch").expectError(400, "retention.web.error.unknown-reference", "location");
		server.get(BOOKINGS + "?externalId=7").expectError(400, "retention.web.error.missing", "externalSystem");
	}

	@Test
	void privileges_shouldBeAsked() {
		String uuid = server.post(BOOKINGS, booking("reason", "Crown")).expect(201).at("/uuid");
		RestServer reader = clinic.userWith("Get Retention Bookings");
		reader.get(BOOKINGS + "/" + uuid).expect(200);
		assertThat(reader.get(BOOKINGS + "/" + uuid).body().has("patient")).as("who may not read patients").isFalse();
		reader.delete(BOOKINGS + "/" + uuid + "?reason=x").expect(403);
		clinic.userWith("Get Retention Contacts", "Get Patients").get(BOOKINGS).expect(403);
		clinic.userWith("Get Retention Bookings", "Manage Retention Bookings", "Get Patients")
			.post(BOOKINGS, booking("reason", "Crown")).expect(201);
	}

	private Map<String, Object> booking(String property, Object value) {
		Map<String, Object> body = new HashMap<>();
		body.put("patient", patient);
		body.put("day", day.toString());
		body.put(property, value);
		return body;
	}

	private Map<String, Object> keyed(String id) {
		Map<String, Object> body = booking("externalId", id);
		body.put("externalSystem", "Planner");
		return body;
	}

	private void refused(Map<String, Object> body, String code, String field) {
		server.post(BOOKINGS, body).expectError(400, code, field);
	}

	private List<String> listed(String query) {
		List<String> uuids = new ArrayList<>();
		server.get(BOOKINGS + "?" + query).expect(200).body().get("results")
			.forEach(row -> uuids.add(row.get("uuid").asText()));
		return uuids;
	}
}
