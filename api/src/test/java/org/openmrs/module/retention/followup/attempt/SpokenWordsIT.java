/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.question.TextKind;

/** What a patient says of the clinic on a call is a comment; what is said of the treatment, and the caller's note, is not. */
class SpokenWordsIT extends AttemptIT {

	@Override
	ProtocolDefinition.ProtocolDefinitionBuilder protocol() {
		return super.protocol().clearSteps().step(ProtocolFixture.aStep("day-1").script(ProtocolFixture.aScript()
			.question(Question.builder().key("better").type(Question.Type.TEXT).textKind(TextKind.COULD_BE_BETTER)
				.text(ProtocolFixture.text("What could we do better?")).build())
			.question(Question.builder().key("medicine").type(Question.Type.TEXT)
				.text(ProtocolFixture.text("What do you take?")).build())
			.build()).build());
	}

	@Test
	void words_shouldBeACommentWithoutPatient_whereTheQuestionAsksForThem() {
		FollowUpTask step = step(plan(clinic.aPatient("Ada")), "day-1", Purpose.CARE);
		ContactAttempt attempt = call(step, "Ждали целый час 😀");

		List<Comment> comments = comments(attempt);
		assertThat(comments).singleElement().satisfies(comment -> {
			assertThat(comment.getText()).isEqualTo("Ждали целый час 😀");
			assertThat(comment.getQuestion()).isEqualTo("better");
			assertThat(comment.getTextKind()).isEqualTo(TextKind.COULD_BE_BETTER);
			assertThat(comment.getLanguage()).isEqualTo("ru");
			assertThat(comment.getSaidOn()).isEqualTo(MONDAY);
			assertThat(comment.getQuestionnaireUuid()).isEqualTo(ProtocolFixture.UUID);
			assertThat(comment.isReleased()).isTrue();
			assertThat(comment.isVoided()).isFalse();
		});
	}

	@Test
	void voiding_shouldTakeTheWordsBack() {
		ContactAttempt attempt = call(step(plan(clinic.aPatient("Ada")), "day-1", Purpose.CARE), "Too cold");
		service.voidAttempt(service.getAttemptByUuid(attempt.getUuid()), "Wrong patient");
		flushAndClear();

		assertThat(comments(attempt)).extracting(Comment::isVoided).containsExactly(true);
	}

	private ContactAttempt call(FollowUpTask step, String words) {
		Map<String, Object> answers = new HashMap<>();
		answers.put("better", words);
		answers.put("medicine", "Ibuprofen");
		ContactAttempt attempt = record(
			spoke(Disposition.DONE, step).note("Sounded tired").answers(Collections.singletonMap(step.getUuid(), answers)));
		flushAndClear();
		return attempt;
	}

	private static List<Comment> comments(ContactAttempt attempt) {
		return bean("comments", Comments.class).of(Comment.Source.CALL, attempt.getUuid());
	}
}
