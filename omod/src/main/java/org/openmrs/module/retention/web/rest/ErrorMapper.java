/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.OptimisticLockException;
import javax.servlet.http.HttpServletRequest;
import lombok.extern.slf4j.Slf4j;
import org.hibernate.StaleStateException;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;
import org.openmrs.module.webservices.rest.web.response.UnknownResourceException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * One place that turns an exception into a status and a code. Looks through the wrappers of the framework for the cause
 * that says something.
 */
@Slf4j
class ErrorMapper {

	private static final int MAX_DEPTH = 20;

	/** What the caller can act on; null: anything else, and what is about the caller rather than what was sent. */
	RestError refused(Throwable thrown) {
		Throwable cause = thrown;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			RestError error = cause instanceof APIAuthenticationException ? null : known(cause, null);
			if (error != null) {
				return error;
			}
			cause = cause.getCause();
		}
		return null;
	}

	RestError map(Throwable thrown, HttpServletRequest request) {
		Throwable cause = thrown;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			RestError error = known(cause, request);
			if (error != null) {
				return error;
			}
			cause = cause.getCause();
		}
		RestError refused = refusedByFramework(thrown);
		if (refused != null) {
			return refused;
		}
		// The message may hold what a user typed: the place of the failure is enough to find it.
		log.error("{} {} failed: {}", request.getMethod(), request.getServletPath(), Trace.of(thrown));
		return RestError.of(500, "retention.web.error.internal", null);
	}

	private RestError known(Throwable cause, HttpServletRequest request) {
		if (cause instanceof RetentionException) {
			return refusal((RetentionException) cause);
		}
		if (cause instanceof ValidationException) {
			return invalid((ValidationException) cause);
		}
		if (cause instanceof APIAuthenticationException) {
			return unauthorised(request);
		}
		if (cause instanceof ConcurrencyFailureException || cause instanceof OptimisticLockException
			|| cause instanceof StaleStateException || cause instanceof DataIntegrityViolationException
			|| LockRetry.isOfLock(cause)) {
			return RestError.of(409, "retention.web.error.overtaken", null);
		}
		if (cause instanceof HttpMessageNotReadableException) {
			return RestError.badRequest("retention.web.error.unreadable-body", null);
		}
		return null;
	}

	private RestError refusal(RetentionException refusal) {
		RestError error = RestError.of(status(refusal.getKind()), refusal.getCode(), refusal.getField(),
			refusal.getArguments());
		if (refusal.getProblems().isEmpty()) {
			return error;
		}
		Map<String, List<Map<String, String>>> byField = new LinkedHashMap<>();
		for (Problem problem : refusal.getProblems()) {
			byField.computeIfAbsent(problem.getPath(), path -> new ArrayList<>()).add(item(problem.getCode(),
				Messages.text(problem.getCode(), Context.getLocale(), problem.getArguments().toArray())));
		}
		return error.detail("globalErrors", Collections.emptyList()).detail("fieldErrors", byField);
	}

	private static int status(RetentionException.Kind kind) {
		switch (kind) {
			case NOT_FOUND:
				return 404;
			case CONFLICT:
				return 409;
			default:
				return 400;
		}
	}

	/** The lists have the names and the form in which the platform's own resources give them. */
	private RestError invalid(ValidationException invalid) {
		List<Map<String, String>> global = new ArrayList<>();
		Map<String, List<Map<String, String>>> byField = new LinkedHashMap<>();
		if (invalid.getErrors() != null) {
			invalid.getErrors().getGlobalErrors().forEach(error -> global.add(item(error.getCode(), message(error))));
			for (FieldError error : invalid.getErrors().getFieldErrors()) {
				byField.computeIfAbsent(error.getField(), field -> new ArrayList<>())
					.add(item(error.getCode(), message(error)));
			}
		}
		return RestError.badRequest("retention.web.error.invalid", byField.isEmpty()
			? null
			: byField.keySet().iterator()
				.next())
			.detail("globalErrors", global).detail("fieldErrors", byField);
	}

	private static Map<String, String> item(String code, String message) {
		Map<String, String> item = new LinkedHashMap<>();
		item.put("code", code);
		item.put("message", message);
		return item;
	}

	/** Of our validators, or of the platform's. */
	private static String message(ObjectError error) {
		String own = Messages.text(error.getCode(), Context.getLocale(), error.getArguments());
		return !own.equals(error.getCode()) ? own : Context.getMessageSourceService().getMessage(error.getCode(),
			error.getArguments(), error.getDefaultMessage(), Context.getLocale());
	}

	private RestError unauthorised(HttpServletRequest request) {
		if (Context.isAuthenticated()) {
			return RestError.of(403, "retention.web.error.not-allowed", null);
		}
		RestError error = RestError.of(401, "retention.web.error.not-logged-in", null);
		boolean quiet = "true".equals(request.getHeader("Disable-WWW-Authenticate"));
		return quiet
			? error
			: error.header("WWW-Authenticate", "Basic realm=\"OpenMRS at " + RestConstants.URI_PREFIX
				+ "\"");
	}

	/** What the REST framework itself refuses; a conversion that failed on an error of ours is not among it. */
	private RestError refusedByFramework(Throwable thrown) {
		if (thrown instanceof ConversionException) {
			return isUnknownProperty(thrown)
				? RestError.badRequest("retention.web.error.representation-property", "v")
				: null;
		}
		if (thrown instanceof UnknownResourceException) {
			return RestError.unknownResource();
		}
		ResponseStatus status = thrown.getClass().getAnnotation(ResponseStatus.class);
		if (thrown instanceof ResponseException && status != null && status.value().is4xxClientError()) {
			boolean unknown = status.value().value() == 404;
			return RestError.of(status.value().value(), unknown
				? "retention.web.error.not-found"
				: "retention.web.error.refused", null);
		}
		return null;
	}

	/** A custom representation may name what a nested object does not have. */
	private static boolean isUnknownProperty(Throwable thrown) {
		Throwable root = thrown;
		for (int depth = 0; root.getCause() != null && depth < MAX_DEPTH; depth++) {
			root = root.getCause();
		}
		return root instanceof NoSuchMethodException || root == thrown || root instanceof ConversionException;
	}
}
