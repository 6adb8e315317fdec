/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.api.context.Context;

public class LocaleUtility {

	/** As it was when it was first asked for or last saved. */
	private static volatile Locale defaultLocale;

	public static Locale getDefaultLocale() {
		Locale known = defaultLocale;
		if (known == null && Context.isSessionOpen()) {
			String setting = setting(OpenmrsConstants.GLOBAL_PROPERTY_DEFAULT_LOCALE);
			known = StringUtils.isBlank(setting) ? Locale.UK : fromSpecification(setting);
			defaultLocale = known;
		}
		return known == null ? Locale.UK : known;
	}

	public static void setDefaultLocaleCache(Locale locale) {
		defaultLocale = locale;
	}

	private static String setting(String property) {
		Context.addProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
		try {
			return Context.getAdministrationService().getGlobalProperty(property);
		}
		finally {
			Context.removeProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
		}
	}

	public static Locale fromSpecification(String specification) {
		String[] parts = StringUtils.trimToEmpty(specification).split("[_-]");
		return parts.length == 1 ? new Locale(parts[0])
			: parts.length == 2 ? new Locale(parts[0], parts[1]) : new Locale(parts[0], parts[1], parts[2]);
	}

	public static Set<Locale> getLocalesInOrder() {
		Set<Locale> locales = new LinkedHashSet<>();
		locales.add(Context.getLocale());
		locales.add(getDefaultLocale());
		locales.addAll(Context.getAdministrationService().getAllowedLocales());
		locales.add(Locale.ENGLISH);
		locales.add(Locale.UK);
		return locales;
	}
}
