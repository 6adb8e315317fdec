/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.Patient;

/** Something that another feature says has happened to a patient: a low score, a complaint resolved. */
@Value
@Builder
public class FollowUpEvent {

	/** As protocols name it in {@code trigger.event}. */
	String name;

	Patient patient;

	Instant at;

	/** What it is to the feature (a uuid, say): of one key one plan of a protocol is made, however often it is announced. */
	String key;

	/** Null: the default site. */
	Location location;

	/** Lines that the caller should know; null: none. */
	String context;

	/** Of several protocols that wait for it only the one with the highest priority takes it. */
	boolean once;
}
