/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

/** What is known of who has answered. */
public enum Privacy {

	/** Answers belong to the patient and are shown with the name. */
	IDENTIFIED,
	/** The module knows the patient and shows nobody who it was. */
	CONFIDENTIAL,
	/** Nothing leads from an answer back to the patient. */
	ANONYMOUS;

	/** Of what is not identified, figures of fewer answers are withheld. */
	public static final int FEWEST = 5;
}
