/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A caller of an OpenMRS server's REST interface, as one user. */
final class Rest {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final String base;

	private final String authorization;

	/** What the server answered; the body is a missing node when it was empty. */
	record Answer(int status, JsonNode body) {

		/** The body of a success. */
		JsonNode ok() {
			if (status / 100 != 2) {
				throw new IllegalStateException("HTTP " + status + ": " + error());
			}
			return body;
		}

		/** The rows of a list. */
		List<JsonNode> rows() {
			List<JsonNode> rows = new ArrayList<>();
			ok().path("results").forEach(rows::add);
			return rows;
		}

		String uuid() {
			return ok().path("uuid").asText();
		}

		String code() {
			return body.at("/error/code").asText("");
		}

		String error() {
			return code() + " " + body.at("/error/message").asText("");
		}
	}

	/** @param server for example {@code http://127.0.0.1:8080/openmrs} */
	Rest(String server, String user, String password) {
		base = server + "/ws/rest/v1/";
		authorization = "Basic "
			+ Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/** @param path after {@code /ws/rest/v1/}, with its query */
	Answer get(String path) {
		return send(request(path).GET());
	}

	/** @param body anything Jackson writes */
	Answer post(String path, Object body) {
		try {
			return post(path, "application/json", JSON.writeValueAsString(body));
		}
		catch (IOException e) {
			throw new IllegalArgumentException(e);
		}
	}

	Answer post(String path, String mediaType, String body) {
		return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
	}

	/**
	 * A form that anybody may send, without an account.
	 *
	 * @param path below the application
	 * @return the page as a text
	 */
	Answer form(String path, Map<String, String> fields) {
		String body = fields.entrySet().stream()
			.map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(base.replace("/ws/rest/v1/", path)))
			.timeout(Duration.ofMinutes(2)).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	Answer delete(String path) {
		return send(request(path).DELETE());
	}

	/** A body to be changed before it is sent. */
	static ObjectNode tree(Map<String, ?> body) {
		return JSON.valueToTree(body);
	}

	/** A value for a query. */
	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(2)).header("Authorization",
			authorization);
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Answer(response.statusCode(), parse(response.body()));
		}
		catch (IOException e) {
			throw new IllegalStateException("The server at " + base + " does not answer", e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Not every answer is ours: a page of the servlet container is kept as a text. */
	private static JsonNode parse(String body) {
		if (body == null || body.isBlank()) {
			return MissingNode.getInstance();
		}
		try {
			return JSON.readTree(body);
		}
		catch (IOException e) {
			return JSON.getNodeFactory().textNode(body);
		}
	}
}
