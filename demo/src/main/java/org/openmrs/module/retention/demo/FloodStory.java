/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A new protocol would make more calls at once than the clinic wants: they are held until a manager lets them be made. */
final class FloodStory {

	private static final int PATIENTS = 4;

	private static final int LIMIT = 3;

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	private final List<String> patients = new ArrayList<>();

	private String protocol;

	FloodStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
	}

	void tell() {
		checks.part("A new protocol looks back, and finds too much for one day", this::flood);
		if (protocol != null) {
			checks.part("A manager lets the calls be made", this::release);
		}
	}

	private void flood() {
		for (int i = 0; i < PATIENTS; i++) {
			patients.add(clinic.patient("Many", "en", clinic.phone(15)));
			clinic.visitOn(type(), patients.get(i), clinic.noon.today());
		}
		clinic.sweep().ok();
		ObjectNode definition = protocols.here(protocols.ownOf("Told about the new hours",
			Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type()))),
			Map.of("key", "tell", "offset", "P1D")));
		definition.put("floodLimit", LIMIT);
		definition.put("activeFrom", clinic.noon.today().minusDays(1).toString());
		protocol = protocols.post(definition);
		int planned = clinic.sweepUntil(() -> tasks().size(), found -> found >= PATIENTS);
		checks.equal("there is a task for each patient", PATIENTS, planned);
		checks.that("all of them are held", tasks().stream()
			.allMatch(task -> "FLOOD".equals(task.path("holdReason").asText())), tasks());
		checks.equal("which the manager can see", PATIENTS, clinic.manager.rest()
			.get("retention/followupprotocol/" + protocol + "/flood").ok().path("held").asInt());
		checks.equal("and list", PATIENTS, clinic.manager.rest()
			.get("retention/followuptask?protocol=" + protocol + "&hold=FLOOD").rows().size());
	}

	/** Of encounters that nothing else in the scenario has at this site. */
	private static String type() {
		return "2566c072-a749-47fa-ae84-fe486020f751";
	}

	private List<JsonNode> tasks() {
		List<JsonNode> tasks = new ArrayList<>();
		patients.forEach(patient -> tasks.addAll(protocols.open(patient, protocol)));
		return tasks;
	}

	private void release() {
		String path = "retention/followupprotocol/" + protocol + "/flood";
		checks.refused("the desk", 403, clinic.desk.rest().post(path, Map.of("to", "RELEASED")));
		Rest.Answer released = clinic.manager.rest().post(path, Map.of("to", "RELEASED"));
		checks.status("the manager", 201, released);
		checks.equal("all are released", PATIENTS, released.body().path("released").asInt());
		checks.that("and wait for nothing", tasks().size() == PATIENTS && tasks().stream()
			.allMatch(task -> task.path("holdReason").isNull()), tasks());
		checks.equal("doing it again does no harm", 0,
			clinic.manager.rest().post(path, Map.of("to", "RELEASED")).body().path("released").asInt());
	}
}
