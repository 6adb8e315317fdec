/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is about the day and not about a call: leave, bookings, a list on paper while the line is down, work that is handed over. */
final class OfficeStory {

	private final ScenarioClinic clinic;

	private final Checks checks;

	private String patient;

	private String task;

	private String sheet;

	private JsonNode row;

	OfficeStory(ScenarioClinic clinic, Checks checks) {
		this.clinic = clinic;
		this.checks = checks;
	}

	void tell() {
		checks.part("A nurse has promised to ring herself, and goes on leave", this::leave);
		checks.part("The scheduler writes down who comes when", this::bookings);
		checks.part("A patient books on the telephone", this::bookedInACall);
		checks.part("The line will be down: the desk prints the list", this::print);
		checks.part("And types in what was ticked on it", this::typeIn);
		checks.part("The manager hands over what a nurse has on the list", this::handOver);
	}

	private void leave() {
		patient = clinic.patient("Åse", "nb", clinic.phone(7));
		Rest.Answer asked = clinic.otherNurse.rest().post("retention/followuptask", Map.of("patient", patient, "title",
			"Ask whether the splint fits", "assignee", clinic.otherNurse.user(), "location", clinic.noon.uuid()));
		checks.status("a task of her own", 201, asked);
		task = asked.body().path("uuid").asText();
		ZonedDateTime now = ZonedDateTime.now(clinic.noon.zone);
		Rest.Answer away = clinic.otherNurse.rest().post("retention/absence",
			Map.of("from", ScenarioSite.text(now.minusMinutes(1)), "to", ScenarioSite.text(now.plusDays(7)), "deputy",
				clinic.nurse.user()));
		checks.status("her absence", 201, away);
		checks.equal("her task goes to the deputy", clinic.nurse.user(), assigneeOnce(clinic.nurse.user()));
		checks.refused("an absence that ends before it begins", 400, clinic.otherNurse.rest().post("retention/absence",
			Map.of("from", ScenarioSite.text(now), "to", ScenarioSite.text(now.minusDays(1)))));
		checks.refused("an absence that the desk writes down for her", 403, clinic.desk.rest().post("retention/absence",
			Map.of("user", clinic.otherNurse.user(), "from", ScenarioSite.text(now), "to",
				ScenarioSite.text(now.plusDays(1)))));
		Rest.Answer back = clinic.otherNurse.rest().post("retention/absence/" + away.body().path("uuid").asText(),
			Map.of("to", ScenarioSite.text(ZonedDateTime.now(clinic.noon.zone)), "version", 0));
		checks.that("she is back sooner", back.status() / 100 == 2, back.status() + " " + back.error());
		checks.equal("and has it again", clinic.otherNurse.user(), assigneeOnce(clinic.otherNurse.user()));
	}

	private String assigneeOnce(String user) {
		return ScenarioClinic.await(() -> clinic.task(task).at("/assignee/uuid").asText(), user::equals);
	}

	private void bookings() {
		String day = clinic.noon.today().plusDays(5).toString();
		Map<String, Object> booking = Map.of("patient", patient, "day", day, "location", clinic.noon.uuid(),
			"externalSystem", "Scenario", "externalId", patient);
		Rest.Answer made = clinic.desk.rest().post("retention/booking", booking);
		checks.status("the booking", 201, made);
		Rest.Answer again = clinic.desk.rest().post("retention/booking", booking);
		checks.equal("posted again it is the same", made.body().path("uuid").asText(), again.body().path("uuid").asText());
		List<JsonNode> booked = clinic.desk.rest().get("retention/booking?patient=" + patient + "&status=booked").rows();
		checks.equal("there is one", 1, booked.size());
		String path = "retention/booking/" + made.body().path("uuid").asText();
		int version = clinic.desk.rest().get(path).ok().path("version").asInt();
		checks.refused("cancelling without a reason", 400,
			clinic.desk.rest().post(path + "/transition", Map.of("to", "CANCELLED", "version", version)));
		checks.refused("kept before its day", 409,
			clinic.desk.rest().post(path + "/transition", Map.of("to", "KEPT", "version", version)));
		checks.status("cancelling with one", 201, clinic.desk.rest().post(path + "/transition",
			Map.of("to", "CANCELLED", "version", version, "reason", "Has a cold")));
		checks.equal("with its history", 2, clinic.desk.rest().get(path + "/transition").rows().size());
	}

	private void bookedInACall() {
		String other = clinic.patient("Berit", "nb", clinic.phone(8));
		Rest.Answer asked = clinic.nurse.rest().post("retention/followuptask",
			Map.of("patient", other, "title", "Offer a check-up", "location", clinic.noon.uuid()));
		Map<String, Object> attempt = new LinkedHashMap<>();
		attempt.put("result", "SPOKE");
		attempt.put("spokeWith", "PATIENT");
		attempt.put("disposition", "BOOKED");
		attempt.put("until", clinic.noon.today().plusDays(3).toString());
		Rest.Answer recorded = clinic.nurse.rest()
			.post("retention/followuptask/" + asked.body().path("uuid").asText() + "/attempt", attempt);
		checks.status("the attempt", 201, recorded);
		checks.equal("the booking is there", 1,
			clinic.nurse.rest().get("retention/booking?patient=" + other + "&status=booked").rows().size());
		checks.status("it was somebody else: the attempt is taken back", 204, clinic.nurse.rest().delete(
			"retention/contactattempt/" + recorded.body().path("uuid").asText() + "?reason=mistaken"));
		checks.equal("and with it the booking", 0,
			clinic.nurse.rest().get("retention/booking?patient=" + other + "&status=booked").rows().size());
	}

	private void print() {
		Rest.Answer printed = clinic.nurse.rest().post("retention/callsheet",
			Map.of("location", clinic.noon.uuid(), "rows", 200));
		if (!checks.status("the sheet", 201, printed)) {
			return;
		}
		sheet = printed.body().path("uuid").asText();
		for (JsonNode one : printed.body().path("rows")) {
			row = one.at("/person/uuid").asText().equals(patient) ? one : row;
		}
		checks.that("her row is on it", row != null, printed.body().path("rows").size() + " rows");
		checks.that("with a code", row != null && !row.path("code").asText().isEmpty(), row);
		checks.that("and the number to dial", row != null && row.path("numbers").toString().contains(
			clinic.phone(7).substring(1)), row);
		String kept = clinic.nurse.rest().get("retention/callsheet/" + sheet + "?v=full").ok().toString();
		checks.that("what is kept of it holds no number", !kept.contains(clinic.phone(7).substring(1)), kept);
	}

	private void typeIn() {
		if (row == null) {
			return;
		}
		ZonedDateTime now = ZonedDateTime.now(clinic.noon.zone);
		Map<String, Object> entry = Map.of("row", row.path("code").asText(), "box", box("NO_ANSWER"), "day",
			now.toLocalDate().toString(), "time", now.toLocalTime().toString().substring(0, 5));
		Map<String, Object> slip = Map.of("row", "AAA-AAA", "box", 1, "time", "10:00");
		Rest.Answer typed = clinic.nurse.rest().post("retention/callsheetentry", Map.of("entries", List.of(entry, slip)));
		checks.status("the entries", 201, typed);
		checks.equal("one is recorded", 1, typed.body().path("recorded").asInt());
		checks.equal("the slip of the pen is refused by itself", 1, typed.body().path("refused").asInt());
		checks.equal("the call used a try", 1, clinic.task(task).path("triesUsed").asInt());
		Rest.Answer again = clinic.nurse.rest().post("retention/callsheetentry", Map.of("entries", List.of(entry)));
		checks.equal("sent again it is not done again", 1, again.body().path("repeated").asInt());
		checks.equal("the try is still the first", 1, clinic.task(task).path("triesUsed").asInt());
	}

	private int box(String result) {
		for (JsonNode box : clinic.nurse.rest().post("retention/callsheet", Map.of("rows", 1)).ok().path("boxes")) {
			if (box.path("result").asText().equals(result)) {
				return box.path("box").asInt();
			}
		}
		throw new IllegalStateException("No box for " + result);
	}

	private void handOver() {
		Map<String, Object> order = Map.of("fromUser", clinic.otherNurse.user(), "toRole", "Retention: Nurse", "reason",
			"has left");
		checks.refused("the desk", 403, clinic.desk.rest().post("retention/reassignment", order));
		Rest.Answer moved = clinic.manager.rest().post("retention/reassignment", order);
		checks.status("the manager", 201, moved);
		checks.that("moves her task", moved.body().path("reassigned").asInt() >= 1, moved.body());
		checks.equal("it is in the queue of the nurses", "Retention: Nurse",
			clinic.task(task).path("assigneeRole").asText());
	}
}
