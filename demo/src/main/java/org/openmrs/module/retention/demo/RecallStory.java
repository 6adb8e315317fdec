/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;

/** The hygiene recall: by the protocol's interval, by one that is agreed with the patient, and what ends it. */
final class RecallStory {

	private static final String HYGIENE = "99090fae-8199-46c1-89e8-97b662849df4";

	private static final String PERIODONTAL = "dbb845a9-f149-4659-a384-0c81db586621";

	private static final String AGREED = "P3M";

	private static final int CHILD_AGE = 9;

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	private JsonNode hygiene;

	private Period interval;

	private LocalDate lastHere;

	private String patient;

	private JsonNode plan;

	RecallStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
	}

	void tell() {
		hygiene = protocols.find(HYGIENE);
		if (hygiene == null) {
			checks.skip("A recall, and another interval for one patient",
				"the server has no hygiene recall (dental package)");
			return;
		}
		interval = Period.parse(hygiene.at("/trigger/interval").asText());
		checks.part("Teeth were cleaned a month ago: the recall", this::recall);
		checks.part("The dentist and she agree on three months", this::agree);
		checks.part("Intervals that nobody may agree on", this::refuse);
		checks.part("She comes with pain: the recall goes on", this::anotherVisit);
		checks.part("She comes to have her teeth cleaned: the recall ends, and begins again", this::fulfilled);
		checks.part("The agreement is taken back", this::takenBack);
		checks.part("Her neighbour comes for the gums instead, which is what the recall is for too", this::fulfilledBy);
		checks.part("Not here for thirty months: a manager looks first", this::verified);
	}

	private String hygieneType() {
		return hygiene.at("/trigger/filter/encounterTypes/0").asText();
	}

	private void recall() {
		lastHere = clinic.noon.today().minusMonths(1);
		patient = clinic.patient("Returning", "nb", clinic.phone(18));
		clinic.visitOn(hygieneType(), patient, lastHere);
		plan = protocols.awaitActive(patient, HYGIENE);
		checks.that("there is a recall", plan != null, "none");
		checks.equal("with a task for each step", hygiene.path("steps").size(), protocols.open(patient, HYGIENE).size());
		days(lastHere.plus(interval));
	}

	/** Each step lies where the protocol says, counted from the day on which it is time. */
	private void days(LocalDate due) {
		for (JsonNode step : hygiene.path("steps")) {
			String key = step.path("key").asText();
			checks.equal("step " + key + " falls on",
				protocols.openDay(due.plus(Period.parse(step.path("offset").asText()))),
				protocols.dayOf(patient, HYGIENE, key));
		}
	}

	private Map<String, Object> agreement(String about, String agreed) {
		return new HashMap<>(Map.of("patient", about, "protocol", HYGIENE, "interval", agreed, "reason", "Periodontitis",
			"agreedBy", "the dentist and the patient"));
	}

	private Rest.Answer post(Map<String, Object> agreement) {
		return clinic.dentist.rest().post("retention/recalloverride", agreement);
	}

	private void agree() {
		checks.status("the agreement", 201, post(agreement(patient, AGREED)));
		checks.equal("the recall is the same", "ACTIVE", protocols.statusOf(plan));
		days(lastHere.plus(Period.parse(AGREED)));
		JsonNode kept = clinic.nurse.rest().get("retention/recalloverride?patient=" + patient + "&v=default").rows().get(0);
		checks.equal("with its reason", "Periodontitis", kept.path("reason").asText());
		checks.equal("and who agreed", "the dentist and the patient", kept.path("agreedBy").asText());
	}

	private void refuse() {
		String child = clinic.patient("Child", "nb", clinic.phone(18), clinic.noon.today().minusYears(CHILD_AGE));
		String range = "retention.followup.error.override-interval-out-of-range";
		refused("two months", agreement(patient, "P2M"), range, "interval");
		refused("more than two years", agreement(patient, "P25M"), range, "interval");
		refused("more than a year for a child", agreement(child, "P13M"), range, "interval");
		checks.status("a year for a child", 201, post(agreement(child, "P12M")));
		refused("no interval", agreement(patient, "soon"), "retention.followup.error.override-interval-invalid", "interval");
		Map<String, Object> silent = agreement(patient, AGREED);
		silent.remove("agreedBy");
		refused("nobody who agreed", silent, "retention.followup.error.override-required", "agreedBy");
		Map<String, Object> other = agreement(patient, AGREED);
		other.put("protocol", ScenarioProtocols.EXTRACTION);
		refused("a protocol that recalls nobody", other, "retention.followup.error.override-not-a-recall", "protocol");
		checks.equal("what was agreed stands", 1,
			clinic.nurse.rest().get("retention/recalloverride?patient=" + patient).rows().size());
	}

	private void refused(String what, Map<String, Object> agreement, String code, String field) {
		Rest.Answer answer = post(agreement);
		checks.status(what, 400, answer);
		checks.equal(what + ": the code", code, answer.code());
		checks.equal(what + ": the field", field, answer.body().at("/error/field").asText());
	}

	private void anotherVisit() {
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, patient, clinic.noon.today());
		clinic.sweep().ok();
		checks.equal("the recall goes on", "ACTIVE", protocols.statusOf(plan));
		days(lastHere.plus(Period.parse(AGREED)));
	}

	private void fulfilled() {
		clinic.visitOn(hygieneType(), patient, clinic.noon.today());
		checks.equal("it is fulfilled", "FULFILLED", protocols.awaitStatus(plan, "FULFILLED"));
		JsonNode next = protocols.awaitActive(patient, HYGIENE);
		checks.that("the next has begun", next != null && !next.path("uuid").equals(plan.path("uuid")), next);
		checks.equal("and nothing of the one before is open", hygiene.path("steps").size(),
			protocols.open(patient, HYGIENE).size());
		days(clinic.noon.today().plus(Period.parse(AGREED)));
	}

	private void takenBack() {
		String agreement = clinic.nurse.rest().get("retention/recalloverride?patient=" + patient).rows().get(0).path("uuid")
			.asText();
		checks.status("taking it back", 204,
			clinic.dentist.rest().delete("retention/recalloverride/" + agreement + "?reason=healed"));
		days(clinic.noon.today().plus(interval));
	}

	private void fulfilledBy() {
		String type = hygiene.at("/fulfilledBy/encounterTypes/0").asText();
		String neighbour = clinic.patient("Neighbour", "en", clinic.phone(19));
		clinic.visitOn(hygieneType(), neighbour, lastHere);
		JsonNode recall = protocols.awaitActive(neighbour, HYGIENE);
		clinic.visitOn(type, neighbour, clinic.noon.today());
		checks.equal("it is fulfilled", "FULFILLED", protocols.awaitStatus(recall, "FULFILLED"));
		checks.that("and has not begun again", protocols.active(neighbour, HYGIENE) == null, "there is another");
		JsonNode periodontal = protocols.find(PERIODONTAL);
		if (periodontal != null) {
			checks.that("another recall has", protocols.awaitActive(neighbour, PERIODONTAL) != null, "none");
			checks.equal("due in its own time",
				protocols.openDay(clinic.noon.today().plus(Period.parse(periodontal.at("/trigger/interval").asText()))),
				protocols.dayOf(neighbour, PERIODONTAL, "due"));
		}
	}

	private void verified() {
		String old = clinic.patient("Forgotten", "en", clinic.phone(6));
		clinic.visitOn(hygieneType(), old, clinic.noon.today().minusMonths(30));
		JsonNode recall = protocols.awaitActive(old, HYGIENE);
		if (!checks.that("the recall has its turn", recall != null, "none")) {
			return;
		}
		JsonNode task = protocols.open(old, HYGIENE).get(0);
		checks.equal("it waits for somebody to look", "VERIFY", task.path("holdReason").asText());
		Map<String, Object> verified = Map.of("version", recall.path("version").asInt(), "reason", "has not moved away");
		String path = "retention/followupplan/" + recall.path("uuid").asText() + "/verification";
		checks.refused("the desk", 403, clinic.desk.rest().post(path, verified));
		checks.status("the manager", 201, clinic.manager.rest().post(path, verified));
		checks.that("it waits no more",
			!"VERIFY".equals(clinic.task(task.path("uuid").asText()).path("holdReason").asText()),
			clinic.task(task.path("uuid").asText()));
	}
}
