/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

/** How far an invitation has come. That it has expired follows from its date. */
public enum InvitationStatus {

	/** There is a link; the person does not have it yet. */
	CREATED,
	/** The person has the link or the slip. */
	HANDED_OVER,
	/** The link was opened. */
	OPENED,
	/** The first question was answered, or an interview begun. */
	STARTED,
	ANSWERED,
	/** The person does not want to answer. */
	DECLINED,
	/** By the clinic. */
	WITHDRAWN;

	/** Nothing comes after it. */
	public boolean isFinal() {
		return this == ANSWERED || this == DECLINED || this == WITHDRAWN;
	}
}
