/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class AbsenceServiceAuthorizationIT extends ServiceAuthorizationIT {

	AbsenceServiceAuthorizationIT() {
		super(AbsenceService.class);
	}

	static Stream<Call> calls() {
		AbsenceSearch all = AbsenceSearch.builder().build();
		return Stream.of(call("getAbsenceByUuid", GET_FOLLOW_UPS, s -> s.getAbsenceByUuid("x")),
			call("findAbsences", GET_FOLLOW_UPS, s -> s.findAbsences(all, new Page(0, 1))),
			call("countAbsences", GET_FOLLOW_UPS, s -> s.countAbsences(all)),
			call("enterAbsence", MANAGE_FOLLOW_UPS, s -> s.enterAbsence(Absence.builder().build())),
			call("changeAbsence", MANAGE_FOLLOW_UPS,
				s -> s.changeAbsence(Absence.builder().build(), 0, null, null, null, null)),
			call("withdrawAbsence", MANAGE_FOLLOW_UPS, s -> s.withdrawAbsence(null, " ")),
			call("purgeAbsence", SUPERVISE_FOLLOW_UPS, s -> s.purgeAbsence(null)));
	}

	private static Call call(String method, String privilege, Consumer<AbsenceService> call) {
		return call(AbsenceService.class, method, call, privilege);
	}
}
