/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.calendar.Calendars.closed;
import static org.openmrs.module.retention.calendar.Calendars.office;
import static org.openmrs.module.retention.calendar.Calendars.open;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.planning.PlannedStep.Fate;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Roll;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.protocol.StepDefinition.StepDefinitionBuilder;

class ScheduleTest {

	private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	private static final String CALENDAR = "5a1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b8b";

	/** A Wednesday; the office is open Monday to Friday from 09:00 to 17:00. */
	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);

	private static final LocalDate FRIDAY = WEDNESDAY.plusDays(2);

	private static final LocalDate SATURDAY = WEDNESDAY.plusDays(3);

	private static final LocalDate MONDAY = WEDNESDAY.plusDays(5);

	private static final StepDefinition SAME_DAY = step("same-day", "P0D").windowFrom("CLOSE-PT90M").windowTo("CLOSE")
		.notBefore("PT2H").grace(0).target("PT1M").build();

	private static final StepDefinition NEXT_DAY = step("next-day", "P1D").windowFrom("10:00").windowTo("15:00").build();

	private static final StepDefinition ONE_WEEK = step("one-week", "P7D").grace(2).build();

	private static final StepDefinition RESTORATION = step("restoration", "P3M").grace(10).build();

	private static final List<StepDefinition> EXTRACTION = Arrays.asList(SAME_DAY, NEXT_DAY, ONE_WEEK, RESTORATION);

	/** P1: the four calls after an extraction. */
	@Nested
	class Extraction {

		@Test
		void of_shouldCallTheSameDayBeforeClosing_theNextDay_afterAWeek_andForTheRestoration() {
			List<PlannedStep> steps = schedule(WEDNESDAY.atTime(10, 0)).of(EXTRACTION);

			assertThat(steps).allMatch(PlannedStep::isKept);
			assertThat(steps).extracting(PlannedStep::getDay).containsExactly(WEDNESDAY, THURSDAY, WEDNESDAY.plusDays(7),
				LocalDate.of(2027, 2, 18));
			assertWindow(steps.get(0), WEDNESDAY.atTime(15, 30), WEDNESDAY.atTime(17, 0));
			assertWindow(steps.get(1), THURSDAY.atTime(10, 0), THURSDAY.atTime(15, 0));
			assertWindow(steps.get(2), WEDNESDAY.plusDays(7).atTime(9, 0), WEDNESDAY.plusDays(7).atTime(17, 0));
		}

		@Test
		void of_shouldShortenTheSameDayWindow_whenNotBeforeFallsIntoIt() {
			PlannedStep sameDay = schedule(WEDNESDAY.atTime(14, 30)).of(EXTRACTION).get(0);

			assertWindow(sameDay, WEDNESDAY.atTime(16, 30), WEDNESDAY.atTime(17, 0));
		}

		@Test
		void of_shouldMoveTheSameDayCallToTheNextOpeningAndAbsorbTheNextDays_whenNotBeforePassesClosing() {
			List<PlannedStep> steps = schedule(WEDNESDAY.atTime(16, 0)).of(EXTRACTION);

			assertThat(steps).extracting(PlannedStep::getFate).containsExactly(Fate.KEPT, Fate.ABSORBED, Fate.KEPT,
				Fate.KEPT);
			assertThat(steps.get(0).getDay()).isEqualTo(THURSDAY);
			assertThat(steps.get(0).getFrom()).isEqualTo(at(THURSDAY.atTime(9, 0)));
			assertThat(steps.get(0).getBy()).as("as long as the absorbed call could have been made")
				.isEqualTo(at(THURSDAY.atTime(15, 0)));
			assertThat(steps.get(0).getExpiresAt()).isEqualTo(steps.get(1).getExpiresAt());
		}

		@Test
		void of_shouldKeepTheHours_whenTheAbsorbedCallIsAfterHours() {
			StepDefinition evening = step("evening", "P1D").windowFrom("18:00").windowTo("20:00").roll(Roll.NONE).build();
			List<PlannedStep> steps = schedule(WEDNESDAY.atTime(16, 0)).of(Arrays.asList(SAME_DAY, evening));

			assertThat(kept(steps)).containsExactly("same-day");
			assertThat(steps.get(0).getBy()).isBeforeOrEqualTo(at(THURSDAY.atTime(17, 0)));
			assertThat(steps.get(0).getExpiresAt()).isEqualTo(steps.get(1).getExpiresAt());
		}

		@Test
		void of_shouldMoveItToMonday_whenExtractedOnFridayEvening() {
			List<PlannedStep> steps = schedule(FRIDAY.atTime(16, 45)).of(EXTRACTION);

			assertThat(steps.get(0).getDay()).isEqualTo(MONDAY);
			assertThat(steps.get(1).getFate()).as("Saturday's call rolls to Monday").isEqualTo(Fate.ABSORBED);
			assertThat(steps.get(2).getDay()).isEqualTo(FRIDAY.plusDays(7));
		}

		@Test
		void of_shouldMoveItToMonday_whenExtractedOnAClosedDay() {
			List<PlannedStep> steps = schedule(SATURDAY.atTime(10, 0)).of(EXTRACTION);

			assertThat(kept(steps)).containsExactly("same-day", "one-week", "restoration");
			assertThat(steps.get(0).getDay()).isEqualTo(MONDAY);
		}

		@Test
		void of_shouldMoveTheSameDayCall_whenTheAnchorItselfLiesAfterClosing() {
			List<PlannedStep> steps = schedule(WEDNESDAY.atTime(18, 0)).of(Collections.singletonList(
				step("same-day", "P0D").build()));

			assertWindow(steps.get(0), THURSDAY.atTime(9, 0), THURSDAY.atTime(17, 0));
		}

		@Test
		void of_shouldMakeOneCallAfterAHolidayWeek() {
			Schedule schedule = schedule(LocalDate.of(2026, 12, 23).atTime(10, 0), closed("2026-12-24", "2027-01-01"));

			List<PlannedStep> steps = schedule.of(EXTRACTION);

			assertThat(kept(steps)).containsExactly("same-day", "one-week", "restoration");
			assertThat(steps.get(2).getDay()).as("the later of the two that fall on it").isEqualTo(LocalDate.of(2027, 1, 4));
			assertThat(steps.get(1).getFate()).isEqualTo(Fate.ABSORBED);
		}
	}

	@Nested
	class Days {

		@Test
		void of_shouldCountPeriodsAsJavaTimeDoes() {
			Schedule schedule = schedule(LocalDate.of(2027, 1, 31).atTime(10, 0));

			assertThat(schedule.of(Arrays.asList(step("a", "P1M").roll(Roll.NONE).build(),
				step("b", "P1M").afterPrevious(true).roll(Roll.NONE).build()))).extracting(PlannedStep::getDay)
				.containsExactly(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 28));
		}

		@Test
		void of_shouldCountFromThePreviousStepsDay_whenAfterPrevious() {
			List<PlannedStep> steps = schedule(FRIDAY.atTime(10, 0)).of(Arrays.asList(step("a", "P1D").build(),
				step("b", "P2D").afterPrevious(true).build()));

			assertThat(steps).extracting(PlannedStep::getDay).containsExactly(MONDAY, MONDAY.plusDays(2));
		}

		@Test
		void of_shouldRollClosedDaysAsTheStepSays() {
			assertThat(dayOf(step("next", "P1D").roll(Roll.NEXT))).isEqualTo(MONDAY);
			assertThat(dayOf(step("previous", "P1D").roll(Roll.PREVIOUS))).isEqualTo(FRIDAY);
			assertThat(dayOf(step("none", "P1D").roll(Roll.NONE))).isEqualTo(SATURDAY);
		}

		@Test
		void of_shouldNeverRollACriticalStep() {
			PlannedStep step = only(schedule(FRIDAY.atTime(10, 0)),
				step("critical", "P1D").critical(true).windowFrom("OPEN").windowTo("OPEN+PT1H").build());

			assertThat(step.getDay()).isEqualTo(SATURDAY);
			assertWindow(step, SATURDAY.atTime(9, 0), SATURDAY.atTime(10, 0));
		}

		@Test
		void of_shouldNotRollBeforeTheAnchorNorOntoATakenDay() {
			assertThat(only(schedule(SATURDAY.atTime(10, 0)), step("previous", "P0D").roll(Roll.PREVIOUS).build()).getDay())
				.isEqualTo(MONDAY);
			List<PlannedStep> steps = schedule(FRIDAY.atTime(10, 0)).of(Arrays.asList(step("same-day", "P0D").build(),
				step("previous", "P1D").roll(Roll.PREVIOUS).build()));
			assertThat(steps).extracting(PlannedStep::getDay).containsExactly(FRIDAY, MONDAY);
		}

		@Test
		void of_shouldKeepTheLater_whenTwoRollOntoOneDay() {
			List<PlannedStep> steps = schedule(FRIDAY.atTime(10, 0)).of(Arrays.asList(step("saturday", "P1D").build(),
				step("sunday", "P2D").build(), step("tuesday", "P4D").build()));

			assertThat(kept(steps)).containsExactly("sunday", "tuesday");
		}

		@Test
		void of_shouldKeepACriticalStep_whenAnotherRollsOntoItsDay() {
			List<PlannedStep> steps = schedule(FRIDAY.atTime(10, 0)).of(Arrays.asList(
				step("saturday", "P1D").build(), step("critical-monday", "P3D").critical(true).build()));
			assertThat(kept(steps)).containsExactly("critical-monday");

			steps = schedule(FRIDAY.atTime(16, 30)).of(Arrays.asList(step("critical", "P0D").critical(true)
				.notBefore("PT72H").build(), step("saturday", "P1D").build()));
			assertThat(kept(steps)).containsExactly("critical");
		}

		@Test
		void of_shouldPutASecondCriticalStepOnTheDayAfter() {
			List<PlannedStep> steps = schedule(FRIDAY.atTime(16, 30)).of(Arrays.asList(step("first", "P0D").critical(true)
				.notBefore("PT20H").build(), step("second", "P1D").critical(true).build()));

			assertThat(steps).extracting(PlannedStep::getDay).containsExactly(SATURDAY, SATURDAY.plusDays(1));
		}
	}

	@Nested
	class Windows {

		@Test
		void of_shouldFollowAHalfDay() {
			Schedule schedule = schedule(WEDNESDAY.atTime(8, 0), open("2026-11-18", "09:00-12:00"));

			assertWindow(only(schedule, step("a", "P0D").windowFrom("CLOSE-PT90M").windowTo("CLOSE").build()),
				WEDNESDAY.atTime(10, 30), WEDNESDAY.atTime(12, 0));
			assertWindow(only(schedule, step("b", "P0D").windowFrom("11:00").windowTo("15:00").build()),
				WEDNESDAY.atTime(11, 0), WEDNESDAY.atTime(12, 0));
			assertWindow(only(schedule, step("c", "P0D").windowFrom("14:00").windowTo("15:30").build()),
				WEDNESDAY.atTime(10, 30), WEDNESDAY.atTime(12, 0));
			assertWindow(only(schedule, step("d", "P0D").windowFrom("16:00").windowTo("CLOSE").build()),
				WEDNESDAY.atTime(11, 0), WEDNESDAY.atTime(12, 0));
		}

		@Test
		void of_shouldKeepItsTimes_whenCriticalOrNotRolled() {
			StepDefinitionBuilder evening = step("evening", "P1D").windowFrom("19:00").windowTo("20:00");
			Schedule schedule = schedule(WEDNESDAY.atTime(10, 0));

			assertWindow(only(schedule, evening.critical(true).build()), THURSDAY.atTime(19, 0), THURSDAY.atTime(20, 0));
			assertWindow(only(schedule, evening.critical(false).roll(Roll.NONE).build()), THURSDAY.atTime(19, 0),
				THURSDAY.atTime(20, 0));
			assertWindow(only(schedule, evening.roll(Roll.NEXT).build()), THURSDAY.atTime(16, 0), THURSDAY.atTime(17, 0));
		}

		@Test
		void of_shouldBeginNotBeforeAndStayOpenUntilClosing_whenTheWindowIsOver() {
			PlannedStep step = only(schedule(WEDNESDAY.atTime(11, 0)),
				step("a", "P0D").windowFrom("09:00").windowTo("10:00").notBefore("PT1H").build());

			assertWindow(step, WEDNESDAY.atTime(12, 0), WEDNESDAY.atTime(17, 0));
		}

		@Test
		void of_shouldLeaveRoomForTheCallBeforeClosing() {
			PlannedStep step = only(schedule(WEDNESDAY.atTime(16, 55)), step("a", "P0D").target("PT10M").build());

			assertThat(step.getDay()).isEqualTo(THURSDAY);
		}

		@Test
		void of_shouldCountGraceInOpenDays() {
			assertThat(only(schedule(FRIDAY.atTime(10, 0)), step("a", "P0D").grace(0).build()).getExpiresAt())
				.isEqualTo(at(SATURDAY.atStartOfDay()));
			assertThat(only(schedule(FRIDAY.atTime(10, 0)), step("a", "P0D").grace(2).build()).getExpiresAt())
				.isEqualTo(at(MONDAY.plusDays(2).atStartOfDay()));
		}

		@Test
		void of_shouldEndTheGraceWithinWhatAListReads() {
			PlannedStep step = only(schedule(FRIDAY.atTime(10, 0)), step("a", "P0D").grace(366).build());

			assertThat(Duration.between(step.getBy(), step.getExpiresAt())).isEqualTo(Duration.ofDays(400));
		}
	}

	@Nested
	class DaylightSaving {

		private final LocalDate spring = LocalDate.of(2027, 3, 28);

		private final LocalDate autumn = LocalDate.of(2026, 10, 25);

		@Test
		void of_shouldKeepLocalTimeAcrossTheChange() {
			Schedule schedule = new Schedule(at(autumn.minusDays(1).atTime(10, 0)), always());
			PlannedStep step = only(schedule, step("a", "P1D").windowFrom("10:00").windowTo("11:00").build());

			assertThat(step.getFrom()).isEqualTo(Instant.parse("2026-10-25T09:00:00Z"));
		}

		@Test
		void of_shouldMoveAWindowInTheGapForwardByIt() {
			Schedule schedule = new Schedule(at(spring.minusDays(1).atTime(10, 0)), always());
			PlannedStep step = only(schedule, step("a", "P1D").windowFrom("02:30").windowTo("03:15").build());

			assertThat(step.getFrom()).as("02:30 does not exist").isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
			assertThat(Duration.between(step.getFrom(), step.getBy())).isEqualTo(Duration.ofMinutes(45));
		}

		@Test
		void of_shouldTakeTheFirstOfTwoEqualTimes() {
			Schedule schedule = new Schedule(at(autumn.minusDays(1).atTime(10, 0)), always());
			PlannedStep step = only(schedule, step("a", "P1D").windowFrom("02:30").windowTo("04:00").build());

			assertThat(step.getFrom()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
			assertThat(step.getBy()).isEqualTo(Instant.parse("2026-10-25T03:00:00Z"));
		}

		private Site always() {
			return new Site(1, OSLO, OpeningHours.always(), null);
		}
	}

	@Nested
	class LatePlanning {

		@Test
		void of_shouldKeepOnlyTheLatestOfTheStepsAlreadyDue() {
			List<PlannedStep> steps = schedule(WEDNESDAY.atTime(10, 0)).of(EXTRACTION, at(THURSDAY.atTime(11, 0)));

			assertThat(steps).extracting(PlannedStep::getFate).containsExactly(Fate.LATE, Fate.KEPT, Fate.KEPT, Fate.KEPT);
		}

		@Test
		void of_shouldKeepAllThatIsNotDueYet() {
			List<PlannedStep> steps = schedule(WEDNESDAY.atTime(10, 0)).of(EXTRACTION, at(WEDNESDAY.atTime(10, 5)));

			assertThat(steps).allMatch(PlannedStep::isKept);
		}

		@Test
		void of_shouldNotKeepADueStepThatIsPastItsGrace() {
			List<PlannedStep> steps = schedule(WEDNESDAY.atTime(10, 0)).of(EXTRACTION, at(MONDAY.atTime(11, 0)));

			assertThat(steps).extracting(PlannedStep::getFate).containsExactly(Fate.LATE, Fate.LATE, Fate.KEPT, Fate.KEPT);
		}

		@Test
		void of_shouldBeEmpty_whenEveryStepIsPastItsGrace() {
			assertThat(schedule(WEDNESDAY.atTime(10, 0)).of(EXTRACTION, at(WEDNESDAY.plusYears(1).atStartOfDay())))
				.isEmpty();
		}
	}

	/** P45: while the patient is still here. */
	@Nested
	class AtVisit {

		private final StepDefinition atVisit = step("at-visit", "P0D").atVisit(true).channel(Channel.IN_PERSON).build();

		@Test
		void atVisit_shouldBeWorthDoingFromTheAnchorToTheEndOfTheDay() {
			PlannedStep step = only(schedule(WEDNESDAY.atTime(10, 0)), atVisit);

			assertWindow(step, WEDNESDAY.atTime(10, 0), WEDNESDAY.atTime(17, 0));
			assertThat(step.getExpiresAt()).isEqualTo(at(THURSDAY.atStartOfDay()));
			assertThat(step.getDay()).isEqualTo(WEDNESDAY);
		}

		@Test
		void atVisit_shouldGoByNoHours() {
			assertWindow(only(schedule(WEDNESDAY.atTime(17, 30)), atVisit), WEDNESDAY.atTime(17, 30),
				THURSDAY.atStartOfDay());
			assertWindow(only(schedule(SATURDAY.atTime(11, 0)), atVisit), SATURDAY.atTime(11, 0),
				SATURDAY.plusDays(1).atStartOfDay());
		}

		@Test
		void atVisit_shouldTakeNoCallsDay() {
			List<StepDefinition> steps = Arrays.asList(atVisit, SAME_DAY, NEXT_DAY);

			assertThat(kept(schedule(WEDNESDAY.atTime(10, 0)).of(steps, at(WEDNESDAY.atTime(10, 5)))))
				.containsExactly("at-visit", "same-day", "next-day");
			assertThat(kept(schedule(WEDNESDAY.atTime(10, 0)).of(steps, at(WEDNESDAY.atTime(16, 0)))))
				.as("entered in the afternoon").containsExactly("at-visit", "same-day", "next-day");
			assertThat(kept(schedule(WEDNESDAY.atTime(10, 0)).of(steps, at(THURSDAY.atTime(10, 0)))))
				.as("the patient has gone").containsExactly("next-day");
		}

		@Test
		void atVisit_shouldBeNothing_whenItWasTheOnlyStepAndTheDayIsOver() {
			assertThat(schedule(WEDNESDAY.atTime(10, 0)).of(Collections.singletonList(atVisit), at(THURSDAY.atTime(0, 1))))
				.isEmpty();
		}

		@Test
		void atVisit_shouldLetTheNextStepCountFromItsDay() {
			StepDefinition later = step("later", "P2D").afterPrevious(true).build();

			assertThat(schedule(WEDNESDAY.atTime(10, 0)).of(Arrays.asList(atVisit, later)))
				.extracting(PlannedStep::getDay).containsExactly(WEDNESDAY, FRIDAY);
		}
	}

	private static StepDefinitionBuilder step(String key, String offset) {
		return StepDefinition.builder().key(key).offset(offset);
	}

	private static Schedule schedule(LocalDateTime anchor, CalendarDefinition.Exception... exceptions) {
		CalendarDefinition calendar = office(CALENDAR).exceptions(Arrays.asList(exceptions)).build();
		return new Schedule(at(anchor), new Site(1, OSLO, OpeningHours.of(calendar), CALENDAR));
	}

	private static LocalDate dayOf(StepDefinitionBuilder step) {
		return only(schedule(FRIDAY.atTime(10, 0)), step.build()).getDay();
	}

	private static PlannedStep only(Schedule schedule, StepDefinition step) {
		return schedule.of(Collections.singletonList(step)).get(0);
	}

	private static List<String> kept(List<PlannedStep> steps) {
		return steps.stream().filter(PlannedStep::isKept).map(s -> s.getStep().getKey()).collect(Collectors.toList());
	}

	private static void assertWindow(PlannedStep step, LocalDateTime from, LocalDateTime by) {
		assertThat(LocalDateTime.ofInstant(step.getFrom(), OSLO)).isEqualTo(from);
		assertThat(LocalDateTime.ofInstant(step.getBy(), OSLO)).isEqualTo(by);
	}

	private static Instant at(LocalDateTime local) {
		return local.atZone(OSLO).toInstant();
	}
}
