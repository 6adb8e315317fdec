/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class RecallOverrideResourceIT {

	private static final String OVERRIDES = "retention/recalloverride";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private String patient;

	private String protocol;

	@BeforeEach
	void aRecall() {
		patient = clinic.patient();
		protocol = UUID.randomUUID().toString();
		Map<String, Object> definition = new HashMap<>();
		definition.put("uuid", protocol);
		definition.put("name", Clinic.unique("Recall"));
		definition.put("why", Map.of("en", "Last here on {date}"));
		definition.put("purpose", "RECALL");
		definition.put("trigger", Map.of("type", "RECALL", "interval", "P6M", "filter",
			Map.of("encounterTypes", List.of(clinic.ownEncounterType()))));
		definition.put("steps", List.of(Map.of("key", "due", "title", Map.of("en", "Invite"), "offset", "P0D", "script",
			Map.of("opening", Map.of("en", "Good day"), "closing", Map.of("en", "Thank you")))));
		server.post("retention/followupprotocol", definition).expect(201);
	}

	@Test
	void post_shouldAgreeAnInterval_andDeleteWithdrawIt() {
		String uuid = server.post(OVERRIDES, override("P4M")).expect(201).at("/uuid");
		assertThat(server.get(OVERRIDES + "/" + uuid).expect(200).at("/interval")).isEqualTo("P4M");
		assertThat(listed("patient=" + patient)).isEqualTo(1);
		assertThat(listed("protocol=" + protocol)).isEqualTo(1);

		server.post(OVERRIDES, override("P9M")).expect(201);
		assertThat(listed("patient=" + patient)).as("in place of the one before").isEqualTo(1);
		assertThat(listed("includeAll=true&patient=" + patient)).isEqualTo(2);
		String second = server.get(OVERRIDES + "?patient=" + patient).expect(200).at("/results/0/uuid");
		server.delete(OVERRIDES + "/" + second + "?reason=error").expect(204);
		assertThat(listed("patient=" + patient)).isZero();
	}

	@Test
	void post_shouldSayWhatIsWrong() {
		server.post(OVERRIDES, override("P25M")).expectError(400,
			"retention.followup.error.override-interval-out-of-range", "interval");
		server.post(OVERRIDES, override("soon")).expectError(400, "retention.followup.error.override-interval-invalid",
			"interval");
		Map<String, Object> unknown = override("P4M");
		unknown.put("protocol", UUID.randomUUID().toString());
		server.post(OVERRIDES, unknown).expectError(400, "retention.web.error.unknown-reference", "protocol");
		Map<String, Object> silent = override("P4M");
		silent.remove("agreedBy");
		server.post(OVERRIDES, silent).expectError(400, "retention.followup.error.override-required", "agreedBy");
		server.get(OVERRIDES + "?patient=nosuch").expectError(400, "retention.web.error.unknown-reference", "patient");
		server.get(OVERRIDES + "/" + UUID.randomUUID()).expect(404);
	}

	private Map<String, Object> override(String interval) {
		Map<String, Object> body = new HashMap<>();
		body.put("patient", patient);
		body.put("protocol", protocol);
		body.put("interval", interval);
		body.put("reason", "Periodontitis");
		body.put("agreedBy", "Dr Berg and the patient");
		return body;
	}

	private int listed(String query) {
		return server.get(OVERRIDES + "?" + query).expect(200).body().get("results").size();
	}
}
