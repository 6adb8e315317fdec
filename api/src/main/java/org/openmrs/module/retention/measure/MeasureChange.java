/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
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
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.Occasion;

/** One step of a measure's life, append-only. */
@Entity(name = "retention.MeasureChange")
@Table(name = "retention_measure_change")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class MeasureChange {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "measure_change_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "measure_id", nullable = false)
	private Measure measure;

	@Enumerated(EnumType.STRING)
	@Column(name = "from_status", nullable = false, length = 10)
	private MeasureStatus fromStatus;

	@Enumerated(EnumType.STRING)
	@Column(name = "to_status", nullable = false, length = 10)
	private MeasureStatus toStatus;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "actor", nullable = false)
	private User actor;

	@Convert(converter = InstantConverter.class)
	@Column(name = "changed_at", nullable = false)
	private Instant changedAt;

	@Column(name = "reason", length = 255)
	private String reason;

	MeasureChange(Measure measure, MeasureStatus from, MeasureStatus to, Occasion occasion) {
		this.measure = measure;
		this.fromStatus = from;
		this.toStatus = to;
		this.actor = occasion.getActor();
		this.changedAt = occasion.getAt();
		this.reason = occasion.getReason();
	}
}
