/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import lombok.Builder;
import lombok.Value;

/** Which surveys; what is null does not restrict. */
@Value
@Builder
public class SurveySearch {

	/** Part of the name, whatever its case. */
	String name;

	SurveyKind kind;

	Privacy privacy;

	boolean includeRetired;
}
