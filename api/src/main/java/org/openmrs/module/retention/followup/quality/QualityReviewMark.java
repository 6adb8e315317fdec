/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
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

/** The mark of one criterion in a review. */
@Entity(name = "retention.QualityReviewMark")
@Table(name = "retention_quality_mark")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class QualityReviewMark {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "quality_mark_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "quality_review_id", nullable = false)
	private QualityReview review;

	@Column(name = "criterion", nullable = false, length = 40)
	private String criterion;

	@Enumerated(EnumType.STRING)
	@Column(name = "mark", nullable = false, length = 14)
	private QualityMark mark;

	QualityReviewMark(QualityReview review, String criterion, QualityMark mark) {
		this.review = review;
		this.criterion = criterion;
		this.mark = mark;
	}
}
