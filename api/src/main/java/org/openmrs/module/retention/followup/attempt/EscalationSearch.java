/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.RedFlag;

/** Which escalations; an empty search means all. A reference to something unknown is refused. */
@Value
@Builder(toBuilder = true)
public class EscalationSearch {

	/** Patient uuid. */
	String patient;

	/** Uuid of the contact that it came of. */
	String attempt;

	/** Uuid of the user it is with. */
	String owner;

	/** Name of the role it is with. */
	String role;

	Escalation.Kind kind;

	Escalation.Status status;

	RedFlag.Severity severity;

	/** True: nobody has closed it, nor taken it back. */
	boolean live;

	/** True: with the caller, or with nobody yet of a role that the caller has; false: with others. Null: with anybody. */
	Boolean mine;

	/** True: open and past the time by which somebody should have acknowledged it; false: not so. */
	Boolean late;
}
