/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.RetentionException;

/** What a contact profile may say, beyond the lengths of its columns, which the platform checks when it is saved. */
final class ContactProfileRules {

	private static final int MOST_CONTACT_PERSONS = 10;

	private ContactProfileRules() {
	}

	/** @throws RetentionException with the first property that may not stand so */
	static void check(ContactProfile profile) {
		if (profile.getPatient() == null) {
			throw RetentionException.invalid("retention.contact.error.patient-missing", "patient");
		}
		contactPersons(profile);
		try {
			BestWindows.parse(profile.getBestWindows());
		}
		catch (IllegalArgumentException e) {
			throw RetentionException.invalid("retention.contact.error.window-invalid", "bestWindows", e.getMessage());
		}
		if (profile.getSaidLanguage() != null) {
			language(profile.getSaidLanguage());
		}
		if (profile.getZone() != null) {
			zone(profile.getZone());
		}
	}

	private static void contactPersons(ContactProfile profile) {
		for (ContactPerson one : profile.getContactPersons()) {
			if (one.getPerson().getPersonId().equals(profile.getPatient().getPersonId())) {
				throw RetentionException.invalid("retention.contact.error.contact-person-is-patient", "contactPersons");
			}
		}
		if (profile.getContactPersons().size() > MOST_CONTACT_PERSONS) {
			throw RetentionException.invalid("retention.contact.error.too-many-contact-persons", "contactPersons",
				MOST_CONTACT_PERSONS);
		}
	}

	private static void language(String tag) {
		if (!Languages.isTag(tag)) {
			throw RetentionException.invalid("retention.contact.error.language-invalid", "language", tag);
		}
	}

	private static void zone(String id) {
		try {
			ZoneId.of(id);
		}
		catch (DateTimeException e) {
			throw RetentionException.invalid("retention.contact.error.zone-unknown", "zone", id);
		}
	}
}
