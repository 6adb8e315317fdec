/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import javax.persistence.Column;
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
import org.openmrs.module.retention.followup.attempt.ContactAttempt;

/** A contact that was drawn. */
@Entity(name = "retention.QualityItem")
@Table(name = "retention_quality_item", uniqueConstraints = @UniqueConstraint(name = "retention_quality_item_drawn_uk", columnNames = "drawn_attempt_id"))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class QualityItem {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "quality_item_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "quality_sample_id", nullable = false)
	private QualitySample sample;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "attempt_id", nullable = false)
	private ContactAttempt attempt;

	/** The same contact while the sample stands: no other sample draws it. Null: the sample was withdrawn. */
	@Column(name = "drawn_attempt_id")
	@Getter(AccessLevel.NONE)
	private Integer drawn;

	QualityItem(QualitySample sample, ContactAttempt attempt) {
		this.sample = sample;
		this.attempt = attempt;
		this.drawn = attempt.getId();
	}

	void release() {
		this.drawn = null;
	}
}
