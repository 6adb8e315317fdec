/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;

import java.time.YearMonth;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

/** Whose outcomes one may read is another question: {@link OutcomeIT}. */
class OutcomeServiceAuthorizationIT extends ServiceAuthorizationIT {

	OutcomeServiceAuthorizationIT() {
		super(OutcomeService.class);
	}

	static Stream<Call> calls() {
		OutcomeSearch crossed = OutcomeSearch.builder().from(YearMonth.of(2026, 3)).to(YearMonth.of(2026, 2)).build();
		return Stream.of(call("getOutcomes", GET_FOLLOW_UPS, s -> s.getOutcomes(crossed, new Page(0, 1))),
			call("findReturns", GET_FOLLOW_UPS, s -> s.findReturns(crossed, new Page(0, 1))),
			call("countReturns", GET_FOLLOW_UPS, s -> s.countReturns(crossed)),
			call("judgeReturn", MANAGE_FOLLOW_UPS, s -> s.judgeReturn(null, null, null, null)));
	}

	private static Call call(String method, String privilege, Consumer<OutcomeService> call) {
		return call(OutcomeService.class, method, call, privilege);
	}
}
