/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.PrimaryKeyJoinColumn;
import javax.persistence.Table;

import lombok.Getter;
import lombok.Setter;

@Entity
@Table(name = "concept_numeric")
@PrimaryKeyJoinColumn(name = "concept_id")
@Getter
@Setter
public class ConceptNumeric extends Concept {

	@Column(name = "low_absolute")
	private Double lowAbsolute;
	@Column(name = "hi_absolute")
	private Double hiAbsolute;
	@Column(length = 50)
	private String units;
	@Column(name = "allow_decimal")
	private Boolean allowDecimal = false;

}
