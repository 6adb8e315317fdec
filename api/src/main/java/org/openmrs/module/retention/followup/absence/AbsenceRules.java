/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import java.time.Instant;
import org.openmrs.User;
import org.openmrs.module.retention.shared.RetentionException;

/** What makes an absence. */
final class AbsenceRules {

	private static final String REQUIRED = "retention.followup.error.required";

	private static final int LONGEST_REASON = 255;

	private AbsenceRules() {
	}

	static void check(User user, Instant from, Instant to, User deputy, String reason) {
		require("user", user);
		require("from", from);
		require("to", to);
		if (!to.isAfter(from)) {
			throw RetentionException.invalid("retention.followup.error.absence-ends-before-it-starts", "to");
		}
		if (deputy != null && deputy.getUserId().equals(user.getUserId())) {
			throw RetentionException.invalid("retention.followup.error.absence-own-deputy", "deputy");
		}
		if (deputy != null && !Accounts.canWork(deputy)) {
			throw RetentionException.invalid("retention.followup.error.assignee-cannot-work", "deputy");
		}
		if (reason != null && reason.length() > LONGEST_REASON) {
			throw RetentionException.invalid("retention.followup.error.too-long", "reason", LONGEST_REASON);
		}
	}

	private static void require(String field, Object value) {
		if (value == null) {
			throw RetentionException.invalid(REQUIRED, field);
		}
	}
}
