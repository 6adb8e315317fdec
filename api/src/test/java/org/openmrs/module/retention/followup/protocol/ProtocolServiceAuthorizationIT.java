/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aProtocol;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

class ProtocolServiceAuthorizationIT extends ServiceAuthorizationIT {

	ProtocolServiceAuthorizationIT() {
		super(ProtocolService.class);
	}

	static Stream<Call> calls() {
		ProtocolSearch all = ProtocolSearch.builder().build();
		return Stream.of(call("getProtocolByUuid", RetentionPrivileges.GET_PROTOCOLS, s -> s.getProtocolByUuid("x")),
			call("findProtocols", RetentionPrivileges.GET_PROTOCOLS, s -> s.findProtocols(all, new Page(0, 1))),
			call("countProtocols", RetentionPrivileges.GET_PROTOCOLS, s -> s.countProtocols(all)),
			call("getDefinition", RetentionPrivileges.GET_PROTOCOLS, s -> s.getDefinition(new FollowUpProtocol(), 1)),
			call("getActiveProtocols", RetentionPrivileges.GET_PROTOCOLS, s -> s.getActiveProtocols(TriggerType.MANUAL)),
			call("saveProtocol", RetentionPrivileges.MANAGE_PROTOCOLS, s -> s.saveProtocol(aProtocol().build())),
			call("retireProtocol", RetentionPrivileges.MANAGE_PROTOCOLS, s -> s.retireProtocol(new FollowUpProtocol(), "x")),
			call("unretireProtocol", RetentionPrivileges.MANAGE_PROTOCOLS, s -> s.unretireProtocol(new FollowUpProtocol())));
	}

	private static Call call(String method, String privilege, Consumer<ProtocolService> call) {
		return call(ProtocolService.class, method, call, privilege);
	}
}
