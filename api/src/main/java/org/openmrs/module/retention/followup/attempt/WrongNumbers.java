/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.Arrays;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.SystemActions;

/** Numbers that a contact found wrong: flagged for everyone on them, and as they were before when it is taken back. */
@RequiredArgsConstructor
class WrongNumbers {

	private static final Collection<String> CONTACTS = Arrays.asList(RetentionPrivileges.GET_CONTACTS,
		RetentionPrivileges.MANAGE_CONTACTS);

	private final ContactService contacts;

	private final AttemptDao attempts;

	void flag(ContactAttempt attempt) {
		if (isWrong(attempt)) {
			SystemActions.asSystem(CONTACTS, () -> {
				ContactPoint point = contacts.getContactPointByKey(attempt.getPointKey());
				attempt.setPointStateBefore(point.getState());
				attempt.setPointReasonBefore(point.getStateReason());
				return contacts.setPointState(attempt.getPointKey(), ContactPoint.State.WRONG, attempt.source());
			});
		}
	}

	/**
	 * The attempt is voided already. What somebody has said of the number since stands; another contact that found it wrong
	 * after this one goes back, when it is voided, to what was before this one.
	 */
	void withdraw(ContactAttempt attempt) {
		if (!isWrong(attempt)) {
			return;
		}
		attempts.flaggedAfter(attempt).forEach(later -> {
			later.setPointStateBefore(attempt.getPointStateBefore());
			later.setPointReasonBefore(attempt.getPointReasonBefore());
		});
		SystemActions.asSystem(CONTACTS, () -> {
			ContactPoint point = contacts.getContactPointByKey(attempt.getPointKey());
			boolean ours = point != null && attempt.source().equals(point.getStateReason());
			return ours ? contacts.setPointState(attempt.getPointKey(), attempt.getPointStateBefore(),
				attempt.getPointReasonBefore()) : point;
		});
	}

	private static boolean isWrong(ContactAttempt attempt) {
		return attempt.getResult() == AttemptResult.WRONG_NUMBER && attempt.getPointKey() != null;
	}
}
