/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;

import org.openmrs.Person;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.annotation.Authorized;
import org.openmrs.annotation.Logging;

public interface UserService extends OpenmrsService {

	@Authorized(ADD_USERS)
	@Logging(ignoredArgumentIndexes = { 1 })
	User createUser(User user, String password);

	@Authorized(GET_USERS)
	User getUserByUuid(String uuid);

	@Authorized(GET_USERS)
	List<User> getUsersByPerson(Person person, boolean includeRetired);

	@Authorized(GET_USERS)
	List<User> getUsers(String nameSearch, List<Role> roles, boolean includeVoided);

	@Authorized(GET_USERS)
	List<User> getAllUsers();

	@Authorized(EDIT_USERS)
	User saveUser(User user);

	@Authorized
	User saveUserProperty(String key, String value);

	@Authorized
	String generateSystemId();

	@Authorized(MANAGE_ROLES)
	List<Role> getAllRoles();

	@Authorized(GET_ROLES)
	Role getRole(String role);

	@Authorized(GET_ROLES)
	Role getRoleByUuid(String uuid);

	@Authorized(MANAGE_ROLES)
	Role saveRole(Role role);

	@Authorized(MANAGE_PRIVILEGES)
	List<Privilege> getAllPrivileges();

	@Authorized(GET_PRIVILEGES)
	Privilege getPrivilege(String privilege);

	@Authorized(GET_PRIVILEGES)
	Privilege getPrivilegeByUuid(String uuid);

	@Authorized(MANAGE_PRIVILEGES)
	Privilege savePrivilege(Privilege privilege);
}
