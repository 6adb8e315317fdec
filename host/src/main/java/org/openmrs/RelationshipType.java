/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import lombok.Getter;
import lombok.Setter;

public class RelationshipType extends BaseChangeableOpenmrsMetadata {

	@Getter
	@Setter
	private Integer relationshipTypeId;
	private String aIsToB;
	private String bIsToA;
	@Getter
	@Setter
	private Integer weight = 0;
	@Getter
	@Setter
	private Boolean preferred = false;

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

}
