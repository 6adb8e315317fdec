/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.JoinTable;
import javax.persistence.ManyToMany;
import javax.persistence.ManyToOne;
import javax.persistence.MapKeyColumn;
import javax.persistence.Table;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.annotations.Cascade;
import org.hibernate.annotations.CascadeType;
import org.openmrs.host.RetirableObject;
import org.openmrs.util.RoleConstants;

/** Has a person; its password is not here but in the login credentials. */
@Entity
@Table(name = "users")
@Getter
@Setter
@NoArgsConstructor
public class User extends RetirableObject {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "user_id")
	private Integer userId;
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id", nullable = false)
	@Cascade(CascadeType.SAVE_UPDATE)
	private Person person;
	@Column(name = "system_id", nullable = false, length = 50)
	private String systemId;
	@Column(length = 50)
	private String username;
	@Column(unique = true)
	private String email;

	@ManyToMany(fetch = FetchType.EAGER)
	@JoinTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"), inverseJoinColumns = @JoinColumn(name = "role"))
	private Set<Role> roles;

	@ElementCollection
	@CollectionTable(name = "user_property", joinColumns = @JoinColumn(name = "user_id"))
	@MapKeyColumn(name = "property")
	@Column(name = "property_value", length = Integer.MAX_VALUE)
	private Map<String, String> userProperties;

	public User(Integer userId) {
		this.userId = userId;
	}

	public User(Person person) {
		this.person = person;
	}

	public boolean isSuperUser() {
		return containsRole(RoleConstants.SUPERUSER);
	}

	public boolean hasPrivilege(String privilege) {
		return StringUtils.isEmpty(privilege) || isSuperUser()
			|| getAllRoles().stream().anyMatch(r -> r.hasPrivilege(privilege));
	}

	public boolean containsRole(String role) {
		return getAllRoles().stream().anyMatch(r -> r.getRole().equals(role));
	}

	public Collection<Privilege> getPrivileges() {
		Set<Privilege> all = new HashSet<>();
		getAllRoles().stream().filter(r -> r.getPrivileges() != null).forEach(r -> all.addAll(r.getPrivileges()));
		return all;
	}

	/** Direct and inherited. */
	public Set<Role> getAllRoles() {
		Set<Role> all = new LinkedHashSet<>();
		if (roles != null) {
			all.addAll(roles);
			roles.forEach(r -> all.addAll(r.getAllParentRoles()));
		}
		return all;
	}

	public User addRole(Role role) {
		if (roles == null) {
			roles = new HashSet<>();
		}
		if (role != null) {
			roles.add(role);
		}
		return this;
	}

	public Map<String, String> getUserProperties() {
		if (userProperties == null) {
			userProperties = new HashMap<>();
		}
		return userProperties;
	}

	public void setUserProperty(String property, String value) {
		getUserProperties().put(property, value);
	}

	public void removeUserProperty(String property) {
		getUserProperties().remove(property);
	}

	public String getUserProperty(String property) {
		return getUserProperty(property, "");
	}

	public String getUserProperty(String property, String defaultValue) {
		return getUserProperties().getOrDefault(property, defaultValue);
	}

	public PersonName getPersonName() {
		return getPerson() == null ? null : getPerson().getPersonName();
	}

	public String getGivenName() {
		return getPerson() == null ? "" : getPerson().getGivenName();
	}
}
