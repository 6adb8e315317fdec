/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CONTACTS;
import static org.openmrs.util.PrivilegeConstants.EDIT_PERSONS;

import java.util.stream.Stream;
import org.openmrs.Person;
import org.openmrs.module.retention.ServiceAuthorizationIT;

class ContactNumberServiceAuthorizationIT extends ServiceAuthorizationIT {

	ContactNumberServiceAuthorizationIT() {
		super(ContactNumberService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(
			call(ContactNumberService.class, "getFreeTypes", s -> s.getFreeTypes(new Person()), GET_CONTACTS),
			call(ContactNumberService.class, "getEarlierNumbers", s -> s.getEarlierNumbers(new Person(1)), GET_CONTACTS),
			call(ContactNumberService.class, "enterNumber", s -> s.enterNumber(new Person(1), "x", "1", null),
				MANAGE_CONTACTS, EDIT_PERSONS),
			call(ContactNumberService.class, "removeNumber", s -> s.removeNumber(new Person(1), "x", "gone"),
				MANAGE_CONTACTS, EDIT_PERSONS));
	}
}
