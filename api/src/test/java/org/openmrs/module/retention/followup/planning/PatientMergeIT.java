/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.PatientService;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.Readiness;
import org.openmrs.module.retention.survey.SurveyFixture;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.idea.Idea;
import org.openmrs.module.retention.survey.idea.IdeaService;
import org.openmrs.module.retention.survey.idea.IdeaStatus;
import org.openmrs.module.retention.survey.idea.Opinion;
import org.openmrs.module.retention.survey.invitation.InvitationRequest;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.springframework.beans.factory.annotation.Autowired;

class PatientMergeIT extends PlanningIT {

	@Autowired
	private PatientMerge merge;

	private Patient other;

	@BeforeEach
	void anotherPatient() {
		other = clinic.aPatient("Anna again");
		Readiness.setInstalled(true);
		Readiness.setContextThere(true);
	}

	@AfterEach
	void notReady() {
		Readiness.setInstalled(false);
		Readiness.setContextThere(false);
	}

	@Test
	void move_shouldGiveTheSurvivorEverythingThatHangsOnTheLoser() {
		Integer invitation = Context.getService(SurveyInvitationService.class)
			.invite(InvitationRequest.builder().patient(other.getUuid()).survey(Context.getService(SurveyService.class)
				.saveSurvey(SurveyFixture.aSurvey().build()).getUuid()).build())
			.getInvitation().getId();
		load(extractionProtocol());
		plan(encounter(other, extraction, DAY.atTime(10, 0)));
		Integer task = tasksOf(onlyPlan()).get(0).getId();
		insert("retention_attempt", "direction, channel, result, started_at", "'OUTBOUND', 'PHONE', 'NO_ANSWER', 1");
		Integer attempt = only("select attempt_id from retention_attempt");
		insert("retention_promise", "attempt_id, task_id, promised, due_from, due_by, status, version",
			attempt + ", " + task + ", 'to call', 1, 2, 'OPEN', 0");
		insert("retention_escalation",
			"kind, severity, attempt_id, reason, level, acknowledge_by, status, version",
			"'SERVICE', 'CONCERN', " + attempt + ", 'angry', 0, 1, 'OPEN', 0");

		assertThat(moved()).isTrue();

		assertThat(only("select patient_id from retention_survey_invitation where survey_invitation_id = " + invitation))
			.isEqualTo(patient.getPatientId());
		assertThat(only("select reached_id from retention_survey_invitation where survey_invitation_id = " + invitation))
			.isEqualTo(patient.getPatientId());
		assertThat(onlyPlan().getPatient()).isEqualTo(patient);
		assertThat(onlyPlan().getPatientUuid()).isEqualTo(patient.getUuid());
		assertThat(onlyPlan().isActive()).isTrue();
		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getPatientUuid).containsOnly(patient.getUuid());
		for (String table : new String[]{ "retention_attempt", "retention_promise", "retention_escalation" }) {
			assertThat(only("select patient_id from " + table)).as(table).isEqualTo(patient.getPatientId());
		}
		assertThat(moved()).as("the second time").isFalse();
	}

	@Test
	void move_shouldLetTheLaterAnchorWin_whenBothHoldOneKey() {
		load(extractionProtocol());
		plan(encounter(patient, extraction, DAY.atTime(9, 0)));
		plan(encounter(other, extraction, DAY.atTime(11, 0)));

		moved();

		FollowUpPlan earlier = allPlans().get(0);
		FollowUpPlan later = allPlans().get(1);
		assertThat(earlier.getStatus()).isEqualTo(PlanStatus.MERGED);
		assertThat(earlier.getAnchorKey()).isEqualTo("day:2026-11-18/merged:" + earlier.getId());
		assertThat(lines(earlier)).containsOnly("same-day SUPERSEDED merged", "next-day SUPERSEDED merged",
			"one-week SUPERSEDED merged");
		assertThat(later.getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(later.getAnchorKey()).isEqualTo("day:2026-11-18");
		assertThat(later.getPatient()).isEqualTo(patient);
		assertThat(lines(later)).containsOnly("same-day OPEN", "next-day OPEN", "one-week OPEN");
	}

	@Test
	void move_shouldKeepTheSurvivorsPlan_whenItsAnchorIsTheLater() {
		load(extractionProtocol());
		plan(encounter(patient, extraction, DAY.atTime(11, 0)));
		plan(encounter(other, extraction, DAY.atTime(9, 0)));

		moved();

		assertThat(allPlans()).extracting(FollowUpPlan::getStatus).containsExactly(PlanStatus.ACTIVE, PlanStatus.MERGED);
		assertThat(allPlans()).extracting(FollowUpPlan::getPatient).containsOnly(patient);
	}

	@Test
	void move_shouldCompleteTheSurvivorsProfileAndKeepTheStricterWish() {
		profile(patient, "'Ms A', null, false, null");
		profile(other, "'Anna', 'nb', true, DATE '2027-01-31'");

		moved();

		Object[] ours = row("select salutation, language, do_not_call, sad_news_until, patient_id"
			+ " from retention_contact_profile where voided = false");
		assertThat(ours[0]).isEqualTo("Ms A");
		assertThat(ours[1]).isEqualTo("nb");
		assertThat(ours[2]).isEqualTo(true);
		assertThat(ours[3]).hasToString("2027-01-31");
		assertThat(ours[4]).isEqualTo(patient.getPatientId());
		assertThat(moved()).as("the second time").isFalse();
	}

	@Test
	void move_shouldKeepWhatWasSaidLastOfTheRelationship() {
		profile(patient, "null, null, false, null");
		profile(other, "null, null, false, null");
		relationship(other, "'ENDED', 'MOVED', DATE '2026-03-01', null");

		moved();

		assertThat(relationship()).containsExactly("ENDED", "MOVED", "2026-03-01", "null");
		profile(other, "null, null, false, null");
		relationship(patient, "'CURRENT', 'PRICE', DATE '2026-01-01', DATE '2026-05-01'");
		relationship(other, "'ENDED', 'MOVED', DATE '2026-04-01', null");
		moved();
		assertThat(relationship()).containsExactly("CURRENT", "PRICE", "2026-01-01", "2026-05-01");
	}

	private void relationship(Patient whose, String how) {
		String[] values = how.split(", ");
		sql("update retention_contact_profile set relationship = " + values[0] + ", ended_reason = " + values[1]
			+ ", ended_on = " + values[2] + ", came_back_on = " + values[3] + " where voided = false and patient_id = "
			+ whose.getPatientId());
	}

	private Stream<String> relationship() {
		return Stream.of(row("select relationship, ended_reason, ended_on, came_back_on from retention_contact_profile"
			+ " where voided = false")).map(String::valueOf);
	}

	@Test
	void move_shouldTakeContactPersonsAlong_andNameNobodyTwice() {
		Patient third = clinic.aPatient("Third");
		Patient aunt = clinic.aPatient("Aunt");
		profile(patient, "null, null, false, null");
		profile(other, "null, null, false, null");
		profile(third, "null, null, false, null");
		contactPerson(other, aunt, 0);
		contactPerson(third, other, 0);

		moved();

		assertThat(contactPersonsOf(patient)).isEqualTo(Collections.singletonList(aunt.getPatientId()));
		assertThat(contactPersonsOf(third)).isEqualTo(Collections.singletonList(patient.getPatientId()));

		contactPerson(third, other, 1);
		contactPerson(patient, other, 1);
		moved();
		assertThat(contactPersonsOf(third)).isEqualTo(Collections.singletonList(patient.getPatientId()));
		assertThat(contactPersonsOf(patient)).as("nobody rings themselves")
			.isEqualTo(Collections.singletonList(aunt.getPatientId()));
	}

	@Test
	void move_shouldMoveTheProfile_whenTheSurvivorHasNone() {
		profile(other, "'Anna', 'nb', true, null");

		moved();

		assertThat(row("select patient_id, salutation from retention_contact_profile")).containsExactly(
			patient.getPatientId(), "Anna");
	}

	@Test
	void move_shouldKeepTheStricterConsent() {
		consent(other, "SURVEY", null, false, 100);
		consent(patient, "SURVEY", "PHONE", true, 200);
		consent(other, "RECALL", null, true, 300);
		consent(patient, "RECALL", null, true, 100);
		consent(other, "MARKETING", null, false, 100);
		consent(other, "MARKETING", null, true, 200);

		moved();

		assertThat(lastWord("SURVEY")).as("refused by one, granted by the other").isFalse();
		assertThat(lastWord("RECALL")).isTrue();
		assertThat(lastWord("MARKETING")).as("taken back by the same one").isTrue();
	}

	@Test
	void mergePatients_shouldMoveTheRowsInItsOwnTransaction_byBothOverloads() {
		PatientAdvice advice = new PatientAdvice();
		Context.addAdvice(PatientService.class, advice);
		try {
			load(extractionProtocol());
			plan(encounter(other, extraction, DAY.atTime(10, 0)));
			Patient third = clinic.aPatient("Anna thrice");
			plan(encounter(third, extraction, DAY.plusDays(1).atTime(10, 0)));

			merged(() -> Context.getPatientService().mergePatients(again(patient), again(other)));
			merged(() -> Context.getPatientService().mergePatients(again(patient), Collections.singletonList(again(third))));

			assertThat(allPlans()).hasSize(2).allMatch(p -> p.getPatientUuid().equals(patient.getUuid()));
			assertThat(allPlans()).as("the void of the loser cancels nothing").allMatch(FollowUpPlan::isActive);
		}
		finally {
			Context.removeAdvice(PatientService.class, advice);
		}
	}

	@Test
	void movePlan_shouldLookAgainWhomToRing_forTheOtherPatient() {
		load(extractionProtocol());
		plan(encounter(other, extraction, DAY.atTime(10, 0)));
		sql("update retention_task set ring_until = 4000000000000");

		merge.movePlan(onlyPlan().getId(), patient.getPatientId(),
			Cause.of(Context.getAuthenticatedUser(), at(DAY.atTime(11, 0)), Reasons.PATIENT_CHANGED));
		flushAndClear();

		assertThat(onlyPlan().getPatient()).isEqualTo(patient);
		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getRingUntil).containsOnly(Instant.EPOCH);
	}

	@Test
	void advice_shouldNeverFailTheMerge() throws NoSuchMethodException {
		Method method = PatientService.class.getMethod("mergePatients", Patient.class, Patient.class);
		Patient unsaved = new Patient();
		unsaved.setPatientId(-1);
		load(extractionProtocol());
		plan(encounter(other, extraction, DAY.atTime(10, 0)));

		assertThatCode(() -> new PatientAdvice().afterReturning(null, method, new Object[]{ unsaved, other }, null))
			.doesNotThrowAnyException();
		assertThatCode(() -> new PatientAdvice().afterReturning(null, method, new Object[]{ null, null }, null))
			.doesNotThrowAnyException();

		flushAndClear();
		assertThat(onlyPlan().getPatient()).as("undone").isEqualTo(other);
	}

	/** What a merge may throw. */
	private interface Merging {

		void run() throws Exception;
	}

	private void merged(Merging merging) {
		assertThatCode(merging::run).doesNotThrowAnyException();
		flushAndClear();
	}

	private boolean moved() {
		flush();
		boolean moved = merge.move(other.getPatientId(), patient.getPatientId(),
			Cause.of(Context.getAuthenticatedUser(), Instant.ofEpochMilli(1000), Reasons.MERGED));
		flushAndClear();
		return moved;
	}

	/** Whoever has answered an idea is asked no more; of two answers both count. */
	@Test
	void move_shouldTakeTheAnswersToIdeasAlong_oneForEachIdea() {
		String both = idea();
		String one = idea();
		ideas().answerIdea(ideas().getIdeaByUuid(both), patient.getUuid(), Opinion.AGREE);
		ideas().answerIdea(ideas().getIdeaByUuid(both), other.getUuid(), Opinion.DISAGREE);
		ideas().answerIdea(ideas().getIdeaByUuid(one), other.getUuid(), Opinion.AGREE);
		flush();

		assertThat(moved()).isTrue();

		assertThat(opinionsOf(patient)).containsExactly("AGREE", "AGREE");
		assertThat(opinionsOf(other)).isEmpty();
		assertThat(sessionFactory.getCurrentSession().createNativeQuery(
			"select idea_answer_id from retention_idea_answer where patient_uuid is null and opinion = 'DISAGREE'").list())
			.hasSize(1);
		assertThat(ideas().findIdeasToAsk(patient.getUuid(), new Page(0, 10))).isEmpty();
		assertThat(moved()).as("the second time").isFalse();
	}

	private static String idea() {
		Idea idea = ideas().noteIdea("Would a play corner help? " + UUID.randomUUID(), null, null);
		return ideas().transitionIdea(idea, IdeaStatus.ASKING, null, null).getUuid();
	}

	@SuppressWarnings("unchecked")
	private List<Object> opinionsOf(Patient whose) {
		return (List<Object>) sessionFactory.getCurrentSession().createNativeQuery(
			"select opinion from retention_idea_answer where patient_uuid = '" + whose.getUuid() + "'").list();
	}

	private static IdeaService ideas() {
		return Context.getService(IdeaService.class);
	}

	private void insert(String table, String columns, String values) {
		sql("insert into " + table + " (uuid, creator, date_created, voided, patient_id, patient_uuid, " + columns
			+ ") values ('"
			+ UUID.randomUUID() + "', 1, now(), false, " + other.getPatientId() + ", '" + other.getUuid() + "', " + values
			+ ")");
	}

	private void profile(Patient whose, String salutationLanguageDoNotCallSadNews) {
		sql("insert into retention_contact_profile (uuid, creator, date_created, voided, patient_id, patient_uuid, relationship,"
			+ " death_reported, version, salutation, language, do_not_call, sad_news_until) values ('" + UUID.randomUUID()
			+ "', 1, now(), false, " + whose.getPatientId() + ", '" + whose.getUuid() + "', 'CURRENT', false, 0, "
			+ salutationLanguageDoNotCallSadNews + ")");
	}

	private void contactPerson(Patient whose, Patient person, int position) {
		sql("insert into retention_contact_person (contact_profile_id, person_id, guardian, position)"
			+ " select contact_profile_id, " + person.getPatientId() + ", true, " + position
			+ " from retention_contact_profile where patient_id = " + whose.getPatientId());
	}

	private List<?> contactPersonsOf(Patient whose) {
		return sessionFactory.getCurrentSession()
			.createNativeQuery("select c.person_id from retention_contact_person c join retention_contact_profile p"
				+ " on p.contact_profile_id = c.contact_profile_id where p.patient_id = " + whose.getPatientId()
				+ " order by c.position")
			.list();
	}

	private void consent(Patient whose, String purpose, String channel, boolean granted, long saidAt) {
		sql("insert into retention_consent (uuid, patient_id, patient_uuid, purpose, channel, granted, source, said_at,"
			+ " withdrawn) values ('" + UUID.randomUUID() + "', " + whose.getPatientId() + ", '" + whose.getUuid() + "', '"
			+ purpose + "', " + (channel == null ? "null" : "'" + channel + "'") + ", " + granted + ", 'test', " + saidAt
			+ ", false)");
	}

	private boolean lastWord(String purpose) {
		List<?> words = sessionFactory.getCurrentSession().createNativeQuery("select granted from retention_consent"
			+ " where patient_id = " + patient.getPatientId() + " and purpose = '" + purpose + "' order by said_at desc,"
			+ " consent_id desc").list();
		return (Boolean) words.get(0);
	}

	private Integer only(String query) {
		return (Integer) sessionFactory.getCurrentSession().createNativeQuery(query).uniqueResult();
	}

	private Object[] row(String query) {
		return (Object[]) sessionFactory.getCurrentSession().createNativeQuery(query).uniqueResult();
	}

	private void sql(String statement) {
		flush();
		sessionFactory.getCurrentSession().createNativeQuery(statement).executeUpdate();
	}
}
