/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.attempt.Escalation.Status.ACKNOWLEDGED;
import static org.openmrs.module.retention.followup.attempt.Escalation.Status.CLOSED;
import static org.openmrs.module.retention.followup.attempt.Escalation.Status.OPEN;
import static org.openmrs.module.retention.followup.attempt.Escalation.Status.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EscalationStatusTest {

	private static final Map<Escalation.Status, Set<Escalation.Status>> TABLE = new EnumMap<>(Escalation.Status.class);

	static {
		TABLE.put(OPEN, EnumSet.of(ACKNOWLEDGED, CLOSED, WITHDRAWN));
		TABLE.put(ACKNOWLEDGED, EnumSet.of(OPEN, CLOSED));
		TABLE.put(CLOSED, EnumSet.noneOf(Escalation.Status.class));
		TABLE.put(WITHDRAWN, EnumSet.noneOf(Escalation.Status.class));
	}

	@ParameterizedTest
	@EnumSource(Escalation.Status.class)
	void status_shouldAllowWhatTheTableSays(Escalation.Status from) {
		for (Escalation.Status to : Escalation.Status.values()) {
			assertThat(from.allows(to)).as(from + " to " + to).isEqualTo(TABLE.get(from).contains(to));
		}
	}
}
