/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import java.time.Instant;
import lombok.Value;
import org.openmrs.Person;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactPoint;

/** A number or address as it is shown: with the person whose it is, when a person was asked for. */
@Value
public class ReachedAt {

	String uuid;

	/** Null: the point alone was asked for; several people may share it. */
	Person person;

	ContactPoint.Kind kind;

	/** Null with {@link #person}: the number stays in the person's attributes. */
	String value;

	/** Last four digits of a number. */
	String tail;

	ContactPoint.State state;

	String stateReason;

	Instant stateAt;

	Integer position;

	Integer sharedWith;

	Integer version;

	static ReachedAt of(Person person, ContactDetail detail) {
		return new ReachedAt(detail.getUuid(), person, detail.getKind(), detail.getValue(), null, detail.getState(),
			detail.getStateReason(), detail.getStateAt(), detail.getPosition(), detail.getSharedWith(),
			detail.getVersion());
	}

	static ReachedAt of(ContactPoint point) {
		return new ReachedAt(point.getUuid(), null, point.getKind(), null, point.getTail(), point.getState(),
			point.getStateReason(), point.getStateAt(), null, null, point.getVersion());
	}
}
