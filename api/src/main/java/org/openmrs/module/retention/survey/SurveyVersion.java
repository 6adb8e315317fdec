/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.module.retention.shared.InstantConverter;

/** One version of a survey, never changed after it was written. */
@Entity(name = "retention.SurveyVersion")
@Table(name = "retention_survey_version", uniqueConstraints = @UniqueConstraint(name = "retention_survey_version_uk", columnNames = {
	"survey_id", "survey_version" }))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class SurveyVersion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "survey_version_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "survey_id", nullable = false)
	private Survey survey;

	@Column(name = "survey_version", nullable = false)
	private int surveyVersion;

	/** JSON of a {@link SurveyDefinition}. */
	@Column(name = "definition", nullable = false, columnDefinition = "LONGTEXT")
	private String definition;

	@Convert(converter = InstantConverter.class)
	@Column(name = "created_at", nullable = false)
	private Instant createdAt;

	SurveyVersion(Survey survey, String definition, Instant createdAt) {
		this.survey = survey;
		this.surveyVersion = survey.getSurveyVersion();
		this.definition = definition;
		this.createdAt = createdAt;
	}
}
