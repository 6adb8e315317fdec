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

@Entity
@Table(name = "person_attribute_type")
@Getter
@Setter
public class PersonAttributeType extends BaseChangeableOpenmrsMetadata {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "person_attribute_type_id")
	private Integer personAttributeTypeId;
	@Column(length = 50)
	private String format;
	@Column(name = "foreign_key")
	private Integer foreignKey;
	@Column(name = "sort_weight")
	private Double sortWeight;
	@Column(nullable = false)
	private Boolean searchable = false;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "edit_privilege")
	private Privilege editPrivilege;
}
