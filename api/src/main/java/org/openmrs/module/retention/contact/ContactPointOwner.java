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
import lombok.Getter;
import lombok.Setter;

/** A person who can be reached at a contact point; read off the person attributes and brought up to date when they are read. */
@Entity(name = "retention.ContactPointOwner")
@Table(name = "retention_contact_point_owner", uniqueConstraints = @UniqueConstraint(name = "retention_contact_point_owner_uk", columnNames = {
	"person_id", "contact_point_id" }))
@Getter
@Setter
public class ContactPointOwner {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "contact_point_owner_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "contact_point_id", nullable = false)
	private ContactPoint contactPoint;

	@Column(name = "person_id", nullable = false)
	private Integer personId;

	/** Uuid of the person attribute that holds the number. */
	@Column(name = "attribute_uuid", nullable = false, length = 38)
	private String attributeUuid;

	/** Order in which the person wants to be reached, from 0. */
	@Column(name = "position", nullable = false)
	private int position;
}
