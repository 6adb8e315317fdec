/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Set;

import javax.persistence.Access;
import javax.persistence.AccessType;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;

import lombok.Getter;
import lombok.Setter;

@Entity
@Table(name = "location")
@Getter
@Setter
public class Location extends BaseCustomizableMetadata<LocationAttribute> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "location_id")
	private Integer locationId;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_type_concept_id")
	private Concept type;
	private String address1;
	private String address2;
	private String address3;
	private String address4;
	private String address5;
	private String address6;
	@Column(name = "city_village")
	private String cityVillage;
	@Column(name = "county_district")
	private String countyDistrict;
	@Column(name = "state_province")
	private String stateProvince;
	@Column(name = "postal_code", length = 50)
	private String postalCode;
	@Column(length = 50)
	private String country;
	@Column(length = 50)
	private String latitude;
	@Column(length = 50)
	private String longitude;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "parent_location")
	private Location parentLocation;
	@OneToMany(mappedBy = "parentLocation", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("name")
	private Set<Location> childLocations;

	@Override
	@Access(AccessType.PROPERTY)
	@OneToMany(mappedBy = "location", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("voided asc")
	public Set<LocationAttribute> getAttributes() {
		return super.getAttributes();
	}

	@Override
	public void setAttributes(Set<LocationAttribute> attributes) {
		super.setAttributes(attributes);
	}

	public static Boolean isInHierarchy(Location location, Location root) {
		return location != null && (location.equals(root) || isInHierarchy(location.getParentLocation(), root));
	}
}
