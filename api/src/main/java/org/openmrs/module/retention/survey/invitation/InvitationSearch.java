/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Patient;
import org.openmrs.module.retention.survey.Survey;

/** Which invitations; what is null does not restrict. */
@Value
@Builder
public class InvitationSearch {

	Survey survey;

	Patient patient;

	InvitationStatus status;

	/** True: can be answered now; false: cannot. */
	Boolean open;

	/** Made from then on. */
	Instant from;

	/** Made before then. */
	Instant before;
}
