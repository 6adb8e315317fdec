/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.calendar.Calendars;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.springframework.beans.factory.annotation.Autowired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

class RehearsalIT extends PlanningIT {

	/** A Saturday: the week before is over. */
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	@Autowired
	private Rehearsal rehearsal;

	private EncounterType hygiene;

	private final List<Encounter> told = new ArrayList<>();

	@BeforeEach
	void what() {
		hygiene = encounterType("Hygiene");
	}

	@Test
	void rehearsal_shouldSayHowManyContactsFallOnWhichDays() {
		encounter(extraction, LocalDate.of(2026, 11, 16));
		encounter(clinic.aPatient("Berit"), extraction, LocalDate.of(2026, 11, 9).atTime(10, 0));
		encounter(clinic.aPatient("Cato"), restoration, LocalDate.of(2026, 11, 17).atTime(10, 0));

		RehearsalReport report = rehearse(extractionProtocol(), 5);

		assertThat(report.getFirstDay()).isEqualTo(LocalDate.of(2026, 11, 16));
		assertThat(report.getLastDay()).isEqualTo(LocalDate.of(2026, 11, 20));
		assertThat(report.getAnchors()).as("Berit's lies before the days").isEqualTo(1);
		assertThat(report.getPlans()).isEqualTo(1);
		assertThat(report.getTasks()).as("her week is over on Monday, Anna's first day too").isEqualTo(3);
		assertThat(report.getOpenDays()).isEqualTo(5);
		assertThat(report.getTasksPerDay()).isEqualTo(new RehearsalReport.Spread(0.6, 0, 2));
		assertThat(report.getMinutesPerDay()).isEqualTo(new RehearsalReport.Spread(1.4, 0, 4));
		assertThat(report.getBusiestDay()).isEqualTo(LocalDate.of(2026, 11, 16));
		assertThat(report.getBusiestWeekday()).isEqualTo(DayOfWeek.MONDAY);
		assertThat(report.getSteps()).extracting(RehearsalReport.Step::getKey, RehearsalReport.Step::getTasks)
			.containsExactly(tuple("same-day", 1L),
				tuple("next-day", 1L), tuple("one-week", 1L));
		assertThat(report.getWeekdays()).extracting(RehearsalReport.Weekday::getTasks).containsExactly(2L, 1L, 0L, 0L, 0L,
			0L, 0L);
	}

	@Test
	void rehearsal_shouldHoldItAgainstTheMinutesThatThereAre() {
		encounter(extraction, LocalDate.of(2026, 11, 16));
		assertThat(rehearse(extractionProtocol(), 5).getDaysOverCapacity()).isNull();
		assertThat(rehearse(extractionProtocol(), 5, 2).getDaysOverCapacity()).as("three minutes on Tuesday").isEqualTo(1);
		assertThat(rehearse(extractionProtocol(), 5, 3).getDaysOverCapacity()).isZero();
	}

	@Test
	void rehearsal_shouldHoldItAgainstWhatEachRoleCanBearOnEachWeekday() {
		Map<String, Integer> minutes = new LinkedHashMap<>();
		minutes.put("MONDAY", 4);
		minutes.put("TUESDAY", 2);
		Context.getService(CalendarService.class).saveCalendar(Calendars.office(OFFICE).standard(true)
			.capacity(Collections.singletonMap("Retention: Front Desk", minutes)).build());
		encounter(extraction, LocalDate.of(2026, 11, 16));

		encounter(clinic.aPatient("Berit"), extraction, LocalDate.of(2026, 11, 10).atTime(10, 0));

		RehearsalReport report = rehearse(extractionProtocol().clearSteps().step(step("next-day", "P1D").build())
			.step(step("nurse", "P8D").link(AssignmentLink.builder().role("Nurse").build()).build()), 5);

		assertThat(report.getDesks()).extracting(RehearsedDesk::getRole).containsExactly("Nurse", "Retention: Front Desk");
		RehearsedDesk nurse = report.getDesks().get(0);
		assertThat(nurse.getTasks()).isEqualTo(1);
		assertThat(nurse.getDaysOfWork()).as("nobody has set a limit").isNull();
		assertThat(nurse.getDaysOver()).isEmpty();
		RehearsedDesk desk = report.getDesks().get(1);
		assertThat(desk.getCalendar()).isEqualTo(OFFICE);
		assertThat(desk.getCalendarName()).isNotEmpty();
		assertThat(desk.getMinutes()).isEqualTo(3);
		assertThat(desk.getDaysOfWork()).as("of three minutes on the middle").isEqualTo(1);
		assertThat(desk.getDaysOver()).containsExactly(LocalDate.of(2026, 11, 17));
		assertThat(desk.getWeekdays()).hasSize(5).startsWith(new RehearsedDesk.Weekday(DayOfWeek.MONDAY, 1, 0, 4.0, 0),
			new RehearsedDesk.Weekday(DayOfWeek.TUESDAY, 1, 3, 2.0, 1),
			new RehearsedDesk.Weekday(DayOfWeek.WEDNESDAY, 1, 0, null, 0));
	}

	@Test
	void rehearsal_shouldHoldItAgainstWhatASiteHasOfItsOwn() {
		Map<String, Map<String, Integer>> minutes = Collections.singletonMap("Retention: Front Desk",
			Collections.singletonMap("TUESDAY", 2));
		Context.getService(CalendarService.class)
			.saveCalendar(Calendars.office(OFFICE).standard(true)
				.sites(Collections.singletonList(
					CalendarDefinition.SiteCapacity.builder().location(place.getUuid()).capacity(minutes).build()))
				.build());
		encounter(extraction, LocalDate.of(2026, 11, 16));
		encounter(clinic.aPatient("Berit"), extraction, LocalDate.of(2026, 11, 16).atTime(10, 0))
			.setLocation(clinic.aLocation("Elsewhere", null));

		RehearsalReport report = rehearse(extractionProtocol().clearSteps().step(step("next-day", "P1D").build()), 5);

		assertThat(report.getDesks()).extracting(RehearsedDesk::getSite, d -> d.getDaysOver().size())
			.containsExactlyInAnyOrder(tuple(place.getUuid(), 1), tuple(null, 0));
	}

	/** What has been voided, and the module's own conversations, start nothing when planning, and not here. */
	@Test
	void rehearsal_shouldLeaveOutWhatPlanningLeavesOut() {
		Encounter mistake = encounter(extraction, LocalDate.of(2026, 11, 16));
		mistake.setVoided(true);
		Patient dead = clinic.aPatient("Didrik");
		encounter(dead, extraction, LocalDate.of(2026, 11, 16).atTime(10, 0));
		dead.setDead(true);
		flush();
		assertThat(rehearse(extractionProtocol(), 5).getTasks()).isZero();
		assertThat(rehearse(extractionProtocol(), 5).getBusiestDay()).isNull();
	}

	@Test
	void rehearsal_shouldSayWhyContactsWereNeverDue() {
		encounter(extraction, LocalDate.of(2026, 11, 12));
		encounter(extraction, LocalDate.of(2026, 11, 16));
		Patient berit = clinic.aPatient("Berit");
		encounter(berit, extraction, LocalDate.of(2026, 11, 11).atTime(10, 0));
		encounter(berit, restoration, LocalDate.of(2026, 11, 13).atTime(10, 0));

		RehearsalReport report = rehearse(extractionProtocol().fulfilledBy(filter(restoration).build()), 10);

		assertThat(report.getNotDue()).containsOnly(entry(Reasons.RESTARTED, 1L), entry(Reasons.FULFILLED, 1L));
		assertThat(report.getTasks()).as("Anna's first two, and two of the second; Berit's first two").isEqualTo(6);
	}

	@Test
	void rehearsal_shouldPlanALateEntryWhenItWasMade_andAnImportWhenItHappened() {
		Encounter late = encounter(extraction, LocalDate.of(2026, 11, 10));
		entered(late, LocalDate.of(2026, 11, 12));
		RehearsalReport report = rehearse(extractionProtocol(), 12);
		assertThat(report.getNotDue()).as("the next day is worth it until the 12th, the same day is not")
			.containsOnly(entry(Reasons.LATE, 1L));

		entered(late, LocalDate.of(2026, 12, 30));
		assertThat(rehearse(extractionProtocol(), 12).getTasks()).isEqualTo(3);
	}

	@Test
	void rehearsal_shouldSayHowManyWaitWhenARecallBegins() {
		for (int i = 0; i < 25; i++) {
			encounter(clinic.aPatient("Patient " + i), hygiene, LocalDate.of(2026, 2, 2).plusDays(i).atTime(10, 0));
		}
		encounter(clinic.aPatient("Came again"), hygiene, LocalDate.of(2026, 2, 2).atTime(10, 0));
		encounter(lastPatient(), hygiene, LocalDate.of(2026, 10, 2).atTime(10, 0));
		encounter(clinic.aPatient("Long ago"), hygiene, LocalDate.of(2023, 2, 2).atTime(10, 0));

		RehearsalReport report = rehearse(recall("P6M"), 90);

		assertThat(report.getWaiting()).isEqualTo(25);
		assertThat(report.getWaitingPerDay()).isEqualTo(10);
		assertThat(report.getTasks()).as("due in August and September").isPositive();
		assertThat(rehearse(extractionProtocol(), 90).getWaitingPerDay()).isNull();
	}

	@Test
	void rehearsal_shouldGreetOnTheDaysOfTheYear() {
		born(patient, LocalDate.of(1980, 11, 18), false);
		born(clinic.aPatient("By estimate"), LocalDate.of(1980, 11, 18), true);
		born(clinic.aPatient("On a Saturday"), LocalDate.of(1980, 11, 14), false);

		RehearsalReport report = rehearse(greeting(), 7);

		assertThat(report.getTasks()).isEqualTo(2);
		assertThat(report.getBusiestWeekday()).as("the Saturday's goes to Monday").isEqualTo(DayOfWeek.MONDAY);
	}

	@Test
	void rehearsal_shouldWriteNothing() {
		FollowUpProtocol stored = load(extractionProtocol());
		encounter(extraction, LocalDate.of(2026, 11, 16));
		Map<String, Long> before = rows();
		assertThat(rehearse(stored.getId(), Context.getService(ProtocolService.class).getDefinition(stored, 1), 30, null)
			.getTasks()).isEqualTo(2);
		flushAndClear();
		assertThat(rows()).isEqualTo(before);
	}

	/** The same story lived through by the planner, encounter by encounter, and rehearsed afterwards. */
	@Test
	void rehearsal_shouldSayWhatPlanningMade_ofAnyStory() {
		for (ProtocolDefinitionBuilder protocol : Arrays.asList(
			extractionProtocol().fulfilledBy(filter(restoration).build())
				.step(step("month", "P1M").skip(SkipRule.NEWER_VISIT)
					.grace(5).build()),
			extractionProtocol().onRepeat(RepeatMode.SEPARATE), extractionProtocol().onRepeat(RepeatMode.IGNORE)
				.ignoreWithin("P20D"),
			recall("P1M").fulfilledBy(filter(restoration).build()),
			recall("P1M").trigger(Trigger.builder().type(TriggerType.ABSENCE_OF).filter(filter(extraction).build())
				.absent(filter(restoration).build()).within("P3W").build()),
			recall("P1M").trigger(Trigger.builder().type(TriggerType.LAPSE).period("P1M").build()))) {
			ProtocolDefinition definition = protocol.uuid(UUID.randomUUID().toString()).activeFrom("2026-01-01").build();
			FollowUpProtocol stored = load(protocol);
			Map<String, Integer> made = live(stored);
			RehearsalReport report = rehearse(stored.getId(), definition.complete(), 60, null);
			Context.getService(ProtocolService.class).retireProtocol(again(stored), "told");
			told.forEach(encounter -> again(encounter).setVoided(true));
			flush();
			assertThat(report.getSteps()).extracting(s -> s.getKey() + " " + s.getTasks()).as(report.toString())
				.containsExactlyInAnyOrderElementsOf(definition.getSteps().stream()
					.map(s -> s.getKey() + " " + made.getOrDefault(s.getKey(), 0)).collect(Collectors.toList()));
			assertThat(report.getTasks()).as(definition.getTrigger() + " " + made).isPositive();
		}
	}

	/** Half a year of some patients; by step, the tasks that were due in the last sixty days. */
	private Map<String, Integer> live(FollowUpProtocol protocol) {
		Random random = new Random(protocol.getId());
		List<EncounterType> types = Arrays.asList(extraction, restoration, hygiene);
		Map<LocalDateTime, Patient> story = new TreeMap<>();
		for (int who = 0; who < 8; who++) {
			Patient someone = clinic.aPatient("Somebody " + who);
			for (int day = random.nextInt(20); day < 180; day += 5 + random.nextInt(60)) {
				story.put(TODAY.minusDays(180L - day).atTime(9, 0).plusMinutes(7L * story.size()), someone);
			}
		}
		story.forEach((at, someone) -> {
			Encounter encounter = encounter(someone, types.get(random.nextInt(3)), at);
			plan(encounter, at.plusMinutes(5));
			told.add(encounter);
		});
		Map<String, Integer> made = new LinkedHashMap<>();
		for (FollowUpPlan plan : allPlans()) {
			if (plan.getProtocol().getId().equals(protocol.getId())) {
				tasksOf(plan).stream().filter(RehearsalIT::wasDue).forEach(t -> made.merge(t.getStepKey(), 1, Integer::sum));
			}
		}
		return made;
	}

	private static boolean wasDue(FollowUpTask task) {
		boolean inTime = !task.getDueDate().isBefore(TODAY.minusDays(60)) && task.getDueDate().isBefore(TODAY);
		boolean open = task.getStatus() == TaskStatus.OPEN || task.getPlannedFrom().isBefore(task.getEndedAt());
		boolean aside = Reasons.LATE.equals(task.getStatusReason()) || Reasons.ABSORBED.equals(task.getStatusReason());
		return inTime && open && !aside;
	}

	private RehearsalReport rehearse(ProtocolDefinitionBuilder protocol, int days) {
		return rehearse(protocol, days, null);
	}

	private RehearsalReport rehearse(ProtocolDefinitionBuilder protocol, int days, Integer capacity) {
		return rehearse(0, protocol.build().complete(), days, capacity);
	}

	private RehearsalReport rehearse(Integer id, ProtocolDefinition definition, int days, Integer capacity) {
		flushAndClear();
		return new RehearsalFigures(
			rehearsal.of(id, definition, days, at(TODAY.atTime(12, 0)), Context.getAuthenticatedUser())).report(capacity);
	}

	private ProtocolDefinitionBuilder recall(String interval) {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Hygiene recall")
			.why(text("Last cleaned on {date}")).purpose(Purpose.RECALL).activeFrom("2026-01-01")
			.trigger(
				Trigger.builder().type(TriggerType.RECALL).filter(filter(hygiene).build()).interval(interval).build())
			.step(step("lead", "P-7D").build()).step(step("due", "P0D").repeatEvery("P1M").repeatTimes(2).grace(5).build());
	}

	private ProtocolDefinitionBuilder greeting() {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Birthday").why(text("Birthday"))
			.purpose(Purpose.GREETING).trigger(Trigger.builder().type(TriggerType.DATE).date(Trigger.BIRTHDAY).build())
			.step(step("birthday", "P0D").build());
	}

	private void born(Patient who, LocalDate day, boolean estimated) {
		Patient stored = again(who);
		stored.setBirthdate(java.sql.Date.valueOf(day));
		stored.setBirthdateEstimated(estimated);
		flush();
	}

	/** Entered when it happened. */
	@Override
	Encounter encounter(Patient whose, EncounterType type, LocalDateTime time) {
		Encounter encounter = super.encounter(whose, type, time);
		entered(encounter, time.plusMinutes(5));
		return encounter;
	}

	private void entered(Encounter encounter, LocalDate day) {
		entered(encounter, day.atTime(11, 0));
	}

	private void entered(Encounter encounter, LocalDateTime at) {
		flush();
		sessionFactory.getCurrentSession()
			.createNativeQuery("update encounter set date_created = :at where encounter_id = :id")
			.setParameter("at", Date.from(at(at))).setParameter("id", encounter.getEncounterId()).executeUpdate();
	}

	private Patient lastPatient() {
		return sessionFactory.getCurrentSession().createQuery("from Patient p order by p.patientId desc", Patient.class)
			.setMaxResults(1).uniqueResult();
	}

	private Map<String, Long> rows() {
		Map<String, Long> rows = new LinkedHashMap<>();
		for (String entity : new String[]{ "retention.FollowUpProtocol", "retention.FollowUpPlan",
			"retention.FollowUpTask" }) {
			rows.put(entity, sessionFactory.getCurrentSession().createQuery("select count(*) from " + entity, Long.class)
				.uniqueResult());
		}
		rows.put("watermarks", ((Number) sessionFactory.getCurrentSession()
			.createNativeQuery("select coalesce(sum(position), 0) + count(*) from retention_watermark").uniqueResult())
			.longValue());
		return rows;
	}
}
