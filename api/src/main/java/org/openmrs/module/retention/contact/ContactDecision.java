/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Instant;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;

/** Whether a contact may be started. It never refuses the record of one that was made. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class ContactDecision {

	/** What the policy says. */
	public enum Verdict {
		ALLOWED, DEFERRED, SUPPRESSED
	}

	Verdict verdict;

	/** When it may be started; only with DEFERRED. */
	Instant until;

	/** Code such as {@code retention.contact.reason.quiet-hours}; null with ALLOWED. */
	String reason;

	public static ContactDecision allowed() {
		return new ContactDecision(Verdict.ALLOWED, null, null);
	}

	public static ContactDecision deferred(Instant until, String reason) {
		return new ContactDecision(Verdict.DEFERRED, until, reason);
	}

	public static ContactDecision suppressed(String reason) {
		return new ContactDecision(Verdict.SUPPRESSED, null, reason);
	}

	public boolean isAllowed() {
		return verdict == Verdict.ALLOWED;
	}
}
