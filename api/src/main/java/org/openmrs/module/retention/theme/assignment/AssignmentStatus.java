/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

/** How sure it is that a comment is about a theme. */
public enum AssignmentStatus {

	/** By the model or by phrases. */
	PROPOSED,
	/** By a person. */
	CONFIRMED,
	/** A person says that it is not; it is not proposed again. */
	REJECTED,
	/** A person says that it is another. */
	CORRECTED,
	/** What proposed it does so no more, or the theme was retired. */
	WITHDRAWN;

	/** Whether the comment counts as being about the theme. */
	public boolean holds() {
		return this == PROPOSED || this == CONFIRMED;
	}
}
