/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

import lombok.Getter;
import lombok.Setter;

@Entity
@Table(name = "patient_identifier_type")
@Getter
@Setter
public class PatientIdentifierType extends BaseChangeableOpenmrsMetadata {

	public enum LocationBehavior {
		REQUIRED, NOT_USED
	}

	public enum UniquenessBehavior {
		UNIQUE, NON_UNIQUE, LOCATION
	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "patient_identifier_type_id")
	private Integer patientIdentifierTypeId;
	private String format;
	@Column(name = "format_description")
	private String formatDescription;
	@Column(nullable = false)
	private Boolean required = false;
	@Column(length = 200)
	private String validator;
	@Enumerated(EnumType.STRING)
	@Column(name = "location_behavior", length = 50)
	private LocationBehavior locationBehavior;
	@Enumerated(EnumType.STRING)
	@Column(name = "uniqueness_behavior", length = 50)
	private UniquenessBehavior uniquenessBehavior;

	@Override
	public String toString() {
		return getName();
	}
}
