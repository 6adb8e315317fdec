/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;

class CapacityServiceAuthorizationIT extends ServiceAuthorizationIT {

	CapacityServiceAuthorizationIT() {
		super(CapacityService.class);
	}

	static Stream<Call> calls() {
		return Stream
			.of(call(CapacityService.class, "spreadDueCalls", CapacityService::spreadDueCalls, SUPERVISE_FOLLOW_UPS),
				call(CapacityService.class, "getLoads", s -> s.getLoads(14), SUPERVISE_FOLLOW_UPS),
				call(CapacityService.class, "getShortfalls", s -> s.getShortfalls(14), SUPERVISE_FOLLOW_UPS));
	}
}
