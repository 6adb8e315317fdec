/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.theme.ThemeFixture.aComment;
import static org.openmrs.module.retention.theme.ThemeFixture.aTheme;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.GlobalProperty;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.CommentDraft;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.assignment.ThemeAssignment;
import org.openmrs.module.retention.theme.classifier.ModelReplacement;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ThemeModelIT extends RetentionIT {

	@Autowired
	private Comments comments;

	@Autowired
	private PlatformTransactionManager transactionManager;

	private CommentService readings;

	private ThemeModelService service;

	private Theme waiting;

	private Theme staff;

	@BeforeEach
	void themes() {
		readings = Context.getService(CommentService.class);
		service = Context.getService(ThemeModelService.class);
		ThemeService themes = Context.getService(ThemeService.class);
		waiting = themes.saveTheme(aTheme("Waiting").code("test-waiting")
			.phrases(Collections.singletonMap("en", Arrays.asList("wait*", "queue"))).build());
		staff = themes.saveTheme(aTheme("Staff").code("test-staff").build());
	}

	@Test
	void untrained_shouldProposeByPhrases() {
		String one = said("We waited in a queue");
		String other = said("Lovely flowers");
		proposeAll();

		assertThat(of(one)).singleElement().satisfies(a -> {
			assertThat(a.getTheme()).isEqualTo(waiting);
			assertThat(a.getConfidence()).isEqualTo(1 - 0.4 * 0.4);
			assertThat(a.getModelVersion()).as("by phrases").isNull();
		});
		assertThat(of(other)).isEmpty();
		assertThat(readings.getCommentByUuid(other).isExplained()).isFalse();
		assertThat(service.proposeThemes()).as("nothing is left").isZero();
	}

	@Test
	void newPhrases_shouldBeProposedForWhatNobodyHasRead() {
		String unread = said("Lovely flowers");
		String read = said("Flowers again");
		readings.readWithoutTheme(read, null);
		proposeAll();
		Context.getService(ThemeService.class)
			.saveTheme(aTheme("Flowers").phrases(Collections.singletonMap("en", Arrays.asList("flowers"))).build());
		proposeAll();

		assertThat(of(unread)).extracting(a -> a.getTheme().getName()).containsExactly("Flowers");
		assertThat(of(read)).isEmpty();
	}

	@Test
	void retrain_shouldLearnFromWhatPeopleHaveRead_andProposeByTheModel() {
		assertCode("nothing-to-learn", () -> service.retrain());
		assertThat(service.retrainWhenDue()).isFalse();
		read(20);
		String late = said("We had to wait an hour again");
		String kind = said("Such friendly and kind people");
		setting("41");
		assertThat(service.retrainWhenDue()).as("one too few").isFalse();
		setting("40");
		assertThat(service.retrainWhenDue()).isTrue();
		assertThat(service.retrainWhenDue()).as("nothing new").isFalse();

		StoredModel model = service.findModels(new Page(0, 10)).get(0);
		assertThat(model.getModelVersion()).isEqualTo(1);
		assertThat(model.isActive()).isTrue();
		assertThat(model.getReason()).isEqualTo(ModelReplacement.Reason.FIRST);
		assertThat(model.getTrainingSize()).isEqualTo(40);
		assertThat(model.getAccuracy()).isGreaterThan(0.9);
		assertThat(model.getThemeScores()).extracting(ThemeScore::getTheme).containsExactly("test-staff", "test-waiting");
		proposeAll();
		assertThat(of(late)).singleElement().satisfies(a -> {
			assertThat(a.getTheme()).isEqualTo(waiting);
			assertThat(a.getModelVersion()).isEqualTo(1);
		});
		assertThat(of(kind)).extracting(ThemeAssignment::getTheme).containsExactly(staff);
	}

	/** Where nothing tells whether the new one is better, the old one stays, and the reason is there to be read. */
	@Test
	void retrain_shouldNotReplaceSilently() {
		read(20);
		service.retrain();
		StoredModel second = service.retrain();
		flushAndClear();

		assertThat(second.getModelVersion()).isEqualTo(2);
		assertThat(second.isActive()).isFalse();
		assertThat(second.getReason()).isEqualTo(ModelReplacement.Reason.TOO_FEW_COMMENTS);
		assertThat(service.findModels(new Page(0, 10))).extracting(StoredModel::isActive).containsExactly(false, true);
		assertThat(service.countModels()).isEqualTo(2);
		assertThat(service.getModelByUuid(second.getUuid()).getModelVersion()).isEqualTo(2);

		read(20);
		StoredModel third = service.retrain();
		assertThat(third.isActive()).isTrue();
		assertThat(third.getReason()).isEqualTo(ModelReplacement.Reason.AS_GOOD);
		assertThat(third.getCompared()).isEqualTo(40);
		assertThat(third.getAccuracyAfter()).isGreaterThan(0.9);
		flushAndClear();
		assertThat(service.findModels(new Page(0, 10))).extracting(StoredModel::isActive).containsExactly(true, false,
			false);
	}

	@Test
	void retrain_shouldNotLearnFromWhatWasConfirmedInBulk() {
		read(20);
		for (int i = 0; i < 10; i++) {
			said("In the queue we waited " + i);
		}
		proposeAll();
		assertThat(readings.confirmProposals(0.8, null)).isEqualTo(10);
		assertThat(service.retrain().getTrainingSize()).isEqualTo(40);
	}

	@Test
	void mergedTheme_shouldBeProposedAsWhatItHasBecome() {
		read(20);
		service.retrain();
		Theme people = Context.getService(ThemeService.class).saveTheme(aTheme("People").code("test-people").build());
		Context.getService(ThemeService.class).mergeThemes(staff, people);
		flushAndClear();
		String kind = said("Such friendly and kind people");
		service.proposeFor(readings.getCommentByUuid(kind));
		assertThat(of(kind)).extracting(a -> a.getTheme().getCode()).containsExactly("test-people");
	}

	@Test
	void damagedModel_shouldLeaveThePhrases_untilAnotherIsLearnt() {
		read(20);
		service.retrain();
		flush();
		sessionFactory.getCurrentSession().createNativeQuery("update retention_theme_model_content set content = :none")
			.setParameter("none", new byte[]{ 1, 2, 3 }, org.hibernate.type.BinaryType.INSTANCE).executeUpdate();
		String one = said("We waited in a queue");
		proposeAll();
		assertThat(of(one)).extracting(ThemeAssignment::getModelVersion).containsOnlyNulls();
		assertThat(service.retrain().getReason()).isEqualTo(ModelReplacement.Reason.FIRST);
	}

	@Test
	void job_shouldLeaveItToTheNodeThatIsAtIt() {
		said("We waited");
		lease("'another'", Long.MAX_VALUE);
		try {
			assertCode("busy", () -> service.retrain());
			assertThat(service.retrainWhenDue()).isFalse();
			assertThat(service.proposeThemes()).isZero();
		}
		finally {
			lease("null", 0);
		}
		assertThat(service.proposeThemes()).isPositive();
	}

	/** Leases are committed at once. */
	private void lease(String owner, long until) {
		service.proposeThemes();
		said("Another comment");
		TransactionTemplate now = new TransactionTemplate(transactionManager);
		now.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		now.execute(status -> sessionFactory.getCurrentSession().createNativeQuery(
			"update retention_watermark set lease_owner = " + owner + ", lease_until = " + until + " where name = 'themes'")
			.executeUpdate());
	}

	/** So many of each theme. */
	private void read(int ofEach) {
		String[] late = { "wait an hour", "long wait", "delayed again", "waiting too long", "the queue was long" };
		String[] kind = { "kind nurse", "friendly people", "kind and friendly", "such friendly staff", "kind dentist" };
		for (int i = 0; i < ofEach; i++) {
			readings.assignTheme(said("We had to " + late[i % 5]), waiting, null);
			readings.assignTheme(said("There was a " + kind[i % 5]), staff, null);
		}
		flushAndClear();
	}

	private void proposeAll() {
		flushAndClear();
		for (int slice = 0; slice < 50 && service.proposeThemes() > 0; slice++) {
			flushAndClear();
		}
	}

	private String said(String text) {
		CommentDraft draft = aComment(text).sourceUuid(UUID.randomUUID().toString()).build();
		comments.add(draft);
		flush();
		return comments.of(Comment.Source.SURVEY, draft.getSourceUuid()).get(0).getUuid();
	}

	private List<ThemeAssignment> of(String comment) {
		return readings.getAssignments(Collections.singleton(comment)).stream().filter(a -> a.getStatus().holds())
			.collect(Collectors.toList());
	}

	private void setting(String value) {
		Context.getAdministrationService().saveGlobalProperty(new GlobalProperty(RetentionSettings.RETRAIN_AFTER, value));
		flush();
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.theme.error." + code));
	}
}
