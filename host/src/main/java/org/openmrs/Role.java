/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.hibernate.Hibernate;
import org.openmrs.util.RoleConstants;

@Getter
@Setter
@NoArgsConstructor
public class Role extends BaseChangeableOpenmrsMetadata {

	private String role;
	private Set<Privilege> privileges;
	private Set<Role> inheritedRoles;
	private Set<Role> childRoles;

	public Role(String role, String description) {
		this.role = role;
		setDescription(description);
	}

	@Override
	public String getName() {
		return role;
	}

	public void addPrivilege(Privilege privilege) {
		if (privileges == null) {
			privileges = new HashSet<>();
		}
		if (privilege != null) {
			privileges.add(privilege);
		}
	}

	public boolean hasPrivilege(String name) {
		return RoleConstants.SUPERUSER.equals(role)
			|| privileges != null && privileges.stream().anyMatch(p -> p.getPrivilege().equalsIgnoreCase(name));
	}

	public Set<Role> getAllParentRoles() {
		return closure(role -> role.inheritedRoles);
	}

	public Set<Role> getAllChildRoles() {
		return closure(role -> role.childRoles);
	}

	private Set<Role> closure(Function<Role, Set<Role>> next) {
		Set<Role> all = new LinkedHashSet<>();
		Deque<Role> open = new ArrayDeque<>(Collections.singleton(this));
		while (!open.isEmpty()) {
			Set<Role> found = next.apply((Role) Hibernate.unproxy(open.pop()));
			if (found != null) {
				found.stream().filter(all::add).forEach(open::push);
			}
		}
		return all;
	}
}
