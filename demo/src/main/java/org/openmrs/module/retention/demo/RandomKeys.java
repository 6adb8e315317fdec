/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.util.SplittableRandom;
import java.util.UUID;

/** Keys that are the same for the same seed. */
record RandomKeys(SplittableRandom random) {

	String uuid() {
		return new UUID(random.nextLong(), random.nextLong()).toString();
	}

	/** Of nothing: neither a link nor another wish leads here. */
	String hash() {
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < 4; i++) {
			digits.append(String.format("%016x", random.nextLong()));
		}
		return digits.toString();
	}
}
