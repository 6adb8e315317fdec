/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

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
import org.openmrs.module.retention.survey.Survey;

/**
 * Words of a patient, as they were written, with what was asked. A row of its own, for it is read by others than the scores, and
 * its themes are found without them. Its id is random, and it knows no more of the time than what it came from.
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

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "survey_id")
	private Survey survey;

	@Column(name = "question_key", nullable = false, length = 60)
	private String question;

	@Enumerated(EnumType.STRING)
	@Column(name = "text_kind", nullable = false, length = 20)
	private TextKind textKind;

	@Column(name = "text", nullable = false, columnDefinition = "LONGTEXT")
	private String text;

	/** In which it was asked; what it is written in may be another. */
	@Column(name = "language", length = 20)
	private String language;

	/** As exact as that of the source. */
	@Column(name = "said_on", nullable = false)
	private LocalDate saidOn;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

	@Column(name = "voided", nullable = false)
	private boolean voided;

	/** No more than what it came from says now. */
	void follow(SurveyResponse response) {
		this.saidOn = response.getAnsweredOn();
		this.location = response.getLocation();
		this.language = response.getLanguage();
	}

	static Comment of(SurveyResponse response, String question, TextKind kind, String text) {
		Comment comment = new Comment();
		comment.uuid = UUID.randomUUID().toString();
		comment.source = Source.SURVEY;
		comment.sourceUuid = response.getUuid();
		comment.survey = response.getSurvey();
		comment.question = question;
		comment.textKind = kind == null ? TextKind.UNSPECIFIC : kind;
		comment.text = text;
		comment.language = response.getLanguage();
		comment.saidOn = response.getAnsweredOn();
		comment.location = response.getLocation();
		return comment;
	}
}
