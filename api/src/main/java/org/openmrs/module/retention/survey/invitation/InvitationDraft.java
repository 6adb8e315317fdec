/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.survey.Survey;

/** What an invitation is about when it begins. */
@Value
@Builder
class InvitationDraft {

	Survey survey;

	Patient patient;

	Person reached;

	Channel channel;

	String language;

	Encounter encounter;

	Location location;

	Provider provider;

	Integer taskId;

	/** SHA-256. */
	String key;

	Instant expiresAt;
}
