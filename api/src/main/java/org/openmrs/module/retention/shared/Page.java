/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import lombok.Getter;

/** A slice of an ordered list, cut in SQL. */
@Getter
public final class Page {

	/** The first row, from 0. */
	private final int start;

	/** How many rows at the most, from 1. */
	private final int size;

	public Page(int start, int size) {
		if (start < 0 || size < 1) {
			throw new IllegalArgumentException("start " + start + ", size " + size);
		}
		this.start = start;
		this.size = size;
	}
}
