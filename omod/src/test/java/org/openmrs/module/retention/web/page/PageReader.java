/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmrs.module.retention.web.RestServer;

/** A browser without a screen: cookies, redirects, and what the forms of the page read last carry. */
public final class PageReader {

	private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

	private static final Pattern PROOF = Pattern.compile(
		"action=\"[^\"]*/ws/retention(/[^\"]*)\"[^>]*>(?:(?!<form).)*?name=\"proof\" value=\"([^\"]+)\"", Pattern.DOTALL);

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
		.followRedirects(HttpClient.Redirect.NORMAL).build();

	private final String root = RestServer.started().url() + "/ws/retention";

	private final Map<String, String> proofs = new HashMap<>();

	private String token;

	/** What came back. */
	public record Answer(int status, String address, String page, HttpResponse<String> response) {

		public String header(String name) {
			return response.headers().firstValue(name).orElse(null);
		}

		/** What the first group finds, all of them. */
		public List<String> find(String pattern) {
			List<String> found = new ArrayList<>();
			Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
			while (matcher.find()) {
				found.add(matcher.group(1));
			}
			return found;
		}
	}

	/** Signed in. */
	public static PageReader as(String user, String password) {
		PageReader reader = new PageReader();
		reader.get("/login");
		reader.post("/login", "username", user, "password", password);
		return reader;
	}

	/** Signed in over REST, as another front end does. */
	public static PageReader begunBy(RestServer user) {
		PageReader reader = new PageReader();
		reader.send(HttpRequest.newBuilder(URI.create(user.url() + "/ws/rest/v1/session")).GET().header("Authorization",
			user.authorization()));
		return reader;
	}

	/** Its id, as the cookie has it. */
	public String session() {
		return cookies.getCookieStore().getCookies().get(0).getValue();
	}

	/** As a session that has ended while the page was open. */
	public void loseSession() {
		cookies.getCookieStore().removeAll();
	}

	public Answer get(String path) {
		return send(HttpRequest.newBuilder(URI.create(root + path)).GET());
	}

	/** With the token of the page read last, and the proof where it has a form for the path. */
	public Answer post(String path, String... fields) {
		StringBuilder form = new StringBuilder("token=" + token);
		if (proofs.containsKey(path)) {
			form.append("&proof=").append(proofs.get(path));
		}
		for (int i = 0; i < fields.length; i += 2) {
			form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
		}
		return send("POST", path, "application/x-www-form-urlencoded", form.toString());
	}

	/** Of the form for the path, wherever it was read. */
	public String proof(String path) {
		return proofs.get(path);
	}

	public Answer send(String method, String path, String contentType, String body) {
		HttpRequest.BodyPublisher content = body == null
			? HttpRequest.BodyPublishers.noBody()
			: HttpRequest.BodyPublishers.ofString(body);
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).method(method, content);
		return send(contentType == null ? request : request.header("Content-Type", contentType));
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = client.send(request.build(),
				HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			Matcher given = TOKEN.matcher(response.body());
			token = given.find() ? given.group(1) : token;
			for (Matcher proof = PROOF.matcher(response.body()); proof.find();) {
				proofs.put(proof.group(1), proof.group(2));
			}
			return new Answer(response.statusCode(), response.uri().toString().replace(root, ""), response.body(), response);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
