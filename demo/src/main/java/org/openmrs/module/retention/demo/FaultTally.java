/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the servers of a {@link FaultRun} have said to those who work with them. */
final class FaultTally {

	/** So long after its connections are gone a server may say that it failed. */
	private static final Duration RECOVERING = Duration.ofSeconds(10);

	/** Uuids of the contacts that a server has said it recorded. */
	final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

	/** Of those the ones that said that a number is wrong. */
	final Queue<String> wrongNumbers = new ConcurrentLinkedQueue<>();

	final Queue<String> failures = new ConcurrentLinkedQueue<>();

	/** Tasks that two people were told are theirs at one time. */
	final Queue<String> shared = new ConcurrentLinkedQueue<>();

	final AtomicInteger cut = new AtomicInteger();

	final AtomicInteger refused = new AtomicInteger();

	final AtomicInteger rowsOpened = new AtomicInteger();

	final AtomicInteger voided = new AtomicInteger();

	final AtomicInteger retired = new AtomicInteger();

	volatile boolean working = true;

	private volatile Instant disconnectedAt = Instant.EPOCH;

	private final Supplier<String> server;

	private final Map<String, Lease> leases = new ConcurrentHashMap<>();

	/** Who was told that a task is theirs, and until when. */
	private record Lease(String who, Instant until) {
	}

	/** @param server address of any of them; null: it is down */
	FaultTally(Supplier<String> server) {
		this.server = server;
	}

	/** Servers may fail for so long; said again when it is over. */
	void disconnected(Duration longest) {
		disconnectedAt = Instant.now().plus(longest);
	}

	/** Does something again and again at any of the servers, until the run is over. */
	void work(String user, String password, java.util.function.Consumer<Rest> turn) {
		while (working) {
			String url = server.get();
			if (url == null) {
				continue;
			}
			try {
				turn.accept(new Rest(url, user, password));
			}
			catch (IllegalStateException e) {
				cut.incrementAndGet();
			}
		}
	}

	/** Two at one task is a conflict; what a server says of its own failure is a finding, unless it had no database. */
	boolean answered(Rest.Answer answer) {
		if (answer.status() >= 500 && Instant.now().isBefore(disconnectedAt.plus(RECOVERING))) {
			cut.incrementAndGet();
		} else if (answer.status() >= 500) {
			failures.add(answer.status() + " " + answer.error());
		} else if (answer.status() >= 400) {
			refused.incrementAndGet();
		}
		return answer.status() / 100 == 2;
	}

	/** A server has said that the task is this one's for a while; a finding when it has said so to somebody else. */
	void leased(String task, String who, String until) {
		Instant now = Instant.now();
		Lease before = leases.put(task, new Lease(who, OffsetDateTime.parse(until).toInstant()));
		if (before != null && !before.who().equals(who) && before.until().isAfter(now)) {
			shared.add(task + " was " + before.who() + "'s until " + before.until() + ", and " + who + "'s");
		}
	}

	/** Something is about to be asked for that may give the task free. */
	void mayBeFree(String task) {
		leases.remove(task);
	}

	static int chance(int bound) {
		return ThreadLocalRandom.current().nextInt(bound);
	}
}
