/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.theme.ThemeFixture.aComment;
import static org.openmrs.module.retention.theme.ThemeFixture.aTheme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.CommentDraft;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.theme.classifier.FrequentPhrases;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;
import org.springframework.beans.factory.annotation.Autowired;

class CommentServiceIT extends RetentionIT {

	private static final Page ALL = new Page(0, 100);

	@Autowired
	private Comments comments;

	@Autowired
	private Readings readings;

	private CommentService service;

	private Theme waiting;

	private Theme staff;

	private String questionnaire;

	@BeforeEach
	void themes() {
		service = Context.getService(CommentService.class);
		ThemeService themes = Context.getService(ThemeService.class);
		waiting = themes.saveTheme(aTheme("Waiting").code("test-waiting").build());
		staff = themes.saveTheme(aTheme("Staff").code("test-staff").build());
		questionnaire = UUID.randomUUID().toString();
	}

	@Test
	void assign_shouldConfirm_andCountAsRead() {
		String comment = said("We waited for an hour");
		CommentReading reading = service.assignTheme(comment, waiting, 0);
		assertThat(reading.getStatus()).isEqualTo(CommentReading.Status.READ);
		assertThat(reading.getReadBy()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(reading.isExplained()).isTrue();
		assertThat(of(comment)).containsExactly("test-waiting CONFIRMED");
		service.assignTheme(comment, staff, null);
		assertThat(of(comment)).containsExactlyInAnyOrder("test-waiting CONFIRMED", "test-staff CONFIRMED");
		assertCode("transition-not-allowed", () -> service.assignTheme(comment, waiting, null));
		assertCode("stale-version", () -> service.assignTheme(comment, waiting, 0));
		assertCode("comment-unknown", () -> service.assignTheme("nosuch", waiting, null));
	}

	@Test
	void assignToAll_shouldGiveTheThemeToThoseThatHaveItNot() {
		String one = said("We waited");
		String other = said("Waited again");
		service.assignTheme(one, waiting, null);
		service.assignToAll(Arrays.asList(one, other), waiting);
		assertThat(of(one)).isEqualTo(of(other)).containsExactly("test-waiting CONFIRMED");
		assertThat(service.getHistory(one)).hasSize(1);
	}

	@Test
	void confirm_shouldNeedAProposal() {
		String comment = said("We waited");
		assertCode("not-assigned", () -> service.confirmTheme(comment, waiting, null));
		propose(comment, waiting, 0.7);
		assertThat(service.getCommentByUuid(comment).getStatus()).isEqualTo(CommentReading.Status.UNREAD);
		service.confirmTheme(comment, waiting, null);
		assertThat(of(comment)).containsExactly("test-waiting CONFIRMED");
		assertCode("transition-not-allowed", () -> service.confirmTheme(comment, waiting, null));
		service.rejectTheme(comment, waiting, null);
		assertCode("transition-not-allowed", () -> service.confirmTheme(comment, waiting, null));
	}

	@Test
	void reject_shouldBeAsGoodAsUnread_andNeverBeProposedAgain() {
		String comment = said("We waited");
		propose(comment, waiting, 0.7);
		CommentReading reading = service.rejectTheme(comment, waiting, null);
		assertThat(reading.getStatus()).isEqualTo(CommentReading.Status.UNREAD);
		assertThat(reading.isExplained()).isFalse();
		propose(comment, waiting, 0.9);
		assertThat(of(comment)).containsExactly("test-waiting REJECTED");
		service.assignTheme(comment, waiting, null);
		assertThat(of(comment)).as("a person may").containsExactly("test-waiting CONFIRMED");
	}

	@Test
	void correct_shouldSayWhichItIsInstead() {
		String comment = said("Rude");
		propose(comment, waiting, 0.6);
		assertCode("correct-itself", () -> service.correctTheme(comment, waiting, waiting, null));
		service.correctTheme(comment, waiting, staff, null);
		flushAndClear();
		assertThat(of(comment)).containsExactlyInAnyOrder("test-waiting CORRECTED", "test-staff CONFIRMED");
		assertThat(service.getAssignments(Collections.singleton(comment))).filteredOn(a -> a.getCorrectedTo() != null)
			.singleElement().satisfies(a -> assertThat(a.getCorrectedTo()).isEqualTo(staff));
		assertCode("not-assigned", () -> service.correctTheme(said("x"), waiting, staff, null));
	}

	@Test
	void readWithoutTheme_shouldRejectWhatWasProposed_andStayInThePile() {
		String comment = said("Hm");
		propose(comment, waiting, 0.6);
		CommentReading reading = service.readWithoutTheme(comment, null);
		assertThat(reading.getStatus()).isEqualTo(CommentReading.Status.READ);
		assertThat(of(comment)).containsExactly("test-waiting REJECTED");
		assertThat(uuids(mine().unexplained(true))).containsExactly(comment);
		service.assignTheme(comment, staff, null);
		assertCode("has-theme", () -> service.readWithoutTheme(comment, null));
	}

	/** Every change has a row with who, when and how sure. */
	@Test
	void history_shouldTellEveryChange() {
		String comment = said("We waited");
		propose(comment, waiting, 0.7);
		service.correctTheme(comment, waiting, staff, null);
		service.assignTheme(comment, waiting, null);
		flushAndClear();

		List<AssignmentChange> history = service.getHistory(comment);
		assertThat(history).extracting(c -> c.getTheme().getCode() + " " + c.getFromStatus() + " " + c.getToStatus())
			.containsExactly("test-waiting null PROPOSED", "test-waiting PROPOSED CORRECTED", "test-staff null CONFIRMED",
				"test-waiting CORRECTED CONFIRMED");
		assertThat(history.get(0).getConfidence()).isEqualTo(0.7);
		assertThat(history.get(0).getModelVersion()).isEqualTo(3);
		assertThat(history).allSatisfy(change -> {
			assertThat(change.getActor()).isEqualTo(Context.getAuthenticatedUser());
			assertThat(change.getChangedAt()).isNotNull();
		});
	}

	@Test
	void propose_shouldWithdrawWhatIsNotProposedAnyMore_andOfferItAgain() {
		String comment = said("We waited");
		propose(comment, waiting, 0.7);
		propose(comment, staff, 0.8);
		assertThat(of(comment)).containsExactlyInAnyOrder("test-waiting WITHDRAWN", "test-staff PROPOSED");
		propose(comment, waiting, 0.9);
		assertThat(of(comment)).containsExactlyInAnyOrder("test-waiting PROPOSED", "test-staff WITHDRAWN");
		int rows = service.getHistory(comment).size();
		propose(comment, waiting, 0.95);
		assertThat(service.getHistory(comment)).as("nothing was decided").hasSize(rows);
		assertThat(service.getAssignments(Collections.singleton(comment))).extracting(ThemeAssignment::getConfidence)
			.contains(0.95);
	}

	@Test
	void confirmProposals_shouldConfirmFromThatConfidenceOn_andTeachNothing() {
		String sure = said("We waited and waited");
		String unsure = said("Perhaps");
		String two = said("Waiting and rude");
		propose(sure, waiting, 0.95);
		propose(unsure, waiting, 0.6);
		readings.propose(Collections.singletonMap(locked(two),
			Arrays.asList(new Proposal(waiting, 0.97, 3), new Proposal(staff, 0.7, 3))),
			Collections.singletonMap(locked(two), 0.1), 1, now());
		assertThat(service.confirmProposals(0.9, staff)).isZero();

		assertThat(service.confirmProposals(0.9, null)).isEqualTo(2);
		flushAndClear();

		assertThat(of(sure)).containsExactly("test-waiting CONFIRMED");
		assertThat(of(unsure)).containsExactly("test-waiting PROPOSED");
		assertThat(of(two)).containsExactlyInAnyOrder("test-waiting CONFIRMED", "test-staff PROPOSED");
		assertThat(service.getCommentByUuid(sure).getStatus()).isEqualTo(CommentReading.Status.IN_BULK);
		assertThat(service.getCommentByUuid(two).getStatus()).as("something is left to decide")
			.isEqualTo(CommentReading.Status.UNREAD);
		assertThat(service.getHistory(sure)).last().satisfies(change -> {
			assertThat(change.getToStatus()).isEqualTo(AssignmentStatus.CONFIRMED);
			assertThat(change.getReason()).isEqualTo("bulk");
		});
		for (double wrong : new double[]{ 0.49, 1.01, Double.NaN, -1 }) {
			assertThatThrownBy(() -> service.confirmProposals(wrong, null)).isInstanceOfSatisfying(RetentionException.class,
				e -> assertThat(e.getField()).isEqualTo("confidence"));
		}
	}

	@Test
	void closeTheme_shouldWithdrawWhatWasProposed_andKeepWhatPeopleSaid() {
		String proposed = said("We waited");
		String confirmed = said("Waited long");
		propose(proposed, waiting, 0.7);
		service.assignTheme(confirmed, waiting, null);
		Context.getService(ThemeService.class).closeTheme(waiting, "too wide");
		flushAndClear();
		assertThat(of(proposed)).containsExactly("test-waiting WITHDRAWN");
		assertThat(of(confirmed)).containsExactly("test-waiting CONFIRMED");
		assertThat(service.getCommentByUuid(proposed).isExplained()).isFalse();
		assertThat(service.getCommentByUuid(confirmed).isExplained()).isTrue();
	}

	@Test
	void findComments_shouldFindNothing_thatCannotBeRead() {
		CommentDraft waits = aComment("Secret").questionnaireUuid(questionnaire).released(false).build();
		comments.add(waits);
		String annulled = said("Wrong patient");
		comments.annul(Comment.Source.SURVEY, service.getCommentByUuid(annulled).getComment().getSourceUuid());
		flushAndClear();
		assertThat(service.countComments(mine().build())).isZero();
		assertThat(service.getCommentByUuid(annulled)).isNull();
		String hidden = comments.of(Comment.Source.SURVEY, waits.getSourceUuid()).get(0).getUuid();
		assertThat(service.getCommentByUuid(hidden)).isNull();
		assertCode("comment-unknown", () -> service.assignTheme(hidden, waiting, null));
		assertCode("comment-unknown", () -> service.assignTheme(annulled, waiting, null));

		comments.release(Comment.Source.SURVEY, Collections.singletonList(waits));
		flushAndClear();
		assertThat(uuids(mine())).containsExactly(hidden);
	}

	@Test
	void findComments_shouldRestrictByEachFilter() {
		Location place = new Clinic(sessionFactory).aLocation("North", null);
		flush();
		String one = said("100 % happy with the staff_here", d -> d.location(place).textKind(TextKind.WHAT_WAS_GOOD)
			.source(Comment.Source.CALL).language("nb").saidOn(LocalDate.of(2026, 11, 2)));
		String other = said("Долго ждали приёма", d -> d);
		service.assignTheme(one, staff, null);
		propose(other, waiting, 0.8);

		assertThat(uuids(mine().location(place))).containsExactly(one);
		assertThat(uuids(mine().textKind(TextKind.WHAT_WAS_GOOD))).containsExactly(one);
		assertThat(uuids(mine().source(Comment.Source.SURVEY))).containsExactly(other);
		assertThat(uuids(mine().language("ru"))).containsExactly(other);
		assertThat(uuids(mine().to(LocalDate.of(2026, 11, 15)))).containsExactly(one);
		assertThat(uuids(mine().from(LocalDate.of(2026, 11, 16)).to(LocalDate.of(2026, 11, 16)))).containsExactly(other);
		assertThat(uuids(mine().contains("ДОЛГО"))).containsExactly(other);
		assertThat(uuids(mine().contains("100 %"))).containsExactly(one);
		assertThat(uuids(mine().contains("%"))).containsExactly(one);
		assertThat(uuids(mine().contains("!"))).isEmpty();
		assertThat(uuids(mine().theme(waiting))).containsExactly(other);
		assertThat(uuids(mine().theme(waiting).themeStatus(AssignmentStatus.CONFIRMED))).isEmpty();
		assertThat(uuids(mine().theme(staff).themeStatus(AssignmentStatus.CONFIRMED))).containsExactly(one);
		assertThat(uuids(mine().reading(CommentReading.Status.UNREAD))).containsExactly(other);
		assertThat(uuids(mine())).as("the latest first").containsExactly(other, one);
		assertThat(service.countComments(mine().build())).isEqualTo(2);
	}

	@Test
	void findComments_shouldBeginWithWhatTeachesMost() {
		String clear = said("Clear");
		String close = said("Close");
		readings.propose(Collections.singletonMap(locked(clear), Collections.emptyList()),
			Collections.singletonMap(locked(clear), 0.9), 1, now());
		readings.propose(Collections.singletonMap(locked(close), Collections.emptyList()),
			Collections.singletonMap(locked(close), 0.05), 1, now());
		flushAndClear();
		assertThat(uuids(mine().order(CommentSearch.Order.TEACHING))).containsExactly(close, clear);
	}

	/** The same all day, so that it can be paged through; by lot, so that it says something of all. */
	@Test
	void findComments_shouldDrawASample() {
		for (int i = 0; i < 60; i++) {
			said("Comment " + i);
		}
		List<String> sample = uuids(mine().order(CommentSearch.Order.SAMPLE));
		assertThat(sample).hasSize(60).doesNotHaveDuplicates();
		assertThat(uuids(mine().order(CommentSearch.Order.SAMPLE))).isEqualTo(sample);
		List<String> sorted = new ArrayList<>(sample);
		Collections.sort(sorted);
		Collections.rotate(sorted, sample.indexOf(sorted.get(0)));
		assertThat(sample).as("in order, from somewhere on and then from the beginning").isEqualTo(sorted);

		CommentSearch search = mine().order(CommentSearch.Order.SAMPLE).build();
		assertThat(service.countComments(search)).isEqualTo(60);
		List<String> pages = new ArrayList<>();
		for (int start = 0; start < 60; start += 7) {
			service.findComments(search, new Page(start, 7)).forEach(one -> pages.add(one.getUuid()));
		}
		assertThat(pages).isEqualTo(sample);
		assertThat(service.findComments(search, new Page(60, 7))).isEmpty();
	}

	/** They have it, or there is no theme. */
	@Test
	void nameTheme_shouldGiveItToAll_orBeNone() {
		ThemeService themes = Context.getService(ThemeService.class);
		String one = said("The parking");
		String two = said("The lift");
		Theme way = themes.nameTheme(aTheme("The way in").build(), Arrays.asList(one, two, one));
		assertThat(service.getAssignments(Arrays.asList(one, two))).hasSize(2)
			.allMatch(a -> a.getTheme().equals(way) && a.getStatus() == AssignmentStatus.CONFIRMED);
		assertThatThrownBy(() -> themes.nameTheme(aTheme("Nobody's").build(), Arrays.asList("no-such")))
			.isInstanceOf(RetentionException.class);
		assertThatThrownBy(() -> themes.nameTheme(aTheme("Nobody's").build(), Collections.emptyList()))
			.isInstanceOf(RetentionException.class);
	}

	@Test
	void findComments_shouldTakeAsManyStatements_whateverTheSize() {
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			String comment = said("We waited " + i);
			service.assignTheme(comment, i % 2 == 0 ? waiting : staff, null);
			all.add(comment);
		}
		assertThat(statements(1)).isEqualTo(statements(10)).isEqualTo(2);
	}

	@Test
	void frequentPhrases_shouldBeThoseOfThePile() {
		for (int i = 0; i < 6; i++) {
			said("The parking lot was full " + i);
			service.assignTheme(said("Kind staff " + i), staff, null);
		}
		flushAndClear();
		List<FrequentPhrases.Frequent> phrases = service.findFrequentPhrases(5);
		assertThat(phrases).extracting(FrequentPhrases.Frequent::getPhrase)
			.anyMatch(phrase -> phrase.contains("parking lot")).noneMatch(phrase -> phrase.contains("staff"));
	}

	private long statements(int size) {
		flushAndClear();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		statistics.clear();
		List<CommentReading> page = service.findComments(mine().build(), new Page(0, size));
		page.forEach(reading -> reading.getComment().getText());
		service.getAssignments(page.stream().map(CommentReading::getUuid).collect(Collectors.toList()))
			.forEach(a -> a.getTheme().getName());
		return statistics.getPrepareStatementCount();
	}

	private String said(String text) {
		return said(text, d -> d);
	}

	private String said(String text,
		java.util.function.UnaryOperator<CommentDraft.CommentDraftBuilder> with) {
		CommentDraft draft = with.apply(aComment(text).questionnaireUuid(questionnaire)).build();
		comments.add(draft);
		flush();
		return comments.of(draft.getSource(), draft.getSourceUuid()).get(0).getUuid();
	}

	private CommentReading locked(String comment) {
		return readings.lock(Collections.singleton(comment)).get(0);
	}

	private void propose(String comment, Theme theme, double confidence) {
		CommentReading reading = locked(comment);
		readings.propose(Collections.singletonMap(reading, Collections.singletonList(new Proposal(theme, confidence, 3))),
			Collections.singletonMap(reading, 0.5), 1, now());
	}

	private static Occasion now() {
		return new Occasion(Context.getAuthenticatedUser(), Instant.parse("2026-11-21T12:00:00Z"), null);
	}

	private List<String> of(String comment) {
		return service.getAssignments(Collections.singleton(comment)).stream()
			.map(a -> a.getTheme().getCode() + " " + a.getStatus()).collect(Collectors.toList());
	}

	private CommentSearch.CommentSearchBuilder mine() {
		return CommentSearch.builder().questionnaire(questionnaire);
	}

	private List<String> uuids(CommentSearch.CommentSearchBuilder search) {
		return service.findComments(search.build(), ALL).stream().map(CommentReading::getUuid).collect(Collectors.toList());
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.theme.error." + code));
	}
}
