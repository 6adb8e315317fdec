/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;
import static org.openmrs.module.retention.survey.SurveyFixture.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.CommentDraft;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.planning.PlanRequest;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.protocol.Roll;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.invitation.InvitationRequest;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.openmrs.module.retention.survey.response.PublicSurveyService;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** Patients who raise themes as they do in a clinic: by answers to surveys and on calls. */
final class RaisedThemes {

	private final SessionFactory sessionFactory;

	private final Map<Privacy, Survey> surveys = new HashMap<>();

	private FollowUpProtocol calls;

	RaisedThemes(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** @return uuid of the comment */
	String answered(Patient patient, Privacy privacy, String words) {
		Survey survey = surveys.computeIfAbsent(privacy,
			each -> Context.getService(SurveyService.class).saveSurvey(aSurvey().clearRecovery().privacy(privacy).build()));
		String token = Context.getService(SurveyInvitationService.class)
			.invite(InvitationRequest.builder().survey(survey.getUuid()).patient(patient.getUuid()).build()).getToken()
			.getText();
		Map<String, Object> given = new HashMap<>();
		given.put("recommend", "3");
		given.put("better", words);
		Context.getService(PublicSurveyService.class).submit(token, given, "en");
		sessionFactory.getCurrentSession().flush();
		if (privacy != Privacy.IDENTIFIED) {
			release(words);
		}
		return commentOf(words);
	}

	/** As if enough others had answered. */
	private void release(String words) {
		Comment comment = sessionFactory.getCurrentSession().get(Comment.class, commentOf(words));
		Context.getRegisteredComponent("retention.comments", Comments.class).release(Comment.Source.SURVEY,
			Collections.singleton(CommentDraft.builder().sourceUuid(comment.getSourceUuid()).language("en")
				.saidOn(comment.getSaidOn()).build()));
		sessionFactory.getCurrentSession().flush();
	}

	ContactAttempt said(Patient patient, String words) {
		if (calls == null) {
			calls = Context.getService(ProtocolService.class).saveProtocol(protocol(TriggerType.MANUAL, null)
				.step(step().script(Script.builder().opening(text("Hello")).closing(text("Thanks"))
					.question(Question.builder().key("better").type(Question.Type.TEXT).textKind(TextKind.COULD_BE_BETTER)
						.text(text("What could we do better?")).build())
					.build()).build())
				.build());
		}
		FollowUpPlan plan = Context.getService(PlanningService.class)
			.beginPlan(PlanRequest.builder().protocol(calls).patient(patient).build());
		sessionFactory.getCurrentSession().flush();
		FollowUpTask task = taskOf(plan);
		ContactAttempt attempt = Context.getService(ContactAttemptService.class)
			.recordAttempt(AttemptRequest.builder().tasks(Collections.singletonList(task.getUuid()))
				.result(AttemptResult.SPOKE).disposition(Disposition.DONE)
				.answers(Collections.singletonMap(task.getUuid(), Collections.singletonMap("better", words))).build());
		sessionFactory.getCurrentSession().flush();
		return attempt;
	}

	FollowUpTask taskOf(FollowUpPlan plan) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpTask t where t.plan = :plan", FollowUpTask.class).setParameter("plan", plan)
			.getSingleResult();
	}

	String commentOf(String words) {
		return sessionFactory.getCurrentSession()
			.createQuery("select c.uuid from retention.Comment c where c.text = :text", String.class)
			.setParameter("text", words).getSingleResult();
	}

	void about(String comment, Theme theme) {
		Context.getService(CommentService.class).assignTheme(comment, theme, null);
	}

	/** Takes the event, from today on. */
	static ProtocolDefinitionBuilder telling() {
		return protocol(TriggerType.EVENT, MeasureEvents.NAME).step(step()
			.script(Script.builder().opening(text("Hello")).closing(text("Thanks")).build()).build());
	}

	static Trigger.TriggerBuilder trigger() {
		return Trigger.builder().type(TriggerType.EVENT).event(MeasureEvents.NAME);
	}

	private static ProtocolDefinitionBuilder protocol(TriggerType type, String event) {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Protocol").why(text("Call"))
			.purpose(Purpose.GREETING).activeFrom("2020-01-01").onRepeat(RepeatMode.SEPARATE)
			.trigger(Trigger.builder().type(type).event(event).build());
	}

	private static StepDefinition.StepDefinitionBuilder step() {
		return StepDefinition.builder().key("call").title(text("Call")).offset("P0D").roll(Roll.NONE).grace(5)
			.windowFrom("00:00").windowTo("23:59");
	}
}
