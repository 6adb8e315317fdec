/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The protocols that stories tell of: those that the packages have brought, and copies of them that are about the
 * scenario's own site and days, so that what takes months or a whole clinic can be seen in one run. The copies are retired
 * at the end.
 */
final class ScenarioProtocols {

	static final String EXTRACTION = "7c9fc6be-d96d-46a0-bc63-4475c6225e6e";

	static final String FILLING_TYPE = "a51e8706-d74c-430e-bd65-05ca3a34356e";

	private static final int NOT_FOUND = 404;

	private final ScenarioClinic clinic;

	private final List<String> copies = new ArrayList<>();

	ScenarioProtocols(ScenarioClinic clinic) {
		this.clinic = clinic;
	}

	/** The definition in force; null: the server has none, or has retired it. */
	JsonNode find(String uuid) {
		Rest.Answer found = clinic.admin.get("retention/followupprotocol/" + uuid + "?v=full");
		return found.status() == NOT_FOUND || found.ok().path("retired").asBoolean() ? null
			: found.body().path("definition");
	}

	/** A definition to be changed and posted; the words and steps are those of the other. */
	ObjectNode copy(JsonNode definition) {
		ObjectNode copy = definition.deepCopy();
		copy.put("uuid", UUID.randomUUID().toString());
		copy.put("name", definition.path("name").asText() + ", scenario " + clinic.run());
		return copy;
	}

	/** Of a protocol that encounters start: those of the scenario's site alone. */
	ObjectNode here(ObjectNode definition) {
		((ObjectNode) definition.at("/trigger/filter")).putArray("locations").add(clinic.noon.uuid());
		return definition;
	}

	/** @return its uuid */
	String post(ObjectNode definition) {
		String uuid = clinic.admin.post("retention/followupprotocol", definition).uuid();
		copies.add(uuid);
		return uuid;
	}

	/** Lets a protocol act from so early on. */
	void activate(JsonNode definition, LocalDate from) {
		if (definition.path("activeFrom").asText("9999").compareTo(from.toString()) > 0) {
			ObjectNode earlier = definition.deepCopy();
			earlier.put("activeFrom", from.toString());
			clinic.admin.post("retention/followupprotocol", earlier).ok();
		}
	}

	/** So that nothing more is planned by what the scenario alone needed. */
	void retireCopies() {
		copies.forEach(uuid -> clinic.admin.delete("retention/followupprotocol/" + uuid + "?reason=scenario+over"));
	}

	List<JsonNode> plans(String patient, String protocol) {
		return clinic.admin
			.get("retention/followupplan?patient=" + patient + "&protocol=" + protocol + "&v=default&limit=100").rows();
	}

	/** The patient's plan that is under way; null: none. */
	JsonNode active(String patient, String protocol) {
		return plans(patient, protocol).stream().filter(plan -> "ACTIVE".equals(plan.path("status").asText())).findFirst()
			.orElse(null);
	}

	JsonNode awaitActive(String patient, String protocol) {
		return ScenarioClinic.await(() -> active(patient, protocol), found -> found != null);
	}

	/** What became of a plan, asked until it is as wanted. */
	String awaitStatus(JsonNode plan, String wanted) {
		return ScenarioClinic.await(() -> statusOf(plan), wanted::equals);
	}

	String statusOf(JsonNode plan) {
		return clinic.admin.get("retention/followupplan/" + plan.path("uuid").asText()).ok().path("status").asText();
	}

	/** The patient's open tasks of the protocol, the earliest first. */
	List<JsonNode> open(String patient, String protocol) {
		return ScenarioClinic.open(clinic.admin
			.get("retention/followuptask?patient=" + patient + "&protocol=" + protocol + "&v=full&limit=100").rows());
	}

	/** The open task of that step; a missing node: there is none. */
	JsonNode open(String patient, String protocol, String step) {
		return open(patient, protocol).stream().filter(task -> task.path("step").asText().equals(step)).findFirst()
			.orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
	}

	/** The day of the step's open task, where the scenario's site is; null: there is none. */
	LocalDate dayOf(String patient, String protocol, String step) {
		JsonNode task = open(patient, protocol, step);
		return task.isMissingNode() ? null : clinic.noon.time(task.path("dueFrom")).toLocalDate();
	}

	/** The day itself, or the next on which the scenario's site is open. */
	LocalDate openDay(LocalDate day) {
		return clinic.noon.isOpen(day) ? day : day.plusDays(1);
	}

	/** A protocol that the packages have not, of one step. */
	ObjectNode ownOf(String name, Map<String, Object> trigger, Map<String, Object> step) {
		ObjectNode definition = Rest.tree(Map.of("uuid", UUID.randomUUID().toString(), "name",
			name + ", scenario " + clinic.run(), "why", Map.of("en", name + ", {date}"), "purpose", "CARE", "trigger",
			trigger));
		ObjectNode only = Rest.tree(step);
		only.set("title", Rest.tree(Map.of("en", name)));
		only.set("script", Rest.tree(Map.of("opening", Map.of("en", "Good day"), "closing", Map.of("en", "Thank you"))));
		definition.putArray("steps").add(only);
		return definition;
	}
}
