/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.RestError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Addresses under ours that no page has, or none in this way: looked at where something is only done, or the other way round. */
@RequestMapping("/retention/**")
public class UnknownPageController extends PageController {

	@Autowired
	private List<PageController> pages;

	@Override
	protected boolean isForUsers() {
		return false;
	}

	@Override
	protected boolean isTokenNeeded(HttpServletRequest request) {
		return false;
	}

	@RequestMapping
	public ModelAndView none(HttpServletRequest request, HttpServletResponse response) {
		Set<String> methods = methodsAt(request.getPathInfo());
		if (methods.isEmpty()) {
			throw RetentionException.notFound("retention.page.error.unknown-page", null);
		}
		RestError error = RestError.methodNotAllowed(request.getMethod(), methods);
		error.getHeaders().forEach(response::setHeader);
		return error(error, request);
	}

	/** By what the pages' own mappings say. */
	private Set<String> methodsAt(String path) {
		AntPathMatcher matcher = new AntPathMatcher();
		Set<String> methods = new TreeSet<>();
		pages.stream().filter(page -> !(page instanceof UnknownPageController)).map(Object::getClass)
			.forEach(page -> Arrays.stream(page.getMethods()).forEach(method -> {
				RequestMapping root = AnnotatedElementUtils.findMergedAnnotation(page, RequestMapping.class);
				RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
				if (mapping != null && Arrays.stream(mapping.value().length == 0 ? new String[]{ "" } : mapping.value())
					.anyMatch(below -> matcher.match(root.value()[0] + below, path))) {
					Arrays.stream(mapping.method()).map(RequestMethod::name).forEach(methods::add);
				}
			}));
		if (methods.contains("GET")) {
			methods.add("HEAD");
		}
		return methods;
	}
}
