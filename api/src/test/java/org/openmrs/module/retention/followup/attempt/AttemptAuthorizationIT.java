/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_ESCALATIONS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_ESCALATIONS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class AttemptAuthorizationIT extends ServiceAuthorizationIT {

	private static final Page PAGE = new Page(0, 1);

	AttemptAuthorizationIT() {
		super(ContactAttemptService.class, PromiseService.class, EscalationService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(
			attempts("recordAttempt", MANAGE_CONTACTS, s -> s.recordAttempt(AttemptRequest.builder().build())),
			attempts("checkPromise", MANAGE_CONTACTS, s -> s.checkPromise(AttemptRequest.builder().build())),
			attempts("voidAttempt", MANAGE_CONTACTS, s -> s.voidAttempt(new ContactAttempt(), "")),
			attempts("resumeHouseholds", MANAGE_CONTACTS, ContactAttemptService::resumeHouseholds),
			attempts("resumeReachable", MANAGE_CONTACTS, ContactAttemptService::resumeReachable),
			attempts("getAttemptByUuid", GET_CONTACTS, s -> s.getAttemptByUuid("x")),
			attempts("findAttempts", GET_CONTACTS, s -> s.findAttempts(AttemptSearch.builder().build(), PAGE)),
			attempts("countAttempts", GET_CONTACTS, s -> s.countAttempts(AttemptSearch.builder().build())),
			promises("getPromiseByUuid", GET_CONTACTS, s -> s.getPromiseByUuid("x")),
			promises("findPromises", GET_CONTACTS, s -> s.findPromises(PromiseSearch.builder().build(), PAGE)),
			promises("countPromises", GET_CONTACTS, s -> s.countPromises(PromiseSearch.builder().build())),
			promises("keepPromise", MANAGE_CONTACTS, s -> s.keepPromise(new ContactPromise(), 1)),
			promises("passOnPromises", MANAGE_CONTACTS, PromiseService::passOnPromises),
			promises("withdrawPromise", MANAGE_CONTACTS, s -> s.withdrawPromise(new ContactPromise(), 1, "")),
			escalations("getEscalationByUuid", GET_ESCALATIONS, s -> s.getEscalationByUuid("x")),
			escalations("findEscalations", GET_ESCALATIONS,
				s -> s.findEscalations(EscalationSearch.builder().build(), PAGE)),
			escalations("countEscalations", GET_ESCALATIONS, s -> s.countEscalations(EscalationSearch.builder().build())),
			escalations("countUnacknowledged", GET_ESCALATIONS, EscalationService::countUnacknowledged),
			escalations("acknowledgeEscalation", MANAGE_ESCALATIONS, s -> s.acknowledgeEscalation(new Escalation(), 1)),
			escalations("closeEscalation", MANAGE_ESCALATIONS, s -> s.closeEscalation(new Escalation(), 1, "")),
			escalations("passOnOfAbsent", MANAGE_ESCALATIONS, EscalationService::passOnOfAbsent),
			escalations("raiseUnacknowledged", MANAGE_ESCALATIONS, EscalationService::raiseUnacknowledged),
			escalations("settleServicePauses", MANAGE_ESCALATIONS, EscalationService::settleServicePauses));
	}

	private static Call attempts(String method, String privilege, Consumer<ContactAttemptService> call) {
		return call(ContactAttemptService.class, method, call, privilege);
	}

	private static Call promises(String method, String privilege, Consumer<PromiseService> call) {
		return call(PromiseService.class, method, call, privilege);
	}

	private static Call escalations(String method, String privilege, Consumer<EscalationService> call) {
		return call(EscalationService.class, method, call, privilege);
	}
}
