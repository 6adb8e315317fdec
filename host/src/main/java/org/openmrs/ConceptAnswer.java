/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Date;

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
@Table(name = "concept_answer")
@Getter
@Setter
@NoArgsConstructor
public class ConceptAnswer extends BaseOpenmrsObject implements Auditable {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "concept_answer_id")
	private Integer conceptAnswerId;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "concept_id", nullable = false)
	private Concept concept;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "answer_concept", nullable = false)
	private Concept answerConcept;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "creator", nullable = false)
	private User creator;
	@Column(name = "date_created", nullable = false)
	private Date dateCreated;
	@Column(name = "sort_weight")
	private Double sortWeight;

	public ConceptAnswer(Concept answerConcept) {
		this.answerConcept = answerConcept;
	}

	@Override
	public User getChangedBy() {
		return null;
	}

	@Override
	public void setChangedBy(User changedBy) {
		// has no such column
	}

	@Override
	public Date getDateChanged() {
		return null;
	}

	@Override
	public void setDateChanged(Date dateChanged) {
		// has no such column
	}
}
