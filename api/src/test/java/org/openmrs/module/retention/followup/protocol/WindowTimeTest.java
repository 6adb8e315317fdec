/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTimeTest {

	@Test
	void parse_shouldReadALocalTime() {
		WindowTime time = WindowTime.parse("09:30");
		assertThat(time.getBase()).isEqualTo(WindowTime.Base.CLOCK);
		assertThat(time.getTime()).isEqualTo(LocalTime.of(9, 30));
	}

	@ParameterizedTest
	@CsvSource({ "OPEN,OPEN,0", "OPEN+PT30M,OPEN,30", "CLOSE-PT90M,CLOSE,-90", "CLOSE-PT1H30M,CLOSE,-90" })
	void parse_shouldReadOpeningAndClosing(String text, WindowTime.Base base, long minutes) {
		WindowTime time = WindowTime.parse(text);
		assertThat(time.getBase()).isEqualTo(base);
		assertThat(time.getShift()).isEqualTo(Duration.ofMinutes(minutes));
		assertThat(time.getTime()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "9:00", "24:00", "09:00:00", "open", "OPEN+30", "OPEN PT30M", "OPEN+PT-30M", "OPEN+P1D",
		"OPEN+PT24H", "OPEN+PT", "NOON", "CLOSE-PT90M " })
	void parse_shouldRefuseAnythingElse(String text) {
		assertThatThrownBy(() -> WindowTime.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(text);
	}
}
