/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.module.retention.comment.Comment;

/** The answer to one question; words are {@link Comment}s. Its id is random too. */
@Entity(name = "retention.SurveyAnswer")
@Table(name = "retention_survey_answer", uniqueConstraints = @UniqueConstraint(name = "retention_survey_answer_uk", columnNames = {
	"response_id", "question_key" }))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class SurveyAnswer {

	@Id
	@Column(name = "answer_id", length = 38)
	private String id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "response_id", nullable = false)
	private SurveyResponse response;

	@Column(name = "question_key", nullable = false, length = 60)
	private String question;

	@Column(name = "position", nullable = false)
	private int position;

	/** {@code yes} or {@code no}, an option's key, several with commas, a number, an ISO date. */
	@Column(name = "answer", nullable = false, columnDefinition = "LONGTEXT")
	private String answer;

	/** Null: it is no number. */
	@Column(name = "number_answer", precision = 27, scale = 9)
	private BigDecimal number;

	SurveyAnswer(SurveyResponse response, String question, int position, String answer, boolean number) {
		this.id = UUID.randomUUID().toString();
		this.response = response;
		this.question = question;
		this.position = position;
		this.answer = answer;
		this.number = number ? new BigDecimal(answer) : null;
	}
}
