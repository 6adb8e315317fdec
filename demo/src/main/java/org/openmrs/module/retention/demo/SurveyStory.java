/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Patients are asked how it was; an answer that calls for it begins a call at once. */
final class SurveyStory {

	private static final String AFTER_A_VISIT = "6561849a-5b52-48ed-9dde-26f7c318f6e2";

	private static final String CONCERN = "4fc6df7e-d306-49c5-bc73-3a7c5d8c49af";

	private static final String URGENT = "e3c1c165-6d4c-435f-90b3-98625dba4f04";

	private static final String MANAGER = "Retention: Manager";

	/** So old is nobody else who answers meanwhile. */
	private static final int AGE = 104;

	private static final int NOT_FOUND = 404;

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	private String unhappy;

	private String invitation;

	private String link;

	/** What she writes; of no other run. */
	private final String words;

	/** A copy of the protocol of low scores that calls the same day. */
	private String sameDay;

	SurveyStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
		this.words = "We waited an hour in the hall, run " + clinic.run();
	}

	void tell() {
		boolean there = clinic.admin.get("retention/survey/" + AFTER_A_VISIT).status() != NOT_FOUND;
		if (!there || protocols.find(CONCERN) == null || protocols.find(URGENT) == null) {
			checks.skip("A low score",
				"the server has not the survey after a visit and the protocols that wait for its answers");
			return;
		}
		checks.part("The desk asks a patient how it was", this::invite);
		checks.part("She would hardly recommend the clinic: somebody calls her", this::lowScore);
		checks.part("Her call is the manager's", this::managersCall);
		checks.part("Another would, and wishes to be called", this::wishesToBeCalled);
		checks.part("A third is content", this::content);
		new CommentStory(clinic, checks, AFTER_A_VISIT, words).tell();
		new MeasureStory(clinic, protocols, checks, unhappy, words).tell();
	}

	private Rest.Answer invitation(String patient, String encounter) {
		return clinic.desk.rest().post("retention/surveyinvitation",
			Map.of("survey", AFTER_A_VISIT, "patient", patient, "encounter", encounter, "language", "en"));
	}

	private String visit(String patient) {
		return clinic.visitOn(ScenarioProtocols.FILLING_TYPE, patient, clinic.noon.today());
	}

	private void invite() {
		ObjectNode definition = protocols.copy(protocols.find(CONCERN));
		definition.putObject("patients").put("minAge", AGE).put("maxAge", AGE);
		((ObjectNode) definition.at("/steps/0")).put("offset", "P0D");
		sameDay = protocols.post(definition);
		unhappy = clinic.patient("Unhappy", "en", clinic.phone(12),
			clinic.noon.today().minusYears(AGE).minusMonths(1));
		String encounter = visit(unhappy);
		Rest.Answer made = invitation(unhappy, encounter);
		checks.status("the invitation", 201, made);
		invitation = made.uuid();
		link = "/ws/retention/s/" + made.body().path("token").asText();
		checks.that("its token is told", made.body().path("token").asText().length() > 20, "no token");
		Rest.Answer again = invitation(unhappy, encounter);
		checks.equal("asked for again it is the same", invitation, again.body().path("uuid").asText());
		checks.that("and the token is told no more", again.body().path("token").isNull(), "a token");
		checks.refused("for another visit within the cool-down", 409, clinic.desk.rest().post("retention/surveyinvitation",
			Map.of("survey", AFTER_A_VISIT, "patient", unhappy, "encounter", encounter, "key", "another-" + clinic.run())));
		checks.status("it is handed over", 201, clinic.desk.rest().post(
			"retention/surveyinvitation/" + invitation + "/transition",
			Map.of("to", "HANDED_OVER", "version", made.body().path("version").asInt(), "reason", "at the desk")));
	}

	private Rest.Answer answer(String about, Map<String, Object> answers) {
		return clinic.nurse.rest().post("retention/surveyresponse",
			Map.of("invitation", about, "mode", "INTERVIEW_OTHER", "language", "en", "answers", answers));
	}

	private void lowScore() {
		checks.refused("a score that there is not", 400, answer(invitation, Map.of("recommend", 11)));
		checks.equal("nor by her link", 400, clinic.desk.rest().form(link, Map.of("answer.recommend", "11")).status());
		checks.that("begins nothing", protocols.plans(unhappy, CONCERN).isEmpty(), protocols.plans(unhappy, CONCERN));
		Rest.Answer sent = clinic.desk.rest().form(link,
			Map.of("answer.recommend", "2", "answer.better", words, "language", "en"));
		checks.equal("she answers through her link", 200, sent.status());
		checks.that("and is thanked", sent.body().asText("").contains("Thank you"), sent.body());
		checks.equal("which leads nowhere then", 404,
			clinic.desk.rest().form(link, Map.of("answer.recommend", "9")).status());
		JsonNode plan = protocols.active(unhappy, CONCERN);
		if (checks.that("there is a plan at once", plan != null, "none")) {
			JsonNode task = protocols.open(unhappy, CONCERN, "next-day");
			checks.equal("to call her tomorrow", protocols.openDay(clinic.noon.today().plusDays(1)),
				protocols.dayOf(unhappy, CONCERN, "next-day"));
			checks.that("which says what it is about", plan.path("context").asText("").contains("recommend"),
				plan.path("context"));
			checks.that("and not in her words", !task.toString().contains(words) && !plan.toString().contains(words), plan);
		}
		checks.refused("answering twice", 409, answer(invitation, Map.of("recommend", 9)));
		checks.equal("there is one plan", 1, protocols.plans(unhappy, CONCERN).size());
		checks.refused("the desk reading answers", 403,
			clinic.desk.rest().get("retention/surveyresponse?patient=" + unhappy));
		List<JsonNode> read = clinic.manager.rest().get("retention/surveyresponse?v=default&patient=" + unhappy).rows();
		checks.equal("the manager reads them", 1, read.size());
		checks.equal("given by link", "LINK", read.isEmpty() ? null : read.get(0).path("mode").asText());
	}

	/** Whoever is to call is looked for when it is time: tomorrow, and for the copy of the protocol today. */
	private void managersCall() {
		checks.equal("tomorrow's is with nobody yet", "",
			protocols.open(unhappy, CONCERN, "next-day").path("assigneeRole").asText(""));
		inTheManagersQueue(protocols.open(unhappy, sameDay, "next-day"));
	}

	private void inTheManagersQueue(JsonNode task) {
		checks.equal("it is in the queue", MANAGER, clinic.queueOf(task));
		checks.that("the manager finds it on her list", mine(clinic.manager, task), "not there");
		checks.that("and the desk not on its own", !mine(clinic.desk, task), "there");
	}

	private static boolean mine(ScenarioClinic.Staff staff, JsonNode task) {
		String patient = task.at("/patient/uuid").asText();
		return staff.rest().get("retention/followuptask?patient=" + patient + "&role=mine&status=open&limit=100").rows()
			.stream().anyMatch(found -> found.path("uuid").equals(task.path("uuid")));
	}

	private void wishesToBeCalled() {
		String patient = clinic.patient("Curious", "en", clinic.phone(13));
		checks.status("the answers", 201,
			answer(invitation(patient, visit(patient)).uuid(), Map.of("recommend", 8, "call-me", "yes")));
		checks.that("there is a plan at once", protocols.active(patient, URGENT) != null, "none");
		checks.that("and none for a low score", protocols.plans(patient, CONCERN).isEmpty(),
			protocols.plans(patient, CONCERN));
		inTheManagersQueue(protocols.open(patient, URGENT, "same-day"));
	}

	private void content() {
		String patient = clinic.patient("Content", "en", clinic.phone(14));
		checks.status("the answers", 201, answer(invitation(patient, visit(patient)).uuid(),
			Map.of("recommend", 10, "good", "Everything")));
		checks.that("nobody need call", protocols.plans(patient, CONCERN).isEmpty()
			&& protocols.plans(patient, URGENT).isEmpty(), protocols.plans(patient, CONCERN));
	}
}
