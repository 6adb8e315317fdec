/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.openmrs.module.retention.shared.RetentionPrivileges.REHEARSE_PROTOCOLS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;

class RehearsalServiceAuthorizationIT extends ServiceAuthorizationIT {

	RehearsalServiceAuthorizationIT() {
		super(RehearsalService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(call("rehearseProtocol", s -> s.rehearseProtocol(null, 1, null)),
			call("rehearseDefinition", s -> s.rehearseDefinition(ProtocolDefinition.builder().build(), 1, null)));
	}

	private static Call call(String method, Consumer<RehearsalService> call) {
		return call(RehearsalService.class, method, call, REHEARSE_PROTOCOLS);
	}
}
