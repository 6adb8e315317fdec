/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.UserService;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.util.PrivilegeConstants;

/** The settings and privileges that the REST module declares, and its part in the start of the server. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
final class RestModule {

	private static final String[][] SETTINGS = { { "maxResultsDefault", "50" }, { "maxResultsAbsolute", "100" },
		{ "uriPrefix", null }, { "allowedips", null }, { "quietDocs", "true" }, { "enableStackTraceDetails", "true" } };

	private static final String[] PRIVILEGES = { "Manage RESTWS", "View RESTWS", RestConstants.PRIV_SET_AUDIT_DATA };

	private static final String[] NEEDED = { PrivilegeConstants.GET_GLOBAL_PROPERTIES,
		PrivilegeConstants.MANAGE_GLOBAL_PROPERTIES, PrivilegeConstants.GET_PRIVILEGES,
		PrivilegeConstants.MANAGE_PRIVILEGES };

	static void start() {
		Context.openSession();
		Context.addProxyPrivilege(NEEDED);
		try {
			AdministrationService administration = Context.getAdministrationService();
			for (String[] setting : SETTINGS) {
				String name = RestConstants.MODULE_ID + "." + setting[0];
				if (administration.getGlobalPropertyObject(name) == null) {
					administration.saveGlobalProperty(new GlobalProperty(name, setting[1]));
				}
			}
			UserService users = Context.getUserService();
			for (String privilege : PRIVILEGES) {
				if (users.getPrivilege(privilege) == null) {
					users.savePrivilege(new Privilege(privilege, privilege));
				}
			}
			RestUtil.setUriPrefix();
		}
		finally {
			Context.removeProxyPrivilege(NEEDED);
			Context.closeSession();
		}
	}
}
