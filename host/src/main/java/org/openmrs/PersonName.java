/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Comparator;

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
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.apache.commons.lang3.StringUtils;

@Entity
@Table(name = "person_name")
@Getter
@Setter
@NoArgsConstructor
public class PersonName extends BaseChangeableOpenmrsData implements Cloneable, Comparable<PersonName> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "person_name_id")
	private Integer personNameId;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Person person;
	@Column(nullable = false)
	private Boolean preferred = false;
	@Column(length = 50)
	private String prefix;
	@Column(name = "given_name", length = 50)
	private String givenName;
	@Column(name = "middle_name", length = 50)
	private String middleName;
	@Column(name = "family_name_prefix", length = 50)
	private String familyNamePrefix;
	@Column(name = "family_name", length = 50)
	private String familyName;
	@Column(name = "family_name2", length = 50)
	private String familyName2;
	@Column(name = "family_name_suffix", length = 50)
	private String familyNameSuffix;
	@Column(length = 50)
	private String degree;

	public PersonName(String givenName, String middleName, String familyName) {
		this.givenName = givenName;
		this.middleName = middleName;
		this.familyName = familyName;
	}

	public String getFullName() {
		StringBuilder full = new StringBuilder();
		for (String part : new String[]{ prefix, givenName, middleName, familyNamePrefix, familyName, familyName2,
			familyNameSuffix, degree }) {
			if (StringUtils.isNotBlank(part)) {
				full.append(full.length() == 0 ? "" : " ").append(part.trim());
			}
		}
		return full.toString();
	}

	@Override
	public int compareTo(PersonName other) {
		Comparator<String> nullsLast = Comparator.nullsLast(String::compareTo);
		return Comparator.comparing(PersonName::getVoided).thenComparing(n -> !n.getPreferred())
			.thenComparing(PersonName::getFamilyName, nullsLast).thenComparing(PersonName::getFamilyName2, nullsLast)
			.thenComparing(PersonName::getGivenName, nullsLast).thenComparing(PersonName::getMiddleName, nullsLast)
			.thenComparing(PersonName::getFullName).compare(this, other);
	}
}
