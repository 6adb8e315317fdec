/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.Value;

/** Relationship types as a setting names them: {@code <uuid>} or {@code <uuid>:A}, {@code :B}, {@code :AB} for the side to ring. */
final class RelationshipSides {

	/** A type, and on which side of it those stand who are rung. */
	@Value
	static class Side {

		String type;

		/** On side A, and the patient on side B; else the other way round. */
		boolean first;
	}

	private RelationshipSides() {
	}

	/** In the order of the setting; what names no side that exists is left out. */
	static List<Side> parse(List<String> written) {
		List<Side> sides = new ArrayList<>();
		for (String one : written) {
			String[] parts = one.split(":", 2);
			String side = parts.length == 1 ? "A" : parts[1].trim().toUpperCase(Locale.ROOT);
			if ("A".equals(side) || "AB".equals(side)) {
				sides.add(new Side(parts[0].trim(), true));
			}
			if ("B".equals(side) || "AB".equals(side)) {
				sides.add(new Side(parts[0].trim(), false));
			}
		}
		return sides;
	}
}
