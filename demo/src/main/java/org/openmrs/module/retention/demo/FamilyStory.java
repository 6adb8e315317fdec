/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A child has a tooth drawn: the chart says who speaks for it. */
final class FamilyStory {

	private static final int AGE = 8;

	private final ScenarioClinic clinic;

	private final Checks checks;

	private String mother;

	private String child;

	private String task;

	FamilyStory(ScenarioClinic clinic, Checks checks) {
		this.clinic = clinic;
		this.checks = checks;
	}

	void tell() {
		checks.part("A child without a number of its own, whose mother is in the chart", () -> {
			mother = clinic.patient("Mother", "en", clinic.phone(10));
			child = clinic.patient("Child", "en", null, clinic.evening.today().minusYears(AGE));
			checks.status("the relationship", 201, clinic.parent(mother, child));
			clinic.extraction(child, clinic.evening,
				clinic.evening.today().atTime(clinic.evening.opens.plusMinutes(15)).atZone(clinic.evening.zone));
			List<JsonNode> tasks = clinic.awaitOpenTasks(child);
			if (checks.that("there is a call to make today", !tasks.isEmpty(), "no task")) {
				task = tasks.get(0).path("uuid").asText();
			}
		});
		if (task == null) {
			return;
		}
		checks.part("The mother is rung", () -> {
			JsonNode row = ScenarioClinic.await(this::row, found -> found != null);
			if (checks.that("the row is the mother's", row != null, "no row for her")) {
				checks.equal("for she speaks for the child", "GUARDIAN", row.path("ringReason").asText());
				checks.that("at her number", row.path("contactPoints").toString().contains(clinic.phone(10).substring(1)),
					row.path("contactPoints"));
			}
		});
		checks.part("She says that all is well", () -> {
			checks.status("the attempt", 201, clinic.nurse.rest().post("retention/followuptask/" + task + "/attempt",
				Map.of("result", "SPOKE", "spokeWith", "GUARDIAN", "disposition", "DONE")));
			checks.equal("the child's call is done", "COMPLETED", clinic.task(task).path("status").asText());
		});
	}

	private JsonNode row() {
		for (JsonNode row : clinic.nurse.rest()
			.get("retention/worklist?location=" + clinic.evening.uuid() + "&v=default&limit=100").rows()) {
			if (row.at("/person/uuid").asText().equals(mother)) {
				return row;
			}
		}
		return null;
	}
}
