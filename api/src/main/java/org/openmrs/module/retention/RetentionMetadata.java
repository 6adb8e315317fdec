/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

/** Fixed uuids of the host metadata that the module brings. */
public final class RetentionMetadata {

	/** Encounter type <em>Retention contact</em>: a conversation in the patient's chart. */
	public static final String CONTACT_ENCOUNTER_TYPE = "a067b44f-3a55-4daa-b01e-7166a34cd2c6";

	/** Location attribute type <em>Time zone</em>: a zone id such as Europe/Oslo; holds for the locations below too. */
	public static final String TIME_ZONE_ATTRIBUTE_TYPE = "edac9095-53bf-40ea-803e-e24b67982018";

	/** Location attribute type <em>Opening hours</em>: uuid of a calendar; holds for the locations below too. */
	public static final String CALENDAR_ATTRIBUTE_TYPE = "92cd982f-69b4-4f34-9f05-21b0f1aa8d62";

	private RetentionMetadata() {
	}
}
