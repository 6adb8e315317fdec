/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.Person;

/** Somebody who was named in a patient's profile to be rung for the patient. */
@Entity(name = "retention.ContactPerson")
@Table(name = "retention_contact_person", uniqueConstraints = @UniqueConstraint(name = "retention_contact_person_uk", columnNames = {
	"contact_profile_id", "person_id" }))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ContactPerson {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "contact_person_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "contact_profile_id", nullable = false)
	private ContactProfile profile;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "person_id", nullable = false)
	private Person person;

	/** Speaks for the patient until majority. */
	@Column(name = "guardian", nullable = false)
	private boolean guardian;

	/** What the person is to the patient, in the words of the staff; null: as the chart has it. */
	@Column(name = "relation", length = 50)
	private String relation;

	/** Order in which they are rung, from 0. */
	@Column(name = "position", nullable = false)
	private int position;

	public ContactPerson(Person person, boolean guardian, String relation) {
		this.person = person;
		this.guardian = guardian;
		this.relation = relation;
	}

	void belongTo(ContactProfile owner, int place) {
		this.profile = owner;
		this.position = place;
	}

	/** Says the same of somebody who was named before. */
	void update(ContactPerson said, int place) {
		this.guardian = said.guardian;
		this.relation = said.relation;
		this.position = place;
	}
}
