/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.host.RetirableObject;

@MappedSuperclass
@Getter
@Setter
public abstract class BaseOpenmrsMetadata extends RetirableObject implements OpenmrsMetadata {

	@Column(name = "name", nullable = false, length = 255)
	private String name;
	@Column(name = "description", length = 255)
	private String description;
}
