/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.person;

import java.util.ArrayList;
import java.util.List;

import lombok.Getter;

/** What a merge moved, by uuid. */
@Getter
public class PersonMergeLogData {

	private final List<String> movedVisits = new ArrayList<>();
	private final List<String> movedEncounters = new ArrayList<>();
	private final List<String> createdIdentifiers = new ArrayList<>();

	public void addMovedVisit(String uuid) {
		movedVisits.add(uuid);
	}

	public void addMovedEncounter(String uuid) {
		movedEncounters.add(uuid);
	}

	public void addCreatedIdentifier(String uuid) {
		createdIdentifiers.add(uuid);
	}
}
