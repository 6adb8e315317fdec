/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CONTACTS;

import java.time.Instant;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;

class ContactServiceAuthorizationIT extends ServiceAuthorizationIT {

	ContactServiceAuthorizationIT() {
		super(ContactService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(call("getProfile", GET_CONTACTS, s -> s.getProfile(new Patient())),
			call("getProfileByUuid", GET_CONTACTS, s -> s.getProfileByUuid("x")),
			call("saveContactProfile", MANAGE_CONTACTS, s -> s.saveContactProfile(new ContactProfile())),
			call("getContactCircle", GET_CONTACTS, s -> s.getContactCircle(new Patient())),
			call("getContactDetails", GET_CONTACTS, s -> s.getContactDetails(new Person(1))),
			call("isNumberNeeded", GET_CONTACTS, s -> s.isNumberNeeded(new Patient())),
			call("getContactPointByUuid", GET_CONTACTS, s -> s.getContactPointByUuid("x")),
			call("getContactPointByKey", GET_CONTACTS, s -> s.getContactPointByKey("x")),
			call("findPersonsByNumber", GET_CONTACTS, s -> s.findPersonsByNumber("1")),
			call("getContactKey", GET_CONTACTS, s -> s.getContactKey("1")),
			call("setPointState", MANAGE_CONTACTS, s -> s.setPointState("x", ContactPoint.State.OK, null)),
			call("recordRefusal", MANAGE_CONTACTS,
				s -> s.recordRefusal(null, Collections.emptyList(), false, "x", Instant.EPOCH)),
			call("recordRefusalAt", MANAGE_CONTACTS,
				s -> s.recordRefusalAt("x", Collections.emptyList(), "x", Instant.EPOCH)),
			call("readNumbers", MANAGE_CONTACTS, s -> s.readNumbers()),
			call("withdrawRefusals", MANAGE_CONTACTS, s -> s.withdrawRefusals("x")),
			call("mayContact", GET_CONTACTS,
				s -> s.mayContact(new Patient(), Purpose.CARE, Channel.PHONE, null, Instant.EPOCH)));
	}

	private static Call call(String method, String privilege, Consumer<ContactService> call) {
		return call(ContactService.class, method, call, privilege);
	}
}
