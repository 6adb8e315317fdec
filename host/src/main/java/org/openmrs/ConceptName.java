/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Date;
import java.util.Locale;

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

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.api.ConceptNameType;
import org.openmrs.host.AuditedObject;

@Entity
@Table(name = "concept_name")
@Getter
@Setter
@NoArgsConstructor
public class ConceptName extends AuditedObject implements Voidable {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "concept_name_id")
	private Integer conceptNameId;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "concept_id")
	private Concept concept;
	@Column(nullable = false)
	private String name;
	@Column(nullable = false, length = 50)
	private Locale locale;
	@Column(name = "locale_preferred")
	private Boolean localePreferred = false;
	@Enumerated(EnumType.STRING)
	@Column(name = "concept_name_type", length = 50)
	private ConceptNameType conceptNameType;
	@Column(nullable = false)
	private Boolean voided = false;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "voided_by")
	private User voidedBy;
	@Column(name = "date_voided")
	private Date dateVoided;
	@Column(name = "void_reason")
	private String voidReason;

	public ConceptName(String name, Locale locale) {
		this.name = name;
		this.locale = locale;
	}

	@Deprecated
	public Boolean isVoided() {
		return getVoided();
	}

	public Boolean isFullySpecifiedName() {
		return conceptNameType == ConceptNameType.FULLY_SPECIFIED;
	}

	@Override
	public String toString() {
		return name;
	}
}
