/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** Versions as the modules' config.xml names them. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public class ModuleUtil {

	public static int compareVersion(String one, String other) {
		String[] ones = one.split("-")[0].split("\\.");
		String[] others = other.split("-")[0].split("\\.");
		for (int i = 0; i < Math.max(ones.length, others.length); i++) {
			int difference = Integer.compare(number(ones, i), number(others, i));
			if (difference != 0) {
				return difference;
			}
		}
		return 0;
	}

	private static int number(String[] parts, int i) {
		return i >= parts.length ? 0 : parts[i].equals("*") ? Integer.MAX_VALUE : Integer.parseInt(parts[i]);
	}

	/** A version alone means that one or later; {@code a - b} a range; commas separate alternatives. */
	public static boolean matchRequiredVersions(String version, String ranges) {
		if (ranges == null || ranges.trim().isEmpty()) {
			return true;
		}
		for (String range : ranges.split(",")) {
			String[] ends = range.trim().split("\\s+-\\s+");
			if (compareVersion(version, ends[0].replace("*", "0")) >= 0
				&& (ends.length == 1 || compareVersion(version, ends[1]) <= 0)) {
				return true;
			}
		}
		return false;
	}

	public static void checkRequiredVersion(String version, String value) {
		if (!matchRequiredVersions(version, value)) {
			throw new ModuleException("Module requires OpenMRS version " + value + ", this is " + version);
		}
	}
}
