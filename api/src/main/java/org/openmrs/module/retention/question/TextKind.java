/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.question;

/** What an open question asks for; "nothing" means the opposite after "what was good?" of what it means after "what was not?". */
public enum TextKind {
	WHAT_WAS_GOOD, COULD_BE_BETTER, UNSPECIFIC, SUGGESTION
}
