/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import lombok.Value;

/** What a load did, or would do, with one thing that a file defines. */
@Value
public class PackageChange {

	/** What is done. */
	public enum Action {
		CREATE, UPDATE, NONE
	}

	Action action;

	/** Folder name of its kind. */
	String kind;

	/** Its uuid, or its name where the kind has none. */
	String key;

	String name;
}
