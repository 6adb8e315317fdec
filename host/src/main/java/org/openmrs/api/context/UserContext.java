/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.context;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import lombok.Setter;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.util.LocaleUtility;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.RoleConstants;

/** Who is logged in and in which language; and the privileges lent to the code that runs just now. */
public class UserContext implements Serializable {

	private final transient AuthenticationScheme authenticationScheme;
	private final List<String> proxies = Collections.synchronizedList(new ArrayList<>());
	private User user;

	@Setter
	private Locale locale;

	private Role authenticatedRole;
	private Role anonymousRole;

	public UserContext(AuthenticationScheme authenticationScheme) {
		this.authenticationScheme = authenticationScheme;
	}

	public Authenticated authenticate(Credentials credentials) {
		Authenticated authenticated = authenticationScheme.authenticate(credentials);
		become(authenticated.getUser());
		return authenticated;
	}

	private void become(User other) {
		other.getAllRoles().size();
		other.getUserProperties().size();
		user = other;
		String preferred = other.getUserProperty(OpenmrsConstants.USER_PROPERTY_DEFAULT_LOCALE, "");
		if (!preferred.isEmpty()) {
			locale = LocaleUtility.fromSpecification(preferred);
		}
	}

	public User getAuthenticatedUser() {
		return user;
	}

	public boolean isAuthenticated() {
		return user != null;
	}

	public void logout() {
		user = null;
		locale = null;
		proxies.clear();
	}

	/** Lent as often as it is added: each needs its own removal. */
	public void addProxyPrivilege(String privilege) {
		if (privilege == null) {
			throw new IllegalArgumentException("A proxy privilege cannot be null");
		}
		proxies.add(privilege);
	}

	public void addProxyPrivilege(String... privileges) {
		for (String privilege : privileges) {
			addProxyPrivilege(privilege);
		}
	}

	public void removeProxyPrivilege(String privilege) {
		proxies.remove(privilege);
	}

	public void removeProxyPrivilege(String... privileges) {
		for (String privilege : privileges) {
			removeProxyPrivilege(privilege);
		}
	}

	public Locale getLocale() {
		return locale == null ? LocaleUtility.getDefaultLocale() : locale;
	}

	public boolean hasPrivilege(String privilege) {
		return proxies.contains(privilege) || user != null
			&& (user.hasPrivilege(privilege) || authenticated().hasPrivilege(privilege))
			|| anonymous().hasPrivilege(privilege);
	}

	private Role anonymous() {
		if (anonymousRole == null) {
			anonymousRole = Context.host().getRole(RoleConstants.ANONYMOUS);
		}
		return anonymousRole;
	}

	private Role authenticated() {
		if (authenticatedRole == null) {
			authenticatedRole = Context.host().getRole(RoleConstants.AUTHENTICATED);
		}
		return authenticatedRole;
	}

}
