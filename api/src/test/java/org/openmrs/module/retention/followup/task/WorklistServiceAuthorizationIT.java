/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;

import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class WorklistServiceAuthorizationIT extends ServiceAuthorizationIT {

	WorklistServiceAuthorizationIT() {
		super(WorklistService.class);
	}

	static Stream<Call> calls() {
		WorklistSearch all = WorklistSearch.builder().build();
		return Stream.of(
			call("getWorklist", s -> s.getWorklist(all, new Page(0, 1)), GET_FOLLOW_UPS, GET_CONTACTS),
			call("countRows", s -> s.countRows(all), GET_FOLLOW_UPS, GET_CONTACTS),
			call("openRow", s -> s.openRow("x"), MANAGE_FOLLOW_UPS, GET_CONTACTS),
			call("getScripts", s -> s.getScripts(Collections.emptyList()), GET_FOLLOW_UPS, GET_CONTACTS),
			call("getScriptsOf", s -> s.getScriptsOf(Collections.emptyList()), GET_FOLLOW_UPS, GET_CONTACTS),
			call("getScript", s -> s.getScript("x"), GET_FOLLOW_UPS, GET_CONTACTS));
	}

	private static Call call(String method, Consumer<WorklistService> call, String... privileges) {
		return call(WorklistService.class, method, call, privileges);
	}
}
