/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;
import static org.openmrs.module.retention.survey.SurveyFixture.text;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.planning.PlanRequest;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Roll;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyService;

/** Steps of protocols that ask a survey. */
class SurveyStepIT extends RetentionIT {

	private Patient patient;

	private Survey survey;

	@BeforeEach
	void aClinic() {
		patient = new Clinic(sessionFactory).aPatient("Anna");
		survey = Context.getService(SurveyService.class).saveSurvey(aSurvey().build());
	}

	@Test
	void step_shouldInviteWhenItIsDue_andOnce() {
		FollowUpTask task = planned();
		inviteDue();
		SurveyInvitation invitation = invitations().get(0);
		assertThat(invitation.getTaskId()).isEqualTo(task.getId());
		assertThat(invitation.getPatient()).isEqualTo(patient);
		assertThat(invitation.getSurvey()).isEqualTo(survey);
		inviteDue();
		assertThat(invitations()).hasSize(1);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void step_shouldEndWithItsReason_whenThePersonWasAskedAShortWhileAgo() {
		Context.getService(SurveyInvitationService.class).invite(InvitationRequest.builder().patient(patient.getUuid())
			.survey(Context.getService(SurveyService.class).saveSurvey(aSurvey().build()).getUuid()).build());
		FollowUpTask task = planned();
		inviteDue();
		assertThat(invitations()).isEmpty();
		assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(task.getStatusReason()).isEqualTo("survey-cool-down");
	}

	private void inviteDue() {
		assertThat(Context.getService(SurveyInvitationService.class).inviteDue(0)).isZero();
		flush();
	}

	private List<SurveyInvitation> invitations() {
		return Context.getService(SurveyInvitationService.class)
			.findInvitations(InvitationSearch.builder().survey(survey).build(), new Page(0, 10));
	}

	/** Due from the day on which it is planned. */
	private FollowUpTask planned() {
		ProtocolDefinition protocol = ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Ask how it was")
			.why(text("Ask how it was")).purpose(Purpose.SURVEY).activeFrom("2020-01-01")
			.trigger(Trigger.builder().type(TriggerType.MANUAL).build())
			.step(StepDefinition.builder().key("ask").title(text("Ask")).offset("P0D").roll(Roll.NONE).grace(5)
				.windowFrom("00:00").windowTo("23:59").survey(survey.getUuid())
				.script(Script.builder().opening(text("Hello")).closing(text("Thanks")).build()).build())
			.build();
		FollowUpProtocol stored = Context.getService(ProtocolService.class).saveProtocol(protocol);
		FollowUpPlan plan = Context.getService(PlanningService.class)
			.beginPlan(PlanRequest.builder().protocol(stored).patient(patient).build());
		flush();
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpTask t where t.plan = :plan", FollowUpTask.class).setParameter("plan", plan)
			.getSingleResult();
	}
}
