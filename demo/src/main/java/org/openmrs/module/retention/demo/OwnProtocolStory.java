/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Triggers that no package uses: a date in the chart, and somebody who asks. */
final class OwnProtocolStory {

	private static final String DATE_TYPE = "8d4a505e-c2cc-11de-8d13-0010c6dffd0f";

	private static final String QUESTION = "8d491e50-c2cc-11de-8d13-0010c6dffd0f";

	private static final int DAYS_AHEAD = 20;

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	OwnProtocolStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
	}

	void tell() {
		checks.part("The dentist asks for somebody to be watched", this::manual);
		String question = question();
		if (question == null) {
			checks.skip("A return visit that the chart names the day of", "concepts cannot be made over REST here");
		} else {
			checks.part("A return visit that the chart names the day of", () -> returnVisit(question));
			checks.part("What ended a plan was written into the wrong chart", () -> fulfilledInError(question));
		}
	}

	private void manual() {
		String protocol = protocols.post(protocols.ownOf("A watched case", Map.of("type", "MANUAL"),
			Map.of("key", "call", "offset", "P1D")));
		String patient = clinic.patient("Watched", "en", clinic.phone(16));
		Map<String, Object> asked = Map.of("protocol", protocol, "patient", patient, "location", clinic.noon.uuid(),
			"context", "Asked for by the dentist");
		Rest.Answer begun = clinic.dentist.rest().post("retention/followupplan", asked);
		checks.status("the plan", 201, begun);
		checks.equal("its call is tomorrow", protocols.openDay(clinic.noon.today().plusDays(1)),
			protocols.dayOf(patient, protocol, "call"));
		checks.equal("asked for again on the same day it is the same", begun.body().path("uuid").asText(),
			clinic.dentist.rest().post("retention/followupplan", asked).body().path("uuid").asText());
		checks.refused("a plan of a protocol that encounters start", 400, clinic.dentist.rest().post(
			"retention/followupplan", Map.of("protocol", ScenarioProtocols.EXTRACTION, "patient", patient)));
	}

	/** A question whose answer is a date; null: the server makes none over REST. */
	private String question() {
		Rest.Answer made = clinic.admin.post("concept",
			Map.of("names", List.of(Map.of("name", "Return visit " + clinic.run(), "locale", "en", "conceptNameType",
				"FULLY_SPECIFIED")), "datatype", DATE_TYPE, "conceptClass", QUESTION));
		return made.status() / 100 == 2 ? made.uuid() : null;
	}

	private void returnVisit(String question) {
		ObjectNode definition = protocols.ownOf("Before the return visit",
			Map.of("type", "OBS_DATE", "concept", question, "filter",
				Map.of("encounterTypes", List.of(ScenarioProtocols.FILLING_TYPE))),
			Map.of("key", "remind", "offset", "P-2D"));
		String protocol = protocols.post(definition);
		String patient = clinic.patient("Announced", "en", clinic.phone(17));
		LocalDate day = clinic.noon.today().plusDays(DAYS_AHEAD);
		String encounter = clinic.visitOn(ScenarioProtocols.FILLING_TYPE, patient, clinic.noon.today());
		JsonNode obs = clinic.admin.post("obs", Map.of("person", patient, "concept", question, "encounter", encounter,
			"obsDatetime", ScenarioSite.text(clinic.noon.now.minusMinutes(1)), "value", day.toString())).ok();
		JsonNode plan = clinic.sweepUntil(() -> protocols.active(patient, protocol), found -> found != null);
		checks.that("there is a plan", plan != null, "none");
		checks.equal("two days before it somebody calls", protocols.openDay(day.minusDays(2)),
			protocols.dayOf(patient, protocol, "remind"));
		checks.status("it was another patient's day", 204,
			clinic.admin.delete("obs/" + obs.path("uuid").asText() + "?reason=mistake"));
		checks.equal("nobody calls about it", 0,
			clinic.sweepUntil(() -> protocols.open(patient, protocol).size(), left -> left == 0).intValue());
	}

	private void fulfilledInError(String question) {
		ObjectNode definition = protocols.ownOf("Until the answer is there",
			Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(ScenarioProtocols.FILLING_TYPE))),
			Map.of("key", "call", "offset", "P2D"));
		definition.put("activeFrom", clinic.noon.today().minusDays(2).toString());
		definition.putPOJO("fulfilledBy", Map.of("observation", Map.of("concept", question)));
		String protocol = protocols.post(definition);
		String patient = clinic.patient("Mixed up", "en", clinic.phone(18));
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, patient, clinic.noon.today().minusDays(1));
		JsonNode plan = protocols.awaitActive(patient, protocol);
		checks.that("there is a plan", plan != null, "none");
		String drawn = protocols.find(ScenarioProtocols.EXTRACTION).at("/trigger/filter/encounterTypes/0").asText();
		String later = clinic.visitOn(drawn, patient, clinic.noon.today());
		JsonNode obs = clinic.admin.post("obs", Map.of("person", patient, "concept", question, "encounter", later,
			"obsDatetime", ScenarioSite.text(clinic.noon.now.minusMinutes(1)), "value",
			clinic.noon.today().plusDays(1).toString())).ok();
		checks.equal("the answer ends it", "FULFILLED", protocols.awaitStatus(plan, "FULFILLED"));
		checks.status("it was another patient's", 204,
			clinic.admin.delete("obs/" + obs.path("uuid").asText() + "?reason=mistake"));
		checks.equal("so it goes on", "ACTIVE", protocols.awaitStatus(plan, "ACTIVE"));
	}
}
