/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.CommentDraft;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.Question;

/**
 * What a patient said of us on a contact: answers to questions whose {@code textKind} says that they ask for it. Other words stay
 * with the contact: what was asked about the treatment is nobody else's to read, and a note is the caller's.
 */
@RequiredArgsConstructor
class SpokenWords {

	private final Comments comments;

	private final TaskWorlds worlds;

	/** The attempt is saved. */
	void keep(ContactAttempt attempt) {
		for (AttemptAnswer answer : attempt.getAnswers()) {
			FollowUpTask task = answer.getTask();
			Question question = Answers.question(worlds.questions(task), answer.getQuestionKey(), "answers");
			if (question.getTextKind() != null) {
				comments.add(CommentDraft.builder().source(Comment.Source.CALL).sourceUuid(attempt.getUuid())
					.questionnaireUuid(task.getProtocol().getUuid()).question(question.getKey())
					.textKind(question.getTextKind()).text(answer.getAnswer()).saidOn(dayOf(attempt, task))
					.location(task.getLocation()).released(true).build());
			}
		}
	}

	void withdraw(ContactAttempt attempt) {
		comments.annul(Comment.Source.CALL, attempt.getUuid());
	}

	private LocalDate dayOf(ContactAttempt attempt, FollowUpTask task) {
		return attempt.getStartedAt().atZone(worlds.times(task).getZone()).toLocalDate();
	}
}
