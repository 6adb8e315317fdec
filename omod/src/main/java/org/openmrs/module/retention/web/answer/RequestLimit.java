/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;

/** So many requests of one kind in a stretch of time; each server process counts its own, in bounded memory. */
@RequiredArgsConstructor
class RequestLimit {

	private static final int REMEMBERED = 10_000;

	private final int most;

	private final Duration within;

	private final Clock clock;

	/** The longest unused ones are forgotten first. */
	private final Map<String, long[]> counts = new LinkedHashMap<String, long[]>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, long[]> eldest) {
			return size() > REMEMBERED;
		}
	};

	/** Counts one; false: it is one too many. */
	synchronized boolean allows(String key) {
		long now = clock.millis();
		long[] count = counts.computeIfAbsent(key, any -> new long[]{ now, 0 });
		if (now - count[0] >= within.toMillis()) {
			count[0] = now;
			count[1] = 0;
		}
		return ++count[1] <= most;
	}

	/** In seconds: after that the next one is allowed for certain. */
	long retryAfter() {
		return within.getSeconds();
	}
}
