/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

/** How far an idea has come. */
public enum IdeaStatus {

	/** Somebody has suggested it. */
	NOTED,
	/** It is put to patients who are spoken with. */
	ASKING,
	/** The clinic does it. */
	ADOPTED,
	/** The clinic does not. */
	DROPPED
}
