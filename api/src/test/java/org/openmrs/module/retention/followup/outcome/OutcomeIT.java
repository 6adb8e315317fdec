/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingDraft;
import org.openmrs.module.retention.contact.booking.BookingService;
import org.openmrs.module.retention.followup.attempt.AttemptDesk;
import org.openmrs.module.retention.followup.attempt.AttemptReason;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.attempt.SpokeWith;
import org.openmrs.module.retention.followup.planning.AwaitedEncounters;
import org.openmrs.module.retention.followup.planning.VisitTypes;
import org.openmrs.module.retention.followup.protocol.EncounterFilter;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Extractions of February and March 2026, looked at on the last day of March. */
class OutcomeIT extends RetentionIT {

	private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);

	private static final YearMonth MARCH = YearMonth.of(2026, 3);

	private static final Page PAGE = new Page(0, 50);

	private Clinic clinic;

	private Instant now;

	private ContactAttemptService attempts;

	private OutcomeServiceImpl outcomes;

	private FollowUpProtocol extraction;

	private EncounterType surgery;

	private EncounterType control;

	private EncounterRole surgeon;

	private User dentist;

	private int count;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		clinic.setting(RetentionSettings.TIMEZONE, OSLO.getId());
		clinic.setting(RetentionSettings.CHART_ENCOUNTER, "false");
		Clock clock = new Clock() {

			@Override
			public ZoneId getZone() {
				return OSLO;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return now;
			}
		};
		attempts = AttemptDesk.on(clock);
		outcomes = new OutcomeServiceImpl(applicationContext.getBean("retention.outcomeDao", OutcomeDao.class),
			new OutcomeFigures(applicationContext.getBean("retention.protocols", Protocols.class),
				applicationContext.getBean("retention.awaitedEncounters", AwaitedEncounters.class)),
			applicationContext.getBean("retention.visitTypes", VisitTypes.class),
			applicationContext.getBean("retention.sites", Sites.class),
			applicationContext.getBean("retention.settings", RetentionSettings.class), clock);
		surgery = clinic.save(new EncounterType("Surgery " + UUID.randomUUID(), "test"));
		control = clinic.save(new EncounterType("Control " + UUID.randomUUID(), "test"));
		surgeon = clinic.anEncounterRole("Surgeon " + UUID.randomUUID());
		dentist = clinic.aUser("dentist");
		clinic.aProvider(dentist.getPerson());
		extraction = protocol(p -> p.fulfilledBy(EncounterFilter.builder().encounterType(control.getUuid()).build()));
		now = at(LocalDate.of(2026, 3, 31), "12:00");
	}

	@AfterEach
	void logOut() {
		Context.logout();
	}

	@Test
	void rows_shouldSayOfEachPlanWhatCameOfIt() {
		spoke(plan(MARCH_2), Disposition.DONE);
		record(request(plan(MARCH_2), AttemptResult.NOT_CALLED).reason(AttemptReason.SEEN_IN_PERSON));
		FollowUpPlan unanswered = plan(MARCH_2);
		for (int i = 0; i < 3; i++) {
			record(request(unanswered, AttemptResult.NO_ANSWER).startedAt(at(MARCH_2.plusDays(1 + i), "10:00")));
		}
		FollowUpPlan message = plan(MARCH_2);
		record(request(message, AttemptResult.SPOKE).disposition(Disposition.DONE).spokeWith(SpokeWith.OTHER)
			.startedAt(at(MARCH_2.plusDays(1), "10:00")));
		plan(MARCH_2);
		FollowUpPlan open = plan(LocalDate.of(2026, 3, 30));
		FollowUpPlan cancelled = plan(MARCH_2);
		task(cancelled).cancel(Cause.of(dentist, now, "by-hand"));
		FollowUpPlan voided = plan(MARCH_2);
		voided.cancel(Cause.of(dentist, now, "anchor-voided"));
		FollowUpPlan merged = plan(MARCH_2);
		merged.merge(Cause.of(dentist, now, "merged"));

		OutcomeRow row = row();

		assertThat(row.getPlans()).as("without the anchor that was none and the one that is another's").isEqualTo(7);
		assertThat(row.getReached()).isEqualTo(2);
		assertThat(row.getNeverReached()).as("no answer, only a message, never tried").isEqualTo(3);
		assertThat(row.getNeverTried()).isEqualTo(1);
		assertThat(row.getOpen()).isEqualTo(1);
		assertThat(task(open).isOpen()).isTrue();
		assertThat(row.getNotNeeded()).isEqualTo(1);
		assertThat(row.getReached() + row.getOpen() + row.getNeverReached() + row.getNotNeeded()).isEqualTo(row.getPlans());
	}

	@Test
	void rows_shouldCountWhatWasFound_andNothingThatWasTakenBack() {
		record(answered("yes", 7));
		record(answered("no", 2));
		record(answered("no", 2));
		record(answered("no", 10));
		ContactAttempt wrong = record(answered("yes", 9));
		attempts.voidAttempt(wrong, "the wrong patient");
		spoke(plan(MARCH_2), Disposition.BOOKED);

		OutcomeRow row = row();

		assertThat(row.getPlans()).isEqualTo(6);
		assertThat(row.getRedFlags()).isEqualTo(1);
		assertThat(row.getUrgent()).isEqualTo(1);
		assertThat(row.getClinicalEscalations()).isEqualTo(1);
		assertThat(row.getServiceEscalations()).isZero();
		assertThat(row.getBooked()).isEqualTo(1);
		assertThat(row.getAnswers()).hasSize(2).allMatch(figures -> figures.getStep().equals("day-1"));
		AnswerFigures bleeding = row.getAnswers().get(0);
		assertThat(bleeding.getQuestion().getKey()).isEqualTo("bleeding");
		assertThat(bleeding.getAnswered()).isEqualTo(4);
		assertThat(bleeding.getCounts()).containsExactly(entry("yes", 1L), entry("no", 3L));
		assertThat(bleeding.getMean()).isNull();
		AnswerFigures pain = row.getAnswers().get(1);
		assertThat(pain.getCounts()).containsExactly(entry("2", 2L), entry("7", 1L), entry("10", 1L));
		assertThat(pain.getMean()).isEqualTo(21 / 4.0);
	}

	@Test
	void rows_shouldBeThoseOfTheClinicianWhoTreated_orOfThePlace() {
		plan(MARCH_2);
		User other = clinic.aUser("other");
		clinic.aProvider(other.getPerson());
		Location room = clinic.aLocation("Room " + UUID.randomUUID(), clinic.place());
		plan(MARCH_2, other, room);

		assertThat(rows(s -> s.clinician(dentist.getPerson()))).extracting(OutcomeRow::getPlans).containsExactly(1L);
		assertThat(rows(s -> s.clinician(clinic.aUser("nobody").getPerson()))).isEmpty();
		assertThat(rows(s -> s.location(room))).extracting(OutcomeRow::getPlans).containsExactly(1L);
		assertThat(rows(s -> s.location(clinic.place()))).as("with what lies below").extracting(OutcomeRow::getPlans)
			.containsExactly(2L);
		assertThat(rows(s -> s.protocol(protocol(p -> p)))).isEmpty();
	}

	@Test
	void rows_shouldBeByMonthOfTheAnchor_theLatestFirst() {
		FollowUpProtocol filling = protocol(p -> p.name("A filling"));
		plan(MARCH_2);
		plan(LocalDate.of(2026, 2, 28));
		plan(LocalDate.of(2026, 1, 31));
		plan(LocalDate.of(2025, 12, 31));
		plan(MARCH_2, dentist, null, filling);

		assertThat(rows(s -> s)).extracting(row -> row.getMonth() + " " + row.getProtocol().getName()).containsExactly(
			"2026-03 A filling", "2026-03 After an extraction", "2026-02 After an extraction",
			"2026-01 After an extraction");
		assertThat(rows(s -> s.from(YearMonth.of(2025, 12)).to(YearMonth.of(2025, 12)))).hasSize(1);
		OutcomeReport second = outcomes.getOutcomes(search(s -> s), new Page(1, 2));
		assertThat(second.getTotalRows()).isEqualTo(4);
		assertThat(second.getRows()).extracting(row -> row.getMonth().toString()).containsExactly("2026-03", "2026-02");
		assertThat(second.getFrom()).isEqualTo(YearMonth.of(2026, 1));
		assertThat(second.getTo()).isEqualTo(MARCH);
		assertRefused(() -> rows(s -> s.from(YearMonth.of(2025, 3)).to(MARCH)), "outcome-period-too-long");
		assertThat(rows(s -> s.from(YearMonth.of(2025, 4)).to(MARCH))).hasSize(5);
		assertRefused(() -> rows(s -> s.from(MARCH).to(YearMonth.of(2026, 2))), "outcome-period-crossed");
	}

	@Test
	void outcomes_shouldBeReadOfOnesOwn_andOfOthersByWhoSupervises() {
		FollowUpPlan plan = plan(MARCH_2);
		Encounter back = visit(plan.getPatient(), at(MARCH_2.plusDays(2), "09:00"), surgery, null);
		dentist.setRoles(Collections.singleton(clinic.aRole("Reads " + UUID.randomUUID(), RetentionPrivileges.GET_FOLLOW_UPS,
			RetentionPrivileges.MANAGE_FOLLOW_UPS)));
		User colleague = clinic.aUser("colleague", dentist.getRoles().iterator().next());
		clinic.logInAs(dentist);
		assertThat(rows(s -> s.clinician(dentist.getPerson()))).hasSize(1);
		assertThat(returns(s -> s.clinician(dentist.getPerson()))).hasSize(1);
		assertForbidden(() -> rows(s -> s));
		assertForbidden(() -> rows(s -> s.clinician(colleague.getPerson())));
		assertForbidden(() -> returns(s -> s.location(clinic.place())));
		assertForbidden(() -> outcomes.countReturns(search(s -> s)));

		assertThat(
			outcomes.judgeReturn(plan, back.getUuid(), ReturnVerdict.Verdict.UNRELATED, null).getVerdict().getGivenBy())
			.isEqualTo(dentist);
		clinic.logInAs(colleague);
		assertForbidden(() -> outcomes.judgeReturn(plan, back.getUuid(), ReturnVerdict.Verdict.RELATED, null));
	}

	@Test
	void returns_shouldBeVisitsSoonAfterTheProcedure_thatNobodyHadPlanned() {
		FollowUpPlan sore = plan(MARCH_2);
		Encounter back = visit(sore.getPatient(), at(MARCH_2.plusDays(3), "09:00"), surgery, null);
		FollowUpPlan controlled = plan(MARCH_2);
		visit(controlled.getPatient(), at(MARCH_2.plusDays(7), "09:00"), control, null);
		FollowUpPlan booked = plan(MARCH_2);
		book(booked.getPatient(), MARCH_2.plusDays(5), MARCH_2);
		visit(booked.getPatient(), at(MARCH_2.plusDays(5), "09:00"), surgery, null);
		FollowUpPlan walkedIn = plan(MARCH_2);
		book(walkedIn.getPatient(), MARCH_2.plusDays(6), MARCH_2.plusDays(6));
		visit(walkedIn.getPatient(), at(MARCH_2.plusDays(6), "15:00"), surgery, null);
		FollowUpPlan sameDay = plan(MARCH_2);
		visit(sameDay.getPatient(), at(MARCH_2, "18:00"), surgery, null);
		FollowUpPlan late = plan(MARCH_2);
		visit(late.getPatient(), at(MARCH_2.plusDays(15), "08:00"), surgery, null);
		FollowUpPlan voided = plan(MARCH_2);
		visit(voided.getPatient(), at(MARCH_2.plusDays(3), "08:00"), surgery, null).setVoided(true);
		FollowUpPlan talked = plan(MARCH_2);
		visit(talked.getPatient(), at(MARCH_2.plusDays(3), "08:00"), conversation(), null);
		FollowUpPlan recent = plan(LocalDate.of(2026, 3, 25));
		visit(recent.getPatient(), at(LocalDate.of(2026, 3, 27), "08:00"), surgery, null);

		OutcomeRow.Returns figures = row().getReturns();

		assertThat(figures.getWatched()).as("the last one may still come back").isEqualTo(8);
		assertThat(figures.getReturned()).isEqualTo(4);
		assertThat(figures.getUnplanned()).as("booked on the day itself is not planned").isEqualTo(2);
		assertThat(figures.getRelated()).isZero();
		assertThat(returns(s -> s)).extracting(one -> one.getPlan().getId() + " " + one.getDaysAfter())
			.containsExactly(recent.getId() + " 2", walkedIn.getId() + " 6", sore.getId() + " 3");
		assertThat(returns(s -> s).get(2).getEncounterUuid()).isEqualTo(back.getUuid());
		clinic.setting(RetentionSettings.RETURN_DAYS, "5");
		assertThat(returns(s -> s)).extracting(one -> one.getPlan().getId()).containsExactly(recent.getId(), sore.getId());
		clinic.setting(RetentionSettings.VISIT_ENCOUNTER_TYPES, control.getUuid());
		assertThat(returns(s -> s)).isEmpty();
	}

	/** Half past midnight in Oslo, which is another day for a server in London. */
	@Test
	void returns_shouldBePlanned_whenTheyWereBookedForTheDayWhereThePlaceIs() {
		FollowUpPlan booked = plan(MARCH_2);
		book(booked.getPatient(), MARCH_2.plusDays(5), MARCH_2);
		visit(booked.getPatient(), at(MARCH_2.plusDays(5), "00:30"), surgery, null);
		FollowUpPlan bookedForTheDayBefore = plan(MARCH_2);
		book(bookedForTheDayBefore.getPatient(), MARCH_2.plusDays(4), MARCH_2);
		visit(bookedForTheDayBefore.getPatient(), at(MARCH_2.plusDays(5), "00:30"), surgery, null);

		assertThat(returns(s -> s)).extracting(one -> one.getPlan().getId()).containsExactly(bookedForTheDayBefore.getId());
	}

	@Test
	void returns_shouldBePlanned_whenAllThatFulfilsTheProtocolIsThere() {
		FollowUpProtocol byForm = protocol(p -> p.fulfilledBy(
			EncounterFilter.builder().encounterType(control.getUuid()).form(UUID.randomUUID().toString()).build()));
		FollowUpPlan another = plan(MARCH_2, dentist, null, byForm);
		visit(another.getPatient(), at(MARCH_2.plusDays(7), "09:00"), control, null);
		FollowUpProtocol byPlace = protocol(p -> p.fulfilledBy(
			EncounterFilter.builder().location(clinic.place().getUuid()).build()));
		FollowUpPlan controlled = plan(MARCH_2, dentist, null, byPlace);
		visit(controlled.getPatient(), at(MARCH_2.plusDays(7), "09:00"), surgery, null);

		assertThat(returns(s -> s)).extracting(one -> one.getPlan().getId()).as("the type is right, the form is not")
			.containsExactly(another.getId());
		assertThat(rows(s -> s.protocol(byPlace)).get(0).getReturns().getUnplanned()).isZero();
		assertThat(rows(s -> s.protocol(byForm)).get(0).getReturns().getUnplanned()).isEqualTo(1);
	}

	@Test
	void returns_shouldNotBeAnotherPartOfTheSameVisit() {
		FollowUpPlan plan = plan(MARCH_2);
		VisitType type = new VisitType("Visit " + UUID.randomUUID(), "test");
		Visit visit = new Visit(plan.getPatient(), clinic.save(type), new Date(at(MARCH_2, "09:00").toEpochMilli()));
		clinic.save(visit);
		sessionFactory.getCurrentSession().get(Encounter.class, plan.getEncounterId()).setVisit(visit);
		visit(plan.getPatient(), at(MARCH_2.plusDays(1), "09:00"), surgery, visit);
		assertThat(returns(s -> s)).isEmpty();
		visit(plan.getPatient(), at(MARCH_2.plusDays(2), "09:00"), surgery, null);
		assertThat(returns(s -> s)).hasSize(1);
	}

	@Test
	void verdict_shouldBeTheClinicians_andTheLastHolds() {
		FollowUpPlan plan = plan(MARCH_2);
		Encounter back = visit(plan.getPatient(), at(MARCH_2.plusDays(3), "09:00"), surgery, null);

		EarlyReturn judged = outcomes.judgeReturn(plan, back.getUuid(), ReturnVerdict.Verdict.RELATED, "Dry socket");
		assertThat(judged.getVerdict().getNote()).isEqualTo("Dry socket");
		assertThat(judged.getVerdict().getGivenAt()).isEqualTo(now);
		assertThat(row().getReturns().getRelated()).isEqualTo(1);
		assertThat(returns(s -> s)).singleElement()
			.satisfies(one -> assertThat(one.getVerdict().getVerdict()).isEqualTo(ReturnVerdict.Verdict.RELATED));

		outcomes.judgeReturn(plan, back.getUuid(), ReturnVerdict.Verdict.PLANNED, null);
		assertThat(row().getReturns()).isEqualTo(new OutcomeRow.Returns(1, 1, 0, 0));
		assertThat(returns(s -> s)).isEmpty();
		assertRefused(() -> outcomes.judgeReturn(plan, plan.getEncounterUuid(), ReturnVerdict.Verdict.RELATED, null),
			"no-early-return");
		assertRefused(() -> outcomes.judgeReturn(plan, back.getUuid(), null, null), "required");
	}

	@Test
	void outcomes_shouldCostAConstantNumberOfStatements() {
		for (int i = 0; i < 4; i++) {
			String name = "Procedure " + i;
			FollowUpProtocol protocol = protocol(p -> p.name(name));
			for (int month = 1; month <= 3; month++) {
				LocalDate day = LocalDate.of(2026, month, 2);
				FollowUpPlan plan = plan(day, dentist, null, protocol);
				visit(plan.getPatient(), at(day.plusDays(2), "09:00"), surgery, null);
			}
		}
		assertThat(rows(s -> s)).hasSize(12);
		assertThat(returns(s -> s)).hasSize(12);
		assertThat(statements(() -> show(outcomes.getOutcomes(search(s -> s), new Page(0, 2)).getRows())))
			.isEqualTo(statements(() -> show(outcomes.getOutcomes(search(s -> s), new Page(0, 12)).getRows())));
		assertThat(statements(() -> outcomes.findReturns(search(s -> s), new Page(0, 2)).forEach(OutcomeIT::show)))
			.isEqualTo(statements(() -> outcomes.findReturns(search(s -> s), new Page(0, 12)).forEach(OutcomeIT::show)));
	}

	private static void show(List<OutcomeRow> rows) {
		assertThat(rows).extracting(row -> row.getProtocol().getName()).isNotEmpty();
	}

	private static void show(EarlyReturn one) {
		assertThat(one.getPlan().getProtocol().getName()).isNotNull();
		assertThat(one.getPlan().getPatient().getPersonName()).isNotNull();
		assertThat(one.getPlan().getPatient().getPatientIdentifier()).isNotNull();
	}

	private long statements(Runnable action) {
		flushAndClear();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		action.run();
		return statistics.getPrepareStatementCount() - before;
	}

	private FollowUpProtocol protocol(UnaryOperator<ProtocolDefinition.ProtocolDefinitionBuilder> details) {
		return Context.getService(ProtocolService.class)
			.saveProtocol(details.apply(ProtocolFixture.aProtocol().uuid(UUID.randomUUID().toString())).build());
	}

	private FollowUpPlan plan(LocalDate day) {
		return plan(day, dentist, null);
	}

	private FollowUpPlan plan(LocalDate day, User by, Location where) {
		return plan(day, by, where, extraction);
	}

	/** With a call on the next day, worth doing for three days. */
	private FollowUpPlan plan(LocalDate day, User by, Location where, FollowUpProtocol protocol) {
		Patient patient = clinic.aPatient("Patient" + ++count);
		Encounter encounter = visit(patient, at(day, "10:00"), surgery, null);
		flush();
		clinic.present(encounter, surgeon,
			Context.getProviderService().getProvidersByPerson(by.getPerson(), false).iterator().next());
		FollowUpPlan plan = clinic
			.save(FollowUpPlan.begin().protocol(protocol).protocolVersion(protocol.getProtocolVersion())
				.patient(patient).anchorKey("encounter:" + encounter.getUuid()).encounterId(encounter.getEncounterId())
				.encounterUuid(encounter.getUuid()).anchorAt(at(day, "10:00")).anchorDate(day).zone(OSLO.getId())
				.location(where == null ? clinic.place() : where).active());
		clinic.save(FollowUpTask.open(TaskDraft.builder().source(TaskSource.STEP).purpose(Purpose.CARE).patient(patient)
			.plan(plan).stepKey("day-1").zone(OSLO.getId()).from(at(day.plusDays(1), "09:00"))
			.by(at(day.plusDays(1), "17:00"))
			.expiresAt(at(day.plusDays(4), "17:00")).triesMax(3).build(), Cause.of(by, at(day, "11:00"), "planned")));
		flush();
		return plan;
	}

	private FollowUpTask task(FollowUpPlan plan) {
		flush();
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpTask t where t.plan = :plan", FollowUpTask.class).setParameter("plan", plan)
			.getSingleResult();
	}

	private Encounter visit(Patient patient, Instant when, EncounterType type, Visit visit) {
		Encounter encounter = new Encounter();
		encounter.setPatient(patient);
		encounter.setEncounterType(type);
		encounter.setEncounterDatetime(Date.from(when));
		encounter.setLocation(clinic.place());
		encounter.setVisit(visit);
		clinic.save(encounter);
		flush();
		return encounter;
	}

	private static EncounterType conversation() {
		return Context.getEncounterService()
			.getEncounterTypeByUuid(RetentionMetadata.CONTACT_ENCOUNTER_TYPE);
	}

	private void book(Patient patient, LocalDate day, LocalDate agreed) {
		Booking booking = Context.getService(BookingService.class)
			.book(BookingDraft.builder().patient(patient).day(LocalDate.now()).location(clinic.place()).build());
		flush();
		sessionFactory.getCurrentSession()
			.createNativeQuery("update retention_booking set booked_day = :day, agreed_at = :agreed where booking_id = :id")
			.setParameter("day", day).setParameter("agreed", at(agreed, "12:00").toEpochMilli())
			.setParameter("id", booking.getId()).executeUpdate();
		sessionFactory.getCurrentSession().refresh(booking);
	}

	private AttemptRequest.AttemptRequestBuilder request(FollowUpPlan plan, AttemptResult result) {
		return AttemptRequest.builder().tasks(Collections.singletonList(task(plan).getUuid())).result(result)
			.startedAt(plan.getAnchorAt().plus(Duration.ofDays(1)));
	}

	private void spoke(FollowUpPlan plan, Disposition disposition) {
		record(request(plan, AttemptResult.SPOKE).disposition(disposition)
			.until(disposition == Disposition.BOOKED ? plan.getAnchorDate().plusDays(20) : null));
	}

	private AttemptRequest.AttemptRequestBuilder answered(String bleeding, int pain) {
		FollowUpPlan plan = plan(MARCH_2);
		Map<String, Object> answers = new HashMap<>();
		answers.put("bleeding", bleeding);
		answers.put("pain", pain);
		return request(plan, AttemptResult.SPOKE).disposition(Disposition.DONE)
			.answers(Collections.singletonMap(task(plan).getUuid(), answers));
	}

	private ContactAttempt record(AttemptRequest.AttemptRequestBuilder request) {
		ContactAttempt attempt = attempts.recordAttempt(request.build());
		flush();
		return attempt;
	}

	private OutcomeSearch search(UnaryOperator<OutcomeSearch.OutcomeSearchBuilder> details) {
		return details.apply(OutcomeSearch.builder()).build();
	}

	private List<OutcomeRow> rows(UnaryOperator<OutcomeSearch.OutcomeSearchBuilder> details) {
		flush();
		return outcomes.getOutcomes(search(details), PAGE).getRows();
	}

	private OutcomeRow row() {
		List<OutcomeRow> rows = rows(s -> s.from(MARCH));
		assertThat(rows).hasSize(1);
		return rows.get(0);
	}

	private List<EarlyReturn> returns(UnaryOperator<OutcomeSearch.OutcomeSearchBuilder> details) {
		flush();
		List<EarlyReturn> returns = outcomes.findReturns(search(details), PAGE);
		assertThat(outcomes.countReturns(search(details))).isEqualTo(returns.size());
		return returns;
	}

	private static Instant at(LocalDate day, String local) {
		return day.atTime(LocalTime.parse(local)).atZone(OSLO).toInstant();
	}

	private static Map.Entry<String, Long> entry(String answer, Long times) {
		return new AbstractMap.SimpleEntry<>(answer, times);
	}

	private static void assertRefused(Runnable action, String code) {
		assertThatThrownBy(action::run).isInstanceOf(RetentionException.class)
			.hasMessage("retention.followup.error." + code);
	}

	private static void assertForbidden(Runnable action) {
		assertThatThrownBy(action::run).isInstanceOf(APIAuthenticationException.class);
	}
}
