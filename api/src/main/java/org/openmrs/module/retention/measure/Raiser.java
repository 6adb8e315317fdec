/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.LocalDate;
import lombok.Value;
import org.openmrs.Patient;

/** A patient who has raised the theme of a measure, and is known by name to have. */
@Value
public class Raiser {

	Patient patient;

	/** The last time before the measure was done; the local day. */
	LocalDate saidOn;

	/** Whether it is arranged already that they are told, or they have been. */
	boolean told;
}
