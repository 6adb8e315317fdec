/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A form that was taken in without an invitation. It knows no answer, and no answer knows it; of the time it knows the week. */
@Entity(name = "retention.SurveySubmission")
@Table(name = "retention_survey_submission")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Submission {

	/** SHA-256 of what the form is known by. */
	@Id
	@Column(name = "submission_key", length = 64)
	private String key;

	/** Its Monday. */
	@Column(name = "week", nullable = false)
	private LocalDate week;

	Submission(String key, LocalDate week) {
		this.key = key;
		this.week = week;
	}
}
