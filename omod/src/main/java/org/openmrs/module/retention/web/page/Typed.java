/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import lombok.Value;

/** One field of a form that could not be taken in, as it was typed: shown again, so that nothing is lost. */
@Value
public class Typed {

	private static final Set<String> NOT_KEPT = Collections
		.unmodifiableSet(new HashSet<>(Arrays.asList("token", "password", FormProof.FIELD)));

	String name;

	String value;

	static List<Typed> of(HttpServletRequest request) {
		List<Typed> typed = new ArrayList<>();
		for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
			if (!NOT_KEPT.contains(field.getKey())) {
				for (String value : field.getValue()) {
					typed.add(new Typed(field.getKey(), value));
				}
			}
		}
		return typed;
	}
}
