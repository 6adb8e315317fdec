/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** The filters of a list. The gate has seen that each is known, given once and not blank. */
public final class QueryFilters {

	private final RequestContext context;

	public QueryFilters(RequestContext context) {
		this.context = context;
	}

	/** Whether the list is shown in that representation. */
	public boolean isFor(Representation representation) {
		return representation.getRepresentation().equals(context.getRepresentation().getRepresentation());
	}

	/** Null when absent. */
	public String text(String name) {
		String value = context.getParameter(name);
		return value == null ? null : value.trim();
	}

	public String required(String name) {
		String value = text(name);
		if (value == null) {
			throw RetentionException.invalid("retention.web.error.missing", name, name);
		}
		return value;
	}

	/** The name of a constant in any case; null when absent. */
	public <E extends Enum<E>> E choice(String name, Class<E> type) {
		String value = text(name);
		if (value == null) {
			return null;
		}
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
				return constant;
			}
		}
		throw RetentionException.invalid("retention.web.error.unknown-value", name, name,
			Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
	}

	/** True or false; null when absent. */
	public Boolean flag(String name) {
		String value = text(name);
		if (value != null && !"true".equals(value) && !"false".equals(value)) {
			throw RetentionException.invalid("retention.web.error.true-or-false", name, name);
		}
		return value == null ? null : Boolean.valueOf(value);
	}

	/** A whole number; null when absent. */
	public Integer number(String name) {
		String value = text(name);
		try {
			return value == null ? null : Integer.valueOf(value);
		}
		catch (NumberFormatException e) {
			throw RetentionException.invalid("retention.web.error.wrong-type", name, name, "integer");
		}
	}

	/** Date and time with an offset; null when absent. */
	public Instant instant(String name) {
		return JsonBody.of(Collections.singletonMap(name, text(name)), name).instant(name);
	}

	/** A local date; null when absent. */
	public LocalDate date(String name) {
		return JsonBody.of(Collections.singletonMap(name, text(name)), name).date(name);
	}

	/** A user's uuid, or {@code me} for the caller's; null when absent. */
	public String user(String name) {
		String value = text(name);
		User caller = Context.getAuthenticatedUser();
		return "me".equals(value) && caller != null ? caller.getUuid() : value;
	}

	public boolean includeAll() {
		return Boolean.TRUE.equals(context.getIncludeAll());
	}
}
