/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.planning.FollowUpEvent.FollowUpEventBuilder;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.beans.factory.annotation.Autowired;

/** What other features announce. */
class EventIT extends PlanningIT {

	private static final LocalDateTime NOON = DAY.atTime(12, 0);

	@Autowired
	private FloodDao floods;

	@Autowired
	private Sweep sweep;

	@Test
	void announce_shouldBeginThePlansOfTheProtocolsThatWaitForIt() {
		load(protocol("survey.low-score"));
		load(protocol("complaint.resolved"));

		announce(event("survey.low-score").location(place).context("3 of 10"));

		FollowUpPlan plan = onlyPlan();
		assertThat(plan.getAnchorKey()).isEqualTo("event:response-1");
		assertThat(plan.getAnchorAt()).isEqualTo(at(NOON));
		assertThat(plan.getAnchorDate()).isEqualTo(DAY);
		assertThat(plan.getEncounterId()).isNull();
		assertThat(plan.getEncounterUuid()).isNull();
		assertThat(plan.getLocation().getLocationId()).isEqualTo(place.getLocationId());
		assertThat(plan.getContext()).isEqualTo("3 of 10");
		assertThat(lines(plan)).containsExactly("call OPEN");
		assertThat(tasksOf(plan).get(0).getDueDate()).isEqualTo(DAY.plusDays(1));
	}

	@Test
	void announce_shouldMakeNothingTwiceForOneKey() {
		load(protocol("survey.low-score"));

		announce(event("survey.low-score"));
		announce(event("survey.low-score"));
		assertThat(allPlans()).hasSize(1);
		announce(event("survey.low-score").key("response-2"));

		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.SUPERSEDED, PlanStatus.ACTIVE);
	}

	@Test
	void announce_shouldKeepWhatTheProtocolSays_ofPatientsRepeatsAndTheFirstDay() {
		load(protocol("survey.low-score").patients(PatientFilter.builder().sex("M").build()));
		load(protocol("survey.low-score").activeFrom("2026-11-19"));
		announce(event("survey.low-score"));
		assertThat(allPlans()).isEmpty();

		load(protocol("complaint.resolved").onRepeat(RepeatMode.SEPARATE).fulfilledBy(filter(restoration).build()));
		announce(event("complaint.resolved"));
		announce(event("complaint.resolved").key("response-2"));
		assertThat(allPlans()).hasSize(2).allMatch(FollowUpPlan::isActive);
		plan(encounter(restoration, DAY.plusDays(1)));
		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsOnly(PlanStatus.FULFILLED);
	}

	@Test
	void announce_shouldMakeNothingForWhoHasDiedOrWasVoided_andTheReviewEndsWhatIsOpen() {
		load(protocol("survey.low-score"));
		announce(event("survey.low-score"));
		again(patient).setDead(true);
		flush();
		announce(event("survey.low-score").patient(again(patient)).key("response-2"));
		assertThat(allPlans()).hasSize(1);

		sweep.sweep(() -> runs.begin(at(NOON), Context.getAuthenticatedUser()));
		flushAndClear();

		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.PATIENT_DEAD);
	}

	@Test
	void withdraw_shouldCancelWhatNobodyHasWorked_withItsReason() {
		load(protocol("survey.low-score"));
		announce(event("survey.low-score"));
		withdraw("response-2");
		assertThat(onlyPlan().isActive()).as("another event").isTrue();

		withdraw("response-1");

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.EVENT_WITHDRAWN);
		assertThat(lines(onlyPlan())).containsExactly("call CANCELLED event-withdrawn");
		withdraw("response-1");
		assertThat(onlyPlan().getStatus()).as("again is nothing new").isEqualTo(PlanStatus.CANCELLED);
	}

	@Test
	void withdraw_shouldLeaveWhatSomebodyHasDone() {
		load(protocol("survey.low-score").step(step("again", "P3D").build()));
		announce(event("survey.low-score"));
		tasksOf(onlyPlan()).get(0).complete(Cause.of(Context.getAuthenticatedUser(), at(NOON), "contact"));
		flushAndClear();

		withdraw("response-1");

		assertThat(onlyPlan().isActive()).isTrue();
		assertThat(lines(onlyPlan())).containsExactly("call COMPLETED contact", "again OPEN");
	}

	@Test
	void withdraw_shouldGiveBackWhatTheEventTookOver() {
		load(protocol("survey.low-score"));
		announce(event("survey.low-score"));
		announce(event("survey.low-score").key("response-2").at(at(NOON.plusMinutes(1))));
		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.SUPERSEDED, PlanStatus.ACTIVE);

		withdraw("response-2");

		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.ACTIVE, PlanStatus.CANCELLED);
		assertThat(lines(allPlans().get(0))).containsExactly("call OPEN event-withdrawn");
	}

	@Test
	void announce_shouldSayWhatIsMissing() {
		refuse(event(" "), EventAnchors.INCOMPLETE, "name");
		refuse(event("a").patient(null), EventAnchors.INCOMPLETE, "patient");
		refuse(event("a").at(null), EventAnchors.INCOMPLETE, "at");
		refuse(event("a").key(""), EventAnchors.INCOMPLETE, "key");
		refuse(event("a").key(String.join("", Collections.nCopies(101, "k"))), EventAnchors.KEY_TOO_LONG, "key");
	}

	private void refuse(FollowUpEventBuilder event, String code, String field) {
		assertThatThrownBy(() -> announce(event)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo(code);
			assertThat(e.getField()).isEqualTo(field);
		});
	}

	private FollowUpEventBuilder event(String name) {
		return FollowUpEvent.builder().name(name).patient(patient).at(at(NOON)).key("response-1");
	}

	private void announce(FollowUpEventBuilder event) {
		service().announceEvent(event.build());
		flushAndClear();
	}

	private void withdraw(String key) {
		service().withdrawEvent(again(patient), key, "another patient");
		flushAndClear();
	}

	private PlanningServiceImpl service() {
		return new PlanningServiceImpl(runs, planner, sweep, plans, floods, Clock.fixed(at(NOON), OSLO));
	}

	private static ProtocolDefinitionBuilder protocol(String event) {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("After " + event)
			.why(text("On {date}")).purpose(Purpose.CARE).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.EVENT).event(event).build()).step(step("call", "P1D").build());
	}
}
