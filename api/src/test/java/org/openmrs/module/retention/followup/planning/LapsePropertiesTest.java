/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the months between: the day on which a plan may first be made reads the visit that it hangs on. */
class LapsePropertiesTest {

	@Property
	void visits_shouldBeReadOnTheDayTheirFirstStepComesNear(@ForAll @IntRange(max = 1500) int day,
		@ForAll @IntRange(min = 1, max = 24) int months, @ForAll @IntRange(max = 30) int days,
		@ForAll @IntRange(min = -11, max = 11) int offsetMonths, @ForAll @IntRange(min = -27, max = 27) int offsetDays) {
		LocalDate visit = LocalDate.of(2026, 1, 1).plusDays(day);
		Period period = Period.of(0, months, days);
		Period offset = Period.of(0, offsetMonths, offsetDays);
		LocalDate step = visit.plus(period).plus(offset);

		assertThat(visit).isAfter(LapsePart.earliest(step, offset, period)).isBefore(LapsePart.latest(step, offset, period));
	}
}
