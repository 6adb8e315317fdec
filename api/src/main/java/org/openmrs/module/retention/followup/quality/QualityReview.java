/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;

/** What a supervisor said of a contact that was drawn. Never changed: a correction takes its place. */
@Entity(name = "retention.QualityReview")
@Table(name = "retention_quality_review", uniqueConstraints = @UniqueConstraint(name = "retention_quality_review_standing_uk", columnNames = "standing_key"))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class QualityReview extends BaseChangeableOpenmrsData {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "quality_review_id")
	@Setter
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "quality_item_id", nullable = false)
	private QualityItem item;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "reviewer", nullable = false)
	private User reviewer;

	@Convert(converter = InstantConverter.class)
	@Column(name = "reviewed_at", nullable = false)
	private Instant reviewedAt;

	@Column(name = "note", length = 1000)
	private String note;

	/** Contact and reviewer while it stands: nobody says two things of one contact. */
	@Column(name = "standing_key", length = 40)
	@Getter(AccessLevel.NONE)
	private String standing;

	@OneToMany(mappedBy = "review", cascade = CascadeType.ALL)
	@OrderBy("id")
	@Getter(AccessLevel.NONE)
	private List<QualityReviewMark> marks = new ArrayList<>();

	QualityReview(QualityItem item, User reviewer, Instant reviewedAt, Map<String, QualityMark> marks, String note) {
		this.item = item;
		this.reviewer = reviewer;
		this.reviewedAt = reviewedAt;
		this.note = note;
		this.standing = item.getId() + ":" + reviewer.getUserId();
		marks.forEach((criterion, mark) -> this.marks.add(new QualityReviewMark(this, criterion, mark)));
	}

	/** By criterion, in the order of the criteria then in force. */
	public Map<String, QualityMark> getMarks() {
		Map<String, QualityMark> byCriterion = new LinkedHashMap<>();
		marks.forEach(mark -> byCriterion.put(mark.getCriterion(), mark.getMark()));
		return byCriterion;
	}

	void withdraw(User actor, Date when, String why) {
		setVoided(true);
		setVoidedBy(actor);
		setDateVoided(when);
		setVoidReason(why);
		standing = null;
	}
}
