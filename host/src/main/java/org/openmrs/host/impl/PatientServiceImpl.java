/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.lang3.StringUtils;
import org.hibernate.query.Query;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PersonName;
import org.openmrs.User;
import org.openmrs.Visit;
import org.openmrs.api.APIException;
import org.openmrs.api.PatientIdentifierException;
import org.openmrs.api.PatientService;
import org.openmrs.api.context.Context;
import org.openmrs.host.HostValidators;
import org.openmrs.parameter.EncounterSearchCriteriaBuilder;
import org.openmrs.person.PersonMergeLog;
import org.openmrs.person.PersonMergeLogData;
import org.openmrs.serialization.SerializationException;
import org.openmrs.util.PrivilegeConstants;

public abstract class PatientServiceImpl extends HostService implements PatientService {

	@Override
	public Patient savePatient(Patient patient) {
		Context.requirePrivilege(
			patient.getPatientId() == null ? PrivilegeConstants.ADD_PATIENTS : PrivilegeConstants.EDIT_PATIENTS);
		if (patient.getVoided()) {
			Context.requirePrivilege(PrivilegeConstants.DELETE_PATIENTS);
		} else {
			checkPatientIdentifiers(patient);
		}
		preferOne(patient);
		return dao.save(patient);
	}

	@Override
	public Patient unvoidPatient(Patient patient) {
		return patient == null ? null : Context.getPatientService().savePatient(patient);
	}

	private static void preferOne(Patient patient) {
		PatientIdentifier identifier = patient.getPatientIdentifier();
		patient.getIdentifiers().forEach(i -> i.setPreferred(i == identifier));
		PersonName name = patient.getPersonName();
		patient.getNames().forEach(n -> n.setPreferred(n == name));
	}

	@Override
	public List<Patient> getPatients(String query, boolean includeVoided, Integer start, Integer length) {
		if (StringUtils.isBlank(query)) {
			return new ArrayList<>();
		}
		Query<Patient> found = search(query, includeVoided);
		if (start != null) {
			found.setFirstResult(start);
		}
		if (length != null) {
			found.setMaxResults(length);
		}
		return found.list();
	}

	/** Every word begins a part of the name, or the whole is an identifier's beginning. */
	private Query<Patient> search(String text, boolean includeVoided) {
		StringBuilder where = new StringBuilder(
			"(?1 = true or e.voided = false) and (exists (select i from PatientIdentifier i"
				+ " where i.patient = e and i.voided = false and lower(i.identifier) like ?2) or (1 = 1");
		List<Object> parameters = new ArrayList<>();
		parameters.add(includeVoided);
		parameters.add(text.trim().toLowerCase() + "%");
		for (String word : text.trim().toLowerCase().split("\\s+")) {
			parameters.add(word + "%");
			String p = "?" + parameters.size();
			where.append(
				" and exists (select n from PersonName n where n.person = e and n.voided = false and (lower(n.givenName)"
					+ " like " + p + " or lower(n.middleName) like " + p + " or lower(n.familyName) like " + p + "))");
		}
		return dao.query(Patient.class, where + ")) order by e.patientId", parameters.toArray());
	}

	@Override
	public Integer getCountOfPatients(String query) {
		return StringUtils.isBlank(query) ? 0 : search(query, false).list().size();
	}

	@Override
	public void checkPatientIdentifiers(Patient patient) {
		if (patient.getActiveIdentifiers().isEmpty()) {
			throw new PatientIdentifierException(
				Context.getMessageSourceService().getMessage("Patient.missingRequiredIdentifier"));
		}
		Set<String> seen = new LinkedHashSet<>();
		for (PatientIdentifier identifier : patient.getActiveIdentifiers()) {
			HostValidators.validateIdentifier(identifier);
			if (!seen.add(identifier.getIdentifierType().getId() + " " + identifier.getIdentifier())) {
				throw new PatientIdentifierException("This patient has two identical identifiers of type "
					+ identifier.getIdentifierType() + ": " + identifier.getIdentifier(), identifier);
			}
		}
	}

	@Override
	public boolean isIdentifierInUseByAnotherPatient(PatientIdentifier identifier) {
		Integer own = identifier.getPatient() == null ? null : identifier.getPatient().getPatientId();
		return dao.session().createQuery("select count(i) from PatientIdentifier i where i.voided = false"
			+ " and i.patient.voided = false and i.identifier = :identifier and i.identifierType.id = :type"
			+ " and i.patient.patientId <> :own", Long.class).setParameter("identifier", identifier.getIdentifier())
			.setParameter("type", identifier.getIdentifierType().getId()).setParameter("own", own == null ? -1 : own)
			.uniqueResult() > 0;
	}

	@Override
	public void mergePatients(Patient preferred, List<Patient> notPreferred) throws SerializationException {
		for (Patient loser : notPreferred) {
			mergePatients(preferred, loser);
		}
	}

	/** All moves are saved through the proxies, the loser is voided before the log of the merge is written. */
	@Override
	public void mergePatients(Patient preferred, Patient notPreferred) throws SerializationException {
		if (preferred.getPatientId().equals(notPreferred.getPatientId())) {
			throw new APIException("Patient.merge.cancelled", new Object[]{ preferred.getPatientId() });
		}
		PersonMergeLogData merged = new PersonMergeLogData();
		for (Visit visit : Context.getVisitService().getVisitsByPatient(notPreferred, true, true)) {
			visit.setPatient(preferred);
			merged.addMovedVisit(Context.getVisitService().saveVisit(visit).getUuid());
		}
		for (Encounter encounter : Context.getEncounterService().getEncounters(new EncounterSearchCriteriaBuilder()
			.setPatient(notPreferred).setIncludeVoided(true).createEncounterSearchCriteria())) {
			encounter.setPatient(preferred);
			merged.addMovedEncounter(Context.getEncounterService().saveEncounter(encounter).getUuid());
		}
		mergeIdentifiers(preferred, notPreferred, merged);
		Context.getPatientService().voidPatient(notPreferred, "Merged with patient #" + preferred.getPatientId());
		Context.getPersonService().voidPerson(notPreferred, "The patient corresponding to this person has been voided and"
			+ " merged with patient #" + preferred.getPatientId());
		for (User user : Context.getUserService().getUsersByPerson(notPreferred, true)) {
			user.setPerson(preferred);
			Context.getUserService().saveUser(user);
		}
		savePatient(preferred);
		PersonMergeLog log = new PersonMergeLog();
		log.setWinner(preferred);
		log.setLoser(notPreferred);
		log.setPersonMergeLogData(merged);
		Context.getPersonService().savePersonMergeLog(log);
	}

	private static void mergeIdentifiers(Patient preferred, Patient notPreferred, PersonMergeLogData merged) {
		for (PatientIdentifier identifier : notPreferred.getActiveIdentifiers()) {
			if (preferred.getIdentifiers().stream().noneMatch(i -> i.getIdentifier().equals(identifier.getIdentifier())
				&& i.getIdentifierType().equals(identifier.getIdentifierType()))) {
				PatientIdentifier copy = new PatientIdentifier(identifier.getIdentifier(), identifier.getIdentifierType(),
					identifier.getLocation());
				preferred.addIdentifier(copy);
				merged.addCreatedIdentifier(copy.getUuid());
			}
		}
	}
}
