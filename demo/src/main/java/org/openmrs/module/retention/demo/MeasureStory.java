/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What patients say is acted upon, and who said it is told so, once. */
final class MeasureStory {

	private static final String YOU_SAID_WE_DID = "5d0a2c1b-9a36-4b3c-8f57-2c8b0e6a41d7";

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	private final String patient;

	private final String words;

	private final String did;

	private String measure;

	private int version;

	private boolean told;

	/** @param words of the patient's comment, which has been confirmed today to be about waiting */
	MeasureStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks, String patient, String words) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
		this.patient = patient;
		this.words = words;
		this.did = "We ring you when we are late, run " + clinic.run();
	}

	void tell() {
		JsonNode protocol = protocols.find(YOU_SAID_WE_DID);
		if (protocol == null || !CommentStory.isThemeThere(clinic)) {
			checks.skip("Something is done about what she wrote",
				"the server has not the themes and the protocol of measures of the common package");
			return;
		}
		protocols.activate(protocol, clinic.noon.today());
		checks.part("The manager records what is to be done about it, and those who may not are refused", this::record);
		if (measure == null) {
			return;
		}
		checks.part("It is done, and who raised it is told", this::done);
		if (told) {
			checks.part("Asked again to tell, nobody is told twice", this::again);
		}
		checks.part("What was done is printed, and tells of nobody", this::notice);
		checks.part("It is withdrawn, and the call with it", this::withdrawn);
	}

	private Rest.Answer post(ScenarioClinic.Staff staff, String verb, Map<String, Object> body) {
		return staff.rest().post("retention/measure/" + measure + "/" + verb, body);
	}

	/** Of those who raised it yesterday or today: the scenario's own, whatever else the server knows. */
	private void record() {
		Map<String, Object> request = Map.of("theme", CommentStory.WAITING, "said", Map.of("en", "We wait too long"), "did",
			Map.of("en", did, "nb", "Vi ringer når vi er forsinket"), "raisedFrom",
			clinic.noon.today().minusDays(1).toString());
		checks.refused("the desk recording one", 403, clinic.desk.rest().post("retention/measure", request));
		checks.refused("the dentist, who may read themes, recording one", 403,
			clinic.dentist.rest().post("retention/measure", request));
		Rest.Answer made = clinic.manager.rest().post("retention/measure", request);
		if (!checks.status("the manager's", 201, made)) {
			return;
		}
		measure = made.uuid();
		checks.equal("it is planned", "PLANNED", made.body().path("status").asText());
		checks.refused("telling of what is not done", 409, post(clinic.manager, "tell", Map.of("version", 0)));
		checks.that("nobody is told", plans().isEmpty(), plans());
		checks.status("the dentist reading it", 200, clinic.dentist.rest().get("retention/measure/" + measure));
		checks.refused("the desk reading it", 403, clinic.desk.rest().get("retention/measure/" + measure));
	}

	private void done() {
		checks.refused("the dentist saying that it is done", 403,
			post(clinic.dentist, "transition", Map.of("to", "DONE", "version", 0)));
		Rest.Answer done = post(clinic.manager, "transition", Map.of("to", "DONE", "version", 0));
		if (!checks.status("the manager saying so", 201, done)) {
			return;
		}
		version = done.body().path("version").asInt();
		checks.refused("the dentist having her told", 403, post(clinic.dentist, "tell", Map.of("version", version)));
		if (done.body().path("doneOn").asText().compareTo(clinic.noon.today().toString()) < 0) {
			checks.note("it is a day earlier where the server's default site is: she raised it after it was done");
			return;
		}
		checks.that("she is known to have raised it", raised() != null && !raised().path("told").asBoolean(), raised());
		Rest.Answer begun = post(clinic.manager, "tell", Map.of("version", version));
		told = checks.status("having her told", 201, begun);
		checks.that("somebody is told", begun.body().path("begun").asInt() > 0, begun.body());
		checks.that("she among them", raised() != null && raised().path("told").asBoolean(), raised());
		if (!checks.equal("there is one plan for her", 1, plans().size())) {
			return;
		}
		String context = plans().get(0).path("context").asText();
		checks.that("which says what was done", context.contains(did), context);
		checks.that("in Norwegian too", context.contains("Vi ringer når vi er forsinket"), context);
		checks.that("and what she raised, not in her words",
			context.contains("We wait too long") && !context.contains(words),
			context);
		JsonNode task = task();
		if (checks.that("with a call to make", task != null, "none")) {
			checks.equal("as a courtesy", "GREETING", task.path("purpose").asText());
			checks.that("on a day to come",
				clinic.noon.time(task.path("dueFrom")).toLocalDate().isAfter(clinic.noon.today()), task.path("dueFrom"));
		}
	}

	/** Hers; null: she is not known to have raised it. */
	private JsonNode raised() {
		return clinic.manager.rest().get("retention/measure/" + measure + "/raiser?limit=100").rows().stream()
			.filter(raiser -> raiser.at("/patient/uuid").asText().equals(patient)).findFirst().orElse(null);
	}

	/** Those that tell her of it. */
	private List<JsonNode> plans() {
		return clinic.admin.get("retention/followupplan?patient=" + patient + "&v=default&limit=100").rows().stream()
			.filter(plan -> plan.path("context").asText("").contains(did)).toList();
	}

	/** The open one of her plan; null: none. */
	private JsonNode task() {
		JsonNode plan = plans().get(0);
		return protocols.open(patient, plan.at("/protocol/uuid").asText()).stream()
			.filter(task -> task.at("/plan/uuid").equals(plan.path("uuid"))).findFirst().orElse(null);
	}

	private void again() {
		int before = plans().size();
		Rest.Answer begun = post(clinic.manager, "tell", Map.of("version", version));
		checks.status("telling again", 201, begun);
		checks.equal("nobody more is told", 0, begun.body().path("begun").asInt(-1));
		checks.equal("she has no second plan", before, plans().size());
		checks.refused("telling by what somebody has seen before it was done", 409,
			post(clinic.manager, "tell", Map.of("version", version - 1)));
	}

	private String days() {
		return "retention/measurenotice?v=default&limit=100&language=en&from=" + clinic.noon.today().minusDays(1) + "&to="
			+ clinic.noon.today().plusDays(1);
	}

	private JsonNode printed() {
		return clinic.manager.rest().get(days()).rows().stream().filter(row -> row.path("did").asText().equals(did))
			.findFirst().orElse(null);
	}

	private void notice() {
		JsonNode row = printed();
		if (checks.that("it is there", row != null, "not there")) {
			String text = row.path("text").asText();
			checks.that("with what was said and done", text.contains("We wait too long") && text.contains(did), text);
			checks.that("and nothing of her", !row.toString().contains(words) && !row.toString().contains(patient)
				&& !row.toString().contains("Unhappy"), row);
			checks.that("a few comments are not counted out",
				row.path("comments").isNull() || row.path("comments").asInt() >= 5, row.path("comments"));
		}
		checks.refused("the desk reading them", 403, clinic.desk.rest().get(days()));
	}

	/** So that the server tells nobody of what is not so. */
	private void withdrawn() {
		checks.status("withdrawing it", 201, post(clinic.manager, "transition",
			Map.of("to", "WITHDRAWN", "version", version, "reason", "The scenario is over")));
		checks.that("nothing is to be told any more",
			plans().stream().noneMatch(plan -> plan.path("status").asText().equals("ACTIVE")), plans());
		checks.that("it is printed no more", printed() == null, printed());
	}
}
