/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openmrs.Person;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactPerson;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.JsonBody;

/** What somebody writes of how a patient wants to be contacted. */
public final class ProfileBody {

	private ProfileBody() {
	}

	/** @param key the property that names the profile or its patient */
	public static JsonBody read(Map<String, Object> body, String key) {
		return JsonBody.of(body, key, "salutation", "language", "bestWindows", "doNotCall", "sadNewsUntil", "staffNote",
			"zone", "contactPersons", "version");
	}

	/** What the body does not name stays; null clears it. With the version that was read when there is a profile already. */
	public static ContactProfile apply(ContactProfile profile, JsonBody request) {
		Integer seen = request.number("version", 0);
		if (profile.getId() != null && request.required("version", seen) != profile.getVersion()) {
			throw RetentionException.conflict("retention.web.error.stale-version", "version", seen, profile.getVersion());
		}
		if (request.names("salutation")) {
			profile.setSalutation(request.text("salutation", 100));
		}
		if (request.names("language")) {
			profile.setLanguage(request.text("language", 20));
		}
		if (request.names("bestWindows")) {
			profile.setBestWindows(request.text("bestWindows", 500));
		}
		if (request.names("doNotCall")) {
			profile.setDoNotCall(request.flag("doNotCall"));
		}
		if (request.names("sadNewsUntil")) {
			profile.setSadNewsUntil(request.date("sadNewsUntil"));
		}
		if (request.names("staffNote")) {
			profile.setStaffNote(request.text("staffNote", 1000));
		}
		if (request.names("contactPersons")) {
			profile.chooseContactPersons(contactPersons(request));
		}
		if (request.names("zone")) {
			profile.setZone(request.text("zone", 64));
		}
		return profile;
	}

	private static List<ContactPerson> contactPersons(JsonBody request) {
		List<ContactPerson> named = new ArrayList<>();
		for (JsonBody one : request.objects("contactPersons", "person", "guardian", "relation")) {
			String uuid = one.required("person", one.uuid("person"));
			Person person = Context.getPersonService().getPersonByUuid(uuid);
			if (person == null) {
				throw RetentionException.invalid("retention.web.error.unknown-reference", "contactPersons.person",
					"contactPersons.person");
			}
			named.add(new ContactPerson(person, one.flag("guardian"), one.text("relation", 50)));
		}
		return named;
	}
}
