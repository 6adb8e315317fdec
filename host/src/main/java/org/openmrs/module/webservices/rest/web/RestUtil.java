/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.openmrs.OpenmrsData;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.messagesource.MessageSourceService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.ServletRequestUtils;

public class RestUtil {

	public static Integer getDefaultLimit() {
		return integerSetting(RestConstants.MAX_RESULTS_DEFAULT_GLOBAL_PROPERTY_NAME, RestConstants.MAX_RESULTS_DEFAULT);
	}

	public static Integer getAbsoluteLimit() {
		return integerSetting(RestConstants.MAX_RESULTS_ABSOLUTE_GLOBAL_PROPERTY_NAME, RestConstants.MAX_RESULTS_ABSOLUTE);
	}

	public static RequestContext getRequestContext(HttpServletRequest request, HttpServletResponse response) {
		return getRequestContext(request, response, Representation.DEFAULT);
	}

	public static RequestContext getRequestContext(HttpServletRequest request, HttpServletResponse response,
		Representation defaultView) {
		Representation defaultRepresentation = defaultView == null ? Representation.DEFAULT : defaultView;
		RequestContext context = new RequestContext();
		context.setRequest(request);
		context.setResponse(response);
		String requested = notEmpty(request, RestConstants.REQUEST_PROPERTY_FOR_REPRESENTATION);
		context.setRepresentation(
			requested == null || requested.equalsIgnoreCase(defaultRepresentation.getRepresentation())
				? defaultRepresentation
				: Context.getService(RestService.class).getRepresentation(requested));
		context.setType(notEmpty(request, RestConstants.REQUEST_PROPERTY_FOR_TYPE));
		Integer limit = integerParameter(request, RestConstants.REQUEST_PROPERTY_FOR_LIMIT);
		if (limit != null) {
			context.setLimit(limit);
		}
		Integer startIndex = integerParameter(request, RestConstants.REQUEST_PROPERTY_FOR_START_INDEX);
		if (startIndex != null) {
			context.setStartIndex(startIndex);
		}
		Boolean includeAll = getBooleanParam(request, RestConstants.REQUEST_PROPERTY_FOR_INCLUDE_ALL);
		if (includeAll != null) {
			context.setIncludeAll(includeAll);
		}
		return context;
	}

	public static Boolean getBooleanParam(HttpServletRequest request, String param) {
		try {
			return ServletRequestUtils.getBooleanParameter(request, param);
		}
		catch (ServletRequestBindingException e) {
			return false;
		}
	}

	public static Object noContent(HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		return "";
	}

	public static Object created(HttpServletResponse response, Object created) {
		response.setStatus(HttpServletResponse.SC_CREATED);
		return located(response, created);
	}

	public static Object updated(HttpServletResponse response, Object updated) {
		response.setStatus(HttpServletResponse.SC_OK);
		return located(response, updated);
	}

	public static void setUriPrefix() {
		String configured = setting(RestConstants.URI_PREFIX_GLOBAL_PROPERTY_NAME);
		String base = StringUtils.isBlank(configured) ? "" : configured;
		RestConstants.URI_PREFIX = StringUtils.appendIfMissing(base, "/") + "ws/rest/";
	}

	public static <D extends OpenmrsData, C extends Collection<D>> Set<D> removeVoidedData(C input) {
		Set<D> data = new LinkedHashSet<>(input);
		data.removeIf(OpenmrsData::getVoided);
		return data;
	}

	public static <M extends OpenmrsMetadata, C extends Collection<M>> Set<M> removeRetiredData(C input) {
		Set<M> data = new LinkedHashSet<>(input);
		data.removeIf(OpenmrsMetadata::getRetired);
		return data;
	}

	public static boolean hasCause(Throwable throwable, Class<? extends Throwable> causeClassToLookFor) {
		return ExceptionUtils.indexOfType(throwable, causeClassToLookFor) >= 0;
	}

	/** The error with the messages of all its causes; its code is the place in the source that threw it. */
	public static SimpleObject wrapErrorResponse(Exception ex, String reason) {
		String message = ex.getMessage();
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			if (StringUtils.isNotBlank(cause.getMessage())) {
				message = (StringUtils.isBlank(message) ? "" : message + " => ") + cause.getMessage();
			}
		}
		Map<String, String> error = new LinkedHashMap<>();
		error.put("message", (StringUtils.isEmpty(reason) ? "" : reason + " ") + "[" + message + "]");
		StackTraceElement[] trace = ex.getStackTrace();
		error.put("code", trace.length == 0 ? "" : trace[0].getClassName() + ":" + trace[0].getLineNumber());
		boolean detailed = "true".equalsIgnoreCase(setting(RestConstants.ENABLE_STACK_TRACE_DETAILS_GLOBAL_PROPERTY_NAME));
		error.put("detail", trace.length > 0 && detailed ? ExceptionUtils.getStackTrace(ex) : "");
		error.put("rawMessage", ex.getMessage());
		error.put("translatedMessage",
			Context.getMessageSourceService().getMessage(ex.getMessage(), null, null, Context.getLocale()));
		return new SimpleObject().add("error", error);
	}

	public static SimpleObject wrapValidationErrorResponse(ValidationException ex) {
		String code = "webservices.rest.error.invalid.submission";
		List<SimpleObject> globalErrors = new ArrayList<>();
		for (ObjectError error : ex.getErrors().getGlobalErrors()) {
			globalErrors.add(describe(error));
		}
		Map<String, List<SimpleObject>> fieldErrors = new LinkedHashMap<>();
		for (FieldError error : ex.getErrors().getFieldErrors()) {
			fieldErrors.computeIfAbsent(error.getField(), field -> new ArrayList<>()).add(describe(error));
		}
		return new SimpleObject().add("error",
			new SimpleObject().add("message", Context.getMessageSourceService().getMessage(code)).add("code", code)
				.add("globalErrors", globalErrors).add("fieldErrors", fieldErrors));
	}

	/** The address by which the client reached us, as a proxy in between reports it. */
	public static StringBuffer determineSchemeHostAndPortFromRequest(HttpServletRequest request) {
		String scheme = StringUtils.defaultIfBlank(request.getHeader("X-Forwarded-Proto"), request.getScheme());
		String host = StringUtils.defaultIfBlank(request.getHeader("X-Forwarded-Host"), request.getServerName());
		String forwardedPort = request.getHeader("X-Forwarded-Port");
		String port = StringUtils.defaultIfBlank(forwardedPort, String.valueOf(request.getServerPort()));
		String schemeOfPort = StringUtils.isBlank(forwardedPort) ? request.getScheme() : scheme;
		boolean usual = port.equals("http".equalsIgnoreCase(schemeOfPort) ? "80"
			: "https".equalsIgnoreCase(schemeOfPort) ? "443" : null);
		return new StringBuffer(scheme + "://" + host + (usual ? "" : ":" + port));
	}

	static String urlEncode(String value) {
		try {
			return URLEncoder.encode(value, "UTF-8");
		}
		catch (UnsupportedEncodingException e) {
			throw new IllegalStateException(e);
		}
	}

	private static SimpleObject describe(ObjectError error) {
		MessageSourceService messages = Context.getMessageSourceService();
		return new SimpleObject().add("code", error.getCode()).add("message",
			messages.getMessage(error.getCode(), error.getArguments(), error.getDefaultMessage(), Context.getLocale()));
	}

	private static Object located(HttpServletResponse response, Object body) {
		Object uri = body instanceof Map ? ((Map<?, ?>) body).get("uri") : null;
		if (uri != null) {
			response.addHeader("Location", uri.toString());
		}
		return body;
	}

	private static String notEmpty(HttpServletRequest request, String parameter) {
		String value = request.getParameter(parameter);
		if ("".equals(value)) {
			throw new IllegalArgumentException("?" + parameter + "=(empty string) is not allowed");
		}
		return value;
	}

	/** What is not a number is ignored. */
	private static Integer integerParameter(HttpServletRequest request, String parameter) {
		return toInteger(request.getParameter(parameter), null);
	}

	private static Integer integerSetting(String name, Integer fallback) {
		return toInteger(setting(name), fallback);
	}

	private static Integer toInteger(String text, Integer fallback) {
		try {
			return Integer.valueOf(text);
		}
		catch (NumberFormatException e) {
			return fallback;
		}
	}

	private static String setting(String name) {
		try {
			Context.addProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
			return Context.getAdministrationService().getGlobalProperty(name);
		}
		finally {
			Context.removeProxyPrivilege(PrivilegeConstants.GET_GLOBAL_PROPERTIES);
		}
	}
}
