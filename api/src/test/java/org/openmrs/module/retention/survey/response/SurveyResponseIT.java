/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.retention.survey.SurveyFixture.aQuestion;
import static org.openmrs.module.retention.survey.SurveyFixture.aRecovery;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;
import static org.openmrs.module.retention.survey.SurveyFixture.text;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Person;
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
import org.openmrs.module.retention.followup.planning.PlanSearch;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.RecoveryRule;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.survey.invitation.InvitationLinks;
import org.openmrs.module.retention.survey.invitation.InvitationRequest;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.IssuedInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyResponseIT extends RetentionIT {

	private static final Page ALL = new Page(0, 100);

	@Autowired
	private InvitationLinks links;

	@Autowired
	private Responses responses;

	@Autowired
	private Surveys surveys;

	@Autowired
	private Comments comments;

	private Clinic clinic;

	private Patient patient;

	@BeforeEach
	void aClinic() {
		clinic = new Clinic(sessionFactory);
		patient = clinic.aPatient("Anna");
	}

	@Test
	void submit_shouldStoreTheAnswersOnce_andWordsApart() {
		IssuedInvitation issued = invite(survey(aSurvey().clearRecovery()));
		String token = issued.getToken().getText();
		assertThat(open().open(token).getOutcome()).isEqualTo(PublicSurvey.Outcome.OPEN);
		assertThat(open().start(token).getSurvey().getQuestions()).hasSize(3);
		assertThat(open().submit(token, given("recommend", "9", "better", "Nothing", "call-me", "yes"), "en").getOutcome())
			.isEqualTo(PublicSurvey.Outcome.ANSWERED);
		flushAndClear();

		SurveyResponse response = only(issued);
		assertThat(response.getAnswers()).extracting(SurveyAnswer::getQuestion, SurveyAnswer::getAnswer)
			.containsExactly(tuple("recommend", "9"));
		assertThat(response.getAnswers().get(0).getNumber()).isEqualByComparingTo("9");
		assertThat(response.getMode()).isEqualTo(SurveyMode.LINK);
		assertThat(response.getPatient()).isEqualTo(patient);
		assertThat(response.getEnteredBy()).isNull();
		assertThat(service().getComments(response)).singleElement().satisfies(comment -> {
			assertThat(comment.getText()).isEqualTo("Nothing");
			assertThat(comment.getTextKind()).isEqualTo(TextKind.COULD_BE_BETTER);
			assertThat(comment.getLanguage()).isEqualTo("en");
		});
		assertThat(stored(issued).getStatus()).isEqualTo(InvitationStatus.ANSWERED);

		assertClosed(PublicSurvey.Outcome.USED, open().submit(token, given("recommend", "0"), "en"));
		assertClosed(PublicSurvey.Outcome.USED, open().open(token));
		assertThat(service().countResponses(ResponseSearch.builder().survey(response.getSurvey()).build())).isEqualTo(1);
	}

	@Test
	void link_shouldSayNothingButWhyItIsOver() {
		assertClosed(PublicSurvey.Outcome.UNKNOWN, open().open("nonsense"));
		assertClosed(PublicSurvey.Outcome.UNKNOWN, open().open(null));
		assertClosed(PublicSurvey.Outcome.UNKNOWN, open().submit("AAAAAAAAAAAAAAAAAAAAAA", given("recommend", "1"), "en"));
		IssuedInvitation issued = invite(survey(aSurvey()));
		String token = issued.getToken().getText();
		PublicSurveyServiceImpl later = new PublicSurveyServiceImpl(links, responses, surveys,
			Clock.offset(Clock.systemUTC(), Duration.ofDays(20)));
		assertClosed(PublicSurvey.Outcome.EXPIRED, later.open(token));
		assertClosed(PublicSurvey.Outcome.EXPIRED, later.submit(token, given("recommend", "1"), "en"));
		patient.setDead(true);
		patient.setDeathDate(new Date());
		assertClosed(PublicSurvey.Outcome.WITHDRAWN, open().open(token));
		patient.setDeathDate(null);
		patient.setDead(false);
		assertThat(open().open(token).getOutcome()).isEqualTo(PublicSurvey.Outcome.OPEN);
		invitations().transitionInvitation(stored(issued), InvitationStatus.WITHDRAWN, null, "moved");
		assertClosed(PublicSurvey.Outcome.WITHDRAWN, open().submit(token, given("recommend", "1"), "en"));
	}

	@Test
	void submit_shouldStoreNothing_whenAnythingIsWrong() {
		IssuedInvitation issued = invite(survey(aSurvey()));
		assertThatThrownBy(() -> open().submit(issued.getToken().getText(), given("recommend", "11", "x", "y"), "en"))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getProblems()).hasSize(2));
		assertCode("language-unknown",
			() -> open().submit(issued.getToken().getText(), given("recommend", "1"), "Norwegian"));
		assertThat(found(issued)).isEmpty();
		assertThat(open().submit(issued.getToken().getText(), given("recommend", "10"), null).getOutcome())
			.isEqualTo(PublicSurvey.Outcome.ANSWERED);
	}

	@Test
	void answers_shouldBeHeldAgainstTheVersionOfTheInvitation() {
		SurveyDefinition first = aSurvey().clearRecovery().build();
		IssuedInvitation issued = invite(Context.getService(SurveyService.class).saveSurvey(first));
		Context.getService(SurveyService.class).saveSurvey(first.toBuilder().clearQuestions()
			.question(aQuestion("new", Question.Type.TEXT).required(true).build()).build());
		assertThat(open().submit(issued.getToken().getText(), given("recommend", "7"), null).getSurvey()).isEqualTo(first);
		assertThat(only(issued).getSurveyVersion()).isEqualTo(1);
	}

	/** No key, no order, no time, no audit column (P18, LimeSurvey's rule). */
	@Test
	void anonymous_shouldLeaveNothingThatLeadsBack() {
		Survey survey = survey(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery());
		Encounter encounter = clinic.anEncounter(patient, clinic.anEncounterRole("Dentist"),
			clinic.aProvider(clinic.aPerson("Dentist")));
		flush();
		IssuedInvitation issued = invitations().invite(InvitationRequest.builder().patient(patient.getUuid())
			.survey(survey.getUuid()).encounter(encounter.getUuid()).build());
		open().open(issued.getToken().getText());
		open().submit(issued.getToken().getText(), given("recommend", "2", "better", "All"), "en");
		flushAndClear();

		SurveyResponse response = all(survey).get(0);
		assertThat(found(issued)).as("alone it cannot be read").isEmpty();
		assertThat(service().getResponseByUuid(response.getUuid())).isNull();
		Object[] row = (Object[]) sessionFactory.getCurrentSession()
			.createNativeQuery("select survey_invitation_id, patient_id, patient_uuid, provider_id, entered_by, answered_at,"
				+ " location_id, encounter_type_id, language from retention_survey_response where response_id = '"
				+ response.getUuid() + "'")
			.getSingleResult();
		assertThat(row).containsOnlyNulls();
		assertThat(response.getAnsweredOn().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
		assertThat(service().getComments(response).get(0).getSaidOn().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
		assertThat(service().getComments(response).get(0).getLocation()).isNull();
		assertThat(service().getComments(response).get(0).isReleased()).isFalse();
		assertThat(UUID.fromString(response.getUuid()).version()).isEqualTo(4);
		assertThat(invitations().getInvitationHistory(stored(issued))).hasSize(1);
		assertThat(stored(issued).getStatus()).isEqualTo(InvitationStatus.ANSWERED);
		assertThat(service().findResponses(ResponseSearch.builder().patient(patient).build(), ALL)).isEmpty();
	}

	/** Five in a week are shown together, when it is over; the place of a single one is not told, and afterwards nobody knows it. */
	@Test
	void release_shouldWaitForEnoughOthers_andLetNobodyStandApart() {
		Survey survey = survey(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery());
		Location north = clinic.aLocation("North", null);
		Location south = clinic.aLocation("South", null);
		flush();
		for (int i = 0; i < 4; i++) {
			card(survey, north, "en");
		}
		assertThat(releasedAfter(Duration.ofDays(9))).as("four").isZero();
		card(survey, south, "nb");
		assertThat(releasedAfter(Duration.ZERO)).as("the week is not over").isZero();
		assertThat(releasedAfter(Duration.ofDays(9))).isEqualTo(5);

		List<SurveyResponse> shown = service().findResponses(ResponseSearch.builder().survey(survey).build(), ALL);
		assertThat(shown).hasSize(5).allSatisfy(response -> {
			assertThat(response.getLocation()).isNull();
			assertThat(response.getLanguage()).isNull();
			assertThat(service().getComments(response)).singleElement()
				.satisfies(comment -> {
					assertThat(comment.getLocation()).isNull();
					assertThat(comment.isReleased()).isTrue();
				});
		});
		assertThat(service().getResponseByUuid(shown.get(0).getUuid())).isNotNull();

		card(survey, north, "en");
		assertThat(releasedAfter(Duration.ofDays(9))).as("the next one waits again").isZero();
	}

	@Test
	void release_shouldKeepWhatEnoughSay_andNotMixHowTheyAnswered() {
		Survey survey = survey(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery());
		Location north = clinic.aLocation("North", null);
		flush();
		for (int i = 0; i < 5; i++) {
			card(survey, north, "en");
		}
		service().recordResponse(ResponseRequest.builder().survey(survey.getUuid()).mode(SurveyMode.KIOSK)
			.answers(given("recommend", "5")).build());
		assertThat(releasedAfter(Duration.ofDays(9))).isEqualTo(5);

		assertThat(service().findResponses(ResponseSearch.builder().survey(survey).build(), ALL)).hasSize(5)
			.allSatisfy(response -> {
				assertThat(response.getMode()).isEqualTo(SurveyMode.PAPER);
				assertThat(response.getLocation()).isEqualTo(north);
				assertThat(response.getLanguage()).isEqualTo("en");
			});
	}

	/** Of the invited one knows who has answered: the place is kept from the fifth on, when it can be any of five. */
	@Test
	void anonymous_shouldSayThePlace_whenEnoughHaveAnsweredThere() {
		Survey survey = survey(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery());
		Location place = null;
		for (int i = 0; i < 5; i++) {
			Patient one = clinic.aPatient("Invited " + i);
			Encounter encounter = clinic.anEncounter(one, clinic.anEncounterRole("Dentist " + i));
			place = place == null ? encounter.getLocation() : place;
			encounter.setLocation(place);
			flush();
			assertThat(all(survey)).allMatch(response -> response.getLocation() == null);
			open().submit(invitations().invite(InvitationRequest.builder().patient(one.getUuid()).survey(survey.getUuid())
				.encounter(encounter.getUuid()).build()).getToken().getText(), given("recommend", "9"), "en");
			flush();
		}

		assertThat(all(survey)).extracting(SurveyResponse::getLocation).containsOnlyOnce(place);
	}

	@Test
	void confidential_shouldBeFoundByNoPatient_norTellItsTime() {
		IssuedInvitation issued = invite(survey(aSurvey().privacy(Privacy.CONFIDENTIAL).clearRecovery()));
		open().submit(issued.getToken().getText(), given("recommend", "2"), "en");
		flushAndClear();
		SurveyResponse response = all(issued.getInvitation().getSurvey()).get(0);
		assertThat(found(issued)).isEmpty();
		assertThat(response.getPatient()).isEqualTo(patient);
		assertThat(response.getAnsweredAt()).isNull();
		assertThat(response.getAnsweredOn().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
		assertThat(service().findResponses(ResponseSearch.builder().patient(patient).build(), ALL)).isEmpty();
		assertThat(invitations().getInvitationHistory(stored(issued))).hasSize(1);
	}

	@Test
	void recovery_shouldBeginOnePlanOfTheWorst_inTheSameTransaction() {
		String urgent = "test.urgent-" + UUID.randomUUID().toString().substring(0, 8);
		waitFor(urgent);
		IssuedInvitation issued = invite(survey(aSurvey()
			.recover(
				aRecovery("call-me").answer("yes").severity(RecoveryRule.Severity.URGENT).title(text("Call")).event(urgent)
					.build())));
		open().submit(issued.getToken().getText(), given("recommend", "3", "call-me", "yes", "better", "secret"), "en");
		flushAndClear();

		List<FollowUpPlan> plans = plans();
		assertThat(plans).singleElement().satisfies(plan -> {
			assertThat(plan.getAnchorKey()).isEqualTo("event:survey:" + only(issued).getUuid());
			assertThat(plan.getContext()).isEqualTo("Low score (recommend? 3)\nCall (call-me? Yes)");
		});
	}

	@Test
	void recovery_shouldNotLeadToTheAnswers_whenTheyAreConfidential() {
		String event = "test.wish-" + UUID.randomUUID().toString().substring(0, 8);
		waitFor(event);
		IssuedInvitation issued = invite(survey(aSurvey().privacy(Privacy.CONFIDENTIAL).clearRecovery()
			.recover(aRecovery("call-me").answer("yes").event(event).build())));
		open().submit(issued.getToken().getText(), given("recommend", "3", "call-me", "yes"), "en");
		flushAndClear();

		assertThat(plans()).singleElement().satisfies(plan -> {
			assertThat(plan.getAnchorKey()).startsWith("event:survey:")
				.doesNotContain(all(issued.getInvitation().getSurvey()).get(0).getUuid());
			assertThat(plan.getContext()).isEqualTo("Low score (call-me? Yes)");
		});
	}

	@Test
	void recovery_shouldEnd_whenItsAnswersAreAnnulled_andNobodyHasCalled() {
		for (Privacy privacy : new Privacy[]{ Privacy.IDENTIFIED, Privacy.CONFIDENTIAL }) {
			patient = clinic.aPatient("Of " + privacy);
			SurveyResponse response = recovered(privacy);
			service().annulResponse(response, "another patient");
			flushAndClear();
			assertThat(plans()).singleElement().satisfies(plan -> {
				assertThat(plan.getStatus()).isEqualTo(PlanStatus.CANCELLED);
				assertThat(plan.getStatusReason()).isEqualTo("event-withdrawn");
			});
		}
	}

	@Test
	void recovery_shouldGoOn_whenSomebodyHasCalledAboutIt_untilThatIsTakenBack() {
		SurveyResponse response = recovered(Privacy.IDENTIFIED);
		Context.getService(ContactAttemptService.class)
			.recordAttempt(AttemptRequest.builder().tasks(Collections.singletonList(recoveryTask().getUuid()))
				.result(AttemptResult.BUSY).build());
		flush();
		service().annulResponse(response, "another patient");
		flushAndClear();
		assertThat(plans()).singleElement().satisfies(plan -> assertThat(plan.isActive()).isTrue());

		patient = clinic.aPatient("Second");
		SurveyResponse second = recovered(Privacy.IDENTIFIED);
		ContactAttempt voided = Context.getService(ContactAttemptService.class)
			.recordAttempt(AttemptRequest.builder().tasks(Collections.singletonList(recoveryTask().getUuid()))
				.result(AttemptResult.BUSY).build());
		Context.getService(ContactAttemptService.class).voidAttempt(voided, "not called");
		flush();
		service().annulResponse(second, "another patient");
		flushAndClear();
		assertThat(plans()).singleElement()
			.satisfies(plan -> assertThat(plan.getStatus()).isEqualTo(PlanStatus.CANCELLED));
	}

	/** Else whoever annuls one of those that are shown would see whose call ends. */
	@Test
	void recovery_shouldGoOn_whenItsAnswersWereShownAmongOthers() {
		SurveyResponse response = recovered(Privacy.CONFIDENTIAL);
		response.release(response.getAnsweredOn());
		flush();
		service().annulResponse(response, "in error");
		flushAndClear();
		assertThat(plans()).singleElement().satisfies(plan -> assertThat(plan.isActive()).isTrue());
	}

	private FollowUpTask recoveryTask() {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpTask t where t.plan = :plan", FollowUpTask.class)
			.setParameter("plan", plans().get(0)).getSingleResult();
	}

	/** An answer that has begun a plan. */
	private SurveyResponse recovered(Privacy privacy) {
		String event = "test.event-" + UUID.randomUUID().toString().substring(0, 8);
		waitFor(event);
		IssuedInvitation issued = invite(survey(
			aSurvey().privacy(privacy).clearRecovery().recover(aRecovery("call-me").answer("yes").event(event).build())));
		open().submit(issued.getToken().getText(), given("recommend", "3", "call-me", "yes"), "en");
		flush();
		assertThat(plans()).singleElement().satisfies(plan -> assertThat(plan.isActive()).isTrue());
		return all(issued.getInvitation().getSurvey()).get(0);
	}

	@Test
	void recovery_shouldNotBegin_whenNoAnswerOpensIt() {
		String event = "test.event-" + UUID.randomUUID().toString().substring(0, 8);
		waitFor(event);
		IssuedInvitation issued = invite(
			survey(aSurvey().clearRecovery().recover(aRecovery("recommend").atMost(6).event(event).build())));
		open().submit(issued.getToken().getText(), given("recommend", "7"), "en");
		flushAndClear();
		assertThat(plans()).isEmpty();
	}

	@Test
	void interview_shouldKnowByItselfWhetherTheTreatingPersonAsked() {
		EncounterRole role = clinic.anEncounterRole("Dentist");
		User dentist = Context.getAuthenticatedUser();
		Encounter encounter = clinic.anEncounter(patient, role, clinic.aProvider(dentist.getPerson()));
		flush();
		Survey survey = survey(aSurvey().clearRecovery().coolDown("P0D"));
		assertThat(interview(survey, encounter).getMode()).isEqualTo(SurveyMode.INTERVIEW_TREATING);
		Patient other = patient = clinic.aPatient("Other");
		Encounter elsewhere = clinic.anEncounter(other, role, clinic.aProvider(clinic.aPerson("Another")));
		flush();
		SurveyResponse response = interview(survey, elsewhere);
		assertThat(response.getMode()).isEqualTo(SurveyMode.INTERVIEW_OTHER);
		assertThat(response.getEnteredBy()).isEqualTo(dentist);
		assertThat(response.getProvider()).isEqualTo(stored(response).getProvider());
	}

	@Test
	void interview_shouldKnowEachWhoTreated_inWhateverOrderTheyWereEntered() {
		EncounterRole role = clinic.anEncounterRole("Dentist");
		Person dentist = Context.getAuthenticatedUser().getPerson();
		Survey survey = survey(aSurvey().clearRecovery().coolDown("P0D"));
		Encounter second = clinic.anEncounter(patient, role, clinic.aProvider(clinic.aPerson("Assistant")),
			clinic.aProvider(dentist));
		flush();
		assertThat(interview(survey, second).getMode()).isEqualTo(SurveyMode.INTERVIEW_TREATING);

		patient = clinic.aPatient("Other");
		Encounter struckOut = clinic.anEncounter(patient, role, clinic.aProvider(clinic.aPerson("Assistant")),
			clinic.aProvider(dentist));
		flushAndClear();
		sessionFactory.getCurrentSession().createQuery("update EncounterProvider p set p.voided = true"
			+ " where p.encounter = :encounter and p.provider.providerId in (select o.providerId from Provider o"
			+ " where o.person = :dentist)").setParameter("encounter", struckOut).setParameter("dentist", dentist)
			.executeUpdate();
		assertThat(interview(survey, struckOut).getMode()).isEqualTo(SurveyMode.INTERVIEW_OTHER);
	}

	@Test
	void staff_shouldEnterPaperAfterItsTime_andNothingElse() {
		IssuedInvitation issued = invite(survey(aSurvey().clearRecovery()));
		SurveyResponseServiceImpl later = new SurveyResponseServiceImpl(
			applicationContext.getBean(ResponseDao.class), responses, links, surveys, null, null,
			Clock.fixed(issued.getInvitation().getExpiresAt().plusSeconds(1), ZoneOffset.UTC));
		ResponseRequest.ResponseRequestBuilder request = ResponseRequest.builder()
			.invitation(issued.getInvitation().getUuid()).answers(given("recommend", "5"));
		assertCode("invitation-over", () -> later.recordResponse(request.mode(SurveyMode.KIOSK).build()));
		assertCode("mode-not-by-staff", () -> later.recordResponse(request.mode(SurveyMode.LINK).build()));
		assertThat(later.recordResponse(request.mode(SurveyMode.PAPER).build()).getMode()).isEqualTo(SurveyMode.PAPER);
		assertCode("invitation-over", () -> later.recordResponse(request.mode(SurveyMode.PAPER).build()));
	}

	@Test
	void staff_shouldNeedAnInvitation_butForCardsInABox() {
		Survey identified = survey(aSurvey());
		assertCode("invitation-needed", () -> service().recordResponse(ResponseRequest.builder().survey(identified.getUuid())
			.mode(SurveyMode.PAPER).answers(given("recommend", "5")).build()));
		Survey anonymous = survey(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery());
		SurveyResponse response = service().recordResponse(ResponseRequest.builder().survey(anonymous.getUuid())
			.mode(SurveyMode.PAPER).answers(given("recommend", "5")).build());
		assertThat(response.getEnteredBy()).isNull();
		assertCode("mode-not-allowed", () -> service().recordResponse(ResponseRequest.builder().survey(anonymous.getUuid())
			.mode(SurveyMode.INTERVIEW_OTHER).answers(given("recommend", "5")).build()));
		assertCode("unknown-reference",
			() -> service().recordResponse(ResponseRequest.builder().invitation("x").mode(SurveyMode.PAPER).build()));
		assertCode("unknown-reference", () -> service().recordResponse(ResponseRequest.builder().survey(anonymous.getUuid())
			.location("x").mode(SurveyMode.PAPER).answers(given("recommend", "5")).build()));
		Context.getService(SurveyService.class).closeSurvey(anonymous, "over");
		assertCode("survey-retired", () -> service().recordResponse(ResponseRequest.builder().survey(anonymous.getUuid())
			.mode(SurveyMode.PAPER).answers(given("recommend", "5")).build()));
	}

	@Test
	void staff_shouldNotSay_whatTheInvitationSays() {
		IssuedInvitation issued = invite(survey(aSurvey()));
		ResponseRequest.ResponseRequestBuilder request = ResponseRequest.builder().mode(SurveyMode.PAPER)
			.invitation(issued.getInvitation().getUuid()).answers(given("recommend", "5"));
		assertCode("said-by-invitation", () -> service().recordResponse(request.survey("x").build()));
		assertCode("said-by-invitation", () -> service().recordResponse(request.survey(null).location("x").build()));
	}

	@Test
	void annul_shouldLeaveTheResponseAndItsWordsOut() {
		IssuedInvitation issued = invite(survey(aSurvey().clearRecovery()));
		open().submit(issued.getToken().getText(), given("recommend", "8", "better", "More light"), "en");
		SurveyResponse response = only(issued);
		assertThatThrownBy(() -> service().annulResponse(response, " ")).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getField()).isEqualTo("reason"));
		service().annulResponse(response, "somebody else's paper");
		flushAndClear();
		assertThat(found(issued)).isEmpty();
		assertThat(service().getComments(response)).extracting(Comment::isVoided).containsExactly(true);
		assertThat(
			service().countResponses(ResponseSearch.builder().survey(response.getSurvey()).includeVoided(true).build()))
			.isEqualTo(1);
	}

	@Test
	void findResponses_shouldRestrictByEachFilter() {
		Survey survey = survey(aSurvey().clearRecovery());
		open().submit(invite(survey).getToken().getText(), given("recommend", "8"), "en");
		flushAndClear();
		LocalDate day = service().findResponses(ResponseSearch.builder().survey(survey).build(), ALL).get(0).getAnsweredOn();
		assertThat(count(ResponseSearch.builder().patient(patient))).isEqualTo(1);
		assertThat(count(ResponseSearch.builder().survey(survey).mode(SurveyMode.PAPER))).isZero();
		assertThat(count(ResponseSearch.builder().survey(survey).from(day).to(day))).isEqualTo(1);
		assertThat(count(ResponseSearch.builder().survey(survey).from(day.plusDays(1)))).isZero();
		assertThat(count(ResponseSearch.builder().survey(survey).to(day.minusDays(1)))).isZero();
	}

	private long count(ResponseSearch.ResponseSearchBuilder search) {
		return service().countResponses(search.build());
	}

	private SurveyResponse interview(Survey survey, Encounter encounter) {
		SurveyInvitation invitation = invitations().invite(InvitationRequest.builder().patient(patient.getUuid())
			.survey(survey.getUuid()).encounter(encounter.getUuid()).build()).getInvitation();
		return service().recordResponse(ResponseRequest.builder().invitation(invitation.getUuid())
			.mode(SurveyMode.INTERVIEW_OTHER).answers(given("recommend", 8)).build());
	}

	private SurveyInvitation stored(SurveyResponse response) {
		return invitations().getInvitationByUuid(response.getInvitation().getUuid());
	}

	private static void assertClosed(PublicSurvey.Outcome outcome, PublicSurvey seen) {
		assertThat(seen).isEqualTo(PublicSurvey.closed(outcome));
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.survey.error." + code));
	}

	private void waitFor(String event) {
		Context.getService(ProtocolService.class)
			.saveProtocol(ProtocolDefinition.builder().uuid(UUID.randomUUID().toString())
				.name("After " + event).why(text("Answered")).purpose(Purpose.CARE).activeFrom("2020-01-01")
				.trigger(Trigger.builder().type(TriggerType.EVENT).event(event).build())
				.step(StepDefinition.builder().key("call").title(text("Call")).offset("P1D").grace(3)
					.script(Script.builder().opening(text("Hello")).closing(text("Thanks")).build()).build())
				.build());
	}

	private List<FollowUpPlan> plans() {
		return Context.getService(PlanningService.class).findPlans(PlanSearch.builder().patient(patient).build(),
			ALL);
	}

	private void card(Survey survey, Location place, String language) {
		service().recordResponse(ResponseRequest.builder().survey(survey.getUuid()).mode(SurveyMode.PAPER)
			.location(place.getUuid()).language(language).answers(given("recommend", "5", "better", "Light")).build());
	}

	private int releasedAfter(Duration time) {
		flushAndClear();
		int released = new Releases(applicationContext.getBean(ResponseDao.class), comments)
			.release(Instant.now().plus(time));
		flushAndClear();
		return released;
	}

	/** Those too that cannot be read. */
	private List<SurveyResponse> all(Survey survey) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.SurveyResponse r where r.survey = :survey", SurveyResponse.class)
			.setParameter("survey", survey).list();
	}

	private SurveyResponse only(IssuedInvitation issued) {
		assertThat(found(issued)).hasSize(1);
		return found(issued).get(0);
	}

	private List<SurveyResponse> found(IssuedInvitation issued) {
		return service().findResponses(ResponseSearch.builder().survey(issued.getInvitation().getSurvey()).build(), ALL);
	}

	private SurveyInvitation stored(IssuedInvitation issued) {
		return invitations().getInvitationByUuid(issued.getInvitation().getUuid());
	}

	private IssuedInvitation invite(Survey survey) {
		return invitations()
			.invite(InvitationRequest.builder().patient(patient.getUuid()).survey(survey.getUuid()).build());
	}

	private static Survey survey(SurveyDefinition.SurveyDefinitionBuilder definition) {
		return Context.getService(SurveyService.class).saveSurvey(definition.build());
	}

	private static Map<String, Object> given(Object... keysAndAnswers) {
		Map<String, Object> given = new LinkedHashMap<>();
		for (int i = 0; i < keysAndAnswers.length; i += 2) {
			given.put((String) keysAndAnswers[i], keysAndAnswers[i + 1]);
		}
		return Collections.unmodifiableMap(given);
	}

	private static SurveyInvitationService invitations() {
		return Context.getService(SurveyInvitationService.class);
	}

	private static SurveyResponseService service() {
		return Context.getService(SurveyResponseService.class);
	}

	private static PublicSurveyService open() {
		return Context.getService(PublicSurveyService.class);
	}
}
