/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.Collections;
import java.util.List;
import org.openmrs.api.APIException;

/**
 * A refusal that the caller can act on: a stable code (a message code in our message files), the arguments of its
 * message, the field it is about where there is one, and the kind that decides the HTTP status.
 */
public class RetentionException extends APIException {

	/** What kind of refusal it is; the web layer maps each to one HTTP status. */
	public enum Kind {
		/** 400: the request cannot be understood or breaks a rule. */
		INVALID,
		/** 404: what the request names does not exist. */
		NOT_FOUND,
		/** 409: the request was overtaken by another or does not fit the present state. */
		CONFLICT
	}

	private final Kind kind;

	private final String code;

	private final String field;

	private final transient Object[] arguments;

	/** Everything that is wrong, where more than one thing may be; empty otherwise. */
	private final transient List<Problem> problems;

	public RetentionException(Kind kind, String code, String field, Object... arguments) {
		this(kind, code, field, arguments, Collections.emptyList());
	}

	private RetentionException(Kind kind, String code, String field, Object[] arguments, List<Problem> problems) {
		super(code);
		this.kind = kind;
		this.code = code;
		this.field = field;
		this.arguments = arguments;
		this.problems = problems;
	}

	/** @param problems at least one; the first gives the code and the field */
	public static RetentionException invalid(List<Problem> problems) {
		Problem first = problems.get(0);
		return new RetentionException(Kind.INVALID, first.getCode(), first.getPath(), first.getArguments().toArray(),
			problems);
	}

	public static RetentionException invalid(String code, String field, Object... arguments) {
		return new RetentionException(Kind.INVALID, code, field, arguments);
	}

	public static RetentionException notFound(String code, String field, Object... arguments) {
		return new RetentionException(Kind.NOT_FOUND, code, field, arguments);
	}

	public static RetentionException conflict(String code, String field, Object... arguments) {
		return new RetentionException(Kind.CONFLICT, code, field, arguments);
	}

	public Kind getKind() {
		return kind;
	}

	/** For example {@code retention.followup.error.stale-version}; never renamed within a major version. */
	public String getCode() {
		return code;
	}

	/** The property of the request that the refusal is about; null when it is about the whole. */
	public String getField() {
		return field;
	}

	public List<Problem> getProblems() {
		return problems == null ? Collections.emptyList() : problems;
	}

	public Object[] getArguments() {
		return arguments == null ? new Object[0] : arguments.clone();
	}
}
