/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of plans when the clinic purges encounters: at once, and when it happened without our notice. */
class PurgedEncounterIT extends BookedIT {

	private static final LocalDateTime NEXT_NOON = DAY.plusDays(1).atTime(12, 0);

	@Autowired
	private Slices slices;

	@Autowired
	private FloodDao floods;

	@Test
	void purge_shouldEndWhatTheEncounterHasStarted() {
		load(extractionProtocol());
		Encounter started = encounter(extraction, DAY);
		plan(started);

		purge(started, DAY.atTime(11, 0));

		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.ANCHOR_PURGED);
		assertThat(lines(onlyPlan())).contains("next-day CANCELLED anchor-purged");
	}

	@Test
	void purge_shouldGoOnWithAnotherEncounterOfTheDay() {
		load(extractionProtocol());
		Encounter first = encounter(extraction, DAY);
		Encounter second = encounter(patient, extraction, DAY.atTime(11, 0));
		plan(first);
		plan(second);

		purge(first, DAY.atTime(12, 0));

		assertThat(onlyPlan().isActive()).isTrue();
		assertThat(onlyPlan().getEncounterId()).isEqualTo(second.getEncounterId());
	}

	@Test
	void purge_shouldOpenAgainWhatTheEncounterHasFulfilled_unlessAnotherDoes() {
		Encounter mistaken = fulfilled();
		Encounter other = encounter(restoration, DAY.plusDays(2));
		plan(other);

		purge(mistaken, DAY.plusDays(2).atTime(11, 0));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
		assertThat(onlyPlan().getFulfilledBy()).isEqualTo(other.getEncounterId());

		purge(other, DAY.plusDays(2).atTime(12, 0));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(onlyPlan().getFulfilledBy()).isNull();
		assertThat(lines(onlyPlan())).contains("one-week OPEN fulfilment-undone");
	}

	@Test
	void purge_shouldEndTheRecallThatTheVisitStarted_andOpenTheOneThatItFulfilled() {
		load(recall());
		plan(encounter(extraction, DAY.minusMonths(6)));
		Encounter mistaken = encounter(extraction, DAY);
		plan(mistaken);
		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.FULFILLED, PlanStatus.ACTIVE);

		purge(mistaken, DAY.atTime(11, 0));

		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.ACTIVE,
			PlanStatus.CANCELLED);
	}

	@Test
	void purge_shouldTakeBackThatABookingWasKept() {
		Booking booking = book(BOOKED_FOR, DAY.atTime(12, 0));
		Encounter came = encounter(extraction, BOOKED_FOR);
		plan(came);
		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.KEPT);

		purge(came, BOOKED_FOR.atTime(11, 0));

		assertThat(again(booking).getStatus()).isEqualTo(BookingStatus.BOOKED);
	}

	@Test
	void purge_shouldFindNothing_whenThePatientIsPurgedToo() {
		load(extractionProtocol());
		Encounter started = encounter(extraction, DAY);
		plan(started);
		Context.getEncounterService().purgeEncounter(again(started));
		flushAndClear();
		Context.getPatientService().purgePatient(again(patient));
		flushAndClear();

		follow(started, DAY.atTime(11, 0));

		assertThat(onlyPlan().getPatient()).as("the sweep ends it").isNull();
	}

	@Test
	void sweep_shouldOpenAgainWhatWasFulfilled_whenTheEncounterWasDeletedWithoutNotice() {
		Encounter mistaken = fulfilled();

		assertThat(sweep(NEXT_NOON).getPlansReopened()).as("it is there").isZero();
		delete(mistaken);
		assertThat(sweep(NEXT_NOON).getPlansReopened()).isEqualTo(1);

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(sweep(NEXT_NOON).getPlansReopened()).isZero();
	}

	@Test
	void sweep_shouldLookOnceAtWhatIsNotWorthDoingAnyMore() {
		Encounter mistaken = fulfilled();
		delete(mistaken);

		sweep(DAY.plusMonths(3).atTime(12, 0));

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
		assertThat(onlyPlan().getFulfilledBy()).isNull();
		assertThat(plans.fulfilledByNone(0, plans.lastId(), 10)).isEmpty();
	}

	@Test
	void sweep_shouldOpenAgainWhatWasFulfilled_whenTheEncounterWasVoidedWithoutNotice_unlessThePatientWas() {
		Encounter mistaken = fulfilled();
		again(mistaken).setVoided(true);
		again(patient).setVoided(true);
		assertThat(sweep(NEXT_NOON).getPlansReopened()).isZero();

		again(patient).setVoided(false);
		assertThat(sweep(NEXT_NOON).getPlansReopened()).isEqualTo(1);
	}

	/** As by SQL or synchronisation, and noticed when the sweep reads the encounter again. */
	@Test
	void sweep_shouldOpenAgainWhatWasFulfilled_whenItReadsThatTheEncounterIsAnotherThingNow() {
		Encounter mistaken = fulfilled();
		assertThat(readAgain(mistaken).getPlansReopened()).as("it is what it was").isZero();

		again(mistaken).setEncounterType(encounterType("Lost glasses"));
		assertThat(readAgain(mistaken).getPlansReopened()).isEqualTo(1);
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.ACTIVE);
	}

	private SweepReport readAgain(Encounter encounter) {
		flushAndClear();
		PlanningRun run = runs.begin(at(NEXT_NOON), Context.getAuthenticatedUser());
		run.guard(new FloodGate(floods, run));
		planner.plan(Collections.singleton(encounter.getEncounterId()), run);
		flushAndClear();
		return run.getReport();
	}

	private Encounter fulfilled() {
		load(extractionProtocol().fulfilledBy(filter(restoration).build()));
		plan(encounter(extraction, DAY));
		Encounter fulfilling = encounter(restoration, DAY.plusDays(1));
		plan(fulfilling);
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
		assertThat(onlyPlan().getFulfilledBy()).isEqualTo(fulfilling.getEncounterId());
		return fulfilling;
	}

	private void purge(Encounter encounter, LocalDateTime now) {
		Context.getEncounterService().purgeEncounter(again(encounter));
		flushAndClear();
		follow(encounter, now);
	}

	private void follow(Encounter encounter, LocalDateTime now) {
		new ChangedEncounters(runs, planner, slices, Clock.fixed(at(now), OSLO))
			.follow(new ChangedEncounter(encounter.getEncounterId(), patient.getPatientId()),
				Context.getAuthenticatedUser());
		flushAndClear();
	}

	private void delete(Encounter encounter) {
		flushAndClear();
		sessionFactory.getCurrentSession().createNativeQuery("delete from encounter where encounter_id = :id")
			.setParameter("id", encounter.getEncounterId()).executeUpdate();
		flushAndClear();
	}
}
