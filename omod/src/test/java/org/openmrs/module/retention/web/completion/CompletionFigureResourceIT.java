/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class CompletionFigureResourceIT {

	private static final String FIGURES = "retention/completionfigure";

	private final Clinic clinic = new Clinic();

	private final String period = "?from=" + Instant.now().minus(1, ChronoUnit.DAYS) + "&before="
		+ Instant.now().plus(2, ChronoUnit.DAYS);

	private RestServer nurse;

	@BeforeEach
	void aNurse() {
		nurse = clinic.staff("Retention: Nurse");
	}

	@Test
	void list_shouldShowWhatSomebodyHasFinished() {
		String task = nurse.post("retention/followuptask",
			Map.of("patient", clinic.patient(), "title", "Ask", "assignee", Clinic.uuidOf(nurse))).expect(201).at("/uuid");
		nurse.post("retention/followuptask/" + task + "/attempt", Map.of("result", "SPOKE", "disposition", "DONE"))
			.expect(201);

		RestServer.Answer own = nurse.get(FIGURES + period + "&user=me&v=default").expect(200);

		assertThat(own.at("/results/0/user/uuid")).isEqualTo(Clinic.uuidOf(nurse));
		assertThat(own.at("/results/0/due")).isEqualTo("1");
		assertThat(own.at("/results/0/completed/count")).isEqualTo("1");
		assertThat(own.at("/results/0/completed/of")).isEqualTo("1");
		assertThat(own.at("/results/0/inTime/count")).isEqualTo("1");
		assertThat(own.at("/results/0/contacts")).isEqualTo("1");
		assertThat(own.at("/results/0/conversations/count")).isEqualTo("1");
		assertThat(own.at("/results/0/finished")).isEqualTo("1");
		RestServer manager = clinic.staff("Retention: Manager");
		assertThat(manager.get(FIGURES + period + "&v=default&user=" + Clinic.uuidOf(nurse)).expect(200)
			.at("/results/0/finished")).isEqualTo("1");
		assertThat(manager.get(FIGURES + period).expect(200).body().get("results")).isNotEmpty();
	}

	@Test
	void list_shouldBeForSupervisors_butForOnesOwn() {
		nurse.get(FIGURES + period).expect(403);
		nurse.get(FIGURES + period + "&user=" + Clinic.uuidOf(clinic.staff("Retention: Manager"))).expect(403);
	}

	@Test
	void list_shouldRefuseWhatMeansNothing() {
		nurse.get(FIGURES + "?user=me").expectError(400, "retention.followup.error.required", "from");
		nurse.get(FIGURES + "?user=me&from=yesterday&before=today").expect(400);
		nurse.get(FIGURES + period + "&user=" + UUID.randomUUID()).expect(400);
		nurse.get(FIGURES + period + "&user=me&location=" + UUID.randomUUID())
			.expectError(400, "retention.web.error.unknown-reference", "location");
		nurse.get(FIGURES + period + "&user=me&rank=best").expect(400);
		nurse.post(FIGURES, Map.of()).expect(405);
	}
}
