/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.ValidationException;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.module.webservices.rest.web.v1_0.controller.MainResourceController;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for our main resources; without it the platform knows none of them. */
@RequestMapping("/rest/" + Namespace.V1)
public class RetentionResourceController extends MainResourceController {

	private final ErrorMapper errors = new ErrorMapper();

	@Override
	public String getNamespace() {
		return Namespace.V1;
	}

	/** Refuses what came around the gate by an oddly written path. */
	@ModelAttribute
	public void requireGate(HttpServletRequest request) {
		if (request.getAttribute(Namespace.PASSED_GATE) == null) {
			throw RetentionException.invalid("retention.web.error.path-parameter", null);
		}
	}

	@Override
	public SimpleObject apiAuthenticationExceptionHandler(Exception thrown, HttpServletRequest request,
		HttpServletResponse response) {
		return errors.map(thrown, request).answer(response);
	}

	@Override
	public SimpleObject validationExceptionHandler(ValidationException thrown, HttpServletRequest request,
		HttpServletResponse response) {
		return errors.map(thrown, request).answer(response);
	}

	@Override
	public SimpleObject conversionExceptionHandler(ConversionException thrown, HttpServletRequest request,
		HttpServletResponse response) {
		return errors.map(thrown, request).answer(response);
	}

	@Override
	public SimpleObject httpMessageNotReadableExceptionHandler(HttpMessageNotReadableException thrown,
		HttpServletRequest request, HttpServletResponse response) {
		return errors.map(thrown, request).answer(response);
	}

	@Override
	public SimpleObject handleException(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
		return errors.map(thrown, request).answer(response);
	}
}
