/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.util.Map;
import lombok.Value;
import org.openmrs.User;

/** How one caller's contacts of a period were done. */
@Value
public class QualityFigures {

	User caller;

	/** Conversations that stand. */
	long contacts;

	/** Of these, those that were drawn. */
	long drawn;

	/** Of these, those that somebody has reviewed. */
	long reviewed;

	/** By criterion, then how often each mark was given. */
	Map<String, Map<QualityMark, Long>> marks;
}
