/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.Map;

/** Ideas of patients that are put to others in contacts; the feature that has ideas implements it. */
public interface ContactIdeas {

	/**
	 * Counts what was said in a contact, in the caller's transaction. The caller needs the privilege to write down answers.
	 *
	 * @param contact uuid
	 * @param patient uuid of whom the contact was about
	 * @param at when
	 * @param opinions by uuid of the idea; what is wrong with them is refused, under {@code ideas.}
	 * @throws org.openmrs.module.retention.shared.RetentionException a conflict, when an idea is not being asked, or the patient has said it already
	 */
	void answer(String contact, String patient, Instant at, Map<String, Object> opinions);

	/** The contact is taken back, and with it what was said in it; the patient can be asked again. */
	void withdraw(String contact);
}
