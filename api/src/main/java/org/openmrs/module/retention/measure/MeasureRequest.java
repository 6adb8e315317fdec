/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** A measure that somebody wants to record. */
@Value
@Builder(toBuilder = true)
public class MeasureRequest {

	Theme theme;

	/** What patients have said, in words that tell of none of them, at most 300 characters in each language; null: the theme's name. */
	LocalizedText said;

	/** What was done, in the words that patients read, at most 500 characters in each language. */
	LocalizedText did;

	/** Who raised the theme from that day on is told; null: twelve months before today. */
	LocalDate raisedFrom;
}
