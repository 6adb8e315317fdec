/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;

import lombok.Setter;
import org.openmrs.attribute.Attribute;
import org.openmrs.customdatatype.CustomValueDescriptor;
import org.openmrs.customdatatype.Customizable;

@MappedSuperclass
@Setter
public abstract class BaseCustomizableMetadata<A extends Attribute> extends BaseChangeableOpenmrsMetadata
	implements
		Customizable<A> {

	@Transient
	private Set<A> attributes = new LinkedHashSet<>();

	@Override
	public Set<A> getAttributes() {
		return attributes;
	}

	@Override
	public Collection<A> getActiveAttributes() {
		return getActiveAttributes(null);
	}

	public List<A> getActiveAttributes(CustomValueDescriptor ofType) {
		List<A> active = new ArrayList<>();
		if (getAttributes() != null) {
			for (A attribute : getAttributes()) {
				if (!attribute.getVoided() && (ofType == null || attribute.getAttributeType().equals(ofType))) {
					active.add(attribute);
				}
			}
		}
		return active;
	}

	public void addAttribute(A attribute) {
		if (getAttributes() == null) {
			setAttributes(new LinkedHashSet<>());
		}
		getAttributes().add(attribute);
		attribute.setOwner(this);
	}

	/** Replaces what is active of the type. */
	public void setAttribute(A attribute) {
		for (A existing : getActiveAttributes((CustomValueDescriptor) attribute.getAttributeType())) {
			if (existing.getValue().equals(attribute.getValue())) {
				return;
			}
			if (existing.getId() == null) {
				getAttributes().remove(existing);
			} else {
				existing.setVoided(true);
			}
		}
		addAttribute(attribute);
	}
}
