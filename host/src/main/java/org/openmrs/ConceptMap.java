/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

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
import org.hibernate.annotations.Cascade;
import org.hibernate.annotations.CascadeType;
import org.openmrs.host.AuditedObject;

@Entity
@Table(name = "concept_reference_map")
@Getter
@Setter
public class ConceptMap extends AuditedObject {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "concept_map_id")
	private Integer conceptMapId;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "concept_id")
	private Concept concept;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "concept_reference_term_id")
	@Cascade(CascadeType.SAVE_UPDATE)
	private ConceptReferenceTerm conceptReferenceTerm;
}
