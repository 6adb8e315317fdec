/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.io.Serializable;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;

import lombok.Getter;
import lombok.Setter;
import org.hibernate.Hibernate;

/** Identity is the uuid; a proxy and its target are the same thing. */
@MappedSuperclass
@Getter
@Setter
public abstract class BaseOpenmrsObject implements Serializable, OpenmrsObject {

	@Column(name = "uuid", unique = true, nullable = false, length = 38, updatable = false)
	private String uuid = UUID.randomUUID().toString();

	@Override
	public int hashCode() {
		return getUuid() == null ? super.hashCode() : getUuid().hashCode();
	}

	@Override
	public boolean equals(Object other) {
		if (this == other) {
			return true;
		}
		if (!(other instanceof BaseOpenmrsObject) || getUuid() == null) {
			return false;
		}
		Class<?> mine = Hibernate.getClass(this);
		Class<?> theirs = Hibernate.getClass(other);
		return (mine.isAssignableFrom(theirs) || theirs.isAssignableFrom(mine))
			&& getUuid().equals(((BaseOpenmrsObject) other).getUuid());
	}

	@Override
	public String toString() {
		return getClass().getSimpleName() + "[hashCode=" + Integer.toHexString(hashCode()) + ",uuid=" + getUuid() + "]";
	}
}
