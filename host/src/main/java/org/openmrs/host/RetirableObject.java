/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.util.Date;

import javax.persistence.Column;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.Retireable;
import org.openmrs.User;

/** And those that tell why it is retired. */
@MappedSuperclass
@Getter
@Setter
public abstract class RetirableObject extends AuditedObject implements Retireable {

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
