/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.lang3.StringUtils;
import org.hibernate.FlushMode;
import org.hibernate.Hibernate;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;
import org.openmrs.User;
import org.openmrs.api.APIException;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.context.Context;
import org.openmrs.util.HandlerUtil;
import org.openmrs.util.LocaleUtility;
import org.openmrs.util.OpenmrsConstants;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

public abstract class AdministrationServiceImpl extends HostService implements AdministrationService {

	@Override
	public String getGlobalProperty(String name) {
		GlobalProperty property = getGlobalPropertyObject(name);
		return property == null ? null : property.getPropertyValue();
	}

	@Override
	public String getGlobalProperty(String name, String defaultValue) {
		String value = getGlobalProperty(name);
		return value == null ? defaultValue : value;
	}

	@Override
	public GlobalProperty getGlobalPropertyObject(String name) {
		GlobalProperty property = dao.get(GlobalProperty.class, name);
		if (property != null) {
			require(property.getViewPrivilege(), "view", property);
		}
		return property;
	}

	private static void require(Privilege privilege, String action, GlobalProperty property) {
		User user = Context.getAuthenticatedUser();
		if (privilege != null && (user == null || !user.hasPrivilege(privilege.getPrivilege()))) {
			throw new APIException("GlobalProperty.error.privilege.required." + action,
				new Object[]{ privilege.getPrivilege(), property.getProperty() });
		}
	}

	@Override
	public List<GlobalProperty> getGlobalPropertiesByPrefix(String prefix) {
		return dao.list(GlobalProperty.class, "e.property like ?1 order by e.property", prefix + "%");
	}

	@Override
	public GlobalProperty saveGlobalProperty(GlobalProperty property) {
		require(property.getEditPrivilege(), "edit", property);
		GlobalProperty saved = dao.get(GlobalProperty.class, property.getProperty());
		if (saved == null) {
			dao.session().save(property);
			saved = property;
		} else if (saved != property) {
			saved.setPropertyValue(property.getPropertyValue());
			saved.setDescription(property.getDescription());
		}
		if (OpenmrsConstants.GLOBAL_PROPERTY_DEFAULT_LOCALE.equals(saved.getProperty())) {
			LocaleUtility.setDefaultLocaleCache(null);
		}
		return saved;
	}

	@Override
	public void setGlobalProperty(String name, String value) {
		GlobalProperty property = dao.get(GlobalProperty.class, name);
		if (property == null) {
			property = new GlobalProperty(name);
		}
		property.setPropertyValue(value);
		saveGlobalProperty(property);
	}

	@Override
	public List<Locale> getAllowedLocales() {
		GlobalProperty property = dao.get(GlobalProperty.class, OpenmrsConstants.GLOBAL_PROPERTY_LOCALE_ALLOWED_LIST);
		Set<Locale> locales = new LinkedHashSet<>();
		for (String locale : StringUtils.split(property == null ? "en" : property.getPropertyValue(), ',')) {
			locales.add(LocaleUtility.fromSpecification(locale));
		}
		return new ArrayList<>(locales);
	}

	/** Each validator that supports the type, in order; nothing is flushed by what they ask. */
	@Override
	public void validate(Object object, Errors errors) {
		FlushMode mode = dao.session().getHibernateFlushMode();
		dao.session().setHibernateFlushMode(FlushMode.MANUAL);
		try {
			Object target = Hibernate.unproxy(object);
			for (Validator validator : HandlerUtil.getHandlersForType(Validator.class, target.getClass())) {
				validator.validate(target, errors);
			}
		}
		finally {
			dao.session().setHibernateFlushMode(mode);
		}
	}
}
