/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Date;

import javax.persistence.FetchType;
import javax.persistence.Column;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;

import lombok.Getter;
import lombok.Setter;

@MappedSuperclass
@Getter
@Setter
public abstract class BaseOpenmrsMetadata extends BaseOpenmrsObject implements OpenmrsMetadata {

	@Column(name = "name", nullable = false, length = 255)
	private String name;
	@Column(name = "description", length = 255)
	private String description;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "creator")
	private User creator;
	@Column(name = "date_created", nullable = false)
	private Date dateCreated;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "changed_by")
	private User changedBy;
	@Column(name = "date_changed")
	private Date dateChanged;
	@Column(name = "retired", nullable = false)
	private Boolean retired = Boolean.FALSE;
	@Column(name = "date_retired")
	private Date dateRetired;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "retired_by")
	private User retiredBy;
	@Column(name = "retire_reason", length = 255)
	private String retireReason;

	@Override
	@Deprecated
	public Boolean isRetired() {
		return getRetired();
	}
}
