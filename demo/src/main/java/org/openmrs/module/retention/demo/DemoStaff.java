/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Twelve people in the module's five roles, made over REST; those who see patients have a provider account too. */
final class DemoStaff {

	static final String PASSWORD = "Retention-1234";

	/** Somebody who logs in; the user name is the provider's identifier. */
	record Member(String username, String givenName, String familyName, String gender, String role) {

		boolean isProvider() {
			return !role.equals(MANAGER) && !role.equals(CONFIGURER);
		}

		/** On the pages, above all. */
		String does() {
			return WORK.get(role);
		}
	}

	private static final String FRONT_DESK = "Retention: Front Desk";

	private static final String NURSE = "Retention: Nurse";

	private static final String CLINICIAN = "Retention: Clinician";

	private static final String MANAGER = "Retention: Manager";

	private static final String CONFIGURER = "Retention: Configurer";

	/** The dentist who has left the clinic when it is generated, and cannot log in. */
	static final String LEFT = "dentist4";

	static final List<Member> ALL = List.of(new Member("dentist1", "Ingrid", "Solberg", "F", CLINICIAN),
		new Member("dentist2", "Anton", "Lebedev", "M", CLINICIAN),
		new Member("dentist3", "Mei", "Zhao", "F", CLINICIAN),
		new Member("dentist4", "Hugh", "Palmer", "M", CLINICIAN),
		new Member("optometrist1", "Siri", "Nygaard", "F", CLINICIAN),
		new Member("nurse1", "Oksana", "Melnyk", "F", NURSE),
		new Member("nurse2", "Jonas", "Berg", "M", NURSE), new Member("nurse3", "Wei", "Sun", "F", NURSE),
		new Member("desk1", "Rosa", "Field", "F", FRONT_DESK), new Member("desk2", "Nils", "Vik", "M", FRONT_DESK),
		new Member("manager1", "Turid", "Aas", "F", MANAGER), new Member("configurer1", "Sam", "Reed", "M", CONFIGURER));

	private static final Map<String, String> WORK = Map.of(FRONT_DESK, "the day's list, who rang, patients, paper", NURSE,
		"the same, with the calls after treatment", CLINICIAN, "the same, and what came of the own treatments", MANAGER,
		"escalations, overdue, load, leave, quality, surveys, comments", CONFIGURER, "rehearsing a protocol");

	private DemoStaff() {
	}

	/** Who is at work, in the order of the roles. */
	static List<Member> oneOfEachRole() {
		return Stream.of(FRONT_DESK, NURSE, CLINICIAN, MANAGER, CONFIGURER)
			.map(role -> ALL.stream().filter(member -> member.role().equals(role)).findFirst().orElseThrow()).toList();
	}

	/** The user's key in the database. */
	static Long idOf(Sql sql, String username) throws SQLException {
		return sql.number("SELECT user_id FROM users WHERE username = ?", username);
	}

	static void create(Rest admin) {
		Map<String, String> roles = new HashMap<>();
		for (JsonNode role : admin.get("role?v=full&limit=100").rows()) {
			roles.put(role.path("name").asText(role.path("display").asText()), role.path("uuid").asText());
		}
		for (Member member : ALL) {
			if (!roles.containsKey(member.role())) {
				throw new IllegalStateException("The module has made no role " + member.role());
			}
			JsonNode user = admin.post("user", Map.of("username", member.username(), "password", PASSWORD, "roles",
				List.of(roles.get(member.role())), "person", Map.of("gender", member.gender(), "names",
					List.of(Map.of("givenName", member.givenName(), "familyName", member.familyName())))))
				.ok();
			if (member.isProvider()) {
				admin.post("provider",
					Map.of("person", user.at("/person/uuid").asText(), "identifier", member.username())).ok();
			}
		}
	}

	/** Who is away: one since three days with a deputy, one from tomorrow, one who fell ill and named nobody. */
	static void sendOnLeave(Rest admin, OffsetDateTime today) {
		away(admin, "nurse3", "nurse2", today.minusDays(3), today.plusDays(11), "Holiday");
		away(admin, "dentist3", "dentist1", today.plusDays(1), today.plusDays(5), "Congress");
		away(admin, "desk2", null, today.minusDays(1), today.plusDays(2), "Ill");
	}

	private static void away(Rest admin, String who, String deputy, OffsetDateTime from, OffsetDateTime to,
		String reason) {
		Map<String, Object> absence = new HashMap<>();
		absence.put("user", userOf(admin, who));
		absence.put("from", from.toString());
		absence.put("to", to.toString());
		absence.put("reason", reason);
		if (deputy != null) {
			absence.put("deputy", userOf(admin, deputy));
		}
		admin.post("retention/absence", absence).ok();
	}

	private static String userOf(Rest admin, String username) {
		for (JsonNode user : admin.get("user?q=" + username + "&v=default").rows()) {
			if (user.path("username").asText().equals(username)) {
				return user.path("uuid").asText();
			}
		}
		throw new IllegalStateException("Nobody is called " + username);
	}
}
