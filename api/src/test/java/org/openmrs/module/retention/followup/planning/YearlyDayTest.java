/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;

class YearlyDayTest {

	private static final Trigger BIRTHDAY = Trigger.builder().type(TriggerType.DATE).date(Trigger.BIRTHDAY).build();

	@Property
	void everybody_shouldHaveOneBirthdayAYear(@ForAll @IntRange(min = 0, max = 36_500) int born,
		@ForAll @IntRange(min = 2026, max = 2034) int year) {
		LocalDate birthdate = LocalDate.of(1926, 1, 1).plusDays(born);
		LocalDate day = LocalDate.of(year, 1, 1);
		int birthdays = 0;
		for (; day.getYear() == year; day = day.plusDays(1)) {
			if (YearlyDay.bornOn(BIRTHDAY, day).contains(birthdate)) {
				birthdays++;
				assertThat(day.getMonth()).isEqualTo(birthdate.getMonth());
			}
		}

		assertThat(birthdays).isEqualTo(birthdate.getYear() <= year ? 1 : 0);
	}

	@Test
	void bornOn_shouldCelebrateTheLeapDayOnThe28th_whenTheYearHasNone() {
		LocalDate leapling = LocalDate.of(2000, 2, 29);

		assertThat(YearlyDay.bornOn(BIRTHDAY, LocalDate.of(2027, 2, 28))).contains(leapling, LocalDate.of(2000, 2, 28));
		assertThat(YearlyDay.bornOn(BIRTHDAY, LocalDate.of(2027, 3, 1))).doesNotContain(leapling);
		assertThat(YearlyDay.bornOn(BIRTHDAY, LocalDate.of(2028, 2, 28))).doesNotContain(leapling);
		assertThat(YearlyDay.bornOn(BIRTHDAY, LocalDate.of(2028, 2, 29))).contains(leapling)
			.doesNotContain(LocalDate.of(2000, 2, 28));
	}

	@Test
	void isOn_shouldMeanTheDayOfEachYear() {
		Trigger christmas = Trigger.builder().type(TriggerType.DATE).date("--12-24").build();
		Trigger leapDay = Trigger.builder().type(TriggerType.DATE).date("--02-29").build();

		assertThat(YearlyDay.isOn(christmas, LocalDate.of(2026, 12, 24))).isTrue();
		assertThat(YearlyDay.isOn(christmas, LocalDate.of(2026, 12, 25))).isFalse();
		assertThat(YearlyDay.isOn(leapDay, LocalDate.of(2027, 2, 28))).isTrue();
		assertThat(YearlyDay.isOn(leapDay, LocalDate.of(2028, 2, 28))).isFalse();
		assertThat(YearlyDay.bornOn(christmas, LocalDate.of(2026, 12, 24))).isNull();
	}
}
