/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.openmrs.module.retention.web.page.PageReader;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes over REST what a test needs, so that it can run against any server: patients, staff, encounters, protocols. */
public final class Clinic {

	public static final String UNKNOWN_LOCATION = "8d6c993e-c2cc-11de-8d13-0010c6dffd0f";

	public static final String PASSWORD = "Retention123";

	private static final String IDENTIFIER_TYPE = "8d79403a-c2cc-11de-8d13-0010c6dffd0f";

	/** Tells this run's data from that of others on the same server. */
	private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final Map<String, String> MADE = new ConcurrentHashMap<>();

	private final RestServer admin = RestServer.started();

	/** A name that nothing else on the server has. */
	public static String unique(String prefix) {
		return prefix + " " + RUN + "-" + COUNT.incrementAndGet();
	}

	/** Uuid of a new patient. */
	public String patient() {
		return patient(Map.of());
	}

	/** With person attributes by the uuid of their type. */
	public String patient(Map<String, String> attributes) {
		List<Map<String, String>> values = new ArrayList<>();
		attributes.forEach((type, value) -> values.add(Map.of("attributeType", type, "value", value)));
		Map<String, Object> person = Map.of("gender", "F", "birthdate", "1980-05-17", "names",
			List.of(Map.of("givenName", "Kari", "familyName", "Nordmann")), "attributes", values);
		Map<String, Object> identifier = Map.of("identifier", "R" + RUN + COUNT.incrementAndGet(), "identifierType",
			IDENTIFIER_TYPE, "location", UNKNOWN_LOCATION, "preferred", true);
		return admin.post("patient", Map.of("person", person, "identifiers", List.of(identifier))).expect(201).at("/uuid");
	}

	/** Strikes out all names of a person, as only an import leaves somebody; on the embedded host alone. */
	public void withoutName(String person) {
		assumeTrue(System.getProperty("retention.server.url", "").isEmpty(), "the platform refuses that by its services");
		EmbeddedServer.sql(
			"update person_name set voided = true where person_id = (select person_id from person where uuid = ?)",
			person);
	}

	/** Uuid of a new provider that is no person, as an import leaves it; on the embedded host alone. */
	public String providerWithoutPerson() {
		assumeTrue(System.getProperty("retention.server.url", "").isEmpty(), "the platform's REST wants a person");
		String person = admin.get("patient/" + patient() + "?v=full").expect(200).at("/person/uuid");
		String provider = admin.post("provider", Map.of("person", person, "identifier", unique("desk"))).expect(201)
			.at("/uuid");
		EmbeddedServer.sql("update provider set person_id = null where uuid = ?", provider);
		return provider;
	}

	/** Lets a task's window be over since an hour, still worth doing, and its plan be as old; on the embedded host alone. */
	public void overdue(String task) {
		assumeTrue(System.getProperty("retention.server.url", "").isEmpty(), "a window closes by itself there");
		long now = System.currentTimeMillis();
		String from = String.valueOf(now - 7_200_000);
		EmbeddedServer.sql("update retention_task set due_from = ?, due_by = ?, wake_at = ?, version = version + 1"
			+ " where uuid = ?", from, String.valueOf(now - 3_600_000), from, task);
		EmbeddedServer.sql("update retention_plan set anchor_at = anchor_at - 7200000"
			+ " where plan_id = (select t.plan_id from retention_task t where t.uuid = ?)", task);
	}

	/** Lets a survey have been answered on that day, and shows what waits; on the embedded host alone. */
	public void answeredOn(String survey, LocalDate day) {
		assumeTrue(System.getProperty("retention.server.url", "").isEmpty(), "nobody answers in the past there");
		EmbeddedServer.sql("update retention_comment set said_on = ?, released = true where questionnaire_uuid = ?",
			day.toString(), survey);
		EmbeddedServer.sql("update retention_survey_response set answered_on = ?, released = true where survey_id ="
			+ " (select s.survey_id from retention_survey s where s.uuid = ?)", day.toString(), survey);
		EmbeddedServer
			.sql("insert into retention_comment_reading (comment_id, status, explained, margin, generation, version)"
				+ " select c.comment_id, 'UNREAD', false, 0, 0, 0 from retention_comment c where c.questionnaire_uuid = ?"
				+ " and not exists (select 1 from retention_comment_reading r where r.comment_id = c.comment_id)", survey);
	}

	/** Holds a task as a sweep does that has made too many; on the embedded host alone. */
	public void holdAsFlood(String task) {
		assumeTrue(System.getProperty("retention.server.url", "").isEmpty(), "that takes more encounters than a test makes");
		EmbeddedServer.sql("update retention_task set hold_reason = 'FLOOD', hold_until = 253402214400000,"
			+ " wake_at = 253402214400000, version = version + 1 where uuid = ?", task);
	}

	/** Uuid of the person attribute type that holds telephone numbers here, the only contacts; made and set on first use. */
	public String phoneType() {
		return MADE.computeIfAbsent("phone", key -> {
			String type = admin.post("personattributetype", Map.of("name", unique("Mobile"), "description", "Mobile number",
				"format", "java.lang.String")).expect(201).at("/uuid");
			set("retention.contact.phoneAttributeTypes", type);
			set("retention.contact.emailAttributeTypes", "");
			set("retention.contact.defaultRegion", "NO");
			return type;
		});
	}

	public void set(String setting, String value) {
		admin.post("systemsetting/" + setting, Map.of("value", value)).expect(200);
	}

	/** Somebody with these privileges and no more, logged in. */
	public RestServer userWith(String... privileges) {
		String key = "user " + List.of(privileges);
		if (!MADE.containsKey(key)) {
			List<String> granted = new ArrayList<>();
			for (String privilege : privileges) {
				granted.add(privilegeUuid(privilege));
			}
			String role = unique("Test role");
			admin.post("role", Map.of("name", role, "description", "test", "privileges", granted)).expect(201);
			MADE.put(key, newUser(role));
		}
		return login(MADE.get(key));
	}

	/** Somebody new with one of the module's roles, logged in. */
	public RestServer staff(String role) {
		return login(newUser(role));
	}

	/** A browser of somebody new with one of the module's roles, signed in. */
	public PageReader pagesOf(String role) {
		return PageReader.as(newUser(role), PASSWORD);
	}

	private RestServer login(String username) {
		return admin.as(username, PASSWORD);
	}

	/** The user's uuid. */
	public static String uuidOf(RestServer user) {
		return user.get("session").expect(200).at("/user/uuid");
	}

	/** Name under which somebody new with the role signs in. */
	public String newUser(String role) {
		String username = "u" + RUN + COUNT.incrementAndGet();
		String roleUuid = roleUuid(role);
		Map<String, Object> user = new LinkedHashMap<>();
		user.put("username", username);
		user.put("password", PASSWORD);
		user.put("person", Map.of("gender", "F", "names", List.of(Map.of("givenName", "Nina", "familyName", "Nurse"))));
		user.put("roles", List.of(roleUuid));
		admin.post("user", user).expect(201);
		return username;
	}

	private String roleUuid(String name) {
		return MADE.computeIfAbsent("role " + name, key -> find("role", name));
	}

	private String privilegeUuid(String name) {
		return MADE.computeIfAbsent("privilege " + name, key -> find("privilege", name));
	}

	/** By name, page by page: the platform's lists of roles and privileges cannot be searched. */
	private String find(String resource, String name) {
		for (int start = 0;; start += 100) {
			JsonNode page = admin.get(resource + "?v=ref&limit=100&startIndex=" + start).expect(200).body();
			for (JsonNode row : page.get("results")) {
				if (name.equals(row.get("display").asText())) {
					return row.get("uuid").asText();
				}
			}
			if (page.get("results").size() < 100) {
				throw new AssertionError("no " + resource + " " + name);
			}
		}
	}

	/** An encounter type of this run. */
	public String encounterType() {
		return MADE.computeIfAbsent("encountertype", key -> admin
			.post("encountertype", Map.of("name", unique("Extraction"), "description", "test")).expect(201).at("/uuid"));
	}

	/** Definition of a protocol on that encounter type, to be changed by the test. */
	public Map<String, Object> protocol(String uuid) {
		Map<String, Object> question = Map.of("key", "bleeding", "type", "YES_NO", "text", Map.of("en", "Does it bleed?"));
		Map<String, Object> redFlag = Map.of("question", "bleeding", "in", List.of("yes"), "severity", "URGENT", "tell",
			Map.of("en", "Bite on gauze"));
		Map<String, Object> step = Map.of("key", "next-day", "title",
			Map.of("en", "Ask how it went", "nb", "Spør hvordan det gikk"),
			"offset", "P1D", "grace", 3, "script",
			Map.of("opening", Map.of("en", "Good day"), "closing", Map.of("en", "Thank you"), "questions",
				List.of(question), "redFlags", List.of(redFlag)));
		Map<String, Object> protocol = new LinkedHashMap<>();
		protocol.put("uuid", uuid);
		protocol.put("name", unique("After an extraction"));
		protocol.put("why", Map.of("en", "Tooth extracted on {date}"));
		protocol.put("purpose", "CARE");
		protocol.put("priority", 60);
		protocol.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(encounterType()))));
		protocol.put("steps", List.of(step));
		return protocol;
	}

	/** The same with its step due at once, at any hour of any day: the server may have a calendar. */
	@SuppressWarnings("unchecked")
	public Map<String, Object> protocolDueAtOnce(Map<String, Object> trigger) {
		Map<String, Object> protocol = protocol(UUID.randomUUID().toString());
		protocol.put("trigger", trigger);
		Map<String, Object> step = new LinkedHashMap<>((Map<String, Object>) ((List<?>) protocol.get("steps")).get(0));
		step.putAll(Map.of("offset", "P0D", "windowFrom", "00:00", "windowTo", "23:59", "roll", "NONE"));
		protocol.put("steps", List.of(step));
		return protocol;
	}

	/** Uuid of a new protocol. */
	public String savedProtocol() {
		return admin.post("retention/followupprotocol", protocol(UUID.randomUUID().toString())).expect(201).at("/uuid");
	}

	/** Uuid of a new encounter of the type, just now. */
	public String encounter(String patientUuid, String encounterType) {
		return admin.post("encounter", Map.of("patient", patientUuid, "encounterType", encounterType, "location",
			UNKNOWN_LOCATION)).expect(201).at("/uuid");
	}

	/** An encounter type that no other test's protocol listens to. */
	public String ownEncounterType() {
		return admin.post("encountertype", Map.of("name", unique("Filling"), "description", "test")).expect(201).at("/uuid");
	}

	/** Waits for what a worker does after the commit: asks until the list is not empty. */
	public JsonNode await(String list) {
		long end = System.nanoTime() + 60_000_000_000L;
		while (System.nanoTime() < end) {
			JsonNode rows = admin.get(list).expect(200).body().get("results");
			if (rows.size() > 0) {
				return rows;
			}
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(e);
			}
		}
		throw new AssertionError("still nothing in " + list);
	}

	/** Uuid of a new manual task that is due now, and until tomorrow: late in the evening too there is another try in time. */
	public String task(String patientUuid) {
		return admin.post("retention/followuptask", Map.of("patient", patientUuid, "title", unique("Ask how it went"),
			"dueBy", OffsetDateTime.now().plusDays(1).truncatedTo(ChronoUnit.SECONDS).toString())).expect(201).at("/uuid");
	}

	/** Uuid of a new invitation as if the task's step had asked for it; on the embedded host alone. */
	public String invitationOf(String task, String survey, String patientUuid) {
		assumeTrue(System.getProperty("retention.server.url", "").isEmpty(), "a step invites when its time has come there");
		String invitation = admin.post("retention/surveyinvitation", Map.of("survey", survey, "patient", patientUuid))
			.expect(201).at("/uuid");
		EmbeddedServer.sql("update retention_survey_invitation set task_id ="
			+ " (select t.task_id from retention_task t where t.uuid = ?) where uuid = ?", task, invitation);
		return invitation;
	}

	/** How many answers to a survey are stored, those included that cannot be read yet; on the embedded host alone. */
	public long responses(String survey) {
		assumeTrue(System.getProperty("retention.server.url", "").isEmpty(),
			"they cannot be read over REST before their week is over");
		return EmbeddedServer.count("select count(*) from retention_survey_response r"
			+ " join retention_survey s on s.survey_id = r.survey_id where s.uuid = ?", survey);
	}
}
