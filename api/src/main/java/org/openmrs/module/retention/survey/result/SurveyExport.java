/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.time.Instant;
import java.util.UUID;
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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.survey.Survey;

/** That answers left as a file: whose hand, when, which, and how many. Written before the first of them leaves. */
@Entity(name = "retention.SurveyExport")
@Table(name = "retention_survey_export")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class SurveyExport {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "survey_export_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "survey_id", nullable = false)
	private Survey survey;

	/** What the answers were narrowed to, and whether words were among them, as JSON. */
	@Column(name = "filters", nullable = false, length = 500)
	private String filters;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "creator", nullable = false)
	private User exportedBy;

	@Convert(converter = InstantConverter.class)
	@Column(name = "exported_at", nullable = false)
	private Instant exportedAt;

	/** Of responses; null: it was broken off, and some may have left. */
	@Column(name = "row_count")
	private Integer rowCount;

	SurveyExport(Survey survey, String filters, User exportedBy, Instant exportedAt) {
		this.uuid = UUID.randomUUID().toString();
		this.survey = survey;
		this.filters = filters;
		this.exportedBy = exportedBy;
		this.exportedAt = exportedAt;
	}

	void finish(int rows) {
		this.rowCount = rows;
	}
}
