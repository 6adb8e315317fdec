/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import javax.persistence.*;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.attribute.BaseAttribute;

@Entity
@Table(name = "location_attribute")
public class LocationAttribute extends BaseAttribute<LocationAttributeType, Location> {

	@Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Column(name = "location_attribute_id")
	@Getter
	@Setter
	private Integer locationAttributeId;

	@Access(AccessType.PROPERTY)
	@ManyToOne(optional = false) @JoinColumn(name = "location_id")
	public Location getLocation() {
		return getOwner();
	}

	public void setLocation(Location location) {
		setOwner(location);
	}

	@Override
	@Access(AccessType.PROPERTY)
	@ManyToOne(optional = false) @JoinColumn(name = "attribute_type_id")
	public LocationAttributeType getAttributeType() {
		return super.getAttributeType();
	}

	@Override
	public void setAttributeType(LocationAttributeType attributeType) {
		super.setAttributeType(attributeType);
	}

	@Override
	public Integer getId() {
		return locationAttributeId;
	}

	@Override
	public void setId(Integer id) {
		locationAttributeId = id;
	}
}
