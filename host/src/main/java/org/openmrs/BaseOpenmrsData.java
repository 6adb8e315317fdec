/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Date;

import javax.persistence.Column;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;

import lombok.Getter;
import lombok.Setter;

@MappedSuperclass
@Getter
@Setter
public abstract class BaseOpenmrsData extends BaseOpenmrsObject implements OpenmrsData {

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "creator", updatable = false)
	protected User creator;
	@Column(name = "date_created", nullable = false, updatable = false)
	private Date dateCreated;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "changed_by")
	private User changedBy;
	@Column(name = "date_changed")
	private Date dateChanged;
	@Column(name = "voided", nullable = false)
	private Boolean voided = Boolean.FALSE;
	@Column(name = "date_voided")
	private Date dateVoided;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "voided_by")
	private User voidedBy;
	@Column(name = "void_reason", length = 255)
	private String voidReason;

	@Override
	@Deprecated
	public Boolean isVoided() {
		return getVoided();
	}
}
