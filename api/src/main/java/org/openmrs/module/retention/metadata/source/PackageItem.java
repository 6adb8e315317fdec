/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.function.ToIntFunction;
import lombok.AccessLevel;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.ToString;
import lombok.Value;

/** One thing that a file defines. */
@Value
public class PackageItem {

	/** What makes it unique among all of its kind: a uuid, or the name where the kind has none. */
	String key;

	String name;

	/** The line it begins on. */
	int line;

	/** What the file says, in the form of its kind. */
	Object definition;

	@Getter(AccessLevel.NONE)
	@EqualsAndHashCode.Exclude
	@ToString.Exclude
	ToIntFunction<String> lines;

	/** The line of one of its properties. */
	public int lineOf(String path) {
		return lines.applyAsInt(path);
	}
}
