/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Bookings that are missed, kept after all, or make a recall needless, and the reminder before them. */
final class BookingStory {

	private static final String MISSED = "af423c7e-f5a4-4431-9d51-405ba8ca8c42";

	private static final String HYGIENE = "99090fae-8199-46c1-89e8-97b662849df4";

	private static final int DAYS_AHEAD = 5;

	private static final int AGE = 103;

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	private String noShow;

	private String lateEntry;

	private String lateBooking;

	private JsonNode plan;

	BookingStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
	}

	void tell() {
		JsonNode missed = protocols.find(MISSED);
		if (missed == null) {
			checks.skip("A booking that was missed", "the server has no such protocol (any of the packages)");
		} else {
			protocols.activate(missed, clinic.noon.today().minusDays(3));
			checks.part("Nobody came: the desk says so", this::missed);
			checks.part("There is another booking, which is called off", this::another);
			checks.part("Nobody says anything: the day is over", this::dayOver);
			checks.part("What was done yesterday is typed in now", this::keptAfterAll);
		}
		JsonNode hygiene = protocols.find(HYGIENE);
		if (hygiene == null) {
			checks.skip("Who has a booking is not recalled", "the server has no hygiene recall (dental package)");
		} else {
			checks.part("Who has a booking is not recalled", () -> recall(hygiene));
		}
		checks.part("A reminder the day before", this::reminder);
	}

	private Rest.Answer book(String patient, LocalDate day) {
		return clinic.desk.rest().post("retention/booking",
			Map.of("patient", patient, "day", day.toString(), "location", clinic.noon.uuid(), "reason", "Check-up"));
	}

	private JsonNode booking(String uuid) {
		return clinic.desk.rest().get("retention/booking/" + uuid).ok();
	}

	private Rest.Answer become(String booking, String status, String reason) {
		Map<String, Object> body = new HashMap<>(Map.of("to", status, "version", booking(booking).path("version").asInt()));
		if (reason != null) {
			body.put("reason", reason);
		}
		return clinic.desk.rest().post("retention/booking/" + booking + "/transition", body);
	}

	private void missed() {
		noShow = clinic.patient("No-show", "en", clinic.phone(9));
		Rest.Answer booked = book(noShow, clinic.noon.today().minusDays(1));
		checks.status("yesterday's booking", 201, booked);
		checks.status("it was missed", 201, become(booked.uuid(), "MISSED", null));
		plan = protocols.active(noShow, MISSED);
		if (checks.that("somebody is to ask at once", plan != null, "no plan")) {
			checks.equal("of the day that was missed", clinic.noon.today().minusDays(1).toString(),
				plan.path("anchorDate").asText());
			checks.equal("today", clinic.noon.today(), protocols.dayOf(noShow, MISSED, "next-day"));
			checks.equal("by the desk", "Retention: Front Desk",
				clinic.queueOf(protocols.open(noShow, MISSED, "next-day")));
		}
	}

	private void another() {
		Rest.Answer next = book(noShow, clinic.noon.today().plusDays(DAYS_AHEAD));
		checks.status("the booking", 201, next);
		checks.equal("nobody need ask any more", "FULFILLED", protocols.statusOf(plan));
		checks.equal("no call is open", 0, protocols.open(noShow, MISSED).size());
		checks.status("it is called off", 201, become(next.uuid(), "CANCELLED", "Has a cold"));
		checks.equal("and somebody must ask again", "ACTIVE", protocols.statusOf(plan));
		checks.equal("today", clinic.noon.today(), protocols.dayOf(noShow, MISSED, "next-day"));
	}

	private void dayOver() {
		LocalDate yesterday = clinic.noon.today().minusDays(1);
		String kept = clinic.patient("Punctual", "en", clinic.phone(9));
		String came = book(kept, yesterday).uuid();
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, kept, yesterday);
		lateEntry = clinic.patient("Unwritten", "en", clinic.phone(9));
		lateBooking = book(lateEntry, yesterday).uuid();
		String missed = clinic.sweepUntil(() -> booking(lateBooking).path("status").asText(), "MISSED"::equals);
		checks.equal("it was missed", "MISSED", missed);
		checks.that("somebody is to ask", protocols.active(lateEntry, MISSED) != null, "no plan");
		checks.equal("who came is known to have come", "KEPT", ScenarioClinic
			.await(() -> booking(came).path("status").asText(), "KEPT"::equals));
		checks.that("and not asked", protocols.plans(kept, MISSED).isEmpty(), protocols.plans(kept, MISSED));
	}

	private void keptAfterAll() {
		JsonNode asked = protocols.active(lateEntry, MISSED);
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, lateEntry, clinic.noon.today().minusDays(1));
		checks.equal("the booking was kept after all", "KEPT", ScenarioClinic
			.await(() -> booking(lateBooking).path("status").asText(), "KEPT"::equals));
		checks.equal("nobody is asked why", "FULFILLED", protocols.awaitStatus(asked, "FULFILLED"));
	}

	private void recall(JsonNode hygiene) {
		String patient = clinic.patient("Overdue", "en", clinic.phone(10));
		clinic.visitOn(hygiene.at("/trigger/filter/encounterTypes/0").asText(), patient,
			clinic.noon.today().minusMonths(7));
		checks.that("it is time to come", protocols.awaitActive(patient, HYGIENE) != null, "no plan");
		String booking = book(patient, clinic.noon.today().plusDays(DAYS_AHEAD)).uuid();
		for (JsonNode task : protocols.open(patient, HYGIENE)) {
			checks.equal(task.path("step").asText() + " waits for the booking", "BOOKED", task.path("holdReason").asText());
		}
		checks.equal("nobody is offered the call", 0, clinic.desk.rest()
			.get("retention/followuptask?patient=" + patient + "&purpose=RECALL&callable=now").rows().size());
		checks.status("it is called off", 201, become(booking, "CANCELLED", "Not well"));
		for (JsonNode task : protocols.open(patient, HYGIENE)) {
			checks.that(task.path("step").asText() + " waits no more", !"BOOKED".equals(task.path("holdReason").asText()),
				task.path("holdReason"));
		}
	}

	/** No package reminds of bookings, for reminding is mostly done by messages: a protocol of the clinic's own. */
	private void reminder() {
		ObjectNode definition = protocols.ownOf("Reminder of a booking", Map.of("type", "BOOKING", "when", "BEFORE"),
			Map.of("key", "day-before", "offset", "P-1D", "roll", "PREVIOUS", "grace", 0));
		definition.put("onRepeat", "SEPARATE");
		definition.putObject("patients").put("minAge", AGE).put("maxAge", AGE);
		String protocol = protocols.post(definition);
		String patient = clinic.patient("Aged", "en", clinic.phone(11), clinic.noon.today().minusYears(AGE).minusMonths(1));
		LocalDate day = clinic.noon.today().plusDays(DAYS_AHEAD);
		Rest.Answer booked = book(patient, day);
		checks.status("the booking", 201, booked);
		checks.equal("is reminded of the day before", day.minusDays(1), protocols.dayOf(patient, protocol, "day-before"));
		checks.equal("is moved", 200, clinic.desk.rest().post("retention/booking/" + booked.uuid(),
			Map.of("version", booking(booked.uuid()).path("version").asInt(), "day", day.minusDays(2).toString())).status());
		checks.equal("and the reminder with it", day.minusDays(3), protocols.dayOf(patient, protocol, "day-before"));
		checks.status("is called off", 201, become(booked.uuid(), "CANCELLED", "On holiday"));
		checks.equal("and nobody reminds", 0, protocols.open(patient, protocol).size());
	}
}
