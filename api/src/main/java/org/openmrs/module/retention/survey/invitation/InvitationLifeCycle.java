/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.retention.shared.RetentionException;

/** What an invitation can become: always further on, never back. */
public final class InvitationLifeCycle {

	private static final Map<InvitationStatus, Set<InvitationStatus>> AFTER = new EnumMap<>(InvitationStatus.class);

	private static final Set<InvitationStatus> BY_HAND = Collections.unmodifiableSet(
		EnumSet.of(InvitationStatus.HANDED_OVER, InvitationStatus.DECLINED, InvitationStatus.WITHDRAWN));

	static {
		Set<InvitationStatus> ends = EnumSet.of(InvitationStatus.ANSWERED, InvitationStatus.DECLINED,
			InvitationStatus.WITHDRAWN);
		for (InvitationStatus status : InvitationStatus.values()) {
			EnumSet<InvitationStatus> after = EnumSet.noneOf(InvitationStatus.class);
			if (!status.isFinal()) {
				after.addAll(EnumSet.range(status, InvitationStatus.STARTED));
				after.remove(status);
				after.addAll(ends);
			}
			AFTER.put(status, Collections.unmodifiableSet(after));
		}
	}

	private InvitationLifeCycle() {
	}

	public static Set<InvitationStatus> after(InvitationStatus status) {
		return AFTER.get(status);
	}

	/** What staff may say of it; the rest comes of opening and answering. */
	public static Set<InvitationStatus> byHand() {
		return BY_HAND;
	}

	static void check(InvitationStatus from, InvitationStatus to) {
		if (!AFTER.get(from).contains(to)) {
			throw RetentionException.conflict("retention.survey.error.transition-not-allowed", "to", from, to);
		}
	}
}
