/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.calendar.Calendars.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.planning.PlannedStep.Fate;
import org.openmrs.module.retention.followup.protocol.Roll;
import org.openmrs.module.retention.followup.protocol.StepDefinition;

/** Steps that lead up to a moment. */
class LeadingUpTest {

	private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	private static final String CALENDAR = "5a1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b8b";

	/** A Wednesday; open Monday to Friday from 09:00 to 17:00. */
	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private static final Site SITE = new Site(1, OSLO, OpeningHours.of(office(CALENDAR).build()), CALENDAR);

	static final List<StepDefinition> REMINDERS = Arrays.asList(reminder("week", "P-7D"), reminder("day", "P-1D"),
		reminder("same", "P0D"));

	@Test
	void of_shouldBeOverByThen() {
		List<PlannedStep> steps = leadingUp(WEDNESDAY.minusDays(20).atTime(10, 0), WEDNESDAY.atTime(14, 0)).of(REMINDERS);

		assertThat(steps).extracting(PlannedStep::getDay).containsExactly(WEDNESDAY.minusDays(7), WEDNESDAY.minusDays(1),
			WEDNESDAY);
		assertThat(steps).allMatch(PlannedStep::isKept);
		assertThat(steps.get(2).getBy()).isEqualTo(at(WEDNESDAY.atTime(14, 0)));
		assertThat(steps.get(2).getExpiresAt()).isEqualTo(at(WEDNESDAY.atTime(14, 0)));
		assertThat(steps.get(1).getExpiresAt()).as("a day of grace, no further").isEqualTo(at(WEDNESDAY.atTime(14, 0)));
	}

	@Test
	void of_shouldLeaveOutWhatBeginsThenOrLater() {
		assertThat(leadingUp(WEDNESDAY.minusDays(20).atTime(10, 0), WEDNESDAY.atTime(8, 30)).of(REMINDERS))
			.extracting(PlannedStep::getFate).containsExactly(Fate.KEPT, Fate.KEPT, Fate.LATE);
	}

	@Test
	void of_shouldLeaveOutTheDayOnWhichItWasAgreed_andWhatClosedDaysLeaveNoDayFor() {
		LocalDate monday = WEDNESDAY.plusDays(5);

		assertThat(leadingUp(WEDNESDAY.minusDays(1).atTime(10, 0), WEDNESDAY.atTime(14, 0)).of(REMINDERS))
			.extracting(PlannedStep::isKept).containsExactly(false, false, true);
		assertThat(leadingUp(monday.minusDays(2).atTime(10, 0), monday.atTime(14, 0)).of(REMINDERS))
			.extracting(PlannedStep::isKept).containsExactly(false, false, true);
	}

	private static Schedule leadingUp(LocalDateTime agreed, LocalDateTime until) {
		return new Schedule(at(agreed), SITE, until.toLocalDate(), at(until));
	}

	private static StepDefinition reminder(String key, String offset) {
		return StepDefinition.builder().key(key).offset(offset).roll(Roll.PREVIOUS).build();
	}

	private static Instant at(LocalDateTime local) {
		return local.atZone(OSLO).toInstant();
	}
}
