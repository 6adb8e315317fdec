/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Person;

/** What is known before somebody is invited. */
@Value
@Builder
public class InvitationOutlook {

	/** Who would be asked: the patient, or a minor's guardian. */
	Person reached;

	/** Message code of why nobody is to be asked now; null: nothing speaks against it, unless the survey's cool-down does. */
	String refusal;

	/** The newest of the last year that reached one who counts as one with them, by whatever survey; null: none. */
	SurveyInvitation last;

	/** Uuid of the patient's newest visit of the last year, for it may be asked about; null: none. */
	String encounter;

	/** When it was; null: none. */
	Instant encounterAt;
}
