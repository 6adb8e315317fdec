/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openmrs.host.EmbeddedHost;
import org.openmrs.host.HostOptions;

/**
 * Asks the host what a real server was asked and expects what that server answered: status, headers, every key, every
 * value that is not a uuid or a time. {@code -Dopenmrs.url=http://host:8080/openmrs} asks a running server instead,
 * with a fresh database.
 */
class RestExchangesTest {

	private static final File RECORDED = new File(System.getProperty("platform.facts", "../../shared/platform"),
		"rest-exchanges-3.4.1.json");

	private static final String RECORDED_SERVER = "http://127.0.0.1:8090/openmrs";

	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+[+-]\\d{4}");

	/** Values that depend on the day, on the server's history or on what else is installed. */
	private static final List<String> FREE_VALUES = Arrays.asList("age", "systemId", "userProperties", "username", "detail",
		"allowedLocales", "locale");

	/** Where only the keys are compared, and why. */
	private static final Map<String, String> KEYS_ONLY = new HashMap<>();

	static {
		KEYS_ONLY.put("privileges", "the host knows the privileges that the module and its own services ask for, no others");
		KEYS_ONLY.put("roles", KEYS_ONLY.get("privileges"));
	}

	private static final ObjectMapper JSON = new ObjectMapper();

	/** The uuids of this run by those of the recording. */
	private final Map<String, String> uuids = new HashMap<>();

	private static String server;

	private static EmbeddedHost host;

	@BeforeAll
	static void start() {
		Assumptions.assumeTrue(RECORDED.exists(), "The recorded exchanges are not at " + RECORDED);
		server = System.getProperty("openmrs.url");
		if (server == null) {
			host = EmbeddedHost.start(HostOptions.builder().port(0).build());
			server = host.getUrl();
		}
	}

	@AfterAll
	static void stop() throws IOException {
		if (host != null) {
			host.close();
		}
	}

	@TestFactory
	Stream<DynamicTest> answersAsRecorded() throws IOException {
		prepare();
		List<DynamicTest> tests = new ArrayList<>();
		for (JsonNode exchange : JSON.readTree(RECORDED)) {
			tests.add(dynamicTest(exchange.get("case").asText(), () -> replay(exchange)));
		}
		return tests.stream();
	}

	/** What was there before the recording began. */
	private void prepare() throws IOException {
		String type = "8d79403a-c2cc-11de-8d13-0010c6dffd0f";
		String location = "8d6c993e-c2cc-11de-8d13-0010c6dffd0f";
		send("POST", "/patient", "admin:Admin123",
			"{\"identifiers\":[{\"identifier\":\"RT-0001\",\"identifierType\":\"" + type
				+ "\",\"location\":\"" + location + "\"}],\"person\":{\"gender\":\"F\",\"names\":[{\"givenName\":\"Anna\","
				+ "\"familyName\":\"Berg\"}]}}",
			"application/json");
		Answer visit = send("POST", "/encountertype", "admin:Admin123", "{\"name\":\"Visit note\",\"description\":\"x\"}",
			"application/json");
		send("DELETE", "/encountertype/" + visit.at("/uuid") + "?reason=x", "admin:Admin123", null, null);
	}

	private void replay(JsonNode exchange) throws IOException {
		String name = exchange.get("case").asText();
		JsonNode request = exchange.get("request");
		String body = request.isNull() ? null : request.isTextual() ? request.asText() : request.toString();
		Answer answer = send(exchange.get("method").asText(), translate(exchange.get("path").asText()), credentials(name),
			translate(body), name.equals("wrong content type") ? "text/plain" : "application/json");

		assertThat(answer.status).as("status of " + answer.text).isEqualTo(exchange.get("status").asInt());
		JsonNode headers = exchange.get("headers");
		assertThat(answer.header("Content-Type")).isEqualTo(headers.path("Content-Type").asText(null));
		assertThat(answer.header("WWW-Authenticate") == null).isEqualTo(!headers.has("WWW-Authenticate"));
		assertThat(answer.header("ETag") == null).as("no ETag").isEqualTo(!headers.has("ETag"));
		assertThat(answer.header("Set-Cookie")).matches("JSESSIONID=[^;]+; Path=/openmrs; HttpOnly");
		List<String> differences = new ArrayList<>();
		if (exchange.get("response").isTextual()) {
			assertThat(answer.text).isEqualTo(exchange.get("response").asText());
		} else {
			compare("", exchange.get("response"), answer.json(), differences);
		}
		if (KEYS_ONLY.containsKey(name)) {
			differences.removeIf(difference -> difference.contains(" is ") && !difference.endsWith(" is missing")
				&& !difference.endsWith(" is not in the recording"));
		}
		assertThat(differences).as(answer.text).isEmpty();
	}

	private static String credentials(String name) {
		return name.equals("not logged in") || name.equals("session, anonymous") ? null
			: name.equals("wrong password") ? "admin:wrong"
				: name.startsWith("logged in without the privilege") ? "nurse3:Nurse1234" : "admin:Admin123";
	}

	private void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
		if (expected.isObject() && actual.isObject()) {
			Iterable<String> names = expected::fieldNames;
			for (String name : names) {
				if (!actual.has(name)) {
					differences.add(path + "/" + name + " is missing");
				} else if (!FREE_VALUES.contains(name)) {
					compare(path + "/" + name, expected.get(name), actual.get(name), differences);
				}
			}
			Iterable<String> actualNames = actual::fieldNames;
			for (String name : actualNames) {
				if (!expected.has(name)) {
					differences.add(path + "/" + name + " is not in the recording");
				}
			}
		} else if (expected.isArray() && actual.isArray()) {
			// the recording keeps the first three of a list
			if (expected.size() < 3 ? expected.size() != actual.size() : actual.size() < 3) {
				differences.add(path + " has " + actual.size() + " elements, recorded " + expected.size());
			}
			for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
				compare(path + "/" + i, expected.get(i), actual.get(i), differences);
			}
		} else if (expected.isTextual() && actual.isTextual()) {
			learn(expected.asText(), actual.asText());
			String wanted = comparable(path, translate(expected.asText()));
			String got = comparable(path, actual.asText());
			if (!wanted.equals(got)) {
				differences.add(path + " is " + got + ", recorded " + wanted);
			}
		} else if (!expected.equals(actual)) {
			differences.add(path + " is " + actual + ", recorded " + expected);
		}
	}

	private void learn(String recorded, String actual) {
		if (UUID.matcher(recorded).matches() && UUID.matcher(actual).matches()) {
			uuids.putIfAbsent(recorded, actual);
		}
	}

	/** Without what may differ: times, the line that threw, and what the database says after the SQL. */
	private static String comparable(String path, String text) {
		String comparable = TIME.matcher(text).replaceAll("(time)");
		if (path.equals("/error/code")) {
			comparable = comparable.replaceAll(":\\d+$", "");
		}
		return comparable.replaceAll("(?s); constraint \\[.*", "");
	}

	/** The recording's words in this run: our uuids, our address, and yesterday for the day before it was recorded. */
	private String translate(String recorded) {
		if (recorded == null) {
			return null;
		}
		LocalDate yesterday = LocalDate.now().minusDays(1);
		String text = recorded.replace(RECORDED_SERVER, server).replace("2026-11-20", yesterday.toString())
			.replace("11/20/2026", yesterday.format(DateTimeFormatter.ofPattern("MM/dd/yyyy")));
		Matcher matcher = UUID.matcher(text);
		StringBuffer translated = new StringBuffer();
		while (matcher.find()) {
			matcher.appendReplacement(translated, uuids.getOrDefault(matcher.group(), matcher.group()));
		}
		return matcher.appendTail(translated).toString();
	}

	private static Answer send(String method, String path, String credentials, String body, String contentType)
		throws IOException {
		return Answer.to(method, server + "/ws/rest/v1" + path, credentials, body, contentType);
	}
}
