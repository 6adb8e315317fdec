/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

	private Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private final RequestLimit limit = new RequestLimit(2, Duration.ofMinutes(10), new Clock() {

		@Override
		public Instant instant() {
			return now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}
	});

	@Test
	void allows_shouldCountEachByItself_untilTheTimeIsOver() {
		assertThat(limit.allows("a")).isTrue();
		assertThat(limit.allows("a")).isTrue();
		assertThat(limit.allows("a")).isFalse();
		assertThat(limit.allows("b")).isTrue();
		now = now.plusSeconds(limit.retryAfter() - 1);
		assertThat(limit.allows("a")).isFalse();
		now = now.plusSeconds(1);
		assertThat(limit.allows("a")).isTrue();
	}

	@Test
	void memory_shouldBeBounded_andForgetWhoCameLongAgo() {
		limit.allows("first");
		limit.allows("first");
		for (int i = 0; i < 10_000; i++) {
			limit.allows("other " + i);
		}
		assertThat(limit.allows("first")).as("forgotten").isTrue();
		assertThat(limit.allows("other 9999")).isTrue();
		assertThat(limit.allows("other 9999")).as("remembered").isFalse();
	}
}
