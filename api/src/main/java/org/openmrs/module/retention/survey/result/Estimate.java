/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import lombok.Value;

/** A figure that was found in some answers, and between which bounds that of all patients lies with 95 % confidence. */
@Value
public class Estimate {

	double value;

	double low;

	double high;
}
