/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import javax.persistence.*;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;

@Entity
@Table(name = "provider")
@AttributeOverrides({ @AttributeOverride(name = "name", column = @Column(name = "name")),
		// the table has no description
		@AttributeOverride(name = "description", column = @Column(name = "name", insertable = false, updatable = false)) })
@Getter
@Setter
@NoArgsConstructor
public class Provider extends BaseCustomizableMetadata<ProviderAttribute> {

	@Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Column(name = "provider_id") private Integer providerId;
	@ManyToOne @JoinColumn(name = "person_id") private Person person;
	private String identifier;
	@ManyToOne @JoinColumn(name = "role_id") private Concept role;
	@ManyToOne @JoinColumn(name = "speciality_id") private Concept speciality;
	@ManyToOne @JoinColumn(name = "provider_role_id") private ProviderRole providerRole;

	public Provider(Integer providerId) {
		this.providerId = providerId;
	}

	/** The person's name; the column is for providers who are not a person of the system. */
	@Override
	public String getName() {
		if (person != null) {
			return person.getPersonName() == null ? "" : person.getPersonName().getFullName();
		}
		return super.getName();
	}

	@Override
	public String toString() {
		return "[Provider: providerId=" + providerId + " providerName=" + getName() + " ]";
	}

	@Override
	public Integer getId() {
		return providerId;
	}

	@Override
	public void setId(Integer id) {
		providerId = id;
	}
}
