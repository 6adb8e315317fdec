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
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.customdatatype.CustomValueDescriptor;

@Entity
@Table(name = "global_property")
@Getter
@Setter
@NoArgsConstructor
public class GlobalProperty extends BaseOpenmrsObject implements CustomValueDescriptor {

	@Id
	private String property = "";
	@Column(name = "property_value", length = 65535)
	private String propertyValue = "";
	@Column(length = 65535)
	private String description = "";
	@Column(name = "datatype")
	private String datatypeClassname;
	@Column(name = "datatype_config", length = 65535)
	private String datatypeConfig;
	@Column(name = "preferred_handler")
	private String preferredHandlerClassname;
	@Column(name = "handler_config", length = 65535)
	private String handlerConfig;
	@Column(name = "date_changed")
	private Date dateChanged;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "changed_by")
	private User changedBy;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "view_privilege")
	private Privilege viewPrivilege;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "edit_privilege")
	private Privilege editPrivilege;

	public GlobalProperty(String property) {
		this.property = property;
	}

	public GlobalProperty(String property, String value) {
		this(property);
		this.propertyValue = value;
	}

	public GlobalProperty(String property, String value, String description) {
		this(property, value);
		this.description = description;
	}
}
