/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.attribute.Attribute;

/** Mapped by XML: its table has no description. */
@Getter
@Setter
public class Provider extends BaseCustomizableMetadata<Attribute<?, Provider>> {

	private Integer providerId;
	private Person person;
	private String identifier;
	private Concept role;
	private Concept speciality;

	/** The person's name; the column is for providers who are not a person of the system. */
	@Override
	public String getName() {
		if (person != null) {
			return person.getPersonName() == null ? null : person.getPersonName().getFullName();
		}
		return super.getName();
	}
}
