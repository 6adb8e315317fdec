/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The clinic that the scenario works in, made over HTTP: two sites, people in the module's roles, patients as needed. */
final class ScenarioClinic {

	static final String CONTACT_ENCOUNTER_TYPE = "a067b44f-3a55-4daa-b01e-7166a34cd2c6";

	static final String PASSWORD = "Scenario-1234";

	private static final String OLD_IDENTIFICATION_NUMBER = "8d79403a-c2cc-11de-8d13-0010c6dffd0f";

	private static final String UNKNOWN_LOCATION = "8d6c993e-c2cc-11de-8d13-0010c6dffd0f";

	private static final String UNKNOWN_ENCOUNTER_ROLE = "a0b03050-c99b-11e0-9572-0800200c9a66";

	static final String ZONE_ATTRIBUTE = "edac9095-53bf-40ea-803e-e24b67982018";

	static final String CALENDAR_ATTRIBUTE = "92cd982f-69b4-4f34-9f05-21b0f1aa8d62";

	/** <em>After a tooth extraction</em> of the dental package. */
	private static final String EXTRACTION = "7c9fc6be-d96d-46a0-bc63-4475c6225e6e";

	private static final int NOT_FOUND = 404;

	private static final String PARENT = "8d91a210-c2cc-11de-8d13-0010c6dffd0f";

	private static final int CONFLICT = 409;

	/** The module's tasks in the platform's scheduler. */
	private static final String UPKEEP = "e3619191-e789-430e-b3ea-16d2bc005eb1";

	private static final String SWEEP = "810f4752-eeeb-4543-bc48-b8f2ccddf3fd";

	private static final String THEMES = "b783c464-1d92-4eb4-b394-6fdf59fd0995";

	private static final int DAYS_BACK = 3;

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	/** Somebody who works at the clinic. */
	record Staff(String name, String user, String provider, Rest rest) {
	}

	final Rest admin;

	/** Noon: the dentist is at work. */
	final ScenarioSite noon = new ScenarioSite(12);

	/** After the dentist's hours. */
	final ScenarioSite evening = new ScenarioSite(17);

	Staff dentist;

	Staff nurse;

	Staff otherNurse;

	Staff desk;

	Staff manager;

	JsonNode protocol;

	private final String server;

	/** Makes names that no earlier run has used. */
	private final String run = Long.toString(Instant.now().getEpochSecond(), 36);

	private String phoneType;

	private String languageType;

	private int registered;

	ScenarioClinic(String server, String user, String password) {
		this.server = server;
		this.admin = new Rest(server, user, password);
	}

	/** The protocol on extractions; loads the server's packages when it is not there, or waits for who is at it. */
	boolean findProtocol() {
		protocol = extractionProtocol();
		if (protocol == null) {
			Rest.Answer loaded = admin.post("retention/metadatapackage", Map.of("dryRun", false));
			if (loaded.status() == CONFLICT) {
				protocol = await(this::extractionProtocol, found -> found != null);
			} else {
				loaded.ok();
				protocol = extractionProtocol();
			}
		}
		return protocol != null;
	}

	/**
	 * A protocol acts on encounters from the day on which it was loaded. The story tells of encounters some days back, so it
	 * may have to be active a little longer.
	 *
	 * @return whether it was changed
	 */
	boolean activate() {
		String wanted = noon.today().minusDays(DAYS_BACK).toString();
		if (protocol.path("activeFrom").asText("9999").compareTo(wanted) <= 0) {
			return false;
		}
		ObjectNode earlier = protocol.deepCopy();
		earlier.put("activeFrom", wanted);
		admin.post("retention/followupprotocol", earlier).ok();
		protocol = extractionProtocol();
		return true;
	}

	private JsonNode extractionProtocol() {
		Rest.Answer found = admin.get("retention/followupprotocol/" + EXTRACTION + "?v=full");
		return found.status() == NOT_FOUND ? null : found.ok().path("definition");
	}

	void create() {
		site(noon, "Noon site");
		site(evening, "Evening site");
		phoneType = attributeType("retention.contact.phoneAttributeTypes", "Telephone Number");
		languageType = attributeType("retention.contact.languageAttributeType", "Language");
		dentist = staff("dentist", "Retention: Clinician");
		nurse = staff("nurse", "Retention: Nurse");
		otherNurse = staff("other-nurse", "Retention: Nurse");
		desk = staff("desk", "Retention: Front Desk");
		manager = staff("manager", "Retention: Manager");
	}

	/** Makes the site on the server. */
	void site(ScenarioSite site, String name) {
		site.create(admin, name + " " + run, ZONE_ATTRIBUTE, CALENDAR_ATTRIBUTE);
	}

	private String attributeType(String setting, String name) {
		JsonNode property = admin.get("systemsetting/" + setting + "?v=full").ok();
		String set = property.path("value").asText("").split(",")[0].trim();
		if (!set.isEmpty() && !"null".equals(set)) {
			return set;
		}
		String uuid = null;
		for (JsonNode type : admin.get("personattributetype?v=default&limit=100").rows()) {
			uuid = type.path("name").asText(type.path("display").asText()).equals(name) ? type.path("uuid").asText() : uuid;
		}
		if (uuid == null) {
			uuid = admin.post("personattributetype", Map.of("name", name, "description", name, "format", "java.lang.String"))
				.uuid();
		}
		admin.post("systemsetting/" + setting, Map.of("value", uuid)).ok();
		return uuid;
	}

	private Staff staff(String name, String role) {
		String username = name + "-" + run;
		JsonNode user = admin.post("user", Map.of("username", username, "password", PASSWORD, "roles", List.of(role(role)),
			"person", Map.of("gender", "F", "names", List.of(Map.of("givenName", name, "familyName", "Scenario")))))
			.ok();
		String provider = admin.post("provider",
			Map.of("person", user.at("/person/uuid").asText(), "identifier", username)).uuid();
		return new Staff(name, user.path("uuid").asText(), provider, new Rest(server, username, PASSWORD));
	}

	private String role(String name) {
		for (JsonNode role : admin.get("role?v=full&limit=100").rows()) {
			if (role.path("name").asText(role.path("display").asText()).equals(name)) {
				return role.path("uuid").asText();
			}
		}
		throw new IllegalStateException("The server has no role " + name + ": is the module started?");
	}

	/** Somebody whom the server does not know. */
	Rest stranger() {
		return new Rest(server, "nobody-" + run, PASSWORD);
	}

	/** Registers an adult. @param phone null: none */
	String patient(String given, String language, String phone) {
		return patient(given, language, phone, noon.today().minusYears(47));
	}

	/** Registers a patient. @param phone null: none */
	String patient(String given, String language, String phone, LocalDate birthdate) {
		return patient(given, language, phone, birthdate, false);
	}

	String patient(String given, String language, String phone, LocalDate birthdate, boolean estimated) {
		registered++;
		List<Map<String, String>> attributes = new ArrayList<>();
		attributes.add(Map.of("attributeType", languageType, "value", language));
		if (phone != null) {
			attributes.add(Map.of("attributeType", phoneType, "value", phone));
		}
		return admin.post("patient", Map.of("identifiers", List.of(Map.of("identifier", run + "-" + registered,
			"identifierType", OLD_IDENTIFICATION_NUMBER, "location", UNKNOWN_LOCATION, "preferred", true)), "person",
			Map.of("gender", "F", "birthdate", birthdate.toString(), "birthdateEstimated", estimated, "names",
				List.of(Map.of("givenName", given, "familyName", "Scenario")), "attributes", attributes)))
			.uuid();
	}

	/** That the first is a parent of the second is in the chart. */
	Rest.Answer parent(String parent, String child) {
		return admin.post("relationship", Map.of("personA", parent, "relationshipType", PARENT, "personB", child));
	}

	/** A number that no other run has given to anybody. */
	String phone(int index) {
		return People.phone((int) ((Long.parseLong(run, 36) * 20 + index) % 10_000));
	}

	/** Saves an encounter on which the protocol acts, with the dentist. */
	String extraction(String patient, ScenarioSite site, ZonedDateTime at) {
		return extraction(patient, site, at, null);
	}

	/** @param visit null: left to the server */
	String extraction(String patient, ScenarioSite site, ZonedDateTime at, String visit) {
		return encounter(encounterType(), patient, site, at, visit);
	}

	String encounter(String type, String patient, ScenarioSite site, ZonedDateTime at) {
		return encounter(type, patient, site, at, null);
	}

	private String encounter(String type, String patient, ScenarioSite site, ZonedDateTime at, String visit) {
		Map<String, Object> encounter = new HashMap<>(Map.of("patient", patient, "encounterType", type,
			"encounterDatetime", ScenarioSite.text(at), "location", site.room(), "encounterProviders",
			List.of(Map.of("provider", dentist.provider(), "encounterRole", UNKNOWN_ENCOUNTER_ROLE))));
		if (visit != null) {
			encounter.put("visit", visit);
		}
		return admin.post("encounter", encounter).uuid();
	}

	/** A visit that is not over. */
	String visit(String patient, ScenarioSite site, ZonedDateTime from) {
		String type = admin.get("visittype?v=ref&limit=1").rows().stream().map(row -> row.path("uuid").asText()).findFirst()
			.orElseGet(() -> admin.post("visittype", Map.of("name", "Clinic visit", "description", "Clinic visit")).uuid());
		return admin.post("visit", Map.of("patient", patient, "visitType", type, "location", site.uuid(), "startDatetime",
			ScenarioSite.text(from))).uuid();
	}

	/** Types a visit in that has been at noon of the day. */
	String visitOn(String type, String patient, LocalDate day) {
		return encounter(type, patient, noon, day.atTime(noon.opens.plusHours(1)).atZone(noon.zone));
	}

	/** Has the platform's scheduler run the sweep, in the request: what it answers to is planned. */
	Rest.Answer sweep() {
		return runJob(SWEEP);
	}

	/** Has themes proposed for what nobody has read, until it is as wanted, or patience ends: another node may be at it. */
	<T> T readUntil(Supplier<T> question, Predicate<T> wanted) {
		return await(() -> {
			runJob(THEMES).ok();
			return question.get();
		}, wanted);
	}

	private Rest.Answer runJob(String job) {
		return admin.post("taskaction", Map.of("action", "RUNTASK", "tasks", List.of(job)));
	}

	/** In whose queue a task that is due is, once that has been looked for. */
	String queueOf(JsonNode task) {
		runJob(UPKEEP).ok();
		return await(() -> task(task.path("uuid").asText()).path("assigneeRole").asText(""), role -> !role.isEmpty());
	}

	/** Sweeps until it is as wanted, for another node or the scheduler may be at a part of it; or until patience ends. */
	<T> T sweepUntil(Supplier<T> question, Predicate<T> wanted) {
		sweep().ok();
		T answer = question.get();
		return wanted.test(answer) ? answer : await(() -> {
			sweep().ok();
			return question.get();
		}, wanted);
	}

	String run() {
		return run;
	}

	private String encounterType() {
		return protocol.at("/trigger/filter/encounterTypes/0").asText();
	}

	/** The protocol's steps in their order. */
	List<JsonNode> steps() {
		List<JsonNode> steps = new ArrayList<>();
		protocol.path("steps").forEach(steps::add);
		return steps;
	}

	JsonNode step(String key) {
		return steps().stream().filter(step -> step.path("key").asText().equals(key)).findFirst().orElseThrow();
	}

	/** Of the protocol; the patient may have recalls ahead too. */
	List<JsonNode> tasks(String patient) {
		return admin.get("retention/followuptask?patient=" + patient + "&protocol=" + EXTRACTION + "&v=full&limit=100")
			.rows();
	}

	/** Of the protocol. */
	List<JsonNode> plans(String patient) {
		return admin.get("retention/followupplan?patient=" + patient + "&protocol=" + EXTRACTION + "&v=default&limit=100")
			.rows();
	}

	JsonNode task(String uuid) {
		return admin.get("retention/followuptask/" + uuid + "?v=full").ok();
	}

	/** The patient's open tasks, the earliest first, once there are some. */
	List<JsonNode> awaitOpenTasks(String patient) {
		return await(() -> open(tasks(patient)), tasks -> !tasks.isEmpty());
	}

	static List<JsonNode> open(List<JsonNode> tasks) {
		List<JsonNode> open = new ArrayList<>(tasks);
		open.removeIf(task -> !"OPEN".equals(task.path("status").asText()));
		open.sort(java.util.Comparator.comparing(task -> task.path("dueFrom").asText()));
		return open;
	}

	/** Asks until it is as wanted, or patience ends; then as it is. */
	static <T> T await(Supplier<T> question, Predicate<T> wanted) {
		Instant end = Instant.now().plus(PATIENCE);
		T answer = question.get();
		while (!wanted.test(answer) && Instant.now().isBefore(end)) {
			try {
				Thread.sleep(500);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return answer;
			}
			answer = question.get();
		}
		return answer;
	}
}
