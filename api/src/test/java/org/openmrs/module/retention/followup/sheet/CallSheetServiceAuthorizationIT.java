/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.shared.Page;

class CallSheetServiceAuthorizationIT extends ServiceAuthorizationIT {

	CallSheetServiceAuthorizationIT() {
		super(CallSheetService.class);
	}

	static Stream<Call> calls() {
		CallSheetSearch all = CallSheetSearch.builder().build();
		return Stream.of(
			call("printSheet", s -> s.printSheet(WorklistSearch.builder().build(), 1), GET_FOLLOW_UPS, GET_CONTACTS),
			call("getSheetByUuid", s -> s.getSheetByUuid("x"), GET_FOLLOW_UPS),
			call("findSheets", s -> s.findSheets(all, new Page(0, 1)), GET_FOLLOW_UPS),
			call("countSheets", s -> s.countSheets(all), GET_FOLLOW_UPS),
			call("enterRow", s -> s.enterRow(SheetEntry.builder().row("x").tryNumber(1).build()), MANAGE_CONTACTS),
			call("forgetOldSheets", CallSheetService::forgetOldSheets, SUPERVISE_FOLLOW_UPS));
	}

	private static Call call(String method, Consumer<CallSheetService> call, String... privileges) {
		return call(CallSheetService.class, method, call, privileges);
	}
}
