/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.retention.shared.RetentionException;

/** What can become of a theme at a comment. What a person has decided only a person changes. */
public final class AssignmentLifeCycle {

	private static final Map<AssignmentStatus, Set<AssignmentStatus>> AFTER = new EnumMap<>(AssignmentStatus.class);

	private static final Set<AssignmentStatus> FIRST = Collections
		.unmodifiableSet(EnumSet.of(AssignmentStatus.PROPOSED, AssignmentStatus.CONFIRMED));

	static {
		after(AssignmentStatus.PROPOSED, EnumSet.of(AssignmentStatus.CONFIRMED, AssignmentStatus.REJECTED,
			AssignmentStatus.CORRECTED, AssignmentStatus.WITHDRAWN));
		after(AssignmentStatus.CONFIRMED, EnumSet.of(AssignmentStatus.REJECTED, AssignmentStatus.CORRECTED));
		after(AssignmentStatus.REJECTED, EnumSet.of(AssignmentStatus.CONFIRMED));
		after(AssignmentStatus.CORRECTED, EnumSet.of(AssignmentStatus.CONFIRMED));
		after(AssignmentStatus.WITHDRAWN, EnumSet.of(AssignmentStatus.PROPOSED, AssignmentStatus.CONFIRMED));
	}

	private AssignmentLifeCycle() {
	}

	private static void after(AssignmentStatus from, EnumSet<AssignmentStatus> to) {
		AFTER.put(from, Collections.unmodifiableSet(to));
	}

	/** @param from null: the comment has not had the theme yet */
	public static Set<AssignmentStatus> after(AssignmentStatus from) {
		return from == null ? FIRST : AFTER.get(from);
	}

	static void check(AssignmentStatus from, AssignmentStatus to) {
		if (!after(from).contains(to)) {
			throw RetentionException.conflict("retention.theme.error.transition-not-allowed", "theme", String.valueOf(from),
				to);
		}
	}
}
