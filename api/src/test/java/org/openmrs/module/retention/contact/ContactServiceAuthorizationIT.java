/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CONTACTS;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;

class ContactServiceAuthorizationIT extends RetentionIT {

	static Stream<Arguments> calls() {
		return Stream.of(call("getProfile", GET_CONTACTS, s -> s.getProfile(new Patient())),
			call("getProfileByUuid", GET_CONTACTS, s -> s.getProfileByUuid("x")),
			call("saveContactProfile", MANAGE_CONTACTS, s -> s.saveContactProfile(new ContactProfile())),
			call("getContactDetails", GET_CONTACTS, s -> s.getContactDetails(new Person(1))),
			call("getContactPointByUuid", GET_CONTACTS, s -> s.getContactPointByUuid("x")),
			call("getContactPointByKey", GET_CONTACTS, s -> s.getContactPointByKey("x")),
			call("findPersonsByNumber", GET_CONTACTS, s -> s.findPersonsByNumber("1")),
			call("getContactKey", GET_CONTACTS, s -> s.getContactKey("1")),
			call("setPointState", MANAGE_CONTACTS, s -> s.setPointState("x", ContactPoint.State.OK, null)),
			call("recordRefusal", MANAGE_CONTACTS,
				s -> s.recordRefusal(null, Collections.emptyList(), "x", Instant.EPOCH)),
			call("withdrawRefusals", MANAGE_CONTACTS, s -> s.withdrawRefusals("x")),
			call("mayContact", GET_CONTACTS,
				s -> s.mayContact(new Patient(), Purpose.CARE, Channel.PHONE, Instant.EPOCH)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void method_shouldNeedItsPrivilegeAndNoOther(String method, String privilege, Consumer<ContactService> call) {
		ContactService service = Context.getService(ContactService.class);
		Context.logout();

		assertThat(catchThrowable(() -> call.accept(service))).isInstanceOf(APIAuthenticationException.class);
		Context.addProxyPrivilege(privilege);
		try {
			assertThat(catchThrowable(() -> call.accept(service)) instanceof APIAuthenticationException).isFalse();
		}
		finally {
			Context.removeProxyPrivilege(privilege);
		}
	}

	@Test
	void calls_shouldCoverEveryMethod() {
		assertThat(calls().map(c -> c.get()[0])).containsExactlyInAnyOrderElementsOf(
			Stream.of(ContactService.class.getDeclaredMethods()).map(Method::getName).collect(Collectors.toList()));
	}

	private static Arguments call(String method, String privilege, Consumer<ContactService> call) {
		return Arguments.of(method, privilege, call);
	}
}
