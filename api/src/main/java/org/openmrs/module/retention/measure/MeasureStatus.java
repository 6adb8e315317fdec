/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

/** How far a measure has come. */
public enum MeasureStatus {

	/** The clinic means to do it; nobody is told yet. */
	PLANNED,
	/** It is so now: it is printed, and those who raised the theme can be told. */
	DONE,
	/** It is not so, or was recorded in error. */
	WITHDRAWN
}
