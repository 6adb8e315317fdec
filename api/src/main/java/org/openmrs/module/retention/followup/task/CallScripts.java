/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.module.retention.contact.ContactDetails;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.Reachability;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Puts together what a caller needs on one call. */
class CallScripts {

	private final WorklistDao dao;

	private final TaskTexts texts;

	private final Reachability reachability;

	private final ContactDetails contactDetails;

	private final RetentionSettings settings;

	CallScripts(WorklistDao dao, TaskTexts texts, Reachability reachability, ContactDetails contactDetails,
		RetentionSettings settings) {
		this.dao = dao;
		this.texts = texts;
		this.reachability = reachability;
		this.contactDetails = contactDetails;
		this.settings = settings;
	}

	CallScript of(WorklistRow row, Locale caller) {
		FollowUpTask lead = row.getTasks().get(0);
		Person person = row.getPerson();
		ContactProfile profile = profile(person, lead.getPatient());
		String callerLanguage = caller.toLanguageTag();
		List<CallScript.Part> parts = new ArrayList<>();
		Set<Integer> people = new HashSet<>();
		people.add(person.getPersonId());
		for (FollowUpTask task : row.getTasks()) {
			people.add(task.getPatient().getPatientId());
			parts.add(CallScript.Part.builder().task(task).title(texts.title(task, caller)).why(texts.why(task, caller))
				.script(texts.script(task)).build());
		}
		return CallScript.builder().person(person).salutation(profile == null ? null : profile.getSalutation())
			.language(language(profile, person, callerLanguage)).callerLanguage(callerLanguage)
			.staffNote(row.getStaffNote())
			.emergencyNumber(settings.text(RetentionSettings.EMERGENCY_NUMBER, null))
			.contactDetails(row.getContactDetails()).lastContacts(dao.lastContacts(people)).parts(parts).build();
	}

	/** Of the person rung; a guardian who is no patient has none. */
	private ContactProfile profile(Person person, Patient patient) {
		boolean patientRung = patient.getPersonId().equals(person.getPersonId());
		return patientRung ? reachability.of(Collections.singleton(patient), Channel.PHONE)
			.profile(patient.getPatientId()) : null;
	}

	private String language(ContactProfile profile, Person person, String callerLanguage) {
		if (profile != null && profile.getLanguage() != null) {
			return profile.getLanguage();
		}
		String written = contactDetails.languageOf(person);
		return written == null ? callerLanguage : written;
	}
}
