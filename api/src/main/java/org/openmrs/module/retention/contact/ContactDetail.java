/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;

/** A number or address of a person as it stands in the chart, with what is known about it. */
@Value
@Builder(toBuilder = true)
public class ContactDetail {

	/** Uuid of the contact point, shared by everyone who is reached there; null: it cannot be read as a number or address. */
	String uuid;

	/** Uuid of the person attribute in which it stands in the chart. */
	String attribute;

	/** Uuid of that attribute's type. */
	String type;

	ContactPoint.Kind kind;

	/** E.164 number or lower-case address; as written when it cannot be read. */
	String value;

	/** As written in the chart. */
	String written;

	/** SHA-256 of the normalised form; null when it cannot be read. */
	String key;

	/** WRONG when it cannot be read. */
	ContactPoint.State state;

	String stateReason;

	Instant stateAt;

	/** Order in which the person wants to be reached, from 0. */
	int position;

	/** Others who are reached there too. */
	int sharedWith;

	Integer version;

	/** When it came into the chart. */
	Instant writtenAt;

	/** It came into the chart while the person was a minor and nobody has confirmed it since. */
	boolean confirm;

	/** A number in groups of digits with its country code, as it is read aloud and dialled; else as it is written. */
	public String getReadable() {
		return kind == ContactPoint.Kind.PHONE && key != null ? ContactAddress.readable(value) : value;
	}

	/** Whether it can be tried. */
	public boolean isUsable() {
		return key != null && state != ContactPoint.State.WRONG;
	}
}
