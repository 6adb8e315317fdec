/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.v1_0.controller;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Maps exceptions to statuses: what carries no {@code @ResponseStatus} is a 500. */
@Controller
@RequestMapping(value = "/rest/**")
public class BaseRestController {

	private static final Logger log = LoggerFactory.getLogger(BaseRestController.class);

	@ExceptionHandler(APIAuthenticationException.class)
	@ResponseBody
	public SimpleObject apiAuthenticationExceptionHandler(Exception ex, HttpServletRequest request,
		HttpServletResponse response) throws Exception {
		if (Context.isAuthenticated()) {
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
			return RestUtil.wrapErrorResponse(ex, "User is logged in but doesn't have the relevant privilege");
		}
		if (!"true".equals(request.getHeader("Disable-WWW-Authenticate"))) {
			response.addHeader("WWW-Authenticate", "Basic realm=\"OpenMRS at " + RestConstants.URI_PREFIX + "\"");
		}
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		return RestUtil.wrapErrorResponse(ex, "User is not logged in");
	}

	@ExceptionHandler(ValidationException.class)
	@ResponseBody
	public SimpleObject validationExceptionHandler(ValidationException validationException, HttpServletRequest request,
		HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		return RestUtil.wrapValidationErrorResponse(validationException);
	}

	@ExceptionHandler(ConversionException.class)
	@ResponseBody
	public SimpleObject conversionExceptionHandler(ConversionException conversionException, HttpServletRequest request,
		HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		return RestUtil.wrapErrorResponse(conversionException, "");
	}

	@ExceptionHandler(HttpMessageNotReadableException.class)
	@ResponseBody
	public SimpleObject httpMessageNotReadableExceptionHandler(HttpMessageNotReadableException unreadable,
		HttpServletRequest request, HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		return RestUtil.wrapErrorResponse(unreadable, "");
	}

	@ExceptionHandler(Exception.class)
	@ResponseBody
	public SimpleObject handleException(Exception ex, HttpServletRequest request, HttpServletResponse response)
		throws Exception {
		ResponseStatus annotation = ex.getClass().getAnnotation(ResponseStatus.class);
		int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
		if (annotation != null) {
			status = annotation.value().value();
		} else if (RestUtil.hasCause(ex, APIAuthenticationException.class)) {
			return apiAuthenticationExceptionHandler(ex, request, response);
		} else if (ex instanceof HttpRequestMethodNotSupportedException) {
			status = HttpServletResponse.SC_METHOD_NOT_ALLOWED;
		}
		if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
			log.error(ex.getMessage(), ex);
		} else {
			log.info(ex.getMessage(), ex);
		}
		response.setStatus(status);
		return RestUtil.wrapErrorResponse(ex, annotation == null ? "" : annotation.reason());
	}

	/** A module with resources of its own overrides this in the controllers that it maps there. */
	public String getNamespace() {
		return RestConstants.VERSION_1;
	}

	public String buildResourceName(String resource) {
		String namespace = StringUtils.removeStart(getNamespace(), "/");
		return StringUtils.isBlank(namespace) ? resource : StringUtils.appendIfMissing(namespace, "/") + resource;
	}
}
