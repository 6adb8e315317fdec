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
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.followup.planning.PlanRequest.PlanRequestBuilder;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.beans.factory.annotation.Autowired;

class RequestedPlanIT extends PlanningIT {

	private static final LocalDateTime NOON = DAY.atTime(12, 0);

	@Autowired
	private FloodDao floods;

	@Autowired
	private Sweep sweep;

	@Test
	void begin_shouldPlanTheStepsFromTheMomentThatIsNamed() {
		FollowUpProtocol protocol = load(protocol());

		begin(request(protocol).at(at(NOON.plusDays(1))).location(place).context("asked for by the dentist"));

		FollowUpPlan plan = onlyPlan();
		assertThat(plan.getAnchorKey()).isEqualTo("hand:" + DAY.plusDays(1));
		assertThat(plan.getAnchorDate()).isEqualTo(DAY.plusDays(1));
		assertThat(plan.getContext()).isEqualTo("asked for by the dentist");
		assertThat(plan.getLocation().getLocationId()).isEqualTo(place.getLocationId());
		assertThat(lines(plan)).containsExactly("call OPEN");
		assertThat(tasksOf(plan).get(0).getDueDate()).isEqualTo(DAY.plusDays(2));
	}

	@Test
	void begin_shouldAnswerThePlanThatThereIs_whenItIsAskedForAgainThatDay() {
		FollowUpProtocol protocol = load(protocol());
		FollowUpPlan first = begin(request(protocol));

		assertThat(begin(request(protocol).at(at(NOON.plusHours(3)))).getUuid()).isEqualTo(first.getUuid());

		assertThat(allPlans()).hasSize(1);
	}

	@Test
	void begin_shouldRefuse_whenThePlanOfTheDayHasEnded() {
		FollowUpProtocol protocol = load(protocol());
		service().cancelPlan(begin(request(protocol)), null, "not wanted");

		refuse(request(protocol), "retention.followup.error.plan-not-active", "status");
	}

	@Test
	void begin_shouldRefuseWhatCannotBe() {
		FollowUpProtocol protocol = load(protocol());
		refuse(request(protocol).patient(null), "retention.followup.error.required", "patient");
		refuse(request(null), "retention.followup.error.required", "protocol");
		refuse(request(load(protocol().trigger(Trigger.builder().type(TriggerType.EVENT).event("a").build()))),
			RequestedPlans.NOT_BY_HAND, "protocol");
		refuse(request(load(protocol().activeFrom(DAY.plusDays(1).toString()))), RequestedPlans.TOO_EARLY, "anchorAt");
		refuse(request(load(protocol().patients(PatientFilter.builder().sex("M").build()))),
			RequestedPlans.NOT_FOR_PATIENT, "patient");
		refuse(request(protocol).at(at(NOON.plusDays(40))), RequestedPlans.TOO_FAR_AHEAD, "anchorAt");
		refuse(request(protocol).at(at(NOON).minus(Duration.ofDays(200))), RequestedPlans.POINTLESS, "protocol");
		again(patient).setDead(true);
		flush();
		refuse(request(protocol).patient(again(patient)), "retention.followup.error.patient-is-dead", "patient");
		assertThat(allPlans()).isEmpty();
	}

	private void refuse(PlanRequestBuilder request, String code, String field) {
		assertThatThrownBy(() -> begin(request)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo(code);
			assertThat(e.getField()).isEqualTo(field);
		});
	}

	private PlanRequestBuilder request(FollowUpProtocol protocol) {
		return PlanRequest.builder().protocol(protocol).patient(patient).at(at(NOON));
	}

	private FollowUpPlan begin(PlanRequestBuilder request) {
		FollowUpPlan plan = service().beginPlan(request.build());
		flush();
		return plan;
	}

	private PlanningService service() {
		return new PlanningServiceImpl(runs, planner, sweep, plans, floods, Clock.fixed(at(NOON), OSLO));
	}

	private static ProtocolDefinitionBuilder protocol() {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("A watched case")
			.why(text("On {date}")).purpose(Purpose.CARE).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.MANUAL).build()).step(step("call", "P1D").build());
	}
}
