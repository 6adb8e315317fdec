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
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.api.context.Context;

@Entity
@Table(name = "person_attribute")
@Getter
@Setter
@NoArgsConstructor
public class PersonAttribute extends BaseChangeableOpenmrsData implements Comparable<PersonAttribute> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "person_attribute_id")
	private Integer personAttributeId;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Person person;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "person_attribute_type_id")
	private PersonAttributeType attributeType;
	@Column(nullable = false, length = 50)
	private String value;

	public PersonAttribute(PersonAttributeType type, String value) {
		this.attributeType = type;
		this.value = value;
	}

	public void voidAttribute(String reason) {
		setVoided(true);
		setVoidedBy(Context.getAuthenticatedUser());
		setVoidReason(reason);
		setDateVoided(new Date());
	}

	@Override
	public int compareTo(PersonAttribute other) {
		return Comparator.comparing(PersonAttribute::getVoided)
			.thenComparing(a -> a.attributeType == null ? null : a.attributeType.getId(),
				Comparator.nullsLast(Integer::compare))
			.thenComparing(a -> a.value, Comparator.nullsLast(String::compareTo))
			.thenComparing(a -> a.personAttributeId, Comparator.nullsLast(Integer::compare))
			.thenComparing(PersonAttribute::getUuid).compare(this, other);
	}

	@Override
	public String toString() {
		return value == null ? "" : value;
	}
}
