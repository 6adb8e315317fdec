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
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;

/** A plan that somebody asks for, of a protocol with the trigger MANUAL. */
@Value
@Builder
public class PlanRequest {

	FollowUpProtocol protocol;

	Patient patient;

	/** From when its steps are counted; null: now. */
	Instant at;

	/** Null: the default site. */
	Location location;

	/** Lines that the caller should know; null: none. */
	String context;
}
