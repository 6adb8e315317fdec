/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import java.io.IOException;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;

import org.openmrs.module.HostModules;
import org.openmrs.module.Module;
import org.openmrs.module.webservices.rest.web.filter.AuthorizationFilter;
import org.openmrs.module.webservices.rest.web.filter.ContentTypeFilter;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.web.filter.CompositeFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.w3c.dom.Element;

/**
 * The filters that the modules declare, those of the REST module built in. As on the platform a later module's filters
 * come before an earlier one's, and patterns are compared with the address as it came in, undecoded and with path
 * parameters: {@code /ws/%72est} passes by a filter on {@code /ws/rest/*}.
 */
class ModuleFilters implements Filter {

	private final Collection<Module> modules;

	/** The patterns of the urls, and what filters them. */
	private final List<Map.Entry<String, Filter>> mappings = new ArrayList<>();

	ModuleFilters(Collection<Module> modules) {
		this.modules = modules;
	}

	@Override
	public void init(FilterConfig config) throws ServletException {
		for (Filter filter : new Filter[]{ new ShallowEtagHeaderFilter(), new ContentTypeFilter(),
			new AuthorizationFilter() }) {
			filter.init(config);
			mappings.add(new SimpleEntry<>("/ws/rest/*", filter));
		}
		for (Module module : modules) {
			mappings.addAll(0, mappingsOf(module, config.getServletContext()));
		}
	}

	@Override
	public void destroy() {
		mappings.forEach(mapping -> mapping.getValue().destroy());
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
		throws IOException, ServletException {
		HttpServletRequest httpRequest = (HttpServletRequest) request;
		String path = httpRequest.getRequestURI();
		if (path.startsWith(httpRequest.getContextPath())) {
			path = path.substring(httpRequest.getContextPath().length());
		}
		List<Filter> filters = new ArrayList<>();
		for (Map.Entry<String, Filter> mapping : mappings) {
			if (matches(mapping.getKey(), path)) {
				filters.add(mapping.getValue());
			}
		}
		CompositeFilter composite = new CompositeFilter();
		composite.setFilters(filters);
		composite.doFilter(request, response, chain);
	}

	private static boolean matches(String pattern, String path) {
		if (pattern.equals("*") || pattern.equals("/*") || pattern.equals(path)) {
			return true;
		}
		if (pattern.endsWith("/*")) {
			return (path + "/").startsWith(pattern.substring(0, pattern.length() - 1));
		}
		return pattern.startsWith("*.") && path.endsWith(pattern.substring(1)) && !path.endsWith("/" + pattern.substring(1));
	}

	private static List<Map.Entry<String, Filter>> mappingsOf(Module module, ServletContext servletContext)
		throws ServletException {
		Map<String, Filter> filters = new HashMap<>();
		for (Element element : HostModules.children(module.getConfig().getDocumentElement(), "filter")) {
			String name = HostModules.text(element, "filter-name");
			try {
				Filter filter = (Filter) HostModules.classLoaderOf(module)
					.loadClass(HostModules.text(element, "filter-class")).getDeclaredConstructor().newInstance();
				MockFilterConfig config = new MockFilterConfig(servletContext, name);
				for (Element parameter : HostModules.children(element, "init-param")) {
					config.addInitParameter(HostModules.text(parameter, "param-name"),
						HostModules.text(parameter, "param-value"));
				}
				filter.init(config);
				filters.put(name, filter);
			}
			catch (ReflectiveOperationException e) {
				throw new ServletException("Filter " + name, e);
			}
		}
		List<Map.Entry<String, Filter>> mappings = new ArrayList<>();
		for (Element element : HostModules.children(module.getConfig().getDocumentElement(), "filter-mapping")) {
			for (Element pattern : HostModules.children(element, "url-pattern")) {
				mappings
					.add(new SimpleEntry<>(pattern.getTextContent(), filters.get(HostModules.text(element, "filter-name"))));
			}
		}
		return mappings;
	}
}
