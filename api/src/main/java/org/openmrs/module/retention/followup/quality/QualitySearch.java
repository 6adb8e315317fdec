/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.time.Instant;
import lombok.Builder;
import lombok.Value;
import org.openmrs.User;

/** Which reviews, or of whom figures; null does not restrict. */
@Value
@Builder(toBuilder = true)
public class QualitySearch {

	QualitySample sample;

	/** Who made the contact. */
	User caller;

	User reviewer;

	/** The contact began at or after. */
	Instant from;

	/** The contact began before. */
	Instant before;

	boolean includeVoided;
}
