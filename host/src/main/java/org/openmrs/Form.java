/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import javax.persistence.AttributeOverride;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

import lombok.Getter;
import lombok.Setter;

@Entity
@Table(name = "form")
@AttributeOverride(name = "retireReason", column = @Column(name = "retired_reason"))
@Getter
@Setter
public class Form extends BaseChangeableOpenmrsMetadata {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "form_id")
	private Integer formId;
	@Column(nullable = false, length = 50)
	private String version;
	private Integer build;
	@Column(nullable = false)
	private Boolean published = false;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "encounter_type")
	private EncounterType encounterType;
}
