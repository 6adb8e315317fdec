/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.lang3.StringUtils;
import org.hibernate.query.Query;
import org.openmrs.Person;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.APIException;
import org.openmrs.api.UserService;
import org.openmrs.api.context.Context;
import org.openmrs.api.db.LoginCredential;
import org.openmrs.util.OpenmrsUtil;
import org.openmrs.util.PrivilegeConstants;
import org.openmrs.util.RoleConstants;
import org.openmrs.util.Security;

public abstract class UserServiceImpl extends HostService implements UserService {

	@Override
	public User createUser(User user, String password) {
		if (user.getUserId() != null) {
			throw new APIException("This method can be used for only creating new users");
		}
		check(user);
		OpenmrsUtil.validatePassword(user.getUsername(), password, user.getSystemId());
		if (StringUtils.isBlank(user.getSystemId())) {
			user.setSystemId(generateSystemId());
		}
		dao.save(user);
		dao.session().flush();
		setPassword(user, password);
		return user;
	}

	private void setPassword(User user, String password) {
		LoginCredential credential = dao.get(LoginCredential.class, user.getUserId());
		credential.setSalt(Security.getRandomToken());
		credential.setHashedPassword(Security.encodeString(password + credential.getSalt()));
		dao.session().flush();
	}

	private void check(User user) {
		if (user.getAllRoles().stream().anyMatch(r -> r.getRole().equals(RoleConstants.SUPERUSER))) {
			Context.requirePrivilege(PrivilegeConstants.ASSIGN_SYSTEM_DEVELOPER_ROLE);
		}
		refuseBeyondOwn(user.getPrivileges().stream());
		String name = StringUtils.defaultString(user.getUsername());
		if (!dao
			.list(User.class, "e.uuid <> ?1 and ((?2 <> '' and (e.username = ?2 or e.systemId = ?2)) or e.systemId = ?3)",
				user.getUuid(), name, StringUtils.defaultString(user.getSystemId()))
			.isEmpty()) {
			throw new APIException("Username " + name + " or system id " + user.getSystemId() + " is already in use.");
		}
	}

	private static void refuseBeyondOwn(Stream<Privilege> privileges) {
		String missing = privileges.map(Privilege::getPrivilege).filter(p -> !Context.hasPrivilege(p)).distinct().sorted()
			.collect(Collectors.joining(", "));
		if (!missing.isEmpty()) {
			throw new APIException("You must have the following privileges in order to assign them: " + missing);
		}
	}

	@Override
	public List<User> getUsersByPerson(Person person, boolean includeRetired) {
		return dao.list(User.class, "e.person.personId = ?1 and (?2 = true or e.retired = false)", person.getPersonId(),
			includeRetired);
	}

	@Override
	public List<User> getUsers(String name, List<Role> roles, boolean includeRetired) {
		boolean anyRole = roles == null || roles.isEmpty();
		Query<User> found = dao.query(User.class, "(?1 = true or e.retired = false) and (lower(e.username) like ?2"
			+ " or lower(e.systemId) like ?2 or exists (select n from PersonName n where n.person = e.person and"
			+ " n.voided = false and (lower(n.givenName) like ?2 or lower(n.familyName) like ?2)))"
			+ (anyRole ? "" : " and exists (select r from e.roles r where r.role in (:roles))") + " order by e.userId",
			includeRetired, StringUtils.defaultString(name).trim().toLowerCase() + "%");
		if (!anyRole) {
			found.setParameter("roles", roles.stream().map(Role::getRole).collect(Collectors.toList()));
		}
		return found.list();
	}

	@Override
	public List<User> getAllUsers() {
		return dao.list(User.class, "1 = 1 order by e.userId");
	}

	@Override
	public User saveUser(User user) {
		if (user.getUserId() == null) {
			throw new APIException("This method can be called only to update existing users");
		}
		check(user);
		return (User) dao.session().merge(user);
	}

	@Override
	public User saveUserProperty(String key, String value) {
		User user = Context.getAuthenticatedUser();
		if (user == null) {
			throw new APIException("no.authenticated.user.found");
		}
		user.setUserProperty(key, value);
		return (User) dao.session().merge(user);
	}

	/** A number with the check digit after a dash. */
	@Override
	public String generateSystemId() {
		int number = getAllUsers().size() + 1;
		String candidate;
		do {
			candidate = number + "-" + luhn(Integer.toString(number++));
		} while (dao.first(User.class, "e.systemId = ?1", candidate) != null);
		return candidate;
	}

	private static int luhn(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int doubled = i % 2 == 0 ? digit * 2 : digit;
			sum += doubled > 9 ? doubled - 9 : doubled;
		}
		return (10 - sum % 10) % 10;
	}

	@Override
	public List<Role> getAllRoles() {
		return dao.list(Role.class, "1 = 1 order by e.role");
	}

	@Override
	public Role saveRole(Role role) {
		if (role.getAllParentRoles().contains(role)) {
			throw new APIException("Role.cannot.inherit.descendant", new Object[0]);
		}
		refuseBeyondOwn(role.getPrivileges() == null ? Stream.empty() : role.getPrivileges().stream());
		return dao.save(role);
	}

	@Override
	public List<Privilege> getAllPrivileges() {
		return dao.list(Privilege.class, "1 = 1 order by e.privilege");
	}
}
