/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.List;
import lombok.Value;

/** The visit that a call is about, as far as the caller may read it in the chart. */
@Value
public class CallVisit {

	/** Of the encounter. */
	String uuid;

	/** Name of the encounter's type; null: it may not be read. */
	String type;

	Instant at;

	/** Names of the place and of what it is in, the innermost first; empty: none, or it may not be read. */
	List<String> places;

	/** By name, those who treated; empty: nobody, or they may not be read. */
	List<String> clinicians;
}
