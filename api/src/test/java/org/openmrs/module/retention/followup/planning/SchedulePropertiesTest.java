/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.Calendars;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.planning.PlannedStep.Fate;
import org.openmrs.module.retention.followup.protocol.Roll;
import org.openmrs.module.retention.followup.protocol.StepDefinition;

/** What holds of every schedule: any anchor, any of five zones, three calendars, any valid steps. */
class SchedulePropertiesTest {

	private static final String CALENDAR = "5a1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b8b";

	@Property
	void days_shouldAscendAndNeverFallTogether(@ForAll("schedules") Schedule schedule,
		@ForAll("steps") List<StepDefinition> steps) {
		List<PlannedStep> kept = kept(schedule.of(steps));

		for (int i = 1; i < kept.size(); i++) {
			assertThat(kept.get(i).getDay()).isAfter(kept.get(i - 1).getDay());
			assertThat(kept.get(i).getFrom()).isAfter(kept.get(i - 1).getFrom());
		}
	}

	@Property
	void windows_shouldBeginBeforeTheyEndAndEndWithinTheGrace(@ForAll("schedules") Schedule schedule,
		@ForAll("steps") List<StepDefinition> steps) {
		for (PlannedStep step : schedule.of(steps)) {
			assertThat(step.getFrom()).isBefore(step.getBy());
			assertThat(step.getBy()).isBeforeOrEqualTo(step.getExpiresAt());
		}
	}

	@Property
	void everyStep_shouldBeKeptOrStandAside_andTheLastIsNeverLost(@ForAll("schedules") Schedule schedule,
		@ForAll("steps") List<StepDefinition> steps) {
		List<PlannedStep> planned = schedule.of(steps);

		assertThat(planned).extracting(PlannedStep::getStep).containsExactlyElementsOf(steps);
		assertThat(kept(planned)).isNotEmpty();
		assertThat(planned.stream().filter(s -> s.getStep().isCritical())).allMatch(PlannedStep::isKept);
	}

	@Property
	void windows_shouldLieWithinOpeningHours_unlessCriticalOrNotRolled(@ForAll("anchors") Instant anchor,
		@ForAll("sites") Site site, @ForAll("steps") List<StepDefinition> steps) {
		for (PlannedStep step : new Schedule(anchor, site).of(steps)) {
			if (!step.getStep().isCritical() && step.getStep().getRoll() != Roll.NONE) {
				LocalDate day = step.getDay();
				assertThat(site.getHours().isOpen(day)).isTrue();
				assertThat(step.getFrom()).isBetween(instant(site.getHours().opening(day), site),
					instant(site.getHours().closing(day), site));
				assertThat(step.getBy()).isBeforeOrEqualTo(instant(site.getHours().closing(day), site));
			}
		}
	}

	@Property
	void nobody_shouldBeCalledBeforeTheAnchorAndItsNotBefore(@ForAll("anchors") Instant anchor, @ForAll("sites") Site site,
		@ForAll("steps") List<StepDefinition> steps) {
		for (PlannedStep step : new Schedule(anchor, site).of(steps)) {
			assertThat(step.getFrom()).isAfterOrEqualTo(anchor.plus(step.getStep().notBeforeDuration()));
		}
	}

	@Property
	void days_shouldFollowPeriodArithmetic_whenNothingMovesThem(@ForAll("anchors") Instant anchor,
		@ForAll("zones") ZoneId zone,
		@ForAll("periods") Period offset) {
		Site always = new Site(1, zone, OpeningHours.always(), null);
		StepDefinition step = StepDefinition.builder().key("a").offset(offset.plusDays(1).toString()).build();

		assertThat(new Schedule(anchor, always).of(Arrays.asList(step)).get(0).getDay())
			.isEqualTo(anchor.atZone(zone).toLocalDate().plus(offset.plusDays(1)));
	}

	@Property
	void latePlanning_shouldLeaveAtMostOneStepDue(@ForAll("anchors") Instant anchor, @ForAll("sites") Site site,
		@ForAll("steps") List<StepDefinition> steps, @ForAll("delays") int hours) {
		Instant now = anchor.plusSeconds(hours * 3600L);
		Schedule schedule = new Schedule(anchor, site);

		List<PlannedStep> late = schedule.of(steps, now);

		assertThat(kept(late).stream().filter(s -> s.isDue(now)).count()).isLessThanOrEqualTo(1);
		assertThat(kept(late)).noneMatch(s -> s.isExpired(now));
		if (late.isEmpty()) {
			assertThat(kept(schedule.of(steps))).allMatch(s -> s.isExpired(now));
		}
		assertThat(late.stream().filter(s -> !s.isDue(now) && s.getFate() == Fate.LATE)).isEmpty();
	}

	@Property
	void recalls_shouldFallOnTheVisitPlusTheIntervalLeadAndRounds(@ForAll("anchors") Instant visit,
		@ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 3, max = 24) int months,
		@ForAll @IntRange(min = 1, max = 60) int lead, @ForAll @IntRange(min = 1, max = 24) int rounds) {
		Site always = new Site(1, zone, OpeningHours.always(), null);
		LocalDate due = always.dayOf(visit).plus(Period.ofMonths(months));
		List<StepDefinition> steps = Arrays.asList(
			StepDefinition.builder().key("lead").offset("P-" + lead + "D").build(),
			StepDefinition.builder().key("due").offset("P0D").repeatEvery("P1M").repeatTimes(rounds).build());

		List<PlannedStep> planned = new Schedule(visit, always, due).of(steps);

		assertThat(planned).hasSize(rounds + 2).allMatch(PlannedStep::isKept);
		assertThat(planned.get(0).getDay()).isEqualTo(due.minusDays(lead));
		for (int round = 0; round <= rounds; round++) {
			assertThat(planned.get(round + 1).getOccurrence()).isEqualTo(round);
			assertThat(planned.get(round + 1).getDay()).isEqualTo(due.plusMonths(round));
		}
	}

	@Property
	void recalls_shouldLeadToOneTaskDueAtMost_wheneverTheyAreMade(@ForAll("anchors") Instant visit,
		@ForAll("sites") Site site, @ForAll @IntRange(min = 3, max = 24) int months,
		@ForAll @IntRange(min = 0, max = 1000) int daysLater) {
		List<StepDefinition> steps = Arrays.asList(StepDefinition.builder().key("lead").offset("P-14D").build(),
			StepDefinition.builder().key("due").offset("P0D").repeatEvery("P1M").repeatTimes(6).grace(10).build());
		Instant now = visit.plus(Duration.ofDays(daysLater));
		LocalDate due = site.dayOf(visit).plusMonths(months);

		List<PlannedStep> kept = kept(new Schedule(visit, site, due).of(steps, now));

		assertThat(kept.stream().filter(s -> s.isDue(now)).count()).isLessThanOrEqualTo(1);
		assertThat(kept).noneMatch(s -> s.isExpired(now)).noneMatch(s -> s.getFrom().isBefore(visit));
	}

	@Property
	void reminders_shouldLieBetweenTheAgreementAndWhatTheyRemindOf(@ForAll("anchors") Instant agreed,
		@ForAll("sites") Site site, @ForAll @IntRange(min = 0, max = 40) int days,
		@ForAll @IntRange(min = 0, max = 23) int hour) {
		LocalDate day = site.dayOf(agreed).plusDays(days);
		Instant until = instant(day.atTime(hour, 30), site);

		for (PlannedStep step : kept(new Schedule(agreed, site, day, until).of(LeadingUpTest.REMINDERS))) {
			assertThat(step.getDay()).isAfter(site.dayOf(agreed)).isBeforeOrEqualTo(step.getNominalDay());
			assertThat(step.getFrom()).isBefore(step.getBy());
			assertThat(step.getBy()).isBeforeOrEqualTo(step.getExpiresAt());
			assertThat(step.getExpiresAt()).isBeforeOrEqualTo(until);
		}
	}

	@Provide
	Arbitrary<Schedule> schedules() {
		return Combinators.combine(anchors(), sites()).as(Schedule::new);
	}

	@Provide
	Arbitrary<Instant> anchors() {
		long first = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
		return Arbitraries.longs().between(0, 4 * 366L * 24 * 60)
			.map(minutes -> Instant.ofEpochSecond(first + minutes * 60));
	}

	@Provide
	Arbitrary<Integer> delays() {
		return Arbitraries.integers().between(0, 24 * 400);
	}

	@Provide
	Arbitrary<ZoneId> zones() {
		return Arbitraries.of("Europe/Oslo", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "UTC")
			.map(ZoneId::of);
	}

	@Provide
	Arbitrary<Site> sites() {
		CalendarDefinition office = Calendars.office(CALENDAR).build();
		CalendarDefinition holidays = Calendars.office(CALENDAR)
			.exceptions(Arrays.asList(Calendars.closed("--12-20", "--01-06"), Calendars.open("--06-23", "09:00-11:30"),
				Calendars.closed("2026-03-30", "2026-04-06"), Calendars.open("--11-28", "10:00-14:00")))
			.build();
		return Combinators.combine(zones(),
			Arbitraries.of(OpeningHours.of(office), OpeningHours.of(holidays), OpeningHours.always()))
			.as((zone, hours) -> new Site(1, zone, hours, CALENDAR));
	}

	@Provide
	Arbitrary<Period> periods() {
		return Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 14),
			Arbitraries.integers().between(0, 60)).as(Period::of);
	}

	@Provide
	Arbitrary<List<StepDefinition>> steps() {
		Arbitrary<String[]> windows = Arbitraries.of(new String[]{ "OPEN", "CLOSE" }, new String[]{ "CLOSE-PT90M", "CLOSE" },
			new String[]{ "10:00", "15:00" }, new String[]{ "OPEN+PT30M", "12:00" }, new String[]{ "18:00", "20:00" },
			new String[]{ "16:00", "CLOSE" });
		Arbitrary<StepDefinition> one = Combinators
			.combine(Arbitraries.integers().between(1, 9), windows, Arbitraries.of(Roll.values()),
				Arbitraries.of(true, false, false, false), Arbitraries.integers().between(0, 5),
				Arbitraries.of(null, "PT1H", "PT6H", "PT30H"), Arbitraries.of(true, false))
			.as((days, window, roll, critical, grace, notBefore, afterPrevious) -> StepDefinition.builder().key("step")
				.offset("P" + days + "D").windowFrom(window[0]).windowTo(window[1]).roll(roll).critical(critical)
				.grace(grace).notBefore(notBefore).afterPrevious(afterPrevious).build());
		return one.list().ofMinSize(1).ofMaxSize(5).map(SchedulePropertiesTest::ascending);
	}

	/** Makes the offsets ascend, as a valid protocol's do; the first step may fall on the anchor's day. */
	private static List<StepDefinition> ascending(List<StepDefinition> steps) {
		List<StepDefinition> ascending = new ArrayList<>();
		int reached = -1;
		for (StepDefinition step : steps) {
			int days = step.offsetPeriod().getDays();
			boolean afterPrevious = step.isAfterPrevious() && !ascending.isEmpty();
			reached += days;
			ascending.add(step.toBuilder().key("step-" + ascending.size()).afterPrevious(afterPrevious)
				.offset("P" + (afterPrevious ? days : reached) + "D").build());
		}
		return ascending;
	}

	private static List<PlannedStep> kept(List<PlannedStep> steps) {
		return steps.stream().filter(PlannedStep::isKept).collect(Collectors.toList());
	}

	private static Instant instant(LocalDateTime local, Site site) {
		return local.atZone(site.getZone()).toInstant();
	}
}
