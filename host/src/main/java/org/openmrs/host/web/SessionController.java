/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import java.util.Collection;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.v1_0.controller.BaseRestController;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who is logged in and in which language. Basic credentials on the first request open the session. */
@Controller
@RequestMapping("/rest/" + RestConstants.VERSION_1 + "/session")
public class SessionController extends BaseRestController {

	private static final Representation USER = new CustomRepresentation("(uuid,display,username,systemId,userProperties,"
		+ "person:(uuid,display),privileges:(uuid,display,name),roles:(uuid,display,name),links)");

	@RequestMapping(method = RequestMethod.GET)
	@ResponseBody
	public Object get() {
		SimpleObject session = new SimpleObject();
		session.add("authenticated", Context.isAuthenticated()).add("locale", Context.getLocale());
		try {
			Context.addProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
			Context.addProxyPrivilege(PrivilegeConstants.GET_PROVIDERS);
			session.add("allowedLocales", Context.getAdministrationService().getAllowedLocales());
			if (Context.isAuthenticated()) {
				session.add("user", ConversionUtil.convertToRepresentation(Context.getAuthenticatedUser(), USER));
				session.add("sessionLocation", null);
				session.add("currentProvider",
					ConversionUtil.convertToRepresentation(currentProvider(), Representation.REF));
			}
		}
		finally {
			Context.removeProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
			Context.removeProxyPrivilege(PrivilegeConstants.GET_PROVIDERS);
		}
		return session;
	}

	@RequestMapping(method = RequestMethod.DELETE)
	@ResponseBody
	@ResponseStatus(HttpStatus.NO_CONTENT)
	public void delete(HttpServletRequest request) {
		Context.logout();
		HttpSession session = request.getSession(false);
		if (session != null && request.isRequestedSessionIdValid()) {
			session.invalidate();
		}
	}

	/** @return null unless the user is exactly one provider */
	private static Provider currentProvider() {
		User user = Context.getAuthenticatedUser();
		Person person = user == null ? null : user.getPerson();
		Collection<Provider> providers = person == null ? null
			: Context.getProviderService().getProvidersByPerson(person, false);
		return providers == null || providers.size() != 1 ? null : providers.iterator().next();
	}
}
