/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.completion;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_FOLLOW_UPS;

import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;

/** Whose figures one may read is another question: {@link CompletionIT}. */
class CompletionServiceAuthorizationIT extends ServiceAuthorizationIT {

	CompletionServiceAuthorizationIT() {
		super(CompletionService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(call(CompletionService.class, "getFigures", s -> s.getFigures(CompletionSearch.builder().build()),
			GET_FOLLOW_UPS));
	}
}
