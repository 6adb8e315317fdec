/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;
import static org.openmrs.util.PrivilegeConstants.GET_GLOBAL_PROPERTIES;
import static org.openmrs.util.PrivilegeConstants.GET_PROVIDERS;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.GlobalProperty;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.ProviderService;
import org.openmrs.api.UserService;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.openmrs.module.webservices.rest.web.response.ConversionException;

/** Users, providers and settings. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
class UserResources {

	/** Whoever may see an object sees who made it; users by themselves are guarded by the service. */
	@Resource(name = "v1/user", supportedClass = User.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = UserService.class)
	@Shown("uuid display username systemId userProperties person^ privileges^ roles^ +allRoles +proficientLocales "
		+ "retired +auditInfo email")
	@Settable("username! person! systemId userProperties roles email")
	public static class Users extends CoreResource<User> {

		private static UserService service() {
			return Context.getUserService();
		}

		@Override
		public String getDisplayString(User user) {
			return StringUtils.defaultIfEmpty(user.getUsername(), user.getSystemId());
		}

		/** The password is no property of the user. */
		@Override
		public Object create(SimpleObject post, RequestContext context) {
			String password = (String) post.remove("password");
			User user = convert(post);
			if (password == null) {
				throw new ConversionException("Some required properties are missing: password");
			}
			return ConversionUtil.convertToRepresentation(service().createUser(user, password), context.getRepresentation());
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return new NeedsPaging<>(service().getUsers(context.getParameter("q"), null, context.getIncludeAll()), context);
		}
	}

	@Resource(name = "v1/provider", supportedClass = Provider.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ProviderService.class, privilege = GET_PROVIDERS, version = "2.8", absent = "providerRole")
	@Shown("uuid display person^ identifier attributes=activeAttributes^ retired +auditInfo providerRole^")
	@Settable("person! identifier! retired")
	public static class Providers extends CoreResource<Provider> {

		@Override
		public String getDisplayString(Provider provider) {
			return (provider.getIdentifier() == null ? "" : provider.getIdentifier() + " - ") + provider.getName();
		}
	}

	@Resource(name = "v1/systemsetting", supportedClass = GlobalProperty.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = AdministrationService.class, privilege = GET_GLOBAL_PROPERTIES, version = "1.9")
	@Shown("uuid property value description display +datatypeClassname +datatypeConfig +preferredHandlerClassname "
		+ "+handlerConfig")
	@Settable("property! description value")
	public static class SystemSettings extends CoreResource<GlobalProperty> {

		private static AdministrationService service() {
			return Context.getAdministrationService();
		}
		@Override
		public String getDisplayString(GlobalProperty property) {
			return property.getProperty() + " = " + property.getPropertyValue();
		}

		@Override
		public DelegatingResourceDescription getUpdatableProperties() {
			return Description.settable("description value");
		}

		@Override
		public GlobalProperty getByUniqueId(String uuidOrName) {
			GlobalProperty property = service().getGlobalPropertyByUuid(uuidOrName);
			return property == null ? service().getGlobalPropertyObject(uuidOrName) : property;
		}

		@PropertyGetter("value")
		public static String getValue(GlobalProperty property) {
			return property.getPropertyValue();
		}

		@PropertySetter("value")
		public static void setValue(GlobalProperty property, String value) {
			property.setPropertyValue(value);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return new NeedsPaging<>(service().getGlobalPropertiesByPrefix(context.getParameter("q")), context);
		}
	}
}
