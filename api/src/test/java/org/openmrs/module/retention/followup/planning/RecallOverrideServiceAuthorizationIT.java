/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class RecallOverrideServiceAuthorizationIT extends ServiceAuthorizationIT {

	RecallOverrideServiceAuthorizationIT() {
		super(RecallOverrideService.class);
	}

	static Stream<Call> calls() {
		RecallOverrideSearch all = RecallOverrideSearch.builder().build();
		return Stream.of(call("getOverrideByUuid", GET_FOLLOW_UPS, s -> s.getOverrideByUuid("x")),
			call("findOverrides", GET_FOLLOW_UPS, s -> s.findOverrides(all, new Page(0, 1))),
			call("countOverrides", GET_FOLLOW_UPS, s -> s.countOverrides(all)),
			call("agreeInterval", MANAGE_FOLLOW_UPS, s -> s.agreeInterval(RecallOverride.builder().build())),
			call("withdrawInterval", MANAGE_FOLLOW_UPS, s -> s.withdrawInterval(null, " ")));
	}

	private static Call call(String method, String privilege, Consumer<RecallOverrideService> call) {
		return call(RecallOverrideService.class, method, call, privilege);
	}
}
