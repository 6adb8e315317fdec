/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.Map;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.EqualsAndHashCode;
import lombok.Value;

/** One row of a CSV file, by the lower-case names of its columns. */
@Value
@AllArgsConstructor(access = AccessLevel.PACKAGE)
public class CsvRow {

	@EqualsAndHashCode.Exclude
	int line;

	Map<String, String> values;

	/** Trimmed; empty when the column is empty or absent. */
	public String get(String column) {
		return values.getOrDefault(column, "");
	}

	public boolean has(String column) {
		return !get(column).isEmpty();
	}

	/** Marked as not to be made, in Initializer's way. */
	public boolean isRetired() {
		return "true".equalsIgnoreCase(get("void/retire"));
	}
}
