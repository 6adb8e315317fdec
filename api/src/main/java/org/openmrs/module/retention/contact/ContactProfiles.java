/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.openmrs.Patient;
import org.openmrs.Person;

/**
 * Profiles as they are in force: the language that nobody has said is the chart's. For the module's own features: no
 * privilege is asked.
 */
@RequiredArgsConstructor
public class ContactProfiles {

	private final ContactDao dao;

	private final ContactDetails details;

	/** An unsaved one with the defaults when nobody has written any. */
	ContactProfile of(Patient patient) {
		ContactProfile profile = dao.profile(patient);
		if (profile == null) {
			profile = new ContactProfile();
			profile.setPatient(patient);
			profile.setPatientUuid(patient.getUuid());
		}
		return inForce(profile);
	}

	/** As it is in force; null stays null. */
	ContactProfile inForce(ContactProfile profile) {
		if (profile != null && profile.getPatient() != null) {
			profile.setChartLanguage(details.languageOf(profile.getPatient()));
		}
		return profile;
	}

	/** Of anybody who is rung; null: nobody has written any, or the person is no patient. */
	public ContactProfile written(Person person) {
		return inForce(dao.profiles(Collections.singleton(person.getPersonId())).get(person.getPersonId()));
	}

	/** By person id, of those who have one. */
	public Map<Integer, ContactProfile> written(Collection<Integer> people) {
		Map<Integer, ContactProfile> written = dao.profiles(people);
		Map<Integer, String> languages = details.languagesOf(written.keySet());
		written.values().stream().filter(profile -> profile.getPatient() != null)
			.forEach(profile -> profile.setChartLanguage(languages.get(profile.getPatient().getPersonId())));
		return written;
	}

	/** By person id: the language in force, of those whose language is known. */
	public Map<Integer, String> languagesOf(Collection<Integer> people, Map<Integer, ContactProfile> written) {
		Map<Integer, String> languages = new HashMap<>(details.languagesOf(people));
		written.forEach((person, profile) -> {
			if (profile.getLanguage() == null) {
				languages.remove(person);
			} else {
				languages.put(person, profile.getLanguage());
			}
		});
		return languages;
	}

	/** The language in force of anybody who is rung; null: not known. */
	public String languageOf(Person person) {
		ContactProfile profile = written(person);
		return profile == null ? details.languageOf(person) : profile.getLanguage();
	}
}
