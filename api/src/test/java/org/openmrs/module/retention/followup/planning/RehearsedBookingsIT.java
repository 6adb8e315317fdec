/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.springframework.beans.factory.annotation.Autowired;

class RehearsedBookingsIT extends BookedIT {

	private static final int DAYS = 40;

	@Autowired
	private Rehearsal rehearsal;

	@Test
	void rehearsal_shouldCallWhoDidNotCome() {
		book(DAY.minusDays(8), DAY.minusDays(20).atTime(12, 0));
		patient = clinic.aPatient("Berit");
		Booking kept = book(DAY.minusDays(8), DAY.minusDays(20).atTime(12, 0));
		become(kept, BookingStatus.KEPT, DAY.minusDays(8).atTime(10, 0));
		patient = clinic.aPatient("Cato");
		become(book(DAY.minusDays(8), DAY.minusDays(20).atTime(12, 0)), BookingStatus.CANCELLED,
			DAY.minusDays(9).atTime(9, 0));
		sweep(DAY.atTime(8, 0));

		RehearsalReport report = rehearse(noShow());

		assertThat(report.getPlans()).isEqualTo(1);
		assertThat(report.getTasks()).isEqualTo(1);
		assertThat(report.getBusiestDay()).isEqualTo(DAY.minusDays(7));
	}

	@Test
	void rehearsal_shouldNotCallWhoHadAnotherBooking_andStopWhenThereIsOne() {
		book(DAY.minusDays(8), DAY.minusDays(20).atTime(12, 0));
		book(DAY.minusDays(2), DAY.minusDays(19).atTime(12, 0));
		patient = clinic.aPatient("Berit");
		book(DAY.minusDays(8), DAY.minusDays(20).atTime(12, 0));
		book(DAY.plusDays(3), DAY.minusDays(6).atTime(12, 0));
		sweep(DAY.atTime(8, 0));

		RehearsalReport report = rehearse(noShow().step(step("week", "P6D").build()));

		assertThat(report.getNotDue()).as("Berit's second call").containsEntry(Reasons.BOOKED_AGAIN, 1L);
		assertThat(report.getPlans()).as("Berit's, and Anna's second").isEqualTo(2);
		assertThat(report.getTasks()).isEqualTo(2);
	}

	@Test
	void rehearsal_shouldRemind_alsoOfBookingsAhead() {
		book(DAY.plusDays(5).atTime(14, 0), DAY.minusDays(10).atTime(12, 0));
		patient = clinic.aPatient("Berit");
		become(book(DAY.minusDays(1).atTime(14, 0), DAY.minusDays(10).atTime(12, 0)), BookingStatus.CANCELLED,
			DAY.minusDays(4).atTime(12, 0));

		RehearsalReport report = rehearse(reminders());

		assertThat(report.getTasks()).as("a week before Anna's, a week before Berit's").isEqualTo(2);
		assertThat(report.getNotDue()).containsEntry(Reasons.BOOKING_CANCELLED, 1L);
	}

	@Test
	void rehearsal_shouldBeForMembersOfAGroup() {
		book(DAY.plusDays(5).atTime(14, 0), DAY.minusDays(10).atTime(12, 0));
		patient = clinic.aPatient("Berit");
		book(DAY.plusDays(5).atTime(14, 0), DAY.minusDays(10).atTime(12, 0));
		String anxious = clinic.aCohort("Anxious patients", patient).getUuid();
		flush();

		assertThat(rehearse(reminders()).getTasks()).isEqualTo(2);
		assertThat(rehearse(reminders().patients(PatientFilter.builder().group(anxious).build())).getTasks()).isEqualTo(1);
	}

	/** The same story lived through, day by day, and rehearsed afterwards. */
	@Test
	void rehearsal_shouldSayWhatPlanningMade_ofAnyStory() {
		for (ProtocolDefinitionBuilder protocol : new ProtocolDefinitionBuilder[]{
			noShow().step(step("week", "P8D").skip(SkipRule.NEWER_VISIT).grace(5).build()), reminders() }) {
			FollowUpProtocol stored = load(protocol);
			Map<String, Integer> made = live(new Random(7), stored);
			RehearsalReport report = rehearse(protocol);
			Map<String, Integer> told = new TreeMap<>();
			report.getSteps().forEach(step -> told.put(step.getKey(), (int) step.getTasks()));
			told.values().removeIf(tasks -> tasks == 0);
			assertThat(told).as(report.toString()).isEqualTo(made);
			assertThat(made).isNotEmpty();
			Context.getService(ProtocolService.class).retireProtocol(again(stored), "told");
			sessionFactory.getCurrentSession().createQuery("update retention.Booking b set b.voided = true").executeUpdate();
			flushAndClear();
		}
	}

	private Map<String, Integer> live(Random random, FollowUpProtocol protocol) {
		List<Patient> patients = new ArrayList<>();
		for (int who = 0; who < 6; who++) {
			patients.add(clinic.aPatient("Somebody " + who));
		}
		Map<Booking, LocalDate> ahead = new LinkedHashMap<>();
		for (LocalDate day = DAY.minusDays(60); day.isBefore(DAY); day = day.plusDays(1)) {
			LocalDate today = day;
			sweep(today.atTime(0, 5));
			ahead.values().removeIf(booked -> booked.isBefore(today));
			for (Patient one : patients) {
				patient = one;
				int lot = random.nextInt(100);
				if (lot < 12) {
					LocalDate when = today.plusDays(2L + random.nextInt(15));
					ahead.put(book(when, today.atTime(9, 0)), when);
				} else if (lot < 18) {
					plan(entered(encounter(one, restoration, today.atTime(10, 0))));
				}
			}
			for (Booking booking : new ArrayList<>(ahead.keySet())) {
				if (random.nextInt(60) == 0) {
					ahead.remove(booking);
					become(booking, BookingStatus.CANCELLED, today.atTime(12, 0));
				}
			}
		}
		sweep(DAY.atTime(0, 5));
		Map<String, Integer> made = new TreeMap<>();
		for (FollowUpPlan plan : allPlans()) {
			if (plan.getProtocol().getId().equals(protocol.getId())) {
				tasksOf(plan).stream().filter(RehearsedBookingsIT::wasDue)
					.forEach(task -> made.merge(task.getStepKey(), 1, Integer::sum));
			}
		}
		return made;
	}

	/** When it happened. */
	private Encounter entered(Encounter encounter) {
		flush();
		sessionFactory.getCurrentSession()
			.createNativeQuery("update encounter set date_created = encounter_datetime where encounter_id = :id")
			.setParameter("id", encounter.getEncounterId()).executeUpdate();
		return encounter;
	}

	private static boolean wasDue(FollowUpTask task) {
		boolean inTime = !task.getDueDate().isBefore(DAY.minusDays(DAYS)) && task.getDueDate().isBefore(DAY);
		boolean aside = Reasons.LATE.equals(task.getStatusReason()) || Reasons.ABSORBED.equals(task.getStatusReason());
		return inTime && !aside && (task.isOpen() || task.getPlannedFrom().isBefore(task.getEndedAt()));
	}

	private RehearsalReport rehearse(ProtocolDefinitionBuilder protocol) {
		flushAndClear();
		return new RehearsalFigures(rehearsal.of(0, protocol.build().complete(), DAYS, at(DAY.atTime(12, 0)),
			Context.getAuthenticatedUser())).report(null);
	}
}
