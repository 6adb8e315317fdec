/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lombok.Value;

/** Something that is wrong with what a person wrote: where, a stable code, and what the code's message is about. */
@Value
public class Problem {

	/** The property, for example {@code steps[2].windowFrom}; empty when it is about the whole. */
	String path;

	/** A message code, for example {@code retention.question.error.key-invalid}. */
	String code;

	List<Object> arguments;

	public static Problem of(String path, String code, Object... arguments) {
		return new Problem(path, code, Collections.unmodifiableList(Arrays.asList(arguments)));
	}
}
