/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.survey.SurveyFixture.aRecovery;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;
import static org.openmrs.module.retention.survey.SurveyFixture.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.attempt.SpokeWith;
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
import org.openmrs.module.retention.followup.task.TaskInterview;
import org.openmrs.module.retention.followup.task.TaskInterviews;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition.SurveyDefinitionBuilder;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.invitation.InvitationRequest;
import org.openmrs.module.retention.survey.invitation.InvitationSearch;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Surveys that are asked in the contact of the task that invited. */
class InterviewIT extends RetentionIT {

	private static final Page ALL = new Page(0, 10);

	@Autowired
	@Qualifier("retention.interviews")
	private TaskInterviews interviews;

	@Autowired
	private Comments comments;

	private Clinic clinic;

	private Patient patient;

	private Survey survey;

	private FollowUpTask task;

	@BeforeEach
	void aClinic() {
		clinic = new Clinic(sessionFactory);
		patient = clinic.aPatient("Anna");
	}

	@Test
	void contact_shouldStoreTheAnswersWithIt_andCompleteItsTask() {
		asked(aSurvey().clearRecovery(), null);
		TaskInterview interview = interviews.of(Collections.singleton(task), caller()).get(task.getId());
		assertThat(interview.getName()).isEqualTo("After a visit");
		assertThat(interview.getScript().getQuestions()).hasSize(3);

		ContactAttempt attempt = record(done("recommend", 9, "better", "Nothing"));
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(attempt.getLinks()).singleElement().satisfies(l -> assertThat(l.isSurveyAnswered()).isTrue());
		SurveyResponse response = only();
		assertThat(response.getMode()).isEqualTo(SurveyMode.INTERVIEW_OTHER);
		assertThat(response.getPatient()).isEqualTo(patient);
		assertThat(response.getEnteredBy()).isEqualTo(caller());
		assertThat(response.getAnsweredAt()).isEqualTo(attempt.getStartedAt());
		assertThat(invitation().getStatus()).isEqualTo(InvitationStatus.ANSWERED);
		assertThat(interviews.of(Collections.singleton(task), caller())).isEmpty();
		assertThat(responses().getComments(response)).extracting(Comment::getText).containsExactly("Nothing");
	}

	@Test
	void contact_shouldKnowWhetherTheTreatingPersonAsked() {
		Encounter encounter = clinic.anEncounter(patient, clinic.anEncounterRole("Dentist"),
			clinic.aProvider(caller().getPerson()));
		asked(aSurvey().clearRecovery(), encounter);
		record(done("recommend", 9));
		assertThat(only().getMode()).isEqualTo(SurveyMode.INTERVIEW_TREATING);
	}

	@Test
	void contact_shouldKnowWhoTreated_enteredSecond() {
		Encounter encounter = clinic.anEncounter(patient, clinic.anEncounterRole("Dentist"),
			clinic.aProvider(clinic.aPerson("Assistant")), clinic.aProvider(caller().getPerson()));
		asked(aSurvey().clearRecovery().mode(SurveyMode.INTERVIEW_TREATING), encounter);
		assertThat(interviews.of(Collections.singleton(task), caller()).get(task.getId()).getScript()).isNotNull();
		record(done("recommend", 9));
		assertThat(only().getMode()).isEqualTo(SurveyMode.INTERVIEW_TREATING);
	}

	@Test
	void survey_shouldNotBeAsked_byWhomItDoesNotLet() {
		Encounter encounter = clinic.anEncounter(patient, clinic.anEncounterRole("Dentist"),
			clinic.aProvider(caller().getPerson()));
		asked(aSurvey().clearRecovery().mode(SurveyMode.INTERVIEW_OTHER), encounter);
		assertThat(interviews.of(Collections.singleton(task), caller()).get(task.getId()).getScript()).isNull();
		assertCode("mode-not-allowed", () -> record(done("recommend", 9)));
	}

	@Test
	void survey_shouldNotBeAskedAtAll_whereInterviewsAreNotPrivate() {
		asked(aSurvey().clearRecovery().privacy(Privacy.ANONYMOUS), null);
		assertThat(interviews.of(Collections.singleton(task), caller())).isEmpty();
		assertCode("mode-not-allowed", () -> record(done("recommend", 9)));
	}

	@Test
	void contact_shouldBeRefused_withAllThatIsWrongWithTheAnswers() {
		asked(aSurvey().clearRecovery(), null);
		assertThatThrownBy(() -> record(done("recommend", 11, "other", "x"))).isInstanceOfSatisfying(
			RetentionException.class, e -> assertThat(e.getProblems()).extracting("path")
				.containsExactly("surveyAnswers.recommend", "surveyAnswers.other"));
	}

	@Test
	void contact_shouldBeRefused_whenItsAnswersDoNotGoWithIt() {
		assertRefused("answer-required", request -> request, "better", "x");
		assertRefused("does-not-go-with-the-result",
			request -> request.toBuilder().disposition(Disposition.LANGUAGE).language("ru").build(), "recommend", 9);
		assertRefused("does-not-go-with-the-result",
			request -> request.toBuilder().result(AttemptResult.NO_ANSWER).disposition(null).build(), "recommend", 9);
		assertRefused("does-not-go-with-the-result",
			request -> request.toBuilder().spokeWith(SpokeWith.OTHER).build(), "recommend", 9);
		assertRefused("answers-to-another-task", request -> request.toBuilder()
			.surveyAnswers(Collections.singletonMap(UUID.randomUUID().toString(), given("recommend", 9))).build(),
			"recommend", 9);
	}

	/** Each of a patient of its own: what is refused is rolled back with the transaction, which here is the test's. */
	private void assertRefused(String reason, UnaryOperator<AttemptRequest> changed, Object... answers) {
		patient = clinic.aPatient("Of " + reason);
		asked(aSurvey().clearRecovery(), null);
		assertCode(reason, () -> record(changed.apply(done(answers))));
	}

	@Test
	void contact_shouldBeRefused_whenTheLinkWasQuicker() {
		asked(aSurvey().clearRecovery(), null);
		String token = Context.getService(SurveyInvitationService.class).renewLink(invitation(), null).getToken().getText();
		Context.getService(PublicSurveyService.class).submit(token, given("recommend", "4"), "en");
		flushAndClear();
		task = sessionFactory.getCurrentSession().get(FollowUpTask.class, task.getId());
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThatThrownBy(() -> record(done("recommend", 9))).isInstanceOf(RetentionException.class);
		assertThat(only().getMode()).isEqualTo(SurveyMode.LINK);
	}

	@Test
	void undo_shouldTakeTheAnswersBack_andLetItBeAskedAgain() {
		asked(aSurvey().clearRecovery(), null);
		ContactAttempt attempt = record(done("recommend", 2, "better", "All"));
		SurveyResponse first = only();
		Context.getService(ContactAttemptService.class).voidAttempt(attempt, "another patient");
		flushAndClear();
		task = sessionFactory.getCurrentSession().get(FollowUpTask.class, task.getId());
		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(found()).isEmpty();
		assertThat(responses().getComments(first)).extracting(Comment::isVoided).containsExactly(true);
		assertThat(invitation().getStatus()).isEqualTo(InvitationStatus.STARTED);
		record(done("recommend", 10));
		assertThat(only().getAnswers().get(0).getAnswer()).isEqualTo("10");
		assertThat(invitation().getStatus()).isEqualTo(InvitationStatus.ANSWERED);
	}

	@Test
	void undo_shouldEndTheRecoveryThatNobodyHasBegun() {
		String event = "test.undone-" + UUID.randomUUID().toString().substring(0, 8);
		Context.getService(ProtocolService.class)
			.saveProtocol(ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("After " + event)
				.why(text("Answered")).purpose(Purpose.CARE).activeFrom("2020-01-01")
				.trigger(Trigger.builder().type(TriggerType.EVENT).event(event).build())
				.step(StepDefinition.builder().key("call").title(text("Call")).offset("P1D").grace(3)
					.script(Script.builder().opening(text("Hello")).closing(text("Thanks")).build()).build())
				.build());
		asked(aSurvey().clearRecovery().recover(aRecovery("recommend").atMost(6).event(event).build()), null);
		ContactAttempt attempt = record(done("recommend", 2));
		assertThat(recovery(event).isActive()).isTrue();
		Context.getService(ContactAttemptService.class).voidAttempt(attempt, "another patient");
		flushAndClear();
		assertThat(recovery(event).getStatusReason()).isEqualTo("event-withdrawn");
	}

	private FollowUpPlan recovery(String event) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpPlan p where p.protocol.name = :name", FollowUpPlan.class)
			.setParameter("name", "After " + event).getSingleResult();
	}

	@Test
	void undo_shouldTakeBackWhatIsConfidential_withoutSayingWhen() {
		asked(aSurvey().clearRecovery().privacy(Privacy.CONFIDENTIAL), null);
		int changes = history().size();
		ContactAttempt attempt = record(done("recommend", 2));
		Context.getService(ContactAttemptService.class).voidAttempt(attempt, "another patient");
		flushAndClear();
		assertThat(invitation().getStatus()).isEqualTo(InvitationStatus.STARTED);
		assertThat(history()).hasSize(changes);
	}

	/** Five are shown together: the one that went then would be the one of that contact. */
	@Test
	void undo_shouldLeaveWhatIsConfidential_onceItIsShownAmongOthers() {
		SurveyDefinitionBuilder definition = aSurvey().clearRecovery().privacy(Privacy.CONFIDENTIAL);
		ContactAttempt last = null;
		for (int i = 0; i < 5; i++) {
			patient = clinic.aPatient("Of five " + i);
			asked(definition, null);
			last = record(done("recommend", i, "better", "All"));
		}
		flushAndClear();
		assertThat(new Releases(applicationContext.getBean(ResponseDao.class),
			comments)
			.release(Instant.now().plus(Duration.ofDays(9)))).isEqualTo(5);
		flushAndClear();

		Context.getService(ContactAttemptService.class)
			.voidAttempt(sessionFactory.getCurrentSession().get(ContactAttempt.class, last.getId()), "another patient");
		flushAndClear();
		assertThat(found()).hasSize(5).allSatisfy(
			response -> assertThat(responses().getComments(response)).extracting(Comment::isVoided).containsExactly(false));
		assertThat(Context.getService(SurveyInvitationService.class)
			.findInvitations(InvitationSearch.builder().survey(survey).build(), ALL))
			.extracting(SurveyInvitation::getStatus).containsOnly(InvitationStatus.ANSWERED);
	}

	@Test
	void task_shouldBeDoneWithoutAnswers_andTheLinkStays() {
		asked(aSurvey().clearRecovery(), null);
		record(done("recommend", 9).toBuilder().surveyAnswers(null).build());
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(found()).isEmpty();
		assertThat(invitation().getStatus()).isEqualTo(InvitationStatus.CREATED);
	}

	private List<?> history() {
		return Context.getService(SurveyInvitationService.class).getInvitationHistory(invitation());
	}

	private static void assertCode(String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).endsWith(".error." + reason));
	}

	private SurveyResponse only() {
		assertThat(found()).hasSize(1);
		return found().get(0);
	}

	private List<SurveyResponse> found() {
		flush();
		sessionFactory.getCurrentSession()
			.createQuery("update retention.SurveyResponse r set r.released = true where r.survey = :survey")
			.setParameter("survey", survey).executeUpdate();
		return responses().findResponses(ResponseSearch.builder().survey(survey).build(), ALL);
	}

	private SurveyInvitation invitation() {
		return Context.getService(SurveyInvitationService.class)
			.findInvitations(InvitationSearch.builder().survey(survey).build(), ALL).get(0);
	}

	private AttemptRequest done(Object... answers) {
		return AttemptRequest.builder().tasks(Collections.singletonList(task.getUuid())).result(AttemptResult.SPOKE)
			.disposition(Disposition.DONE).surveyAnswers(Collections.singletonMap(task.getUuid(), given(answers))).build();
	}

	private ContactAttempt record(AttemptRequest request) {
		ContactAttempt attempt = Context.getService(ContactAttemptService.class).recordAttempt(request);
		flush();
		return attempt;
	}

	private static Map<String, Object> given(Object... pairs) {
		Map<String, Object> given = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			given.put((String) pairs[i], pairs[i + 1]);
		}
		return given;
	}

	private static SurveyResponseService responses() {
		return Context.getService(SurveyResponseService.class);
	}

	private static User caller() {
		return Context.getAuthenticatedUser();
	}

	/** The task is due and has invited. */
	private void asked(SurveyDefinitionBuilder definition, Encounter about) {
		survey = Context.getService(SurveyService.class).saveSurvey(definition.build());
		ProtocolDefinition protocol = ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Ask how it was")
			.why(text("Ask how it was")).purpose(Purpose.SURVEY).activeFrom("2020-01-01")
			.trigger(Trigger.builder().type(TriggerType.MANUAL).build())
			.steps(
				Arrays.asList(StepDefinition.builder().key("ask").title(text("Ask")).offset("P0D").roll(Roll.NONE).grace(5)
					.windowFrom("00:00").windowTo("23:59")
					.script(Script.builder().opening(text("Hello")).closing(text("Thanks")).build()).build()))
			.build();
		FollowUpProtocol stored = Context.getService(ProtocolService.class).saveProtocol(protocol);
		FollowUpPlan plan = Context.getService(PlanningService.class)
			.beginPlan(PlanRequest.builder().protocol(stored).patient(patient).build());
		flush();
		task = sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpTask t where t.plan = :plan", FollowUpTask.class).setParameter("plan", plan)
			.getSingleResult();
		Context.getService(SurveyInvitationService.class)
			.invite(InvitationRequest.builder().survey(survey.getUuid()).patient(patient.getUuid())
				.encounter(about == null ? null : about.getUuid()).taskId(task.getId()).build());
		flush();
	}
}
