/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;

import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.Relationship;
import org.openmrs.RelationshipType;
import org.openmrs.annotation.Authorized;
import org.openmrs.person.PersonMergeLog;
import org.openmrs.serialization.SerializationException;

public interface PersonService extends OpenmrsService {

	@Authorized(GET_PERSONS)
	Person getPerson(Integer personId);

	@Authorized(GET_PERSONS)
	Person getPersonByUuid(String uuid);

	@Authorized({ ADD_PERSONS, EDIT_PERSONS })
	Person savePerson(Person person);

	@Authorized(EDIT_PERSONS)
	Person voidPerson(Person person, String reason);

	@Authorized(GET_PERSONS)
	PersonAttribute getPersonAttributeByUuid(String uuid);

	@Authorized(MANAGE_PERSON_ATTRIBUTE_TYPES)
	PersonAttributeType savePersonAttributeType(PersonAttributeType type);

	@Authorized(GET_PERSON_ATTRIBUTE_TYPES)
	List<PersonAttributeType> getAllPersonAttributeTypes(boolean includeRetired);

	@Authorized(GET_PERSON_ATTRIBUTE_TYPES)
	PersonAttributeType getPersonAttributeTypeByUuid(String uuid);

	@Authorized(GET_RELATIONSHIP_TYPES)
	RelationshipType getRelationshipTypeByUuid(String uuid);

	@Authorized(GET_RELATIONSHIPS)
	Relationship getRelationshipByUuid(String uuid);

	@Authorized({ ADD_RELATIONSHIPS, EDIT_RELATIONSHIPS })
	Relationship saveRelationship(Relationship relationship);

	PersonMergeLog savePersonMergeLog(PersonMergeLog personMergeLog) throws SerializationException;

}
