/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** What came of follow-up, as pages show it. */
class OutcomePageIT {

	private static final String CALENDAR_OF_A_LOCATION = "92cd982f-69b4-4f34-9f05-21b0f1aa8d62";

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
	@ValueSource(strings = { "/outcomes?protocol=none", "/outcomes?location=none", "/outcomes?clinician=none",
		"/outcomes?from=yesterday",
		"/rehearsal?protocol=none" })
	void filter_shouldBeRefused_whenItIsNone(String address) {
		assertThat(clinic.pagesOf("Retention: Configurer").get(address).status()).isIn(400, 403);
		assertThat(manager.get(address).status()).isEqualTo(400);
	}

	@Test
	void clinician_shouldBeRefused_whenItIsNoPerson() {
		String nobody = clinic.providerWithoutPerson();
		PageReader.Answer page = manager.get("/outcomes?clinician=" + nobody);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.page()).contains("role=\"alert\"").doesNotContain("<tbody>");
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

	@Test
	void filter_shouldStayWithWhatWasTyped_whenItIsRefused() {
		String protocol = clinic.savedProtocol();
		PageReader.Answer outcomes = manager.get("/outcomes?protocol=" + protocol + "&from=yesterday&to=2026-05");
		assertThat(outcomes.status()).isEqualTo(400);
		assertThat(outcomes.find("(role=\"alert\")")).hasSize(1);
		assertThat(outcomes.page()).contains("value=\"yesterday\"", "value=\"2026-05\"", "<option value=\"" + protocol
			+ "\" selected>", "name=\"clinician\"").doesNotContain("<tbody>");
		PageReader.Answer rehearsal = manager.get("/rehearsal?protocol=" + protocol + "&days=731&capacity=12");
		assertThat(rehearsal.status()).isEqualTo(400);
		assertThat(rehearsal.find("(role=\"alert\")")).hasSize(1);
		assertThat(rehearsal.page()).contains("value=\"731\"", "value=\"12\"",
			"<option value=\"" + protocol + "\" selected>");
	}

	@Test
	void rehearsal_shouldBeForTheManagerToo_whoChangesNoProtocol() {
		String protocol = clinic.savedProtocol();
		PageReader.Answer page = manager.get("/rehearsal?protocol=" + protocol + "&days=30");
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		assertThat(page.page()).contains("/ws/retention/rehearsal\" aria-current=\"page\"");
		RestServer supervisor = clinic.staff("Retention: Manager");
		supervisor.get("retention/followupprotocol/" + protocol + "/rehearsal?days=30").expect(200);
		supervisor.delete("retention/followupprotocol/" + protocol + "?reason=trial").expect(403);
		assertThat(clinic.pagesOf("Retention: Nurse").get("/today").page()).doesNotContain("/ws/retention/rehearsal\"");
	}

	@Test
	void rehearsal_shouldShowWhatEachRoleCanBear() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		String protocol = server.post("retention/followupprotocol", definition).expect(201).at("/uuid");
		String calendar = server.post("retention/calendar", Map.of("name", "Telephone desk", "hours",
			week(List.of("08:00-18:00")), "capacity", Map.of("Retention: Front Desk", week(1)))).expect(201).at("/uuid");
		String site = server.post("location", Map.of("name", "Site " + UUID.randomUUID())).expect(201).at("/uuid");
		server.post("location/" + site + "/attribute", Map.of("attributeType", CALENDAR_OF_A_LOCATION, "value", calendar))
			.expect(201);
		server.post("encounter", Map.of("patient", clinic.patient(Map.of()), "encounterType", type, "location", site,
			"encounterDatetime", LocalDate.now().minusDays(40) + "T10:00:00.000+0000")).expect(201);
		PageReader.Answer page = clinic.pagesOf("Retention: Configurer").get("/rehearsal?protocol=" + protocol);
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		assertThat(page.page()).contains("<h2>Telephone desk · Retention: Front Desk</h2>");
		assertThat(page.find("<span class=\"urgent\">([0-9.]+)</span> / ([0-9.]+)")).isNotEmpty();
	}

	private static <V> Map<String, V> week(V value) {
		return Stream.of(DayOfWeek.values()).collect(Collectors.toMap(DayOfWeek::name, day -> value));
	}

	@Test
	void outcomes_shouldBeOfOneClinician_forWhoSupervises() {
		String protocol = clinic.savedProtocol();
		String patient = clinic.patient();
		clinic.encounter(patient, clinic.encounterType());
		clinic.await("retention/followupplan?patient=" + patient + "&protocol=" + protocol);
		String address = "/outcomes?protocol=" + protocol + "&clinician=";
		assertThat(manager.get(address).page()).contains("<table>").contains("name=\"clinician\"");
		JsonNode providers = server.get("provider?v=default").expect(200).body().get("results");
		for (JsonNode provider : providers) {
			assertThat(manager.get(address + provider.get("uuid").asText()).page()).contains("selected")
				.doesNotContain("<table>");
		}
		assertThat(manager.get(address + "none").status()).isEqualTo(400);
		PageReader treating = clinic.pagesOf("Retention: Clinician");
		assertThat(treating.get("/outcomes").page()).doesNotContain("name=\"clinician\"");
		assertThat(treating.get(address + "none").page()).as("the own alone").doesNotContain("<table>");
	}
}
