/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;

import org.openmrs.Person;
import org.openmrs.PersonAddress;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.PersonName;
import org.openmrs.Relationship;
import org.openmrs.RelationshipType;
import org.openmrs.api.PersonService;
import org.openmrs.api.context.Context;
import org.openmrs.person.PersonMergeLog;
import org.openmrs.person.PersonMergeLogData;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.transaction.annotation.Transactional;

@Transactional
public class PersonServiceImpl extends HostService implements PersonService {

	@Override
	public Person savePerson(Person person) {
		Context.requirePrivilege(
			person.getPersonId() == null ? PrivilegeConstants.ADD_PERSONS : PrivilegeConstants.EDIT_PERSONS);
		PersonName name = person.getPersonName();
		person.getNames().forEach(n -> n.setPreferred(n == name));
		return dao.save(person);
	}

	@Override
	@Transactional(readOnly = true)
	public Person getPerson(Integer personId) {
		return dao.get(Person.class, personId);
	}

	@Override
	@Transactional(readOnly = true)
	public Person getPersonByUuid(String uuid) {
		return dao.byUuid(Person.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Person> getPeople(String searchPhrase, Boolean dead) {
		return dao.list(Person.class, "e.personVoided = false and (?2 is null or e.dead = ?2) and exists (select n from"
			+ " PersonName n where n.person = e and n.voided = false and lower(concat(coalesce(n.givenName, ''), ' ',"
			+ " coalesce(n.familyName, ''))) like ?1) order by e.personId", anywhere(searchPhrase), dead);
	}

	@Override
	public Person voidPerson(Person person, String reason) {
		return person == null ? null : dao.save(person);
	}

	@Override
	public void purgePerson(Person person) {
		dao.delete(person);
	}

	@Override
	@Transactional(readOnly = true)
	public PersonName getPersonNameByUuid(String uuid) {
		return dao.byUuid(PersonName.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public PersonAddress getPersonAddressByUuid(String uuid) {
		return dao.byUuid(PersonAddress.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public PersonAttribute getPersonAttributeByUuid(String uuid) {
		return dao.byUuid(PersonAttribute.class, uuid);
	}

	@Override
	public PersonAttributeType savePersonAttributeType(PersonAttributeType type) {
		return dao.save(type);
	}

	@Override
	public void purgePersonAttributeType(PersonAttributeType type) {
		dao.delete(type);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PersonAttributeType> getAllPersonAttributeTypes(boolean includeRetired) {
		return dao.list(PersonAttributeType.class, "?1 = true or e.retired = false order by e.sortWeight", includeRetired);
	}

	@Override
	@Transactional(readOnly = true)
	public PersonAttributeType getPersonAttributeTypeByUuid(String uuid) {
		return dao.byUuid(PersonAttributeType.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public Relationship getRelationshipByUuid(String uuid) {
		return dao.byUuid(Relationship.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Relationship> getRelationshipsByPerson(Person person) {
		return dao.list(Relationship.class, "e.voided = false and (e.personA = ?1 or e.personB = ?1)", person);
	}

	@Override
	public Relationship saveRelationship(Relationship relationship) {
		return dao.save(relationship);
	}

	@Override
	public Relationship voidRelationship(Relationship relationship, String voidReason) {
		return dao.save(relationship);
	}

	@Override
	@Transactional(readOnly = true)
	public List<RelationshipType> getAllRelationshipTypes() {
		return dao.list(RelationshipType.class, "e.retired = false order by e.weight");
	}

	@Override
	@Transactional(readOnly = true)
	public RelationshipType getRelationshipTypeByUuid(String uuid) {
		return dao.byUuid(RelationshipType.class, uuid);
	}

	@Override
	public RelationshipType saveRelationshipType(RelationshipType type) {
		return dao.save(type);
	}

	@Override
	public PersonMergeLog savePersonMergeLog(PersonMergeLog log) {
		PersonMergeLogData data = log.getPersonMergeLogData();
		log.setSerializedMergedData("<personMergeLogData visits=\"" + data.getMovedVisits() + "\" encounters=\""
			+ data.getMovedEncounters() + "\" obs=\"" + data.getMovedIndependentObservations() + "\"/>");
		return dao.save(log);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PersonMergeLog> getAllPersonMergeLogs(boolean deserialize) {
		return dao.list(PersonMergeLog.class, "1 = 1 order by e.personMergeLogId");
	}
}
