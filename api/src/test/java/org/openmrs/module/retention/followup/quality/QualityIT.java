/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.attempt.AttemptDesk;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;

/** A clinic's calls of March, checked at its end: entered by the administrator, made by two nurses. */
class QualityIT extends RetentionIT {

	private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

	private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

	private static final Page PAGE = new Page(0, 50);

	private final Clock clock = Clock.fixed(APRIL, ZoneOffset.UTC);

	private Clinic clinic;

	private ContactAttemptService attempts;

	private QualityServiceImpl quality;

	private User ann;

	private User bo;

	private User manager;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		clinic.setting(RetentionSettings.CHART_ENCOUNTER, "false");
		attempts = AttemptDesk.on(clock);
		quality = new QualityServiceImpl(new QualityDao(sessionFactory),
			new Criteria(applicationContext.getBean("retention.settings", RetentionSettings.class)), clock);
		Role nurse = clinic.aRole("Nurse " + UUID.randomUUID(), RetentionPrivileges.GET_CONTACTS,
			RetentionPrivileges.MANAGE_CONTACTS);
		ann = clinic.aUser("ann", nurse);
		bo = clinic.aUser("bo", nurse);
		manager = clinic.aUser("manager", clinic.aRole("Manager " + UUID.randomUUID(), RetentionPrivileges.GET_CONTACTS,
			RetentionPrivileges.MANAGE_CONTACTS, RetentionPrivileges.SUPERVISE_FOLLOW_UPS));
	}

	@AfterEach
	void logOut() {
		Context.logout();
	}

	@Test
	void draw_shouldTakeConversationsOfEachCaller_thatStand() {
		List<ContactAttempt> anns = contacts(ann, 6);
		List<ContactAttempt> bos = contacts(bo, 2);
		attempts.recordAttempt(request(ann, MARCH.plus(Duration.ofDays(3))).result(AttemptResult.NO_ANSWER).disposition(null)
			.build());
		attempts.voidAttempt(contacts(ann, 1).get(0), "the wrong patient");
		contact(ann, MARCH.minusMillis(1));
		contact(ann, APRIL.minusMillis(1));
		clinic.logInAs(manager);

		QualitySample sample = quality.drawSample(march().perCaller(3).build());

		assertThat(sample.getCandidates()).isEqualTo(6 + 2 + 1);
		assertThat(sample.getItems()).hasSize(3 + 2);
		assertThat(callers(sample)).containsExactlyInAnyOrder(ann, ann, ann, bo, bo);
		assertThat(sample.getItems()).extracting(QualityItem::getAttempt).containsAll(bos).doesNotHaveDuplicates();
		assertThat(anns).isNotEmpty();
		flushAndClear();
		QualitySample kept = quality.getSampleByUuid(sample.getUuid());
		assertThat(kept.getItems()).extracting(item -> item.getAttempt().getUuid())
			.containsExactlyElementsOf(
				sample.getItems().stream().map(i -> i.getAttempt().getUuid()).collect(Collectors.toList()));
		assertThat(kept.getSeed()).isEqualTo(sample.getSeed());
		assertThat(kept.getCreator()).isEqualTo(manager);
	}

	@Test
	void draw_shouldBeWhatTheSeedSays() {
		contacts(ann, 9);
		clinic.logInAs(manager);
		Map<Integer, List<Integer>> candidates = new QualityDao(sessionFactory).candidates(march().perCaller(4).build(),
			manager);
		QualitySample sample = quality.drawSample(march().perCaller(4).build());
		assertThat(Lot.draw(candidates, 4, null, sample.getSeed()))
			.isEqualTo(sample.getItems().stream().map(item -> item.getAttempt().getId()).collect(Collectors.toList()));
	}

	@Test
	void draw_shouldNeverTakeOnesOwn_norWhatOneWroteDown_norWhatAnotherSampleHolds() {
		contacts(ann, 2);
		clinic.logInAs(manager);
		contacts(manager, 2);
		contact(bo, MARCH);
		assertThat(callers(quality.drawSample(march().perCaller(50).build()))).containsExactly(ann, ann);
		assertRefused(() -> quality.drawSample(march().perCaller(50).build()), "quality-nothing-to-draw");
	}

	@Test
	void draw_shouldBeNarrowedToCallerPurposeAndPlace() {
		Location room = clinic.aLocation("Room " + UUID.randomUUID(), clinic.place());
		ContactAttempt recall = attempts.recordAttempt(
			request(ann, MARCH).tasks(Collections.singletonList(task(Purpose.RECALL, room).getUuid())).patient(null)
				.build());
		attempts.recordAttempt(
			request(bo, MARCH).tasks(Collections.singletonList(task(Purpose.CARE, null).getUuid())).patient(null).build());
		clinic.logInAs(manager);
		assertRefused(() -> quality.drawSample(march().perCaller(5).caller(bo).purpose(Purpose.RECALL).build()),
			"quality-nothing-to-draw");
		assertRefused(() -> quality.drawSample(march().perCaller(5).caller(bo).location(clinic.place()).build()),
			"quality-nothing-to-draw");
		assertThat(
			quality.drawSample(march().perCaller(5).location(clinic.place()).purpose(Purpose.RECALL).build()).getItems())
			.extracting(QualityItem::getAttempt).containsExactly(recall);
		assertThat(callers(quality.drawSample(march().share(1).caller(bo).build()))).containsExactly(bo);
	}

	@Test
	void draw_shouldSayWhatIsWrong() {
		assertRefused(() -> quality.drawSample(march().build()), "quality-number-or-share");
		assertRefused(() -> quality.drawSample(march().perCaller(1).share(1).build()), "quality-number-or-share");
		assertRefused(() -> quality.drawSample(march().perCaller(51).build()), "out-of-range");
		assertRefused(() -> quality.drawSample(march().share(101).build()), "out-of-range");
		assertRefused(() -> quality.drawSample(march().perCaller(1).from(null).build()), "required");
		assertRefused(() -> quality.drawSample(march().perCaller(1).before(MARCH).build()), "quality-period-empty");
		assertRefused(() -> quality.drawSample(march().perCaller(1).from(APRIL.minus(Duration.ofDays(93))).build()),
			"quality-period-too-long");
	}

	@Test
	void review_shouldKeepMarksNoteReviewerAndTime() {
		contacts(ann, 1);
		clinic.logInAs(manager);
		QualityItem item = quality.drawSample(march().perCaller(1).build()).getItems().get(0);

		QualityReview review = quality.recordReview(item, marks(QualityMark.MET, "safety", QualityMark.NOT_MET),
			"Missed the fever");

		flushAndClear();
		QualityReview kept = quality.getReviewByUuid(review.getUuid());
		assertThat(kept.getReviewer()).isEqualTo(manager);
		assertThat(kept.getReviewedAt()).isEqualTo(APRIL);
		assertThat(kept.getNote()).isEqualTo("Missed the fever");
		assertThat(new ArrayList<>(kept.getMarks().keySet())).isEqualTo(Criteria.SHIPPED);
		assertThat(kept.getMarks()).containsEntry("safety", QualityMark.NOT_MET).containsEntry("script", QualityMark.MET);
	}

	@Test
	void review_shouldBeOneOfEachReviewer_andChangeByCorrectionAlone() {
		contacts(ann, 1);
		User other = clinic.aUser("other", manager.getRoles().iterator().next());
		clinic.logInAs(manager);
		QualityItem item = quality.drawSample(march().perCaller(1).build()).getItems().get(0);
		QualityReview first = quality.recordReview(item, marks(QualityMark.MET), null);
		assertRefused(() -> quality.recordReview(item, marks(QualityMark.PARTLY), null), "quality-reviewed-already");

		QualityReview corrected = quality.correctReview(first, marks(QualityMark.PARTLY), "Listened again");

		assertThat(first.getVoided()).isTrue();
		assertThat(first.getVoidReason()).isEqualTo("corrected");
		assertThat(found(s -> s)).containsExactly(corrected);
		assertThat(found(s -> s.includeVoided(true))).containsExactlyInAnyOrder(first, corrected);
		assertRefused(() -> quality.correctReview(first, marks(QualityMark.MET), null), "quality-review-voided");
		clinic.logInAs(other);
		assertRefused(() -> quality.correctReview(corrected, marks(QualityMark.MET), null), "quality-review-of-another");
		QualityReview second = quality.recordReview(item, marks(QualityMark.MET), null);
		assertThat(found(s -> s)).containsExactlyInAnyOrder(corrected, second);
		quality.withdrawReview(second, "by mistake");
		assertThat(found(s -> s)).containsExactly(corrected);
		assertThat(quality.recordReview(item, marks(QualityMark.MET), null).getVoided())
			.as("taken back, it can be said anew")
			.isFalse();
		assertRefused(() -> quality.withdrawReview(second, "again"), "quality-review-voided");
	}

	@Test
	void review_shouldRefuseOnesOwnContact_andWhatWasTakenBack() {
		ContactAttempt contact = contacts(manager, 1).get(0);
		ContactAttempt wrong = contacts(manager, 1).get(0);
		User other = clinic.aUser("other", manager.getRoles().iterator().next());
		User third = clinic.aUser("third", manager.getRoles().iterator().next());
		clinic.logInAs(other);
		QualitySample sample = quality.drawSample(march().perCaller(2).build());
		QualityItem item = item(sample, contact);
		clinic.logInAs(manager);
		assertRefused(() -> quality.recordReview(item, marks(QualityMark.MET), null), "quality-own-contact");
		attempts.voidAttempt(wrong, "the wrong patient");
		clinic.logInAs(third);
		assertRefused(() -> quality.recordReview(item(sample, wrong), marks(QualityMark.MET), null),
			"quality-contact-voided");
	}

	@Test
	void review_shouldMarkEveryCriterionInForce_whichTheSiteNames() {
		contacts(ann, 1);
		clinic.setting(RetentionSettings.QUALITY_CRITERIA, "warmth, Not A Key, facts, warmth");
		assertThat(quality.getCriteria()).containsExactly("warmth", "facts");
		clinic.logInAs(manager);
		QualityItem item = quality.drawSample(march().perCaller(1).build()).getItems().get(0);
		Map<String, QualityMark> marks = new LinkedHashMap<>();
		marks.put("facts", QualityMark.MET);
		assertRefused(() -> quality.recordReview(item, marks, null), "required");
		marks.put("warmth", QualityMark.NOT_APPLICABLE);
		marks.put("script", QualityMark.MET);
		assertRefused(() -> quality.recordReview(item, marks, null), "quality-criterion-unknown");
		marks.remove("script");
		assertThat(quality.recordReview(item, marks, null).getMarks().toString())
			.isEqualTo("{warmth=NOT_APPLICABLE, facts=MET}");
		clinic.setting(RetentionSettings.QUALITY_CRITERIA, "");
		assertThat(quality.getCriteria()).isEqualTo(Criteria.SHIPPED);
	}

	@Test
	void sample_shouldBeWithdrawn_untilAContactIsReviewed() {
		contacts(ann, 1);
		clinic.logInAs(manager);
		QualitySample sample = quality.drawSample(march().perCaller(1).build());
		quality.withdrawSample(sample, "the wrong month");
		assertThat(quality.findSamples(false, PAGE)).isEmpty();
		assertThat(quality.findSamples(true, PAGE)).containsExactly(sample);
		assertThat(quality.countSamples(false)).isZero();
		assertRefused(() -> quality.recordReview(sample.getItems().get(0), marks(QualityMark.MET), null),
			"quality-contact-voided");
		QualitySample again = quality.drawSample(march().perCaller(1).build());
		quality.recordReview(again.getItems().get(0), marks(QualityMark.MET), null);
		assertRefused(() -> quality.withdrawSample(again, "late"), "quality-sample-reviewed");
		assertRefused(() -> quality.withdrawSample(again, " "), "required");
	}

	@Test
	void figures_shouldBeOfEachCaller_byName() {
		contacts(bo, 3);
		contacts(ann, 4);
		clinic.logInAs(manager);
		QualitySample sample = quality.drawSample(march().perCaller(2).build());
		for (QualityItem item : sample.getItems()) {
			if (item.getAttempt().getCalledBy().equals(ann)) {
				quality.recordReview(item, marks(QualityMark.MET, "record", QualityMark.PARTLY), null);
			}
		}

		List<QualityFigures> figures = quality.getFigures(QualitySearch.builder().from(MARCH).before(APRIL).build());

		assertThat(figures).extracting(QualityFigures::getCaller).containsExactly(ann, bo);
		assertThat(figures.get(0).getContacts()).isEqualTo(4);
		assertThat(figures.get(0).getDrawn()).isEqualTo(2);
		assertThat(figures.get(0).getReviewed()).isEqualTo(2);
		assertThat(figures.get(0).getMarks().get("record")).isEqualTo(Collections.singletonMap(QualityMark.PARTLY, 2L));
		assertThat(figures.get(0).getMarks().get("greeting")).isEqualTo(Collections.singletonMap(QualityMark.MET, 2L));
		assertThat(new ArrayList<>(figures.get(0).getMarks().keySet())).isEqualTo(Criteria.SHIPPED);
		assertThat(figures.get(1).getContacts()).isEqualTo(3);
		assertThat(figures.get(1).getReviewed()).isZero();
		assertThat(figures.get(1).getMarks()).isEmpty();
		assertThat(quality.getFigures(QualitySearch.builder().from(MARCH).before(APRIL).caller(bo).build()))
			.extracting(QualityFigures::getCaller).containsExactly(bo);
		assertThat(quality.getFigures(QualitySearch.builder().from(APRIL).before(APRIL.plusSeconds(1)).build())).isEmpty();
		assertRefused(() -> quality.getFigures(QualitySearch.builder().from(MARCH).build()), "required");
	}

	@Test
	void reviews_shouldBeReadByWhoMadeTheContact_andWhoSupervises() {
		contacts(ann, 1);
		clinic.logInAs(manager);
		QualityItem item = quality.drawSample(march().perCaller(1).build()).getItems().get(0);
		QualityReview review = quality.recordReview(item, marks(QualityMark.MET), "Well done");
		clinic.logInAs(ann);
		assertThat(quality.getReviewByUuid(review.getUuid()).getNote()).isEqualTo("Well done");
		assertThat(found(s -> s.caller(ann))).containsExactly(review);
		assertThat(quality.getFigures(QualitySearch.builder().from(MARCH).before(APRIL).caller(ann).build())).hasSize(1);
		assertForbidden(() -> found(s -> s));
		assertForbidden(() -> found(s -> s.caller(bo)));
		assertForbidden(() -> quality.getFigures(QualitySearch.builder().from(MARCH).before(APRIL).build()));
		clinic.logInAs(bo);
		assertForbidden(() -> quality.getReviewByUuid(review.getUuid()));
	}

	@Test
	void lists_shouldCostAConstantNumberOfStatements() {
		Role role = ann.getRoles().iterator().next();
		List<User> nurses = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			nurses.add(clinic.aUser("nurse" + i, role));
			contacts(nurses.get(i), 1);
		}
		clinic.logInAs(manager);
		for (int i = 0; i < 8; i++) {
			QualitySample sample = quality.drawSample(march().perCaller(1).caller(nurses.get(i)).build());
			quality.recordReview(sample.getItems().get(0), marks(QualityMark.MET), null);
		}
		assertThat(statements(() -> showSamples(2))).isEqualTo(statements(() -> showSamples(8)));
		assertThat(statements(() -> showReviews(2))).isEqualTo(statements(() -> showReviews(8)));
	}

	private void showSamples(int size) {
		assertThat(quality.findSamples(false, new Page(0, size))).hasSize(size)
			.allSatisfy(
				sample -> assertThat(sample.getItems().get(0).getAttempt().getCalledBy().getPersonName()).isNotNull())
			.allSatisfy(sample -> assertThat(sample.getCaller().getUsername()).isNotNull());
	}

	private void showReviews(int size) {
		assertThat(quality.findReviews(QualitySearch.builder().build(), new Page(0, size))).hasSize(size)
			.allSatisfy(review -> assertThat(review.getMarks()).isNotEmpty())
			.allSatisfy(review -> assertThat(review.getItem().getSample().getUuid()).isNotNull())
			.allSatisfy(review -> assertThat(review.getItem().getAttempt().getCalledBy().getPersonName()).isNotNull());
	}

	private long statements(Runnable action) {
		flushAndClear();
		assertThat(Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)).isTrue();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		action.run();
		return statistics.getPrepareStatementCount() - before;
	}

	private static SampleRequest.SampleRequestBuilder march() {
		return SampleRequest.builder().from(MARCH).before(APRIL);
	}

	private List<ContactAttempt> contacts(User by, int number) {
		List<ContactAttempt> made = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			made.add(contact(by, MARCH.plus(Duration.ofDays(i))));
		}
		return made;
	}

	private ContactAttempt contact(User by, Instant at) {
		ContactAttempt attempt = attempts.recordAttempt(request(by, at).build());
		flush();
		return attempt;
	}

	private AttemptRequest.AttemptRequestBuilder request(User by, Instant at) {
		Patient patient = clinic.aPatient("Ada");
		flush();
		return AttemptRequest.builder().patient(patient.getUuid()).tasks(Collections.emptyList()).calledBy(by.getUuid())
			.result(AttemptResult.SPOKE).disposition(Disposition.DONE).startedAt(at);
	}

	private FollowUpTask task(Purpose purpose, Location location) {
		FollowUpTask task = clinic.save(FollowUpTask.open(TaskDraft.builder().source(TaskSource.MANUAL).purpose(purpose)
			.patient(clinic.aPatient("Bo")).location(location).zone("UTC").from(MARCH).by(APRIL).expiresAt(APRIL).triesMax(3)
			.title("Ask").build(), Cause.of(Context.getAuthenticatedUser(), MARCH, "test")));
		flush();
		return task;
	}

	private static QualityItem item(QualitySample sample, ContactAttempt contact) {
		return sample.getItems().stream().filter(item -> item.getAttempt().equals(contact)).findFirst()
			.orElseThrow(AssertionError::new);
	}

	private static List<User> callers(QualitySample sample) {
		return sample.getItems().stream().map(item -> item.getAttempt().getCalledBy()).collect(Collectors.toList());
	}

	private static Map<String, QualityMark> marks(QualityMark all) {
		return Criteria.SHIPPED.stream().collect(Collectors.toMap(key -> key, key -> all));
	}

	private static Map<String, QualityMark> marks(QualityMark all, String but, QualityMark other) {
		Map<String, QualityMark> marks = marks(all);
		marks.put(but, other);
		return marks;
	}

	private List<QualityReview> found(UnaryOperator<QualitySearch.QualitySearchBuilder> details) {
		flush();
		QualitySearch search = details.apply(QualitySearch.builder()).build();
		List<QualityReview> reviews = quality.findReviews(search, PAGE);
		assertThat(quality.countReviews(search)).isEqualTo(reviews.size());
		return reviews;
	}

	private static void assertRefused(Runnable action, String code) {
		assertThatThrownBy(action::run).isInstanceOf(RetentionException.class)
			.hasMessage("retention.followup.error." + code);
	}

	private static void assertForbidden(Runnable action) {
		assertThatThrownBy(action::run).isInstanceOf(APIAuthenticationException.class);
	}
}
