/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.attribute;

import java.util.Comparator;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;

import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.customdatatype.CustomDatatypeUtil;
import org.openmrs.customdatatype.Customizable;
import org.openmrs.customdatatype.NotYetPersistedException;

/** The typed value lives beside its reference until {@link CustomDatatypeUtil#saveIfDirty} turns it into one. */
@MappedSuperclass
public abstract class BaseAttribute<AT extends AttributeType, OwningType extends Customizable<?>>
	extends
		BaseChangeableOpenmrsData
	implements
		Attribute<AT, OwningType>,
		Comparable<Attribute> {

	@Transient
	private OwningType owner;

	@Transient
	private AT attributeType;
	@Column(name = "value_reference", nullable = false, length = 65535)
	private String valueReference;
	private transient Object value;
	private transient boolean dirty;

	@Override
	public OwningType getOwner() {
		return owner;
	}

	@Override
	public void setOwner(OwningType owner) {
		this.owner = owner;
	}

	public void setAttributeType(AT attributeType) {
		this.attributeType = attributeType;
	}

	@Override
	public AT getAttributeType() {
		return attributeType;
	}

	@Override
	public AT getDescriptor() {
		return getAttributeType();
	}

	@Override
	public String getValueReference() {
		if (valueReference == null) {
			throw new NotYetPersistedException();
		}
		return valueReference;
	}

	@Override
	public void setValueReferenceInternal(String valueReference) {
		this.valueReference = valueReference;
		this.dirty = false;
	}

	@Override
	public Object getValue() {
		if (value == null) {
			value = CustomDatatypeUtil.getDatatype(getAttributeType()).fromReferenceString(getValueReference());
		}
		return value;
	}

	@Override
	public <T> void setValue(T typedValue) {
		dirty = true;
		value = typedValue;
	}

	@Override
	public boolean isDirty() {
		return dirty;
	}

	@Override
	public int compareTo(Attribute other) {
		return Comparator.<Attribute, Boolean>comparing(Attribute::getVoided).thenComparing(a -> a.getUuid())
			.compare(this, other);
	}
}
