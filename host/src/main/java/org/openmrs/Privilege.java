/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;

/** Keyed by its name, which is its description to the user too. */
@Getter
@Setter
@NoArgsConstructor
public class Privilege extends BaseChangeableOpenmrsMetadata {

	private String privilege;

	public Privilege(String privilege, String description) {
		this.privilege = privilege;
		setDescription(description);
	}

	@Override
	public String getName() {
		return privilege;
	}
}
