/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import lombok.Value;
import org.openmrs.Person;

/** An earlier contact with the person, as far as the next caller must know it. */
@Value
public class LastContact {

	/** What {@link #of} takes, of a contact {@code a}; the second is the id of whom it was about. */
	static final String COLUMNS = "a.uuid, a.patient.personId, a.startedAt, str(a.direction), str(a.result),"
		+ " str(a.disposition), a.toldNext, a.unresolved, a.toldCannot";

	/** Uuid of the attempt. */
	String uuid;

	/** Whom it was about: in a call about several patients, what was said of one is not for another. */
	Person patient;

	Instant startedAt;

	String direction;

	String result;

	String disposition;

	/** What the person was told would happen next. */
	String toldNext;

	/** What could not be solved. */
	String unresolved;

	/** What the person was told that we cannot do, and why. */
	String toldCannot;

	static LastContact of(Object[] row, Person patient) {
		return new LastContact((String) row[0], patient, (Instant) row[2], (String) row[3], (String) row[4], (String) row[5],
			(String) row[6], (String) row[7], (String) row[8]);
	}
}
