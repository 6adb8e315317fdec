/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.retention.theme.ThemeFixture.aTheme;
import static org.openmrs.module.retention.theme.ThemeFixture.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.theme.ThemeFixture;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;
import org.springframework.beans.factory.annotation.Autowired;

class MeasureIT extends RetentionIT {

	private static final Page ALL = new Page(0, 100);

	@Autowired
	private Sites sites;

	@Autowired
	private Comments comments;

	private Clinic clinic;

	private RaisedThemes raised;

	private Theme waiting;

	private Theme room;

	private LocalDate today;

	@BeforeEach
	void aClinic() {
		clinic = new Clinic(sessionFactory);
		raised = new RaisedThemes(sessionFactory);
		ThemeService themes = Context.getService(ThemeService.class);
		waiting = themes.saveTheme(aTheme("Waiting").code("measure-waiting").build());
		room = themes.saveTheme(aTheme("Waiting room").code("measure-room").parent("measure-waiting").build());
		today = sites.siteOf(null).dayOf(Instant.now());
	}

	@Test
	void record_shouldKeepTheWordsInTheirLanguages() {
		Map<String, String> words = new HashMap<>();
		words.put("nb", "Vi ringer når vi er forsinket");
		words.put("zh", "\u5ef6\u8bef\u65f6\u6211\u4eec\u4f1a\u6253\u7535\u8bdd \ud83d\ude00");
		Measure measure = measures()
			.recordMeasure(MeasureRequest.builder().theme(waiting).did(new LocalizedText(words)).build());
		flushAndClear();

		Measure stored = measures().getMeasureByUuid(measure.getUuid());
		assertThat(stored.getStatus()).isEqualTo(MeasureStatus.PLANNED);
		assertThat(stored.getDid().getByTag()).isEqualTo(words);
		assertThat(stored.getDid().in(Locale.forLanguageTag("no"))).isEqualTo("Vi ringer når vi er forsinket");
		assertThat(stored.saidIn(Locale.ENGLISH)).as("else the theme's name").isEqualTo("Waiting");
		assertThat(stored.getRaisedFrom()).isEqualTo(today.minusYears(1));
		assertThat(stored.getDoneOn()).isNull();
		assertThat(stored.getRecordedBy()).isEqualTo(Context.getAuthenticatedUser());
	}

	@Test
	void record_shouldRefuseWhatNobodyCouldRead() {
		assertField("theme", request().theme(null));
		assertField("did", request().did(null));
		assertField("did", request().did(new LocalizedText(Collections.emptyMap())));
		assertField("did.en", request().did(text(" ")));
		assertField("did.en", request().did(text(StringUtils.repeat('x', 501))));
		assertField("said.en", request().said(text(StringUtils.repeat('x', 301))));
		assertField("did", request().did(new LocalizedText(Collections.singletonMap("Russian", "x"))));
		assertField("raisedFrom", request().raisedFrom(today.plusDays(1)));
		assertField("raisedFrom", request().raisedFrom(LocalDate.of(1, 1, 1)));
		Context.getService(ThemeService.class).closeTheme(waiting, "not used");
		assertField("theme", request());
	}

	@Test
	void transition_shouldBeNotedWithItsReason() {
		Measure measure = measures().recordMeasure(request().build());
		assertCode("stale-version", () -> transition(measure, MeasureStatus.DONE, null, 7, null));
		assertCode("day-out-of-range", () -> transition(measure, MeasureStatus.DONE, today.plusDays(1), null, null));
		assertCode("day-out-of-range", () -> transition(measure, MeasureStatus.DONE, today.minusYears(2), null, null));
		transition(measure, MeasureStatus.DONE, today.minusDays(3), measure.getVersion(), null);
		assertThat(measure.getDoneOn()).isEqualTo(today.minusDays(3));
		assertCode("transition-not-allowed", () -> transition(measure, MeasureStatus.PLANNED, null, null, null));
		assertThatThrownBy(() -> transition(measure, MeasureStatus.WITHDRAWN, null, null, " "))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getField()).isEqualTo("reason"));
		assertThatThrownBy(() -> transition(measure, MeasureStatus.WITHDRAWN, today, null, "No"))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getField()).isEqualTo("day"));
		transition(measure, MeasureStatus.WITHDRAWN, null, null, "The line was given up");
		transition(measure, MeasureStatus.PLANNED, null, null, null);
		flushAndClear();

		assertThat(measures().getMeasureByUuid(measure.getUuid()).getDoneOn()).isNull();
		assertThat(measures().getMeasureHistory(measure))
			.extracting(MeasureChange::getFromStatus, MeasureChange::getToStatus, MeasureChange::getReason,
				MeasureChange::getActor)
			.containsExactly(tuple(MeasureStatus.PLANNED, MeasureStatus.DONE, null, Context.getAuthenticatedUser()),
				tuple(MeasureStatus.DONE, MeasureStatus.WITHDRAWN, "The line was given up", Context.getAuthenticatedUser()),
				tuple(MeasureStatus.WITHDRAWN, MeasureStatus.PLANNED, null, Context.getAuthenticatedUser()));
	}

	@Test
	void find_shouldNarrowByStatusAndTheme_belowItAndMergedIntoItToo() {
		Measure ofRoom = measures().recordMeasure(request().theme(room).build());
		Theme late = Context.getService(ThemeService.class).saveTheme(aTheme("Late").code("measure-late").build());
		Measure ofLate = measures().recordMeasure(request().theme(late).build());
		transition(ofLate, MeasureStatus.DONE, null, null, null);
		assertThat(uuids(null, waiting)).containsExactly(ofRoom.getUuid());
		Context.getService(ThemeService.class).mergeThemes(late, waiting);
		flushAndClear();

		assertThat(uuids(null, waiting)).containsExactly(ofLate.getUuid(), ofRoom.getUuid());
		assertThat(uuids(MeasureStatus.DONE, waiting)).containsExactly(ofLate.getUuid());
		assertThat(uuids(null, room)).containsExactly(ofRoom.getUuid());
		assertThat(measures().countMeasures(MeasureSearch.builder().theme(waiting).build())).isEqualTo(2);
		assertThat(measures().getMeasureByUuid(ofLate.getUuid()).getTheme()).isEqualTo(waiting);
	}

	@Test
	void raisers_shouldBeWhoIsKnownByNameToHaveRaisedIt() {
		Patient anna = clinic.aPatient("Anna");
		Patient bo = clinic.aPatient("Bo");
		raised.about(raised.answered(anna, Privacy.IDENTIFIED, "We waited"), waiting);
		raised.said(bo, "The room is cold");
		raised.about(raised.commentOf("The room is cold"), room);
		raised.about(raised.answered(clinic.aPatient("Cai"), Privacy.CONFIDENTIAL, "We waited too"), waiting);
		raised.about(raised.answered(clinic.aPatient("Dan"), Privacy.ANONYMOUS, "And we"), waiting);
		Measure measure = measures().recordMeasure(request().build());
		flush();

		assertThat(raisers(measure)).containsExactlyInAnyOrder(anna, bo);
		assertThat(measures().findRaisers(measure, ALL)).allSatisfy(raiser -> {
			assertThat(raiser.getSaidOn()).isEqualTo(today);
			assertThat(raiser.isTold()).isFalse();
		});
		assertThat(measures().countRaisers(measure)).isEqualTo(2);
		assertThat(measures().countToTell(measure)).isEqualTo(2);
		assertThat(measures().findRaisers(measure, new Page(1, 1))).hasSize(1);
		assertThat(raisers(measures().recordMeasure(request().theme(room).build()))).containsExactly(bo);
	}

	@Test
	void raisers_shouldNotBeWhomNoPersonHasConfirmed_norWhatWasTakenBack() {
		String rejected = raised.answered(clinic.aPatient("Anna"), Privacy.IDENTIFIED, "Rejected");
		raised.about(rejected, waiting);
		Context.getService(CommentService.class).rejectTheme(rejected, waiting, null);
		raised.answered(clinic.aPatient("Bo"), Privacy.IDENTIFIED, "Nobody has read it");
		ContactAttempt mistake = raised.said(clinic.aPatient("Cai"), "Wrong patient");
		raised.about(raised.commentOf("Wrong patient"), waiting);
		Context.getService(ContactAttemptService.class).voidAttempt(mistake, "Wrong patient");
		Patient dead = clinic.aPatient("Dan");
		raised.about(raised.answered(dead, Privacy.IDENTIFIED, "Dan waited"), waiting);
		dead.setDead(true);
		dead.setDeathDate(new Date());
		Patient voided = clinic.aPatient("Eli");
		raised.about(raised.answered(voided, Privacy.IDENTIFIED, "Eli waited"), waiting);
		voided.setVoided(true);
		voided.setVoidReason("test");
		Patient purged = clinic.aPatient("Fay");
		String orphan = raised.answered(purged, Privacy.IDENTIFIED, "Fay waited");
		raised.about(orphan, waiting);
		flush();
		sessionFactory.getCurrentSession()
			.createQuery("update retention.SurveyResponse r set r.patient = null where r.patient = :purged")
			.setParameter("purged", purged).executeUpdate();
		Measure measure = measures().recordMeasure(request().build());
		flush();

		assertThat(raisers(measure)).isEmpty();
	}

	@Test
	void raisers_shouldHaveRaisedItInTheDays() {
		for (int days : new int[]{ 2, 10, 40 }) {
			Patient patient = clinic.aPatient("Of " + days);
			raised.about(raised.answered(patient, Privacy.IDENTIFIED, "Waited " + days), waiting);
			sessionFactory.getCurrentSession()
				.createQuery("update retention.Comment c set c.saidOn = :day where c.text = :text")
				.setParameter("day", today.minusDays(days)).setParameter("text", "Waited " + days).executeUpdate();
		}
		Measure measure = measures().recordMeasure(request().raisedFrom(today.minusDays(30)).build());
		assertThat(names(measure)).containsExactly("Of 2", "Of 10");
		transition(measure, MeasureStatus.DONE, today.minusDays(5), null, null);
		assertThat(names(measure)).as("who complains since then has not been heard").containsExactly("Of 10");
	}

	@Test
	void notices_shouldCountWhereNobodyCanBeRecognised() {
		for (int i = 0; i < 5; i++) {
			String comment = said("Waited " + i);
			raised.about(comment, waiting);
			if (i > 0) {
				raised.about(comment, room);
			}
		}
		Measure often = done(request());
		Measure seldom = done(request().theme(room).said(text("It is cold in the waiting room")));
		measures().recordMeasure(request().build());
		Measure older = measures().recordMeasure(request().build());
		transition(older, MeasureStatus.DONE, today.minusDays(60), null, null);
		flushAndClear();

		List<MeasureNotice> notices = measures().getNotices(today.minusDays(30), today).stream()
			.filter(n -> n.getMeasure().getTheme().getCode().startsWith("measure-")).collect(Collectors.toList());
		assertThat(notices).extracting(n -> n.getMeasure().getUuid(), MeasureNotice::getComments, MeasureNotice::getSince)
			.containsExactly(tuple(seldom.getUuid(), null, today), tuple(often.getUuid(), 5L, today));
		assertThat(measures().getNotices(today.minusDays(30), today.minusDays(20))).isEmpty();
		assertCode("day-out-of-range", () -> measures().getNotices(today.minusYears(3), today));
		assertCode("day-out-of-range", () -> measures().getNotices(today, today.minusDays(1)));
	}

	@Test
	void lists_shouldCostTheSame_howeverLong() {
		raised.about(raised.answered(clinic.aPatient("P"), Privacy.IDENTIFIED, "Waited"), waiting);
		done(request());
		long few = statements();
		for (int i = 0; i < 12; i++) {
			raised.about(raised.answered(clinic.aPatient("P" + i), Privacy.IDENTIFIED, "Waited " + i), waiting);
			done(request());
		}
		assertThat(statements()).isEqualTo(few);
	}

	private long statements() {
		flushAndClear();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		List<Measure> found = measures().findMeasures(MeasureSearch.builder().build(), ALL);
		measures().findRaisers(found.get(0), ALL).forEach(raiser -> raiser.getPatient().getPersonName());
		measures().getNotices(today, today);
		return statistics.getPrepareStatementCount() - before;
	}

	/** By somebody whom the comment does not lead to. */
	private String said(String words) {
		comments.add(ThemeFixture.aComment(words).saidOn(today).build());
		flush();
		return raised.commentOf(words);
	}

	private MeasureRequest.MeasureRequestBuilder request() {
		return MeasureRequest.builder().theme(waiting).did(text("We call when we are late"));
	}

	private Measure done(MeasureRequest.MeasureRequestBuilder request) {
		return transition(measures().recordMeasure(request.build()), MeasureStatus.DONE, null, null, null);
	}

	private static Measure transition(Measure measure, MeasureStatus to, LocalDate day, Integer version, String reason) {
		return measures().transitionMeasure(measure, to, day, version, reason);
	}

	private static List<Patient> raisers(Measure measure) {
		return measures().findRaisers(measure, ALL).stream().map(Raiser::getPatient).collect(Collectors.toList());
	}

	private static List<String> names(Measure measure) {
		return raisers(measure).stream().map(patient -> patient.getGivenName()).collect(Collectors.toList());
	}

	private static List<String> uuids(MeasureStatus status, Theme theme) {
		return measures().findMeasures(MeasureSearch.builder().status(status).theme(theme).build(), ALL).stream()
			.map(Measure::getUuid).collect(Collectors.toList());
	}

	private static void assertField(String field, MeasureRequest.MeasureRequestBuilder request) {
		assertThatThrownBy(() -> measures().recordMeasure(request.build())).isInstanceOfSatisfying(
			RetentionException.class, e -> assertThat(e.getField()).isEqualTo(field));
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.measure.error." + code));
	}

	private static MeasureService measures() {
		return Context.getService(MeasureService.class);
	}
}
