/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.theme.ThemeFixture.aTheme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.PatientService;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.planning.PatientAdvice;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.Readiness;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.response.SurveyResponse;
import org.openmrs.module.retention.survey.response.SurveyResponseService;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;

/** Who raised a theme is told what was done about it, once. */
class TellingIT extends RetentionIT {

	private Clinic clinic;

	private RaisedThemes raised;

	private Theme waiting;

	private Patient anna;

	private Patient bo;

	@BeforeEach
	void twoWhoWaited() {
		clinic = new Clinic(sessionFactory);
		raised = new RaisedThemes(sessionFactory);
		waiting = Context.getService(ThemeService.class).saveTheme(aTheme("Waiting").code("measure-waiting").build());
		anna = clinic.aPatient("Anna");
		bo = clinic.aPatient("Bo");
		raised.about(raised.answered(anna, Privacy.IDENTIFIED, "Anna waited for an hour"), waiting);
		raised.said(bo, "Bo waited too");
		raised.about(raised.commentOf("Bo waited too"), waiting);
	}

	@Test
	void tell_shouldBeginAPlanForEach_thatSaysWhatToTell() {
		Context.getService(ProtocolService.class).saveProtocol(RaisedThemes.telling().build());
		Measure measure = done();
		assertThat(measures().tellRaisers(measure, measure.getVersion())).isEqualTo(2);
		flushAndClear();

		assertThat(plans(measure)).extracting(plan -> plan.getPatient().getPatientId())
			.containsExactlyInAnyOrder(anna.getPatientId(), bo.getPatientId());
		assertThat(plans(measure)).allSatisfy(plan -> {
			assertThat(plan.getStatus()).isEqualTo(PlanStatus.ACTIVE);
			assertThat(plan.getContext()).contains("Waiting").contains("We call when we are late")
				.contains("nb: Vi ringer når vi er forsinket").doesNotContain("hour").doesNotContain("too");
			assertThat(plan.getContext().split("\n")).hasSize(3);
		});
		assertThat(progress(measure)).isEqualTo(new MeasureProgress(0, 2, 0));
		assertThat(measures().countToTell(measure)).isZero();
		assertThat(measures().findRaisers(measure, new Page(0, 10))).allMatch(Raiser::isTold);
	}

	@Test
	void tell_shouldTellNobodyTwice_howeverOftenItIsAsked() {
		Context.getService(ProtocolService.class).saveProtocol(RaisedThemes.telling().build());
		Measure measure = done();
		measures().tellRaisers(measure, null);
		assertThat(measures().tellRaisers(measure, null)).isZero();
		Patient cai = clinic.aPatient("Cai");
		raised.about(raised.answered(cai, Privacy.IDENTIFIED, "Cai waited"), waiting);
		assertThat(measures().tellRaisers(measure, null)).isEqualTo(1);
		sessionFactory.getCurrentSession().createQuery("delete from retention.MeasureTelling t").executeUpdate();
		assertCode("no-protocol", () -> measures().tellRaisers(measure, null));
		assertThat(sessionFactory.getCurrentSession()
			.createQuery("select count(p.id) from retention.FollowUpPlan p where p.anchorKey = :key", Long.class)
			.setParameter("key", "event:measure:" + measure.getUuid()).uniqueResult()).as("the plan's key holds")
			.isEqualTo(3);
		Measure another = done();
		assertThat(measures().tellRaisers(another, null)).as("of another measure they are told").isEqualTo(3);
	}

	@Test
	void tell_shouldBeTakenByOneProtocol_theFirstByPriority() {
		Context.getService(ProtocolService.class).saveProtocol(RaisedThemes.telling().priority(20).build());
		String own = Context.getService(ProtocolService.class)
			.saveProtocol(RaisedThemes.telling().priority(30).build()).getUuid();
		Measure measure = done();
		assertThat(measures().tellRaisers(measure, null)).isEqualTo(2);
		flushAndClear();
		assertThat(plans(measure)).hasSize(2).allMatch(plan -> plan.getProtocol().getUuid().equals(own));
	}

	@Test
	void tell_shouldNeedADoneMeasure_andAProtocol() {
		Measure planned = measures().recordMeasure(request());
		assertCode("not-done", () -> measures().tellRaisers(planned, null));
		Measure measure = done();
		assertCode("stale-version", () -> measures().tellRaisers(measure, 7));
		assertCode("no-protocol", () -> measures().tellRaisers(measure, null));
		assertThat(progress(measure)).isEqualTo(MeasureProgress.NONE);
	}

	@Test
	void progress_shouldSayWhoWasToldAndWhoWasNot() {
		Context.getService(ProtocolService.class).saveProtocol(RaisedThemes.telling().build());
		Measure measure = done();
		measures().tellRaisers(measure, null);
		flushAndClear();
		FollowUpTask task = raised.taskOf(planOf(measure, anna));
		Context.getService(ContactAttemptService.class)
			.recordAttempt(AttemptRequest.builder().tasks(Collections.singletonList(task.getUuid()))
				.result(AttemptResult.SPOKE).disposition(Disposition.DONE).build());
		flushAndClear();
		assertThat(progress(measure)).isEqualTo(new MeasureProgress(1, 1, 0));

		measures().transitionMeasure(measures().getMeasureByUuid(measure.getUuid()), MeasureStatus.WITHDRAWN, null, null,
			"It did not work");
		flushAndClear();
		assertThat(planOf(measure, bo).getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(raised.taskOf(planOf(measure, bo)).isOpen()).isFalse();
		assertThat(planOf(measure, anna).getStatus()).isEqualTo(PlanStatus.COMPLETED);
		assertThat(progress(measure)).isEqualTo(new MeasureProgress(1, 0, 1));
	}

	@Test
	void call_shouldEnd_whenWhatWasSaidIsTakenBack() {
		Context.getService(ProtocolService.class).saveProtocol(RaisedThemes.telling().build());
		Patient cai = clinic.aPatient("Cai");
		raised.about(raised.answered(cai, Privacy.IDENTIFIED, "Cai waited"), waiting);
		ContactAttempt dan = raised.said(clinic.aPatient("Dan"), "Dan waited");
		raised.about(raised.commentOf("Dan waited"), waiting);
		Measure measure = done();
		measures().tellRaisers(measure, null);
		flushAndClear();
		assertThat(measures().endGroundlessCalls()).as("all have raised it").isZero();

		annulAnswerOf(anna);
		Context.getService(CommentService.class).rejectTheme(raised.commentOf("Cai waited"), waiting, null);
		Context.getService(ContactAttemptService.class).voidAttempt(
			Context.getService(ContactAttemptService.class).getAttemptByUuid(dan.getUuid()), "another patient");
		flushAndClear();
		assertThat(measures().endGroundlessCalls()).isEqualTo(3);
		flushAndClear();
		assertThat(planOf(measure, anna).getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(raised.taskOf(planOf(measure, anna)).isOpen()).isFalse();
		assertThat(planOf(measure, cai).getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(planOf(measure, bo).getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(progress(measure)).isEqualTo(new MeasureProgress(0, 1, 3));
		assertThat(measures().endGroundlessCalls()).isZero();
	}

	@Test
	void call_shouldStay_whereSomethingElseLeadsToThePatient_orItWasMade_orThePatientDied() {
		Context.getService(ProtocolService.class).saveProtocol(RaisedThemes.telling().build());
		raised.said(anna, "Anna waited again");
		raised.about(raised.commentOf("Anna waited again"), waiting);
		Patient cai = clinic.aPatient("Cai");
		raised.about(raised.answered(cai, Privacy.IDENTIFIED, "Cai waited"), waiting);
		Patient dan = clinic.aPatient("Dan");
		raised.about(raised.answered(dan, Privacy.IDENTIFIED, "Dan waited"), waiting);
		Measure measure = done();
		measures().tellRaisers(measure, null);
		flushAndClear();
		Context.getService(ContactAttemptService.class).recordAttempt(AttemptRequest.builder()
			.tasks(Collections.singletonList(raised.taskOf(planOf(measure, cai)).getUuid())).result(AttemptResult.SPOKE)
			.disposition(Disposition.DONE).build());
		Patient dead = Context.getPatientService().getPatient(dan.getPatientId());
		dead.setDead(true);
		dead.setDeathDate(new Date());
		flush();
		annulAnswerOf(anna);
		annulAnswerOf(cai);
		annulAnswerOf(dan);
		flushAndClear();

		assertThat(measures().endGroundlessCalls()).isZero();
		assertThat(planOf(measure, anna).getStatus()).isEqualTo(PlanStatus.ACTIVE);
		assertThat(planOf(measure, cai).getStatus()).isEqualTo(PlanStatus.COMPLETED);
		assertThat(planOf(measure, dan).getStatus()).as("by the rules of the list").isEqualTo(PlanStatus.ACTIVE);
	}

	private void annulAnswerOf(Patient patient) {
		SurveyResponse answer = sessionFactory.getCurrentSession()
			.createQuery("from retention.SurveyResponse r where r.patient.personId = :patient", SurveyResponse.class)
			.setParameter("patient", patient.getPatientId()).getSingleResult();
		Context.getService(SurveyResponseService.class).annulResponse(answer, "typed in for another");
	}

	@Test
	void tell_shouldSpreadTheCallsOverDays_whereTheProtocolSaysSo() {
		for (int i = 0; i < 3; i++) {
			raised.about(raised.answered(clinic.aPatient("P" + i), Privacy.IDENTIFIED, "Waited " + i), waiting);
		}
		Context.getService(ProtocolService.class)
			.saveProtocol(RaisedThemes.telling().trigger(RaisedThemes.trigger().perDay(2).build()).build());
		Measure measure = done();
		assertThat(measures().tellRaisers(measure, null)).isEqualTo(5);
		flushAndClear();

		Map<LocalDate, Long> days = new TreeMap<>(plans(measure).stream().map(raised::taskOf)
			.collect(Collectors.groupingBy(FollowUpTask::getDueDate, Collectors.counting())));
		assertThat(days.values()).containsExactly(2L, 2L, 1L);
		assertThat(days.keySet().iterator().next()).isAfterOrEqualTo(plans(measure).get(0).getAnchorDate());
	}

	@Test
	void merge_shouldLeaveOnePatientWhoIsToldOnce() throws Exception {
		Context.getService(ProtocolService.class).saveProtocol(RaisedThemes.telling().build());
		Measure measure = done();
		measures().tellRaisers(measure, null);
		flushAndClear();
		merge(anna, bo);

		assertThat(progress(measure)).isEqualTo(new MeasureProgress(0, 1, 0));
		assertThat(measures().findRaisers(measure, new Page(0, 10))).singleElement().satisfies(raiser -> {
			assertThat(raiser.getPatient().getPatientId()).isEqualTo(anna.getPatientId());
			assertThat(raiser.isTold()).isTrue();
		});
		assertThat(measures().tellRaisers(measure, null)).isZero();
	}

	@Test
	void purge_shouldBePossible_andLeaveTheCountOfWhoWasTold() {
		Context.getService(ProtocolService.class).saveProtocol(RaisedThemes.telling().build());
		Measure measure = done();
		measures().tellRaisers(measure, null);
		flushAndClear();
		Patient purged = clinic.aPatient("Purged");
		raised.about(raised.answered(purged, Privacy.IDENTIFIED, "Purged waited"), waiting);
		measures().tellRaisers(measure, null);
		flushAndClear();
		Context.getPatientService().purgePatient(Context.getPatientService().getPatient(purged.getPatientId()));
		flushAndClear();

		assertThat(measures().countRaisers(measure)).isEqualTo(2);
		assertThat(progress(measure).getWaiting()).isEqualTo(3);
	}

	@Test
	void context_shouldFitThePlan_inAsManyLanguagesAsThereIsRoomFor() {
		Map<String, String> words = new LinkedHashMap<>();
		for (String language : new String[]{ "en", "nb", "ru", "zh" }) {
			words.put(language, language + String.join("", Collections.nCopies(350, "x")) + "\nnew line");
		}
		Measure measure = measures().recordMeasure(
			MeasureRequest.builder().theme(waiting).did(new LocalizedText(words)).build());
		measures().transitionMeasure(measure, MeasureStatus.DONE, null, null, null);
		String context = new MeasureEvents(measure, Instant.EPOCH, Locale.forLanguageTag("ru"))
			.of(new Raisers.ToTell(anna, LocalDate.of(2026, 11, 1), null), null).getContext();
		assertThat(context.length()).isLessThanOrEqualTo(1000);
		assertThat(context.split("\n")).hasSize(3);
		assertThat(context).contains("ruxxx").contains("en: enxxx").contains("Waiting");
	}

	/** As the clinic does it: the module's advice moves the rows in the same transaction. */
	private void merge(Patient winner, Patient loser) throws Exception {
		PatientAdvice advice = new PatientAdvice();
		Context.addAdvice(PatientService.class, advice);
		Readiness.setInstalled(true);
		Readiness.setContextThere(true);
		try {
			Context.getPatientService().mergePatients(Context.getPatientService().getPatient(winner.getPatientId()),
				Context.getPatientService().getPatient(loser.getPatientId()));
			flushAndClear();
		}
		finally {
			Readiness.setInstalled(false);
			Readiness.setContextThere(false);
			Context.removeAdvice(PatientService.class, advice);
		}
	}

	private Measure done() {
		Measure measure = measures().recordMeasure(request());
		return measures().transitionMeasure(measure, MeasureStatus.DONE, null, null, null);
	}

	private MeasureRequest request() {
		Map<String, String> words = new LinkedHashMap<>();
		words.put("en", "We call when we are late");
		words.put("nb", "Vi ringer når vi er forsinket");
		return MeasureRequest.builder().theme(waiting).did(new LocalizedText(words)).build();
	}

	private MeasureProgress progress(Measure measure) {
		return measures().getMeasureByUuid(measure.getUuid()).getProgress();
	}

	private FollowUpPlan planOf(Measure measure, Patient patient) {
		return plans(measure).stream().filter(plan -> plan.getPatient().getPatientId().equals(patient.getPatientId()))
			.findFirst().get();
	}

	private List<FollowUpPlan> plans(Measure measure) {
		return sessionFactory.getCurrentSession()
			.createQuery("select p from retention.FollowUpPlan p, retention.MeasureTelling t where t.planId = p.id"
				+ " and t.measure.id = :measure order by p.id", FollowUpPlan.class)
			.setParameter("measure", measure.getId()).list();
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.measure.error." + code));
	}

	private static MeasureService measures() {
		return Context.getService(MeasureService.class);
	}
}
