/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.GlobalProperty;
import org.openmrs.Provider;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.UserService;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.util.PrivilegeConstants;

/** Users, providers and settings. */
class UserResources {

	private UserResources() {
	}

	@Resource(name = "v1/user", supportedClass = User.class, supportedOpenmrsVersions = VERSIONS)
	public static class Users extends DelegatingCrudResource<User> {

		private static UserService service() {
			return Context.getUserService();
		}

		/** Whoever may see an object sees who made it; users by themselves are guarded by the service. */
		@Override
		public String getRequiredGetPrivilege() {
			return null;
		}

		@Override
		public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
			return Description.of(rep, "uuid display username systemId userProperties person^ privileges^ roles^ +allRoles "
				+ "+proficientLocales retired +auditInfo email");
		}

		@Override
		public DelegatingResourceDescription getCreatableProperties() {
			return Description.settable("username! person! systemId userProperties roles email");
		}

		@RepHandler(RefRepresentation.class)
		public SimpleObject asRef(User user) {
			DelegatingResourceDescription description = Description.settable("uuid display");
			if (user.getRetired()) {
				description.addProperty("retired");
			}
			return convertDelegateToRepresentation(user, description.addSelfLink());
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
		public Object update(String uuid, SimpleObject post, RequestContext context) {
			String password = (String) post.remove("password");
			Object updated = super.update(uuid, post, context);
			if (password != null) {
				service().changePassword(getByUniqueId(uuid), password);
			}
			return updated;
		}

		@Override
		public User newDelegate() {
			return new User();
		}

		@Override
		public User getByUniqueId(String uuid) {
			return service().getUserByUuid(uuid);
		}

		@Override
		public User save(User user) {
			User saved = service().saveUser(user);
			if (saved.equals(Context.getAuthenticatedUser())) {
				Context.refreshAuthenticatedUser();
			}
			return saved;
		}

		@Override
		protected void delete(User user, String reason, RequestContext context) {
			if (!user.getRetired()) {
				service().retireUser(user, reason);
			}
		}

		@Override
		public void purge(User user, RequestContext context) {
			service().purgeUser(user);
		}

		@Override
		public boolean isRetirable() {
			return true;
		}

		@PropertyGetter("display")
		public String getDisplayString(User user) {
			return StringUtils.defaultIfEmpty(user.getUsername(), user.getSystemId());
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return new NeedsPaging<>(service().getAllUsers(), context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			String username = context.getParameter("username");
			if (username != null) {
				User user = service().getUserByUsername(username);
				return new NeedsPaging<>(user == null ? Collections.emptyList() : Collections.singletonList(user), context);
			}
			String wanted = context.getParameter("roles");
			List<Role> roles = wanted == null ? null : new ArrayList<>();
			for (String name : StringUtils.split(StringUtils.defaultString(wanted), ',')) {
				Role role = service().getRoleByUuid(name);
				roles.add(role == null ? service().getRole(name) : role);
			}
			return new NeedsPaging<>(service().getUsers(context.getParameter("q"), roles, context.getIncludeAll()), context);
		}
	}

	@Resource(name = "v1/provider", supportedClass = Provider.class, supportedOpenmrsVersions = VERSIONS)
	public static class Providers extends CoreMetadata<Provider> {

		public Providers() {
			super(PrivilegeConstants.GET_PROVIDERS, "2.8",
				"uuid display person^ identifier attributes=activeAttributes^ retired +auditInfo providerRole^",
				"person! identifier! retired",
				new Access<>(Provider::new, uuid -> Context.getProviderService().getProviderByUuid(uuid),
					provider -> Context.getProviderService().saveProvider(provider),
					provider -> Context.getProviderService().purgeProvider(provider)));
		}

		@Override
		public void delete(Provider provider, String reason, RequestContext context) {
			if (!provider.getRetired()) {
				Context.getProviderService().retireProvider(provider, reason);
			}
		}

		@Override
		public String getDisplayString(Provider provider) {
			return (provider.getIdentifier() == null ? "" : provider.getIdentifier() + " - ") + provider.getName();
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return new NeedsPaging<>(Context.getProviderService().getAllProviders(context.getIncludeAll()), context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			List<Provider> providers = new ArrayList<>(
				Context.getProviderService().getAllProviders(context.getIncludeAll()));
			User user = context.getParameter("user") == null ? null
				: Context.getUserService().getUserByUuid(context.getParameter("user"));
			providers.removeIf(provider -> user == null
				? !StringUtils.containsIgnoreCase(getDisplayString(provider), context.getParameter("q"))
				: !user.getPerson().equals(provider.getPerson()));
			return new NeedsPaging<>(providers, context);
		}
	}

	@Resource(name = "v1/systemsetting", supportedClass = GlobalProperty.class, supportedOpenmrsVersions = VERSIONS)
	public static class SystemSettings extends DelegatingCrudResource<GlobalProperty> {

		private static AdministrationService service() {
			return Context.getAdministrationService();
		}

		@Override
		public String getRequiredGetPrivilege() {
			return PrivilegeConstants.GET_GLOBAL_PROPERTIES;
		}

		@Override
		public String getResourceVersion() {
			return "1.9";
		}

		@Override
		public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
			return rep instanceof RefRepresentation ? Description.settable("uuid display").addSelfLink()
				: Description.of(rep, "uuid property value description display +datatypeClassname +datatypeConfig "
					+ "+preferredHandlerClassname +handlerConfig");
		}

		@Override
		public DelegatingResourceDescription getCreatableProperties() {
			return Description.settable("property! description value");
		}

		@Override
		public DelegatingResourceDescription getUpdatableProperties() {
			return Description.settable("description value");
		}

		@Override
		public GlobalProperty newDelegate() {
			return new GlobalProperty();
		}

		@Override
		public GlobalProperty getByUniqueId(String uuidOrName) {
			GlobalProperty property = service().getGlobalPropertyByUuid(uuidOrName);
			return property == null ? service().getGlobalPropertyObject(uuidOrName) : property;
		}

		@Override
		public GlobalProperty save(GlobalProperty property) {
			return service().saveGlobalProperty(property);
		}

		@Override
		protected void delete(GlobalProperty property, String reason, RequestContext context) {
			service().purgeGlobalProperty(property);
		}

		@Override
		public void purge(GlobalProperty property, RequestContext context) {
			service().purgeGlobalProperty(property);
		}

		@PropertyGetter("display")
		public static String getDisplayString(GlobalProperty property) {
			return property.getProperty() + " = " + property.getPropertyValue();
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
		protected PageableResult doGetAll(RequestContext context) {
			return new NeedsPaging<>(service().getAllGlobalProperties(), context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			return new NeedsPaging<>(service().getGlobalPropertiesByPrefix(context.getParameter("q")), context);
		}
	}
}
