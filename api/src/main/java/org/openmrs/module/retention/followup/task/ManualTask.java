/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;

/** A task that a person asks for. */
@Value
@Builder(toBuilder = true)
public class ManualTask {

	/** Patient uuid. */
	String patient;

	/** What to do, in one line. */
	String title;

	/** Name of a {@code Purpose}; null: CARE. */
	String purpose;

	/** {@code PHONE} (default) or {@code IN_PERSON}. */
	String channel;

	/** Null: now. */
	Instant dueFrom;

	/** Null: the end of that day. */
	Instant dueBy;

	/** Location uuid; null: the default site. */
	String location;

	/** User uuid; null: a role's queue. */
	String assignee;

	/** Role whose queue it goes to; null: the default role's. */
	String role;

	/** 0 to 100; null: 50. */
	Integer priority;

	boolean critical;

	/** Expected seconds; null: three minutes. */
	Integer targetSeconds;
}
