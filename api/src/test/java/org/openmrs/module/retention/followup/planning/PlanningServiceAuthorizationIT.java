/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class PlanningServiceAuthorizationIT extends ServiceAuthorizationIT {

	PlanningServiceAuthorizationIT() {
		super(PlanningService.class);
	}

	static Stream<Call> calls() {
		PlanSearch all = PlanSearch.builder().build();
		return Stream.of(call("planEncounter", MANAGE_FOLLOW_UPS, s -> s.planEncounter(-1)),
			call("sweep", SUPERVISE_FOLLOW_UPS, s -> s.sweep()),
			call("findPlans", GET_FOLLOW_UPS, s -> s.findPlans(all, new Page(0, 1))),
			call("countPlans", GET_FOLLOW_UPS, s -> s.countPlans(all)),
			call("getPlanByUuid", GET_FOLLOW_UPS, s -> s.getPlanByUuid("x")),
			call("beginPlan", MANAGE_FOLLOW_UPS, s -> s.beginPlan(PlanRequest.builder().build())),
			call("announceEvent", MANAGE_FOLLOW_UPS, s -> s.announceEvent(FollowUpEvent.builder().build())),
			call("announceEvents", MANAGE_FOLLOW_UPS, s -> s.announceEvents(Collections.emptyList())),
			call("withdrawEvent", MANAGE_FOLLOW_UPS, s -> s.withdrawEvent(null, "x", null)),
			call("verifyPlan", SUPERVISE_FOLLOW_UPS, s -> s.verifyPlan(null, null, null)),
			call("cancelPlan", MANAGE_FOLLOW_UPS, s -> s.cancelPlan(null, 1, " ")),
			call("resumePlan", MANAGE_FOLLOW_UPS, s -> s.resumePlan(null, 1, " ")),
			call("countFlood", GET_FOLLOW_UPS, s -> s.countFlood(null)),
			call("releaseFlood", SUPERVISE_FOLLOW_UPS, s -> s.releaseFlood(null)));
	}

	private static Call call(String method, String privilege, Consumer<PlanningService> call) {
		return call(PlanningService.class, method, call, privilege);
	}
}
