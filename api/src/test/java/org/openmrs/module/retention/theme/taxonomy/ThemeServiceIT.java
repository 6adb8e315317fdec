/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.theme.ThemeFixture.aComment;
import static org.openmrs.module.retention.theme.ThemeFixture.aTaxonomy;
import static org.openmrs.module.retention.theme.ThemeFixture.aTheme;
import static org.openmrs.module.retention.theme.ThemeFixture.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.theme.assignment.AssignmentChange;
import org.openmrs.module.retention.theme.assignment.AssignmentStatus;
import org.openmrs.module.retention.theme.assignment.CommentReading;
import org.openmrs.module.retention.theme.assignment.CommentSearch;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.assignment.ThemeAssignment;
import org.springframework.beans.factory.annotation.Autowired;

class ThemeServiceIT extends RetentionIT {

	@Autowired
	private Comments comments;

	@Autowired
	private Themes themes;

	private ThemeService service;

	private CommentService readings;

	@BeforeEach
	void theServices() {
		service = Context.getService(ThemeService.class);
		readings = Context.getService(CommentService.class);
	}

	@Test
	void saveTheme_shouldNameAndReword_andKeepTheCode() {
		Theme theme = service.saveTheme(aTheme("Waiting").build());
		assertThat(theme.getCode()).isEqualTo(theme.getUuid());
		int before = themes.generation();
		service.saveTheme(aTheme("Queues").uuid(theme.getUuid()).mapping("HCAT:institutional-processes").build());
		flushAndClear();

		Theme stored = service.getThemeByUuid(theme.getUuid());
		assertThat(stored.getName()).isEqualTo("Queues");
		assertThat(stored.getCode()).isEqualTo(theme.getUuid());
		assertThat(stored.getDefinition().getMappings()).containsExactly("HCAT:institutional-processes");
		assertThat(stored.nameIn(Locale.CHINESE)).as("another language where there is none").isEqualTo("Queues");
		assertThat(themes.generation()).isGreaterThan(before);
		assertThat(service.getChanges(stored)).extracting(ThemeChange::getKind).containsExactly(ThemeChange.Kind.NAMED,
			ThemeChange.Kind.CHANGED);
		assertThat(service.getChanges(stored).get(0).getActor()).isEqualTo(Context.getAuthenticatedUser());
	}

	@Test
	void saveTheme_shouldRefuseWhatDoesNotFit() {
		Theme theme = service.saveTheme(aTheme("Waiting").code("test-a").build());
		Theme below = service.saveTheme(aTheme("Room").code("test-b").parent("test-a").build());
		assertCode("code-taken", () -> service.saveTheme(aTheme("x").code("test-a").build()));
		assertCode("code-fixed", () -> service.saveTheme(aTheme("x").uuid(theme.getUuid()).code("other").build()));
		assertCode("parent-unknown", () -> service.saveTheme(aTheme("x").parent("nosuch").build()));
		assertCode("circle", () -> service.saveTheme(aTheme("x").uuid(theme.getUuid()).parent("test-b").build()));
		assertThatThrownBy(() -> service.saveTheme(ThemeDefinition.builder().code("A B").build()))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getProblems()).hasSize(2));
		assertThat(below.getParent()).isEqualTo(theme);
	}

	@Test
	void getThemes_shouldBeATree() {
		service.saveTaxonomy(aTaxonomy().build());
		service.saveTheme(aTheme("Prices").code("test-prices").build());
		service.saveTheme(aTheme("Chairs").code("test-chairs").parent("test-room").build());

		assertThat(codes(service.getThemes(false))).containsSubsequence("test-waiting", "test-room", "test-chairs",
			"test-prices");
		assertThat(codes(new ArrayList<>(themes.withDescendants(byCode("test-waiting"))))).containsExactlyInAnyOrder(
			"test-waiting", "test-room", "test-chairs");
	}

	@Test
	void saveTaxonomy_shouldKeepWhatPeopleHaveMadeOfIt_untilTheFileSaysAnother() {
		TaxonomyDefinition first = aTaxonomy().build();
		Theme waiting = service.saveTaxonomy(first).get(0);
		service.saveTheme(waiting.getDefinition().toBuilder().name(text("Queues")).build());
		service.saveTaxonomy(first);
		assertThat(byCode("test-waiting").getName()).isEqualTo("Queues");

		ThemeDefinition reworded = first.getThemes().get(1).toBuilder().name(text("Chairs")).build();
		service.saveTaxonomy(first.toBuilder().clearThemes().theme(first.getThemes().get(0)).theme(reworded).build());
		assertThat(byCode("test-waiting").getName()).as("another theme of the file").isEqualTo("Queues");
		assertThat(byCode("test-room").getName()).isEqualTo("Chairs");

		ThemeDefinition gone = first.getThemes().get(0).toBuilder().retired(true).build();
		service.saveTaxonomy(first.toBuilder().clearThemes().theme(gone).build());
		assertThat(byCode("test-waiting").getRetired()).isTrue();
		assertThat(byCode("test-waiting").getName()).isEqualTo("Waiting");
	}

	@Test
	void saveTaxonomy_shouldStandAtTheTop_whereTheParentIsNotThere() {
		Theme theme = service.saveTaxonomy(aTaxonomy().clearThemes()
			.theme(aTheme("x").uuid(UUID.randomUUID().toString()).code("test-x").parent("nosuch").build()).build()).get(0);
		assertThat(theme.getParent()).isNull();
	}

	@Test
	void closeTheme_shouldNeedAReason_andBeTakenBack() {
		Theme theme = service.saveTheme(aTheme("Waiting").build());
		assertThatThrownBy(() -> service.closeTheme(theme, " ")).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getField()).isEqualTo("reason"));
		service.closeTheme(theme, "too wide");
		assertThat(service.getThemes(false)).doesNotContain(theme);
		assertThat(service.getThemes(true)).contains(theme);
		assertCode("theme-retired", () -> readings.assignTheme(said("Too long"), theme, null));
		service.reopenTheme(theme);
		assertThat(service.getChanges(theme)).extracting(ThemeChange::getKind).containsExactly(ThemeChange.Kind.NAMED,
			ThemeChange.Kind.RETIRED, ThemeChange.Kind.REOPENED);
	}

	@Test
	void mergeThemes_shouldMoveWhatHadTheFirst_andRecordIt() {
		Theme queue = service.saveTheme(aTheme("Queue").code("test-queue").build());
		Theme waiting = service.saveTheme(aTheme("Waiting").code("test-wait").build());
		service.saveTheme(aTheme("Morning").code("test-morning").parent("test-queue").build());
		String one = said("Long queue");
		String both = said("Queue and waiting");
		String rejected = said("No queue");
		readings.assignTheme(one, queue, null);
		readings.assignTheme(both, queue, null);
		readings.assignTheme(both, waiting, null);
		readings.assignTheme(rejected, queue, null);
		readings.rejectTheme(rejected, queue, null);

		service.mergeThemes(queue, waiting);
		flushAndClear();

		assertThat(status(one)).containsExactly(waiting(AssignmentStatus.CONFIRMED));
		assertThat(status(both)).containsExactlyInAnyOrder("test-queue CORRECTED", "test-wait CONFIRMED");
		assertThat(status(rejected)).containsExactly(waiting(AssignmentStatus.REJECTED));
		List<AssignmentChange> history = readings.getHistory(one);
		AssignmentChange last = history.get(history.size() - 1);
		assertThat(last.getFromTheme()).isEqualTo(queue);
		assertThat(last.getTheme()).isEqualTo(waiting);
		assertThat(last.getReason()).isEqualTo("merged");
		Theme gone = service.getThemeByUuid(queue.getUuid());
		assertThat(gone.getRetired()).isTrue();
		assertThat(gone.getMergedInto()).isEqualTo(waiting);
		assertThat(byCode("test-morning").getParent()).isEqualTo(waiting);
		Map<String, Theme> inUse = Themes.inUse(service.getThemes(true));
		assertThat(inUse.get("test-queue")).as("what a model knows by its old code").isEqualTo(waiting);
		assertCode("merged", () -> service.reopenTheme(gone));
		assertCode("theme-retired", () -> service.mergeThemes(gone, byCode("test-wait")));
		assertCode("theme-retired", () -> service.mergeThemes(byCode("test-wait"), gone));
	}

	@Test
	void mergeThemes_shouldConfirm_whereTheFirstWasSurer() {
		Theme queue = service.saveTheme(aTheme("Queue").code("test-queue").build());
		Theme waiting = service.saveTheme(aTheme("Waiting").code("test-wait").build());
		String both = said("Queue and waiting");
		readings.assignTheme(both, waiting, null);
		readings.rejectTheme(both, waiting, null);
		readings.assignTheme(both, queue, null);

		service.mergeThemes(queue, waiting);
		flushAndClear();

		assertThat(status(both)).containsExactlyInAnyOrder("test-queue CORRECTED", "test-wait CONFIRMED");
	}

	@Test
	void mergeThemes_shouldRefuseItselfAndWhatStandsBelow() {
		Theme top = service.saveTheme(aTheme("Top").code("test-top").build());
		Theme below = service.saveTheme(aTheme("Below").parent("test-top").build());
		assertCode("merge-itself", () -> service.mergeThemes(top, top));
		assertCode("circle", () -> service.mergeThemes(top, below));
		assertThat(service.mergeThemes(below, top)).isEqualTo(top);
	}

	@Test
	void splitTheme_shouldMoveTheCommentsThatAreNamed() {
		Theme staff = service.saveTheme(aTheme("Staff").code("test-staff").mapping("HCAT:relationship").build());
		String desk = said("Rude at the desk");
		String dentist = said("The dentist was kind");
		readings.assignTheme(desk, staff, null);
		readings.assignTheme(dentist, staff, null);

		int before = staff.getVersion();
		Theme split = service.splitTheme(staff, aTheme("Reception").build(), Collections.singletonList(desk));
		flushAndClear();

		assertThat(service.getThemeByUuid(staff.getUuid()).getVersion()).as("who has read it before is refused")
			.isEqualTo(before + 1);
		assertThat(found(split)).containsExactly(desk);
		assertThat(found(staff)).containsExactly(dentist);
		assertThat(service.getChanges(staff)).last().satisfies(change -> {
			assertThat(change.getKind()).isEqualTo(ThemeChange.Kind.SPLIT);
			assertThat(change.getOther()).isEqualTo(split);
		});
		assertThat(split.getParent()).isNull();
		Theme now = service.getThemeByUuid(staff.getUuid());
		assertCode("comment-without-theme",
			() -> service.splitTheme(now, aTheme("Third").build(), Arrays.asList(dentist, desk)));
		assertCode("comment-without-theme", () -> service.splitTheme(now, aTheme("Third").build(), Arrays.asList("x")));
		assertThatThrownBy(() -> service.splitTheme(now, aTheme("Third").build(), Collections.emptyList()))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getField()).isEqualTo("comments"));
		assertThatThrownBy(() -> service.splitTheme(now, aTheme("Third").build(), Collections.nCopies(501, "x")))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getField()).isEqualTo("comments"));
		assertCode("split-into-new", () -> service.splitTheme(now, aTheme("Third").uuid(split.getUuid()).build(),
			Collections.singletonList(dentist)));
	}

	private String said(String text) {
		String source = UUID.randomUUID().toString();
		comments.add(aComment(text).sourceUuid(source).build());
		flush();
		return comments.of(Comment.Source.SURVEY, source).get(0).getUuid();
	}

	private List<String> status(String comment) {
		return readings.getAssignments(Collections.singleton(comment)).stream()
			.map(a -> a.getTheme().getCode() + " " + a.getStatus()).collect(Collectors.toList());
	}

	private static String waiting(AssignmentStatus status) {
		return "test-wait " + status;
	}

	private List<String> found(Theme theme) {
		return readings.findComments(CommentSearch.builder().theme(theme).build(), new Page(0, 10)).stream()
			.map(CommentReading::getUuid).collect(Collectors.toList());
	}

	private Theme byCode(String code) {
		return service.getThemes(true).stream().filter(theme -> theme.getCode().equals(code)).findFirst()
			.orElseThrow(AssertionError::new);
	}

	private static List<String> codes(List<Theme> all) {
		return all.stream().map(Theme::getCode).collect(Collectors.toList());
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.theme.error." + code));
	}
}
