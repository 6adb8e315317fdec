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
import lombok.NoArgsConstructor;
import lombok.Setter;

@Entity
@Table(name = "encounter_type")
@Getter
@Setter
@NoArgsConstructor
public class EncounterType extends BaseChangeableOpenmrsMetadata {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "encounter_type_id")
	private Integer encounterTypeId;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "view_privilege")
	private Privilege viewPrivilege;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "edit_privilege")
	private Privilege editPrivilege;

	public EncounterType(String name, String description) {
		setName(name);
		setDescription(description);
	}
}
