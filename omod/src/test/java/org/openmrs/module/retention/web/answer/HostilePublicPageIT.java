/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.PublicGround;
import org.openmrs.module.retention.web.RestServer;

/**
 * Ten thousand random and mutated requests to the pages that need no account, from many addresses, lest the limits answer them
 * all: whatever is sent, nothing fails, tells of the inside, is stored or is kept in memory. Bodies that the platform's
 * multipart filter refuses before the module sees them are left out.
 */
class HostilePublicPageIT {

	private static final int REQUESTS = 10_000;

	private static final int THREADS = 4;

	private static final int ADDRESSES = 200;

	/** Characters before a token. */
	private static final int PREFIX = "/ws/retention/s/".length();

	private static final long SEED = 20261122;

	private static final long MOST_GROWTH = 48L << 20;

	private static final String[] METHODS = { "GET", "GET", "GET", "GET", "GET", "GET", "POST", "POST", "POST",
		"POST", "POST", "POST", "POST", "POST", "POST", "PUT", "DELETE", "PATCH",
		"HEAD", "OPTIONS", "PROPFIND", "get" };

	private static final String[] TYPES = { "application/x-www-form-urlencoded", "application/x-www-form-urlencoded",
		"application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded;charset=nonsense",
		"application/json", "text/plain", "", ";;;", "a/b/c" };

	private static final String[] NASTY = { "%00", "%ff%fe", "%c0%ae", "..%2f", "%2e%2e/", ";jsessionid=x", ".json", "//",
		"%E2%80%AE", "<script>", "%", "%zz", "${7*7}", "#", "'--", "%0d%0aSet-Cookie:a=b", "\\", "@", "+" };

	private static final String[] VALUES = { "", "11", "-1", "1e9", "NaN", "%F0%9F%A6%B7", "%00", "yes", "no", "<script>",
		"9999999999999999999999", "0x9", "%ED%A0%80", "2026-99-99" };

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final AtomicInteger answered = new AtomicInteger();

	private final Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());

	private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

	@Test
	void requests_shouldNeverFailStoreOrGrowAnything() throws Exception {
		URI url = URI.create(server.url());
		assumeTrue(InetAddress.getByName(url.getHost()).isLoopbackAddress(), "its addresses must be ours to choose");
		PublicGround ground = new PublicGround(server, clinic);
		List<String> links = ground.links();
		run(url, links, 500, SEED - 1);
		long sessions = ground.sessions();
		Map<String, Long> rows = ground.rows();
		long memory = ground.memory();
		run(url, links, REQUESTS, SEED);
		assertThat(failures).isEmpty();
		assertThat(answered.get()).as("answered by the server").isGreaterThan(REQUESTS * 9 / 10);
		assertThat(statuses.getOrDefault(429, 0)).as("most pass the limits: %s", statuses).isLessThan(REQUESTS / 3);
		assertThat(statuses).containsKeys(200, 400, 404, 405, 411, 415);
		assertThat(ground.rows()).isEqualTo(rows);
		assertThat(ground.sessions()).isLessThanOrEqualTo(sessions);
		assertThat(ground.memory() - memory).isLessThan(MOST_GROWTH);
	}

	private void run(URI url, List<String> links, int count, long seed) throws InterruptedException {
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		for (int thread = 0; thread < THREADS; thread++) {
			Random random = new Random(seed + thread);
			pool.execute(() -> {
				for (int i = 0; i < count / THREADS; i++) {
					send(url, links, random);
				}
			});
		}
		pool.shutdown();
		assertThat(pool.awaitTermination(4, TimeUnit.MINUTES)).isTrue();
	}

	private void send(URI url, List<String> links, Random random) {
		byte[] request = request(url, links, random);
		try (Socket socket = new Socket()) {
			socket.bind(new InetSocketAddress("127.0.1." + (1 + random.nextInt(ADDRESSES)), 0));
			socket.connect(new InetSocketAddress(InetAddress.getByName(url.getHost()), url.getPort()), 10_000);
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request);
			socket.shutdownOutput();
			judge(request, new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException e) {
			// what cannot be read as HTTP is cut off
		}
	}

	private void judge(byte[] request, String answer) {
		if (!answer.startsWith("HTTP/1.1 ")) {
			return;
		}
		answered.incrementAndGet();
		int status = Integer.parseInt(answer.substring(9, 12));
		statuses.merge(status, 1, Integer::sum);
		boolean tells = answer.contains("org.openmrs") || answer.contains("stackTrace") || answer.contains("org.hibernate")
			|| answer.contains("org.springframework") || answer.contains("<script>alert");
		boolean cookie = answer.toLowerCase(java.util.Locale.ROOT).contains("\nset-cookie");
		if (status >= 500 || tells || cookie) {
			failures.add(new String(request, 0, Math.min(request.length, 400), StandardCharsets.UTF_8) + "\n=> "
				+ answer.substring(0, Math.min(600, answer.length())));
		}
	}

	private static byte[] request(URI url, List<String> links, Random random) {
		String method = one(METHODS, random);
		StringBuilder head = new StringBuilder();
		head.append(method).append(' ').append(url.getPath()).append(path(links, random)).append(" HTTP/1.1\r\nHost: ")
			.append(url.getHost()).append("\r\nConnection: close\r\n");
		if (random.nextInt(4) == 0) {
			head.append("Accept-Language: ").append(junk(random, 30)).append("\r\n");
		}
		if (random.nextInt(4) == 0) {
			head.append("Cookie: JSESSIONID=").append(junk(random, 32)).append("\r\n");
		}
		if (random.nextInt(8) == 0) {
			head.append("X-Forwarded-For: ").append(junk(random, 20)).append("\r\n");
		}
		byte[] body = "GET".equals(method) || "HEAD".equals(method) ? new byte[0] : body(random);
		if (body.length > 0 || "POST".equals(method)) {
			head.append("Content-Type: ").append(one(TYPES, random)).append("\r\n");
			if (random.nextInt(12) == 0) {
				head.append("Transfer-Encoding: chunked\r\n");
				body = (Integer.toHexString(body.length) + "\r\n" + new String(body, StandardCharsets.ISO_8859_1)
					+ "\r\n0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
			} else {
				head.append("Content-Length: ").append(body.length).append("\r\n");
			}
		}
		byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.write(start, 0, start.length);
		whole.write(body, 0, body.length);
		return whole.toByteArray();
	}

	/** Below the application: a link as it is, changed a little, or nothing like one. */
	private static String path(List<String> links, Random random) {
		String link = links.get(random.nextInt(links.size()));
		switch (random.nextInt(6)) {
			case 0:
			case 1:
				return link;
			case 2:
				int at = PREFIX + random.nextInt(link.length() - PREFIX);
				return link.substring(0, at) + (char) ('A' + random.nextInt(26)) + link.substring(at + 1);
			case 3:
				return link + one(NASTY, random);
			case 4:
				return link + "?" + one(new String[]{ "show", "language", "key", "answer.x", "" }, random) + "="
					+ one(VALUES, random);
			default:
				return (random.nextBoolean() ? "/ws/retention/s/" : "/ws/retention/k/") + token(random) + one(NASTY, random);
		}
	}

	private static String token(Random random) {
		String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		StringBuilder token = new StringBuilder();
		int length = random.nextInt(4) == 0 ? 1 + random.nextInt(130) : 22;
		for (int i = 0; i < length; i++) {
			token.append(letters.charAt(random.nextInt(letters.length())));
		}
		return token.toString();
	}

	/** Never with an answer to the question that needs one that would be taken. */
	private static byte[] body(Random random) {
		StringBuilder body = new StringBuilder();
		int fields = random.nextInt(8);
		for (int i = 0; i < fields; i++) {
			String name = one(new String[]{ "answer.recommend", "answer.better", "answer.call-me", "answer.nothing", "show",
				"language", "key", "send", "token", "answer.", "a%00b" }, random);
			String value = "answer.recommend".equals(name) ? one(new String[]{ "", "11", "-1", "x", "%00" }, random)
				: random.nextInt(20) == 0 ? String.join("", Collections.nCopies(random.nextInt(9_000), "%E4%BD%A0"))
					: one(VALUES, random);
			body.append(i == 0 ? "" : one(new String[]{ "&", "&", "&", ";", "&&" }, random)).append(name).append('=')
				.append(value);
		}
		if (random.nextInt(10) == 0) {
			body.append(junk(random, 200));
		}
		return body.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String junk(Random random, int most) {
		StringBuilder junk = new StringBuilder();
		for (int i = random.nextInt(most); i >= 0; i--) {
			junk.append((char) (33 + random.nextInt(94)));
		}
		return junk.toString();
	}

	private static String one(String[] of, Random random) {
		return of[random.nextInt(of.length)];
	}
}
