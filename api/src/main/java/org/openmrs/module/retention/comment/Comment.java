/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.comment;

import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.Location;
import org.openmrs.module.retention.question.TextKind;

/**
 * Words of a patient, as they were written, with what was asked. A row of its own, for it is read by others than the scores, and
 * its themes are found without them; it knows no patient. Its id is random, and it knows no more of the time than what it came from.
 */
@Entity(name = "retention.Comment")
@Table(name = "retention_comment")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Comment {

	/** Where the words come from. */
	public enum Source {
		SURVEY, CALL, COMPLAINT
	}

	@Id
	@Column(name = "comment_id", length = 38)
	private String uuid;

	@Enumerated(EnumType.STRING)
	@Column(name = "source", nullable = false, length = 12)
	private Source source;

	/** Uuid of the response, contact or complaint. */
	@Column(name = "source_uuid", nullable = false, length = 38)
	private String sourceUuid;

	/** Uuid of the survey or protocol that asked. */
	@Column(name = "questionnaire_uuid", nullable = false, length = 38)
	private String questionnaireUuid;

	@Column(name = "question_key", nullable = false, length = 60)
	private String question;

	@Enumerated(EnumType.STRING)
	@Column(name = "text_kind", nullable = false, length = 20)
	private TextKind textKind;

	@Column(name = "text", nullable = false, columnDefinition = "LONGTEXT")
	private String text;

	/** Tag of the language that it seems to be written in: {@link LanguageGuess}; null: nothing tells. */
	@Column(name = "language", length = 20)
	private String language;

	/** As exact as that of the source. */
	@Column(name = "said_on", nullable = false)
	private LocalDate saidOn;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

	/** Whether it can be read: it waits as long as what it came from does. */
	@Column(name = "released", nullable = false)
	private boolean released;

	@Column(name = "voided", nullable = false)
	private boolean voided;

	Comment(CommentDraft draft) {
		this.uuid = UUID.randomUUID().toString();
		this.source = draft.getSource();
		this.sourceUuid = draft.getSourceUuid();
		this.questionnaireUuid = draft.getQuestionnaireUuid();
		this.question = draft.getQuestion();
		this.textKind = draft.getTextKind() == null ? TextKind.UNSPECIFIC : draft.getTextKind();
		this.text = draft.getText();
		this.released = draft.isReleased();
		say(draft);
	}

	/** It can be read from now on, and says no more than what it came from says now. */
	void release(CommentDraft now) {
		say(now);
		this.released = true;
	}

	private void say(CommentDraft draft) {
		this.language = LanguageGuess.of(text, draft.getLanguage());
		this.saidOn = draft.getSaidOn();
		this.location = draft.getLocation();
	}
}
