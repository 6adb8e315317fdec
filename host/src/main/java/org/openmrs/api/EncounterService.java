/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;

import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.handler.EncounterVisitHandler;
import org.openmrs.parameter.EncounterSearchCriteria;

public interface EncounterService extends OpenmrsService {

	@Authorized({ ADD_ENCOUNTERS, EDIT_ENCOUNTERS })
	Encounter saveEncounter(Encounter encounter);

	@Authorized(GET_ENCOUNTERS)
	Encounter getEncounter(Integer encounterId);

	@Authorized(GET_ENCOUNTERS)
	Encounter getEncounterByUuid(String uuid);

	@Authorized(GET_ENCOUNTERS)
	List<Encounter> getEncountersByPatient(Patient patient);

	@Authorized(GET_ENCOUNTERS)
	List<Encounter> getEncounters(EncounterSearchCriteria criteria);

	@Authorized(EDIT_ENCOUNTERS)
	Encounter voidEncounter(Encounter encounter, String reason);

	@Authorized(EDIT_ENCOUNTERS)
	Encounter unvoidEncounter(Encounter encounter);

	@Authorized(PURGE_ENCOUNTERS)
	void purgeEncounter(Encounter encounter);

	@Authorized(MANAGE_ENCOUNTER_TYPES)
	EncounterType saveEncounterType(EncounterType encounterType);

	@Authorized(GET_ENCOUNTER_TYPES)
	EncounterType getEncounterTypeByUuid(String uuid);

	@Authorized(GET_ENCOUNTER_TYPES)
	List<EncounterType> getAllEncounterTypes(boolean includeRetired);

	@Authorized(PURGE_ENCOUNTER_TYPES)
	void purgeEncounterType(EncounterType encounterType);

	@Authorized(GET_ENCOUNTER_ROLES)
	EncounterRole getEncounterRoleByUuid(String uuid);

	EncounterVisitHandler getActiveEncounterVisitHandler();

	boolean canEditEncounter(Encounter encounter, User subject);

	boolean canViewEncounter(Encounter encounter, User subject);
}
