/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Comparator;
import java.util.Objects;

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
import lombok.NoArgsConstructor;
import lombok.Setter;

@Entity
@Table(name = "patient_identifier")
@Getter
@Setter
@NoArgsConstructor
public class PatientIdentifier extends BaseChangeableOpenmrsData implements Cloneable, Comparable<PatientIdentifier> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "patient_identifier_id")
	private Integer patientIdentifierId;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;
	@Column(nullable = false, length = 50)
	private String identifier;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "identifier_type")
	private PatientIdentifierType identifierType;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;
	@Column(nullable = false)
	private Boolean preferred = false;

	public PatientIdentifier(String identifier, PatientIdentifierType type, Location location) {
		this.identifier = identifier;
		this.identifierType = type;
		this.location = location;
	}

	public boolean equalsContent(PatientIdentifier other) {
		return Objects.equals(identifier, other.getIdentifier())
			&& Objects.equals(identifierType, other.getIdentifierType())
			&& Objects.equals(location, other.getLocation());
	}

	@Override
	public int compareTo(PatientIdentifier other) {
		return Comparator.comparing(PatientIdentifier::getVoided).thenComparing(i -> !i.getPreferred())
			.thenComparing(i -> i.identifierType == null ? null : i.identifierType.getId(),
				Comparator.nullsLast(Integer::compare))
			.thenComparing(i -> i.identifier, Comparator.nullsLast(String::compareTo))
			.thenComparing(PatientIdentifier::getUuid).compare(this, other);
	}
}
