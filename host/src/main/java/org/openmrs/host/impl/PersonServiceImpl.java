/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;

import org.openmrs.PersonAttributeType;
import org.openmrs.api.PersonService;
import org.openmrs.person.PersonMergeLog;
import org.openmrs.person.PersonMergeLogData;

public abstract class PersonServiceImpl extends HostService implements PersonService {

	@Override
	public List<PersonAttributeType> getAllPersonAttributeTypes(boolean includeRetired) {
		return dao.list(PersonAttributeType.class, "?1 = true or e.retired = false order by e.sortWeight", includeRetired);
	}

	@Override
	public PersonMergeLog savePersonMergeLog(PersonMergeLog log) {
		PersonMergeLogData data = log.getPersonMergeLogData();
		log.setSerializedMergedData("<personMergeLogData visits=\"" + data.getMovedVisits() + "\" encounters=\""
			+ data.getMovedEncounters() + "\"/>");
		return dao.save(log);
	}

}
