/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.retention.shared.RetentionException;

/** What an idea can become. What was dropped can be asked again; what is done is done. */
public final class IdeaLifeCycle {

	private static final Map<IdeaStatus, Set<IdeaStatus>> AFTER = new EnumMap<>(IdeaStatus.class);

	static {
		AFTER.put(IdeaStatus.NOTED, EnumSet.of(IdeaStatus.ASKING, IdeaStatus.ADOPTED, IdeaStatus.DROPPED));
		AFTER.put(IdeaStatus.ASKING, EnumSet.of(IdeaStatus.NOTED, IdeaStatus.ADOPTED, IdeaStatus.DROPPED));
		AFTER.put(IdeaStatus.ADOPTED, EnumSet.noneOf(IdeaStatus.class));
		AFTER.put(IdeaStatus.DROPPED, EnumSet.of(IdeaStatus.ASKING));
	}

	private IdeaLifeCycle() {
	}

	public static Set<IdeaStatus> after(IdeaStatus status) {
		return Collections.unmodifiableSet(AFTER.get(status));
	}

	static void check(IdeaStatus from, IdeaStatus to) {
		if (!AFTER.get(from).contains(to)) {
			throw RetentionException.conflict("retention.survey.error.idea-transition-not-allowed", "to", from, to);
		}
	}
}
