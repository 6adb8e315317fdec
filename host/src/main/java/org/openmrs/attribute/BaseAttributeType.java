/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.attribute;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsMetadata;
import org.openmrs.customdatatype.Customizable;

@MappedSuperclass
@Getter
@Setter
public abstract class BaseAttributeType<OwningType extends Customizable<?>> extends BaseChangeableOpenmrsMetadata
	implements
		AttributeType<OwningType> {

	@Column(name = "min_occurs", nullable = false)
	private Integer minOccurs = 0;
	@Column(name = "max_occurs")
	private Integer maxOccurs;
	@Column(name = "datatype")
	private String datatypeClassname;
	@Column(name = "datatype_config", length = 65535)
	private String datatypeConfig;
	@Column(name = "preferred_handler")
	private String preferredHandlerClassname;
	@Column(name = "handler_config", length = 65535)
	private String handlerConfig;
}
