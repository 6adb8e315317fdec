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
import lombok.Setter;

@Entity
@Table(name = "relationship")
@Getter
@Setter
public class Relationship extends BaseChangeableOpenmrsData {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "relationship_id")
	private Integer relationshipId;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "person_a")
	private Person personA;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "relationship")
	private RelationshipType relationshipType;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "person_b")
	private Person personB;
	@Column(name = "start_date")
	private Date startDate;
	@Column(name = "end_date")
	private Date endDate;
}
