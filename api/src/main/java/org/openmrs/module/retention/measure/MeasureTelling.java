/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/**
 * That a follow-up plan tells a patient of a measure. The key of the plan (protocol, patient, measure) lets nobody be told twice,
 * and the plan says how far it has come; it goes along when patients are merged.
 */
@Entity(name = "retention.MeasureTelling")
@Table(name = "retention_measure_telling")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class MeasureTelling {

	@Id
	@Column(name = "plan_id")
	private Integer planId;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "measure_id", nullable = false)
	private Measure measure;

	MeasureTelling(Measure measure, Integer planId) {
		this.measure = measure;
		this.planId = planId;
	}
}
