/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import lombok.Value;
import org.openmrs.module.retention.contact.ContactCircle;

/** Whom to ring for a patient: the first in the circle's order who has a number that is not known to be wrong. */
@Value
class RingChoice {

	/** Null: the patient. */
	Integer personId;

	/** Null: the patient. */
	RingReason reason;

	/** Whether anybody of the circle can be reached. */
	boolean reachable;

	/**
	 * @param works who has a number that works, and may be called there
	 * @param known who has any number
	 */
	static RingChoice of(ContactCircle circle, LocalDate day, Predicate<Integer> works, Predicate<Integer> known) {
		List<Integer> order = circle.inOrder(day);
		Integer chosen = order.stream().filter(works).findFirst().orElse(null);
		boolean reachable = chosen != null;
		if (chosen == null) {
			chosen = order.stream().filter(id -> id.equals(circle.getPatientId()) || known.test(id)).findFirst()
				.orElse(circle.getPatientId());
		}
		if (chosen.equals(circle.getPatientId())) {
			return new RingChoice(null, null, reachable);
		}
		return new RingChoice(chosen, reason(circle, day, order, chosen), reachable);
	}

	private static RingReason reason(ContactCircle circle, LocalDate day, List<Integer> order, Integer chosen) {
		if (!circle.isMinor(day) || !circle.member(chosen).isGuardian()) {
			return RingReason.CONTACT_PERSON;
		}
		return order.get(0).equals(chosen) ? RingReason.GUARDIAN : RingReason.NEXT_GUARDIAN;
	}
}
