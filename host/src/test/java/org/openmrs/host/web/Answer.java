/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.util.StreamUtils;

/** What a server answered. */
final class Answer {

	private static final ObjectMapper JSON = new ObjectMapper();

	final int status;

	final String text;

	private final HttpURLConnection connection;

	private Answer(HttpURLConnection connection) throws IOException {
		this.connection = connection;
		status = connection.getResponseCode();
		try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
			text = in == null ? "" : StreamUtils.copyToString(in, StandardCharsets.UTF_8);
		}
	}

	static Answer to(String method, String url, String credentials, String body, String contentType) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
		connection.setRequestMethod(method);
		connection.setRequestProperty("Accept", "*/*");
		if (credentials != null) {
			connection.setRequestProperty("Authorization",
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		}
		if (body != null) {
			connection.setDoOutput(true);
			connection.setRequestProperty("Content-Type", contentType);
			connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
		}
		return new Answer(connection);
	}

	String header(String name) {
		return connection.getHeaderField(name);
	}

	JsonNode json() throws IOException {
		return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
	}

	/** The value at a pointer such as {@code /results/0/uuid}. */
	String at(String pointer) throws IOException {
		return json().at(pointer).asText();
	}
}
