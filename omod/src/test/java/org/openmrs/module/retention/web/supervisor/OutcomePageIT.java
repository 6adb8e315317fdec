/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** What came of follow-up, as pages show it. */
class OutcomePageIT {

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	@Test
	void outcomes_shouldBeThoseThatRestTells() {
		String protocol = clinic.savedProtocol();
		String patient = clinic
			.patient(Map.of(clinic.phoneType(), "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999)));
		clinic.encounter(patient, clinic.encounterType());
		clinic.await("retention/followupplan?patient=" + patient);
		PageReader.Answer page = manager.get("/outcomes?protocol=" + protocol);
		assertThat(page.status()).isEqualTo(200);
		String plans = server.get("retention/outcome?protocol=" + protocol).expect(200).at("/results/0/plans");
		if (plans != null) {
			assertThat(page.find("<td class=\"number\">([0-9]+)</td>").get(0)).isEqualTo(plans);
		}
		assertThat(clinic.pagesOf("Retention: Clinician").get("/outcomes").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/outcomes?protocol=none", "/outcomes?location=none", "/outcomes?from=yesterday",
		"/rehearsal?protocol=none" })
	void filter_shouldBeRefused_whenItIsNone(String address) {
		assertThat(clinic.pagesOf("Retention: Configurer").get(address).status()).isIn(400, 403);
		assertThat(manager.get(address).status()).isEqualTo(400);
	}

	@Test
	void rehearsal_shouldSayInWordsWhatWouldHaveBeen() {
		String protocol = clinic.savedProtocol();
		PageReader configurer = clinic.pagesOf("Retention: Configurer");
		PageReader.Answer page = configurer.get("/rehearsal?protocol=" + protocol + "&days=30&capacity=90");
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		String summary = server.get("retention/followupprotocol/" + protocol + "/rehearsal?days=30&capacity=90").expect(200)
			.at("/summary");
		assertThat(page.page()).contains(summary.substring(0, 20));
		assertThat(configurer.get("/rehearsal?protocol=" + protocol + "&days=x").status()).isEqualTo(400);
		assertThat(configurer.get("/rehearsal?protocol=" + protocol + "&days=100000").status()).isEqualTo(400);
		assertThat(clinic.pagesOf("Retention: Nurse").get("/rehearsal?protocol=" + protocol).status()).isEqualTo(403);
	}
}
