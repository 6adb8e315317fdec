/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import lombok.Builder;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

/**
 * One link of an assignment chain. Exactly one of provider, role and user is set.
 */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_NULL)
public class AssignmentLink {

	/** The anchor encounter's provider with this encounter role (uuid), or {@code any}. */
	String provider;

	/** Name of an OpenMRS role: a queue that all its users share. */
	String role;

	/** User uuid. */
	String user;

	/** Local time of the day ({@code 16:00}) until which the link holds; null: always. */
	String until;
}
