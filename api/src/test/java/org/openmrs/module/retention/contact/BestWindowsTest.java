/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestWindowsTest {

	@Test
	void contains_shouldGoByWeekdayAndTime() {
		BestWindows windows = BestWindows.parse("MONDAY 17:00-19:00; FRIDAY 09:00-11:30");
		assertThat(windows.contains(LocalDateTime.parse("2026-11-23T17:00"))).isTrue();
		assertThat(windows.contains(LocalDateTime.parse("2026-11-23T19:00"))).isFalse();
		assertThat(windows.contains(LocalDateTime.parse("2026-11-24T17:30"))).isFalse();
		assertThat(windows.contains(LocalDateTime.parse("2026-11-27T11:29"))).isTrue();
	}

	@Test
	void parse_shouldReadNoneFromNothing() {
		assertThat(BestWindows.parse(null).getWindows()).isEmpty();
		assertThat(BestWindows.parse(" ; ").getWindows()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "MONDAY", "MONDAY 17:00", "MONTAG 17:00-19:00", "MONDAY 19:00-17:00", "MONDAY 17-19",
		"MONDAY 17:00-25:00", "MONDAY 17:00-17:00" })
	void parse_shouldSayWhichPartCannotBeRead(String part) {
		assertThatThrownBy(() -> BestWindows.parse("FRIDAY 09:00-11:30; " + part))
			.isInstanceOf(IllegalArgumentException.class).hasMessage(part);
	}
}
