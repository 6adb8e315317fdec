/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * A started server with the module: the one that the system property {@code retention.server.url} names (a real OpenMRS),
 * else an embedded host with the packed .omod, started once per JVM.
 */
public final class RestServer {

	public static final ObjectMapper JSON = new ObjectMapper();

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(10)).build();

	private static RestServer started;

	private final String baseUrl;

	private final String authorization;

	private RestServer(String baseUrl, String authorization) {
		this.baseUrl = baseUrl;
		this.authorization = authorization;
	}

	/** As the administrator. */
	public static synchronized RestServer started() {
		if (started == null) {
			String url = System.getProperty("retention.server.url", "");
			String user = System.getProperty("retention.server.user", "admin");
			String password = System.getProperty("retention.server.password", "Admin123");
			started = new RestServer(url.isEmpty() ? EmbeddedServer.start() : url, basic(user, password));
		}
		return started;
	}

	/** As another user. */
	public RestServer as(String user, String password) {
		return new RestServer(baseUrl, basic(user, password));
	}

	/** Without logging in. */
	public RestServer anonymous() {
		return new RestServer(baseUrl, null);
	}

	/** Of the web application. */
	public String url() {
		return baseUrl;
	}

	/** The header by which it signs in. */
	public String authorization() {
		return authorization;
	}

	/** Below {@code /ws/rest/v1}. */
	public Answer get(String path) {
		return send("GET", path, null, Map.of());
	}

	public Answer post(String path, Object body) {
		return send("POST", path, body instanceof String ? (String) body : write(body),
			Map.of("Content-Type", "application/json"));
	}

	public Answer delete(String path) {
		return send("DELETE", path, null, Map.of());
	}

	/** Any request; what stands before {@code /ws} in the path is the context's. */
	public Answer send(String method, String path, String body, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder()
			.uri(URI.create(baseUrl + (path.startsWith("/ws") ? path : "/ws/rest/v1/" + path)))
			.timeout(Duration.ofSeconds(60)).method(method, body == null
				? HttpRequest.BodyPublishers.noBody()
				: HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
		headers.forEach(request::header);
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		try {
			return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
		}
		catch (IOException e) {
			throw new IllegalStateException(method + " " + path, e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	private static String write(Object body) {
		try {
			return JSON.writeValueAsString(body);
		}
		catch (IOException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private static String basic(String user, String password) {
		return "Basic "
			+ Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/** What came back. */
	public static final class Answer {

		private final HttpResponse<String> response;

		Answer(HttpResponse<String> response) {
			this.response = response;
		}

		public int status() {
			return response.statusCode();
		}

		public String header(String name) {
			return response.headers().firstValue(name).orElse(null);
		}

		public String text() {
			return response.body();
		}

		/** Missing when the body is empty. */
		public JsonNode body() {
			try {
				return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
			}
			catch (IOException e) {
				throw new AssertionError(response.request() + " answered " + response.statusCode() + " " + response.body(),
					e);
			}
		}

		/** By JSON pointer; the text of a value. */
		public String at(String pointer) {
			JsonNode node = body().at(pointer);
			return node.isMissingNode() || node.isNull() ? null : node.asText();
		}

		/** The answer itself when the status is the one expected. */
		public Answer expect(int status) {
			if (status() != status) {
				throw new AssertionError(response.request() + ": expected " + status + ", was " + this);
			}
			return this;
		}

		/** A refusal with our code and, unless null, the field. */
		public Answer expectError(int status, String code, String field) {
			expect(status);
			if (!code.equals(at("/error/code")) || field != null && !field.equals(at("/error/field"))) {
				throw new AssertionError(response.request() + ": expected " + code + " on " + field + ", was " + this);
			}
			String message = at("/error/message");
			if (message == null || message.isEmpty() || message.equals(code) || message.contains("{")) {
				throw new AssertionError("no message for " + code + ": " + message);
			}
			return this;
		}

		@Override
		public String toString() {
			return response.statusCode() + " " + response.body();
		}
	}
}
