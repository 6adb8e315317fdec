/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;

import lombok.Setter;
import org.openmrs.attribute.Attribute;
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
		return getAttributes().stream().filter(a -> !a.getVoided()).collect(Collectors.toList());
	}

	public void addAttribute(A attribute) {
		getAttributes().add(attribute);
		attribute.setOwner(this);
	}

}
