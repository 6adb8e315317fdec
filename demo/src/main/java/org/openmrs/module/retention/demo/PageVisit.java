/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who has signed in to the pages, without a browser. */
final class PageVisit {

	private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

	private static final Pattern FILE = Pattern.compile("(?:href|src)=\"([^\"]+\\.(?:css|js|svg)\\?[^\"]*)\"");

	/** Between the parts of a head: colon and space, end of the line. */
	private static final int BETWEEN = 4;

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL).build();

	private final URI server;

	/** @param server for example {@code http://127.0.0.1:8080/openmrs} */
	PageVisit(String server, String user, String password) {
		this.server = URI.create(server);
		Matcher token = TOKEN.matcher(page("login"));
		if (!token.find()) {
			throw new IllegalStateException("No form to sign in");
		}
		String form = "username=" + encoded(user) + "&password=" + encoded(password) + "&token=" + encoded(token.group(1));
		send(HttpRequest.newBuilder(address("login")).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	/** @param path below the root of the pages */
	String page(String path) {
		return new String(get(address(path)).body(), StandardCharsets.UTF_8);
	}

	/** What comes over the wire, heads included, when nothing is there yet: the page, its style, script and icon. */
	long bytesAtFirst(String path) {
		HttpResponse<byte[]> page = get(address(path));
		long bytes = size(page);
		Matcher file = FILE.matcher(new String(page.body(), StandardCharsets.UTF_8));
		while (file.find()) {
			bytes += size(get(server.resolve(file.group(1))));
		}
		return bytes;
	}

	private static long size(HttpResponse<byte[]> response) {
		long head = response.headers().map().entrySet().stream().mapToLong(header -> header.getValue().stream()
			.mapToLong(value -> header.getKey().length() + value.length() + BETWEEN).sum()).sum();
		return head + response.body().length;
	}

	private URI address(String path) {
		return URI.create(server + "/ws/retention/" + path);
	}

	private HttpResponse<byte[]> get(URI address) {
		return send(HttpRequest.newBuilder(address).GET());
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) {
		try {
			HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new IllegalStateException("HTTP " + response.statusCode() + " of " + response.uri());
			}
			return response;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}
}
