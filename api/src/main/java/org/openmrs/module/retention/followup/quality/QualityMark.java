/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

/** How well one criterion was met. */
public enum QualityMark {
	MET,
	PARTLY,
	NOT_MET,
	/** There was no occasion for it. */
	NOT_APPLICABLE
}
