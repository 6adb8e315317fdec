/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.RestServer;

/** What the platform would answer with 500, with a stack trace or with a wider list, on a started server. */
class GateIT {

	private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

	private final RestServer server = RestServer.started();

	static Stream<String> paths() {
		return Routes.ALL.stream().map(route -> "retention/" + route.toString().replace(Route.UUID, NOBODY));
	}

	@ParameterizedTest
	@MethodSource("paths")
	void method_shouldBeRefused_whenTheRouteDoesNotHaveIt(String path) {
		Route route = Routes.find(path.substring("retention/".length()));
		for (String method : List.of("GET", "POST", "DELETE", "PUT", "PATCH", "OPTIONS", "FOO")) {
			if (!route.methods().contains(method)) {
				RestServer.Answer answer = server.send(method, path, null, Collections.emptyMap());
				answer.expectError(405, "retention.web.error.method-not-allowed", null);
				assertThat(answer.header("Allow")).isEqualTo(String.join(", ", route.methods()));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void parameter_shouldBeRefused_whenTheRouteDoesNotKnowIt(String path) {
		for (String method : Routes.find(path.substring("retention/".length())).methods()) {
			Map<String, String> headers = "POST".equals(method) ? Map.of("Content-Type", "application/json") : Map.of();
			server.send(method, path + "?nosuch=1", "POST".equals(method) ? "{}" : null, headers).expectError(400,
				"retention.web.error.unknown-parameter", "nosuch");
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void body_shouldBeRefused_whenItIsNoJsonObject(String path) {
		if (!Routes.find(path.substring("retention/".length())).methods().contains("POST")) {
			return;
		}
		for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/json;charset=latin1",
			"application/xml", "multipart/form-data; boundary=x")) {
			server.send("POST", path, "a=b", Map.of("Content-Type", type)).expectError(415, "retention.web.error.media-type",
				"Content-Type");
		}
		server.send("POST", path, "{}", Map.of()).expectError(415, "retention.web.error.media-type", "Content-Type");
		for (String body : List.of("", "{\"a", "[]", "null", "\"x\"", "3", "[".repeat(5000), "{} {}", "{} trailing",
			"{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":1}}", "\uFEFF{}")) {
			server.post(path, body).expectError(400, "retention.web.error.unreadable-body", null);
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void request_shouldBeRefused_whenNotLoggedIn(String path) {
		for (String method : Routes.find(path.substring("retention/".length())).methods()) {
			Map<String, String> headers = "POST".equals(method) ? Map.of("Content-Type", "application/json") : Map.of();
			RestServer.Answer answer = server.anonymous().send(method, path, "POST".equals(method) ? "{}" : null, headers);
			assertThat(answer.status()).as("%s %s %s", method, path, answer).isIn(400, 401);
			assertThat(answer.at("/error/code")).startsWith("retention.");
		}
	}

	@ParameterizedTest
	@CsvSource({ "limit=0, limit, limit", "limit=-1, limit, limit", "limit=101, limit, limit", "limit=abc, limit, limit",
		"limit=%2B5, limit, limit", "limit=99999999999, limit, limit", "startIndex=-1, start-index, startIndex",
		"startIndex=x, start-index, startIndex", "startIndex=2147483647, start-index, startIndex",
		"v=, blank-parameter, v", "v=nosuch, representation, v", "v=custom:(uuid, representation, v",
		"v=custom:(((((((((uuid))))))))), representation, v", "v=custom:uuid, representation, v",
		"totalCount=yes, true-or-false, totalCount", "includeAll=1, true-or-false, includeAll",
		"q=, blank-parameter, q", "q=%20, blank-parameter, q", "limit=1&limit=2, repeated-parameter, limit",
		"t=x, unknown-parameter, t", "s=x, unknown-parameter, s" })
	void parameter_shouldBeRefused_whenItsValueIsNoneOfItsOwn(String query, String code, String field) {
		server.get("retention/followupprotocol?" + query).expectError(400, "retention.web.error." + code, field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ws/rest/v1/retention;x=1/followupprotocol", "/ws/rest/v1/retention/followupprotocol;x=1",
		"/ws/rest/v1/retention/followupprotocol/a;b=c", "/ws/rest;x/v1/retention/followupprotocol" })
	void path_shouldBeRefused_whenItHoldsParameters(String path) {
		server.send("GET", path, null, Map.of()).expectError(400, "retention.web.error.path-parameter", null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ws/rest/v1/retention", "/ws/rest/v1/retention/", "/ws/rest/v1/retention/nosuch",
		"/ws/rest/v1/retention/followupprotocol/", "/ws/rest/v1/retention/followupprotocol.json",
		"/ws/rest/v1/retention/followuptask/x/nosuch", "/ws/rest/v1/retention/followuptask/a/transition/b" })
	void path_shouldBeRefused_whenNothingIsThere(String path) {
		for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
			server.send(method, path, null, Map.of()).expectError(404, "retention.web.error.unknown-resource", null);
		}
	}

	@Test
	void path_shouldBeTheSame_whenWrittenWithEscapes() {
		server.send("PATCH", "/ws/rest/v1/%72etention/followuptask", null, Map.of()).expectError(405,
			"retention.web.error.method-not-allowed", null);
	}

	@Test
	void answer_shouldBeRefused_whenTheCallerTakesNoJson() {
		server.send("GET", "retention/followupprotocol", null, Map.of("Accept", "text/html")).expectError(406,
			"retention.web.error.accept", "Accept");
		server.send("GET", "retention/followupprotocol", null, Map.of("Accept", "nonsense")).expectError(406,
			"retention.web.error.accept", "Accept");
		server.send("GET", "retention/followupprotocol", null, Map.of("Accept", "text/html, */*;q=0.1")).expect(200);
	}

	@Test
	void body_shouldBeRefused_whenItIsTooLong() {
		String body = "{\"title\":\"" + "x".repeat((int) GateFilter.MAX_BODY_BYTES) + "\"}";
		server.post("retention/followuptask", body).expectError(413, "retention.web.error.body-too-long", null);
	}

	@Test
	void head_shouldBeAnsweredAsGet() {
		assertThat(server.send("HEAD", "retention/followupprotocol", null, Map.of()).expect(200).text()).isEmpty();
	}

	@Test
	void challenge_shouldBeSent_unlessTheClientDoesNotWantIt() {
		RestServer anonymous = server.anonymous();
		assertThat(anonymous.get("retention/followupprotocol").expectError(401, "retention.web.error.not-logged-in", null)
			.header("WWW-Authenticate")).startsWith("Basic realm=");
		assertThat(anonymous
			.send("GET", "retention/followupprotocol", null, Map.of("Disable-WWW-Authenticate", "true")).expect(401)
			.header("WWW-Authenticate")).isNull();
		server.as("nobody", "wrong").get("retention/followupprotocol").expect(401);
	}
}
