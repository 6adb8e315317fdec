/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;

import lombok.Getter;
import lombok.Setter;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.Hibernate;
import org.springframework.util.ReflectionUtils;

/** Identity is the uuid; a proxy and its target are the same thing. */
@MappedSuperclass
@Getter
@Setter
public abstract class BaseOpenmrsObject implements Serializable, OpenmrsObject {

	@Column(name = "uuid", unique = true, nullable = false, length = 38, updatable = false)
	private String uuid = UUID.randomUUID().toString();

	private static final ClassValue<Field> ID = new ClassValue<Field>() {

		@Override
		protected Field computeValue(Class<?> type) {
			Field field = null;
			for (Class<?> at = type; field == null && at != null; at = at.getSuperclass()) {
				field = ReflectionUtils.findField(at, StringUtils.uncapitalize(at.getSimpleName()) + "Id", Integer.class);
			}
			if (field != null) {
				ReflectionUtils.makeAccessible(field);
			}
			return field;
		}
	};

	/** The key is the attribute that is named after the class. */
	@Override
	public Integer getId() {
		return (Integer) ReflectionUtils.getField(key(), this);
	}

	@Override
	public void setId(Integer id) {
		ReflectionUtils.setField(key(), this, id);
	}

	private Field key() {
		Field field = ID.get(getClass());
		if (field == null) {
			throw new UnsupportedOperationException();
		}
		return field;
	}

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
