/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;
import static org.openmrs.module.retention.survey.SurveyFixture.text;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.planning.PlanRequest;
import org.openmrs.module.retention.followup.planning.PlanningService;
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
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyService;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Whoever goes by invitations is told of each, once, and before it stands. */
class InvitationListenerIT extends RetentionIT implements InvitationListener {

	private static final String BEAN = "retention.testInvitationListener";

	private final List<IssuedInvitation> told = new ArrayList<>();

	private final List<Occasion> occasions = new ArrayList<>();

	private RuntimeException failure;

	private Patient patient;

	private Survey survey;

	@Override
	public void made(IssuedInvitation issued, Occasion occasion) {
		if (failure != null) {
			throw failure;
		}
		told.add(issued);
		occasions.add(occasion);
	}

	@BeforeEach
	void listen() {
		beans().registerSingleton(BEAN, this);
		patient = new Clinic(sessionFactory).aPatient("Anna");
		survey = Context.getService(SurveyService.class).saveSurvey(aSurvey().build());
		flush();
	}

	@AfterEach
	void listenNoMore() {
		beans().destroySingleton(BEAN);
	}

	private DefaultListableBeanFactory beans() {
		return (DefaultListableBeanFactory) applicationContext.getAutowireCapableBeanFactory();
	}

	@Test
	void listener_shouldBeToldOfAnInvitationWithItsLink_once() {
		IssuedInvitation issued = invite();
		assertThat(told).containsExactly(issued);
		assertThat(issued.getPath()).isEqualTo("/ws/retention/s/" + issued.getToken().getText());
		assertThat(told.get(0).getInvitation().getId()).as("it is stored").isNotNull();
		assertThat(occasions.get(0).getActor()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(issued.toString()).doesNotContain(issued.getToken().getText());
		assertThat(invite().getPath()).as("the link of what was made before").isNull();
		assertThat(told).hasSize(1);
	}

	@Test
	void listener_shouldBeToldOfWhatAStepInvites() {
		FollowUpTask task = aTaskThatAsks();
		service().inviteForTask(task.getId());
		assertThat(told).singleElement()
			.satisfies(issued -> assertThat(issued.getInvitation().getTaskId()).isEqualTo(task.getId()));
		service().inviteForTask(task.getId());
		assertThat(told).hasSize(1);
	}

	@Test
	void failure_shouldUndoTheInvitation_whateverIsThrown() {
		failure = new IllegalStateException("no gateway");
		assertThatThrownBy(this::invite).isSameAs(failure);
		FollowUpTask task = aTaskThatAsks();
		failure = RetentionException.conflict("retention.survey.error.cool-down", "patient");
		assertThatThrownBy(() -> service().inviteForTask(task.getId())).as("no rule of ours").isSameAs(failure);
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
	}

	private IssuedInvitation invite() {
		IssuedInvitation issued = service()
			.invite(InvitationRequest.builder().survey(survey.getUuid()).patient(patient.getUuid()).build());
		flush();
		return issued;
	}

	private FollowUpTask aTaskThatAsks() {
		patient = new Clinic(sessionFactory).aPatient("Bo");
		ProtocolDefinition protocol = ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Ask how it was")
			.why(text("Ask how it was")).purpose(Purpose.SURVEY).activeFrom("2020-01-01")
			.trigger(Trigger.builder().type(TriggerType.MANUAL).build())
			.step(StepDefinition.builder().key("ask").title(text("Ask")).offset("P0D").roll(Roll.NONE).grace(5)
				.windowFrom("00:00").windowTo("23:59").survey(survey.getUuid())
				.script(Script.builder().opening(text("Hello")).closing(text("Thanks")).build()).build())
			.build();
		FollowUpPlan plan = Context.getService(PlanningService.class).beginPlan(PlanRequest.builder()
			.protocol(Context.getService(ProtocolService.class).saveProtocol(protocol)).patient(patient).build());
		flush();
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpTask t where t.plan = :plan", FollowUpTask.class).setParameter("plan", plan)
			.getSingleResult();
	}

	private static SurveyInvitationService service() {
		return Context.getService(SurveyInvitationService.class);
	}
}
