/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.retention.shared.RetentionException;

/** What a measure can become. What was said to be done is withdrawn, not unsaid; what was withdrawn can be planned again. */
public final class MeasureLifeCycle {

	private static final Map<MeasureStatus, Set<MeasureStatus>> AFTER = new EnumMap<>(MeasureStatus.class);

	static {
		AFTER.put(MeasureStatus.PLANNED, EnumSet.of(MeasureStatus.DONE, MeasureStatus.WITHDRAWN));
		AFTER.put(MeasureStatus.DONE, EnumSet.of(MeasureStatus.WITHDRAWN));
		AFTER.put(MeasureStatus.WITHDRAWN, EnumSet.of(MeasureStatus.PLANNED));
	}

	private MeasureLifeCycle() {
	}

	public static Set<MeasureStatus> after(MeasureStatus status) {
		return Collections.unmodifiableSet(AFTER.get(status));
	}

	static void check(MeasureStatus from, MeasureStatus to) {
		if (!AFTER.get(from).contains(to)) {
			throw RetentionException.conflict("retention.measure.error.transition-not-allowed", "to", from, to);
		}
	}
}
