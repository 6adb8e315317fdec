/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import java.time.Instant;
import java.util.Map;
import lombok.Value;

/** What a patient said of ideas in a contact. */
@Value
public class ContactOpinions {

	/** Uuid of the contact, with which they are taken back. */
	String contact;

	/** Uuid. */
	String patient;

	/** When it was. */
	Instant at;

	/** By uuid of the idea. */
	Map<String, Opinion> opinions;
}
