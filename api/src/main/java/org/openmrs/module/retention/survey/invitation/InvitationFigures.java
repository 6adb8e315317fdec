/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import lombok.Value;
import org.openmrs.module.retention.survey.Survey;

/** How far the invitations to a survey have come. What was withdrawn is counted as that and nowhere else. */
@Value
public class InvitationFigures {

	Survey survey;

	long created;

	long withdrawn;

	/** The person had it; what the response rate is out of. */
	long handedOver;

	long opened;

	long started;

	long answered;

	long declined;

	/** Not answered in time. */
	long expired;
}
