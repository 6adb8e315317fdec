/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.ArrayList;
import java.util.List;

/** Collects problems while a definition is walked; each knows the path at which the walk stood. */
public final class Problems {

	private final String path;

	private final List<Problem> found;

	public Problems() {
		this("", new ArrayList<>());
	}

	private Problems(String path, List<Problem> found) {
		this.path = path;
		this.found = found;
	}

	/** The same collection, one property further down. */
	public Problems in(String property) {
		return new Problems(join(property), found);
	}

	/** The same collection, at one element of a list. */
	public Problems in(String property, int index) {
		return in(property + "[" + index + "]");
	}

	/** Adds a problem with a property of what is walked now; an empty property means the thing itself. */
	public void add(String property, String code, Object... arguments) {
		found.add(Problem.of(join(property), code, arguments));
	}

	/** Adds the problem unless the condition holds. Answers whether it held. */
	public boolean check(boolean holds, String property, String code, Object... arguments) {
		if (!holds) {
			add(property, code, arguments);
		}
		return holds;
	}

	public List<Problem> found() {
		return found;
	}

	private String join(String property) {
		if (property.isEmpty()) {
			return path;
		}
		return path.isEmpty() ? property : path + "." + property;
	}
}
