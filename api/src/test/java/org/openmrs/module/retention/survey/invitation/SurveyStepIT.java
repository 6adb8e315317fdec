/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;
import static org.openmrs.module.retention.survey.SurveyFixture.text;

import java.time.Instant;
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
import org.openmrs.module.retention.followup.task.Cause;
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

	@Test
	void step_shouldInviteNobody_whenItsTimeIsOverOrItHasEnded() {
		FollowUpTask task = planned();
		sessionFactory.getCurrentSession()
			.createQuery("update retention.FollowUpTask t set t.expiresAt = :past where t.id = :id")
			.setParameter("past", Instant.now().minusSeconds(60)).setParameter("id", task.getId()).executeUpdate();
		inviteDue();
		assertThat(invitations()).isEmpty();

		flushAndClear();
		FollowUpTask ended = sessionFactory.getCurrentSession().get(FollowUpTask.class, task.getId());
		ended.cancel(Cause.of(Context.getAuthenticatedUser(), Instant.now(), "test"));
		flush();
		Context.getService(SurveyInvitationService.class).inviteForTask(task.getId());
		assertThat(invitations()).isEmpty();
	}

	@Test
	void step_shouldEnd_whenThePersonDoesNotWantToAnswer() {
		FollowUpTask task = planned();
		inviteDue();
		Context.getService(SurveyInvitationService.class).transitionInvitation(invitations().get(0),
			InvitationStatus.HANDED_OVER, null, null);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		Context.getService(SurveyInvitationService.class).transitionInvitation(invitations().get(0),
			InvitationStatus.DECLINED, null, "no time");
		flush();
		assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
		assertThat(task.getStatusReason()).isEqualTo("survey-declined");
	}

	private void inviteDue() {
		SurveyInvitationService service = Context.getService(SurveyInvitationService.class);
		for (List<Integer> due = service.findDueTasks(0); !due.isEmpty(); due = service
			.findDueTasks(due.get(due.size() - 1))) {
			due.forEach(service::inviteForTask);
		}
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
