/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;

import org.openmrs.Person;
import org.openmrs.PersonAttributeType;
import org.openmrs.PersonName;
import org.openmrs.Relationship;
import org.openmrs.api.PersonService;
import org.openmrs.api.context.Context;
import org.openmrs.person.PersonMergeLog;
import org.openmrs.person.PersonMergeLogData;
import org.openmrs.util.PrivilegeConstants;

public abstract class PersonServiceImpl extends HostService implements PersonService {

	@Override
	public Person savePerson(Person person) {
		Context.requirePrivilege(
			person.getPersonId() == null ? PrivilegeConstants.ADD_PERSONS : PrivilegeConstants.EDIT_PERSONS);
		PersonName name = person.getPersonName();
		person.getNames().forEach(n -> n.setPreferred(n == name));
		return dao.save(person);
	}

	@Override
	public List<PersonAttributeType> getAllPersonAttributeTypes(boolean includeRetired) {
		return dao.list(PersonAttributeType.class, "?1 = true or e.retired = false order by e.sortWeight", includeRetired);
	}

	@Override
	public List<Relationship> getRelationshipsByPerson(Person person) {
		return dao.list(Relationship.class, "e.voided = false and (e.personA = ?1 or e.personB = ?1)", person);
	}

	@Override
	public PersonMergeLog savePersonMergeLog(PersonMergeLog log) {
		PersonMergeLogData data = log.getPersonMergeLogData();
		log.setSerializedMergedData("<personMergeLogData visits=\"" + data.getMovedVisits() + "\" encounters=\""
			+ data.getMovedEncounters() + "\"/>");
		return dao.save(log);
	}

	@Override
	public List<PersonMergeLog> getAllPersonMergeLogs(boolean deserialize) {
		return dao.list(PersonMergeLog.class, "1 = 1 order by e.personMergeLogId");
	}
}
