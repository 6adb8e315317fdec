/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallingHoursTest {

	@Test
	void parse_shouldReadTheHours() {
		CallingHours hours = CallingHours.parse(" 09:30 - 18:00 ");

		assertThat(hours.getFrom()).isEqualTo(LocalTime.of(9, 30));
		assertThat(hours.getTo()).isEqualTo(LocalTime.of(18, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "--", "08:00", "08:00-", "-20:00", "20:00-08:00", "08:00-08:04", "08:00-12:00-13:00",
		"day" })
	void parse_shouldTakeTheStandardHours_whenItDoesNotReadSo(String written) {
		assertThat(CallingHours.parse(written)).isEqualTo(CallingHours.STANDARD);
	}
}
