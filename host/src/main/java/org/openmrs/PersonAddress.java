/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Comparator;
import java.util.Date;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

import lombok.Getter;
import lombok.Setter;
import org.apache.commons.lang3.StringUtils;

@Entity
@Table(name = "person_address")
@Getter
@Setter
public class PersonAddress extends BaseChangeableOpenmrsData implements Cloneable, Comparable<PersonAddress> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "person_address_id")
	private Integer personAddressId;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Person person;
	@Column(nullable = false)
	private Boolean preferred = false;
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
	@Column(name = "start_date")
	private Date startDate;
	@Column(name = "end_date")
	private Date endDate;

	private String content() {
		return StringUtils.join(new String[]{ address1, address2, address3, address4, address5, address6, cityVillage,
			countyDistrict, stateProvince, postalCode, country, latitude, longitude }, "");
	}

	@Override
	public int compareTo(PersonAddress other) {
		return Comparator.comparing(PersonAddress::getVoided).thenComparing(a -> !a.getPreferred())
			.thenComparing(PersonAddress::content).thenComparing(PersonAddress::getUuid).compare(this, other);
	}
}
