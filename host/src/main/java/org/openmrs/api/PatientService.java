/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.List;

import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType;
import org.openmrs.annotation.Authorized;
import org.openmrs.serialization.SerializationException;

public interface PatientService extends OpenmrsService {

	@Authorized({ ADD_PATIENTS, EDIT_PATIENTS })
	Patient savePatient(Patient patient);

	@Authorized(GET_PATIENTS)
	Patient getPatient(Integer patientId);

	@Authorized(GET_PATIENTS)
	Patient getPatientByUuid(String uuid);

	@Authorized(GET_PATIENTS)
	List<Patient> getPatients(String query, boolean includeVoided, Integer start, Integer length);

	@Authorized(GET_PATIENTS)
	Integer getCountOfPatients(String query);

	@Authorized(DELETE_PATIENTS)
	Patient voidPatient(Patient patient, String reason);

	@Authorized(DELETE_PATIENTS)
	Patient unvoidPatient(Patient patient);

	@Authorized(PURGE_PATIENTS)
	void purgePatient(Patient patient);

	@Authorized(GET_IDENTIFIER_TYPES)
	PatientIdentifierType getPatientIdentifierType(Integer patientIdentifierTypeId);

	@Authorized(GET_IDENTIFIER_TYPES)
	PatientIdentifierType getPatientIdentifierTypeByUuid(String uuid);

	@Authorized(GET_PATIENT_IDENTIFIERS)
	void checkPatientIdentifiers(Patient patient);

	@Authorized(GET_PATIENTS)
	boolean isIdentifierInUseByAnotherPatient(PatientIdentifier patientIdentifier);

	@Authorized(EDIT_PATIENTS)
	void mergePatients(Patient preferred, Patient notPreferred) throws SerializationException;

	void mergePatients(Patient preferred, List<Patient> notPreferred) throws SerializationException;
}
