/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.module.retention.followup.planning.AwaitedEncounters.Candidate;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ObservationFilter;
import org.springframework.beans.factory.annotation.Autowired;

/** What fulfils a protocol is the same to the figures as to planning. */
class AwaitedEncountersIT extends PlanningIT {

	@Autowired
	private AwaitedEncounters awaited;

	@Test
	void among_shouldGoByWhatWasAnswered() {
		Concept procedure = concept();
		Concept bridge = concept();
		FollowUpProtocol bridged = load(extractionProtocol().fulfilledBy(filter(restoration).observation(ObservationFilter
			.builder().concept(procedure.getUuid()).answer(bridge.getUuid()).build()).build()));
		FollowUpProtocol restored = load(extractionProtocol().fulfilledBy(filter(restoration).build()));
		FollowUpProtocol open = load(extractionProtocol());
		Encounter filled = encounter(restoration, DAY);
		obs(filled, procedure, concept());
		Encounter replaced = encounter(restoration, DAY.plusDays(1));
		obs(replaced, procedure, bridge);
		flushAndClear();

		assertThat(awaited.among(Arrays.asList(of(filled, bridged), of(replaced, bridged), of(filled, restored),
			of(filled, open)))).containsExactlyInAnyOrder(of(replaced, bridged), of(filled, restored));
	}

	private static Candidate of(Encounter encounter, FollowUpProtocol protocol) {
		return new Candidate(encounter.getEncounterId(), protocol.getId(), protocol.getProtocolVersion());
	}
}
