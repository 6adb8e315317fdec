/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import javax.persistence.*;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;

@Entity
@Table(name = "relationship_type")
@NoArgsConstructor
public class RelationshipType extends BaseChangeableOpenmrsMetadata {

	@Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Column(name = "relationship_type_id")
	@Getter
	@Setter
	private Integer relationshipTypeId;
	@Column(name = "a_is_to_b", nullable = false, length = 50) private String aIsToB;
	@Column(name = "b_is_to_a", nullable = false, length = 50) private String bIsToA;
	@Column(nullable = false)
	@Getter
	@Setter
	private Integer weight = 0;
	@Column(nullable = false)
	@Getter
	@Setter
	private Boolean preferred = false;

	public RelationshipType(Integer relationshipTypeId) {
		this.relationshipTypeId = relationshipTypeId;
	}

	@Deprecated
	public Boolean isPreferred() {
		return getPreferred();
	}

	public String getaIsToB() {
		return aIsToB;
	}

	public void setaIsToB(String aIsToB) {
		this.aIsToB = aIsToB;
	}

	public String getbIsToA() {
		return bIsToA;
	}

	public void setbIsToA(String bIsToA) {
		this.bIsToA = bIsToA;
	}

	@Override
	public String toString() {
		return aIsToB + "/" + bIsToA;
	}

	@Override
	public Integer getId() {
		return relationshipTypeId;
	}

	@Override
	public void setId(Integer id) {
		relationshipTypeId = id;
	}
}
