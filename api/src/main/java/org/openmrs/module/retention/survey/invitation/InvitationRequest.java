/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.Channel;

/** Somebody asks for an invitation. */
@Value
@Builder
public class InvitationRequest {

	/** Survey uuid. */
	String survey;

	/** Patient uuid. */
	String patient;

	/** Encounter uuid; null: it is not about one. */
	String encounter;

	/** How the link reaches the person; null: in person. */
	Channel channel;

	/** Language tag; null: what is known of the person. */
	String language;

	/** Whatever makes it one to the caller; null: the survey, the person reached and the day. */
	String key;

	/** Id of the protocol's task that it is for; null: none. */
	Integer taskId;
}
