/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.api.impl;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.lang3.StringUtils;
import org.hibernate.proxy.HibernateProxy;
import org.openmrs.api.APIException;
import org.openmrs.module.ModuleUtil;
import org.openmrs.module.webservices.rest.util.ReflectionUtil;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.NamedRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.module.webservices.rest.web.response.UnknownResourceException;
import org.openmrs.util.OpenmrsConstants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Finds the resources by a scan of the class path and makes each by its constructor: they are no Spring beans. */
public class RestServiceImpl implements RestService {

	@Autowired
	private ApplicationContext applicationContext;

	private volatile Resources resources;

	/** A new context may bring new classes of old names. */
	public RestServiceImpl() {
		initialize();
	}

	@Override
	public void initialize() {
		resources = null;
		ConversionUtil.clearCache();
		ReflectionUtil.clearCaches();
	}

	@Override
	public Representation getRepresentation(String requested) {
		if (StringUtils.isEmpty(requested) || RestConstants.REPRESENTATION_DEFAULT.equals(requested)) {
			return Representation.DEFAULT;
		}
		if (RestConstants.REPRESENTATION_REF.equals(requested)) {
			return Representation.REF;
		}
		if (RestConstants.REPRESENTATION_FULL.equals(requested)) {
			return Representation.FULL;
		}
		return requested.startsWith(RestConstants.REPRESENTATION_CUSTOM_PREFIX)
			? new CustomRepresentation(requested.replace(RestConstants.REPRESENTATION_CUSTOM_PREFIX, ""))
			: new NamedRepresentation(requested);
	}

	@Override
	public Resource getResourceByName(String name) throws APIException {
		Resource resource = resources().byName.get(name);
		if (resource == null) {
			throw new UnknownResourceException("Unknown resource: " + name);
		}
		return resource;
	}

	@Override
	public Resource getResourceBySupportedClass(Class<?> resourceClass) throws APIException {
		Class<?> type = HibernateProxy.class.isAssignableFrom(resourceClass) ? resourceClass.getSuperclass() : resourceClass;
		Class<?> best = null;
		for (Class<?> candidate : resources().byClass.keySet()) {
			if (candidate.isAssignableFrom(type) && (best == null || best.isAssignableFrom(candidate))) {
				best = candidate;
			}
		}
		if (best == null) {
			throw new APIException("Unknown resource: " + resourceClass);
		}
		return resources().byClass.get(best);
	}

	private Resources resources() {
		Resources found = resources;
		if (found == null) {
			found = scan();
			resources = found;
		}
		return found;
	}

	private Resources scan() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.setResourceLoader(applicationContext);
		scanner.addIncludeFilter(new AssignableTypeFilter(Resource.class));
		Set<String> names = new TreeSet<>();
		scanner.findCandidateComponents("org.openmrs").forEach(candidate -> names.add(candidate.getBeanClassName()));
		Resources found = new Resources();
		for (String name : names) {
			try {
				found.add(applicationContext.getClassLoader().loadClass(name));
			}
			catch (ReflectiveOperationException e) {
				throw new APIException("Failed to instantiate " + name, e);
			}
		}
		return found;
	}

	private static class Resources {

		private final Map<String, Resource> byName = new HashMap<>();

		private final Map<Class<?>, Resource> byClass = new HashMap<>();

		private void add(Class<?> type) throws ReflectiveOperationException {
			org.openmrs.module.webservices.rest.web.annotation.Resource top = type
				.getAnnotation(org.openmrs.module.webservices.rest.web.annotation.Resource.class);
			SubResource sub = type.getAnnotation(SubResource.class);
			if (top != null) {
				add(type, top.name(), top.supportedClass(), top.supportedOpenmrsVersions());
			} else if (sub != null) {
				String parent = sub.parent().getAnnotation(org.openmrs.module.webservices.rest.web.annotation.Resource.class)
					.name();
				add(type, parent + "/" + sub.path(), sub.supportedClass(), sub.supportedOpenmrsVersions());
			}
		}

		private void add(Class<?> type, String name, Class<?> supported, String[] versions)
			throws ReflectiveOperationException {
			boolean matches = false;
			for (String version : versions) {
				matches |= ModuleUtil.matchRequiredVersions(OpenmrsConstants.OPENMRS_VERSION_SHORT, version);
			}
			if (!matches) {
				return;
			}
			if (byName.containsKey(name)) {
				throw new IllegalStateException("Two resources with the same name: " + name);
			}
			Resource resource = (Resource) type.getDeclaredConstructor().newInstance();
			byName.put(name, resource);
			byClass.put(supported, resource);
		}
	}
}
