/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import lombok.Builder;
import lombok.Value;

/** What the day's list is narrowed to; null: not narrowed, blank or unknown: refused. */
@Value
@Builder(toBuilder = true)
public class WorklistSearch {

	/** {@code me}: with the caller or in a queue of the caller's roles; or a user's uuid. */
	String assignee;

	/** Name of a role: its queue and those of the roles it inherits. */
	String role;

	/** Location uuid; its descendants included. */
	String location;

	/** {@code now}: only what may be called at this moment. */
	String callable;

	/** Name of a {@code Purpose}. */
	String purpose;

	/**
	 * {@code mine}: whoever speaks a language that the caller has said to speak, and whose language nobody knows; or a
	 * language tag, of which the language counts: whoever is known to speak it.
	 */
	String language;
}
