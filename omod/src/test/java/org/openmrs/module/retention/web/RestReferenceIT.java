/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the examples of {@code docs/rest.md} in their order and compares what comes back with what the page says. */
class RestReferenceIT {

	/** A request, and the answer to it with its status and the values that later examples use. */
	private static final Pattern EXAMPLE = Pattern
		.compile("```http\\n(\\S+) ([^\\n]+)\\n(.*?)```\\n```json (\\d+)([^\\n]*)\\n(.*?)```", Pattern.DOTALL);

	private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

	private static final String ANYTHING = "...";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final Map<String, String> values = new HashMap<>();

	@Test
	void examples_shouldBeTrue() throws IOException {
		String page = page();
		prepare();
		Matcher example = EXAMPLE.matcher(page);
		int count = 0;
		while (example.find()) {
			run(example);
			count++;
		}
		assertThat(count).isEqualTo(page.split("```http").length - 1).isGreaterThan(20);
	}

	private void run(Matcher example) throws IOException {
		String path = "retention/" + filled(example.group(2));
		String body = filled(example.group(3));
		if (path.startsWith("retention/followupplan?")) {
			values.put("encounter", clinic.encounter(values.get("patient"), values.get("encounterType")));
			clinic.await(path);
		}
		RestServer.Answer answer = "GET".equals(example.group(1)) ? server.get(path) : server.post(path, body);
		assertThat(answer.status()).as("%s %s: %s", example.group(1), path, answer)
			.isEqualTo(Integer.parseInt(example.group(4)));
		compare(example.group(1) + " " + path, RestServer.JSON.readTree(filled(example.group(6))), answer.body());
		for (String saved : example.group(5).trim().split(" ")) {
			if (!saved.isEmpty()) {
				String[] parts = saved.split("=");
				values.put(parts[0], answer.at(parts[1]));
			}
		}
	}

	private void prepare() {
		String number = "9" + (1_000_000 + Math.abs(UUID.randomUUID().hashCode() % 8_999_999));
		String patient = clinic.patient(Map.of(clinic.phoneType(), number));
		values.put("patient", patient);
		values.put("person", patient);
		values.put("relative", clinic.patient());
		values.put("number", "+47" + number);
		values.put("newUuid", UUID.randomUUID().toString());
		values.put("surveyUuid", UUID.randomUUID().toString());
		values.put("recallUuid", UUID.randomUUID().toString());
		values.put("byHandUuid", UUID.randomUUID().toString());
		values.put("newName", Clinic.unique("Harbour"));
		values.put("encounterType", clinic.ownEncounterType());
		values.put("me", Clinic.uuidOf(server));
		values.put("location", Clinic.UNKNOWN_LOCATION);
		values.put("nextWeek", LocalDate.now().plusDays(7).toString());
		values.put("today", LocalDate.now().toString());
		values.put("timeNow", LocalTime.now().truncatedTo(ChronoUnit.MINUTES).toString());
		values.put("bookingId", UUID.randomUUID().toString());
		values.put("anonymousSurvey",
			server
				.post("retention/survey", Map.of("uuid", UUID.randomUUID().toString(), "name", Clinic.unique("At the desk"),
					"privacy", "ANONYMOUS", "introduction", Map.of("en", "How was it?"), "thanks", Map.of("en", "Thank you"),
					"questions",
					List.of(Map.of("key", "better", "type", "TEXT", "text", Map.of("en", "What could be better?")))))
				.expect(201).at("/uuid"));
		RestServer nurse = clinic.staff("Retention: Nurse");
		nurse.post("retention/contactattempt",
			Map.of("patient", clinic.patient(), "result", "SPOKE", "disposition", "DONE")).expect(201);
		values.put("deputy", Clinic.uuidOf(nurse));
		values.put("yesterday", Instant.now().minus(1, ChronoUnit.DAYS).toString());
		values.put("dayAfter", Instant.now().plus(1, ChronoUnit.DAYS).toString());
		values.put("tomorrow", OffsetDateTime.now().plusDays(1).truncatedTo(ChronoUnit.SECONDS).toString());
		values.put("point", server.get("retention/contactpoint?patient=" + patient).expect(200).at("/results/0/uuid"));
	}

	private static String page() throws IOException {
		File file = new File(System.getProperty("retention.root"), "docs/rest.md");
		return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
	}

	/** Only names that have a value: definitions have placeholders of their own. */
	private String filled(String text) {
		Matcher variable = VARIABLE.matcher(text);
		StringBuilder filled = new StringBuilder();
		while (variable.find()) {
			variable.appendReplacement(filled,
				Matcher.quoteReplacement(values.getOrDefault(variable.group(1), variable.group())));
		}
		return variable.appendTail(filled).toString();
	}

	/** What the page shows must be there; what it leaves out may be. */
	private static void compare(String where, JsonNode shown, JsonNode actual) {
		if (ANYTHING.equals(shown.asText())) {
			assertThat(actual.isMissingNode()).as(where).isFalse();
		} else if (shown.isObject()) {
			for (Iterator<String> names = shown.fieldNames(); names.hasNext();) {
				String name = names.next();
				assertThat(actual.has(name)).as("%s has %s: %s", where, name, actual).isTrue();
				compare(where + " " + name, shown.get(name), actual.get(name));
			}
		} else if (shown.isArray()) {
			List<JsonNode> rows = new ArrayList<>();
			actual.forEach(rows::add);
			assertThat(rows.size()).as("%s: %s", where, actual).isGreaterThanOrEqualTo(shown.size());
			for (int i = 0; i < shown.size(); i++) {
				compare(where + "[" + i + "]", shown.get(i), rows.get(i));
			}
		} else {
			assertThat(actual.asText()).as("%s: %s", where, actual).isEqualTo(shown.asText());
		}
	}
}
