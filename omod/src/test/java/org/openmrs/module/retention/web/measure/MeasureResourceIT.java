/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class MeasureResourceIT {

	private static final String MEASURE = "retention/measure";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final RaisedTheme raised = new RaisedTheme(server, clinic);

	@Test
	void measure_shouldBeRecordedDoneAndTold_once() {
		RestServer manager = clinic.staff("Retention: Manager");
		String patient = clinic.patient();
		raised.by(patient, "We waited for an hour");
		raised.protocol();
		String measure = manager
			.post(MEASURE, Map.of("theme", raised.theme(), "did", Map.of("en", "We call when we are late",
				"nb", "Vi ringer når vi er forsinket")))
			.expect(201).at("/uuid");
		manager.post(MEASURE + "/" + measure + "/tell", Map.of("version", 0)).expectError(409,
			"retention.measure.error.not-done", "status");
		RestServer.Answer done = manager
			.post(MEASURE + "/" + measure + "/transition", Map.of("to", "DONE", "version", 0)).expect(201);
		assertThat(done.at("/status")).isEqualTo("DONE");
		assertThat(done.at("/doneOn")).isNotBlank();
		assertThat(done.at("/version")).isEqualTo("1");

		RestServer.Answer figures = manager.get(MEASURE + "/" + measure + "/tell").expect(200);
		assertThat(figures.at("/raised") + figures.at("/toTell") + figures.at("/waiting")).isEqualTo("110");
		RestServer.Answer raisers = manager.get(MEASURE + "/" + measure + "/raiser?totalCount=true").expect(200);
		assertThat(raisers.at("/totalCount")).isEqualTo("1");
		assertThat(raisers.at("/results/0/patient/uuid")).isEqualTo(patient);
		assertThat(raisers.at("/results/0/told")).isEqualTo("false");

		RestServer.Answer told = manager.post(MEASURE + "/" + measure + "/tell", Map.of("version", 1)).expect(201);
		assertThat(told.at("/begun")).isEqualTo("1");
		assertThat(told.at("/progress/waiting")).isEqualTo("1");
		assertThat(manager.post(MEASURE + "/" + measure + "/tell", Map.of("version", 1)).expect(201).at("/begun"))
			.isEqualTo("0");
		RestServer.Answer plan = manager.get("retention/followupplan?v=full&patient=" + patient).expect(200);
		assertThat(plan.text()).contains("We call when we are late", "Vi ringer når").doesNotContain("for an hour");

		manager.post(MEASURE + "/" + measure + "/transition", Map.of("to", "WITHDRAWN", "version", 1, "reason", "No"))
			.expect(201);
		assertThat(manager.get(MEASURE + "/" + measure + "?v=full").expect(200).at("/progress/missed")).isEqualTo("1");
		assertThat(manager.get(MEASURE + "/" + measure + "/transition").expect(200).body().get("results")).hasSize(2);
		assertThat(manager.get(MEASURE + "?v=default&status=withdrawn&theme=" + raised.theme()).expect(200).text())
			.contains(measure);
		assertThat(manager.get(MEASURE + "?status=done&theme=" + raised.theme()).expect(200).text())
			.doesNotContain(measure);
	}

	@Test
	void tell_shouldBeginOnePlanForEach_whenSeveralClickAtOnce() throws Exception {
		for (int i = 0; i < 3; i++) {
			raised.by(clinic.patient(), "Waited " + i);
		}
		raised.protocol();
		String measure = raised.done("We call when we are late");
		ExecutorService clicks = Executors.newFixedThreadPool(4);
		try {
			List<Callable<RestServer.Answer>> all = Collections.nCopies(4,
				() -> server.post(MEASURE + "/" + measure + "/tell", Map.of("version", 1)));
			int begun = 0;
			for (Future<RestServer.Answer> answer : clicks.invokeAll(all)) {
				begun += Integer.parseInt(answer.get().expect(201).at("/begun"));
			}
			assertThat(begun).isEqualTo(3);
			assertThat(server.get(MEASURE + "/" + measure + "/tell").expect(200).at("/waiting")).isEqualTo("3");
		}
		finally {
			clicks.shutdownNow();
		}
	}

	@Test
	void measure_shouldBeForThoseWhoMay() {
		String measure = raised.done("Tea is free");
		RestServer desk = clinic.staff("Retention: Front Desk");
		desk.get(MEASURE + "/" + measure).expect(403);
		desk.get("retention/measurenotice?from=2026-01-01&to=2026-12-31").expect(403);
		RestServer clinician = clinic.staff("Retention: Clinician");
		clinician.get(MEASURE + "/" + measure).expect(200);
		clinician.post(MEASURE, Map.of("theme", raised.theme(), "did", Map.of("en", "x"))).expect(403);
		clinician.post(MEASURE + "/" + measure + "/transition", Map.of("to", "WITHDRAWN", "version", 1, "reason", "x"))
			.expect(403);
		clinician.post(MEASURE + "/" + measure + "/tell", Map.of("version", 1)).expect(403);
		RestServer configurer = clinic.staff("Retention: Configurer");
		configurer.get(MEASURE + "/" + measure).expect(200);
		configurer.get(MEASURE + "/" + measure + "/raiser").expect(403);
		configurer.get(MEASURE + "/" + measure + "/tell").expect(403);
	}

	@Test
	void measure_shouldRefuseWhatItDoesNotUnderstand() {
		String theme = raised.theme();
		String measure = raised.done("Tea is free");
		server.post(MEASURE, Map.of()).expectError(400, "retention.web.error.missing", "theme");
		server.post(MEASURE, Map.of("theme", "nosuch")).expectError(400, "retention.web.error.unknown-reference", "theme");
		server.post(MEASURE, Map.of("theme", theme)).expectError(400, "retention.web.error.missing", "did");
		refuse("retention.web.error.wrong-type", "did", "did", "words");
		refuse("retention.question.error.required", "did", "did", Map.of());
		refuse("retention.web.error.missing", "did.en", "did", Map.of("en", " "));
		refuse("retention.web.error.wrong-type", "did.en", "did", Map.of("en", 1));
		refuse("retention.web.error.too-long", "did.en", "did", Map.of("en", "x".repeat(501)));
		refuse("retention.measure.error.language-unknown", "did", "did", Map.of("Russian", "x"));
		refuse("retention.web.error.too-long", "said.en", "said", Map.of("en", "x".repeat(301)));
		refuse("retention.web.error.wrong-type", "raisedFrom", "raisedFrom", "soon");
		refuse("retention.measure.error.day-out-of-range", "raisedFrom", "raisedFrom",
			LocalDate.now().plusDays(3).toString());
		refuse("retention.web.error.unknown-property", "status", "status", "DONE");
		String transition = MEASURE + "/" + measure + "/transition";
		server.post(transition, Map.of("to", "GONE", "version", 1)).expectError(400, "retention.web.error.unknown-value",
			"to");
		server.post(transition, Map.of("to", "WITHDRAWN")).expectError(400, "retention.web.error.missing", "version");
		server.post(transition, Map.of("to", "WITHDRAWN", "version", 1)).expectError(400,
			"retention.question.error.required", "reason");
		server.post(transition, Map.of("to", "WITHDRAWN", "version", 8, "reason", "x")).expectError(409,
			"retention.measure.error.stale-version", "version");
		server.post(transition, Map.of("to", "PLANNED", "version", 1)).expectError(409,
			"retention.measure.error.transition-not-allowed", "to");
		server.post(MEASURE + "/" + measure + "/tell", Map.of()).expectError(400, "retention.web.error.missing", "version");
		server.get(MEASURE + "?status=owl").expectError(400, "retention.web.error.unknown-value", "status");
		server.get(MEASURE + "?theme=" + UUID.randomUUID()).expectError(400, "retention.web.error.unknown-reference",
			"theme");
		server.get(MEASURE + "/" + UUID.randomUUID()).expect(404);
		server.get(MEASURE + "/" + UUID.randomUUID() + "/raiser").expect(404);
		server.post(MEASURE + "/" + UUID.randomUUID() + "/tell", Map.of("version", 0)).expect(404);
		server.post(MEASURE + "/" + measure + "/raiser", Map.of()).expect(405);
	}

	private void refuse(String code, String field, String property, Object value) {
		Map<String, Object> body = new HashMap<>(Map.of("theme", raised.theme(), "did", Map.of("en", "x")));
		body.put(property, value);
		server.post(MEASURE, body).expectError(400, code, field);
	}

	@Test
	void notices_shouldBeInTheLanguageAskedFor_andTellOfNobody() {
		String did = Clinic.unique("Tea is free");
		String patient = clinic.patient();
		raised.by(patient, "There was no tea");
		raised.done(did);
		String today = LocalDate.now().toString();
		String tomorrow = LocalDate.now().plusDays(1).toString();
		String days = "retention/measurenotice?v=default&limit=100&from=" + LocalDate.now().minusDays(1) + "&to=" + tomorrow;
		RestServer.Answer notices = server.get(days + "&language=nb").expect(200);
		assertThat(notices.text()).contains(did, "Dere sa: ", "Vi gjorde, siden ").doesNotContain(patient)
			.doesNotContain("There was no tea");
		assertThat(server.get(days).expect(200).text()).contains("You said: ", "We did, since ");
		server.get("retention/measurenotice?from=" + today).expectError(400, "retention.web.error.missing", "to");
		server.get("retention/measurenotice?to=" + today).expectError(400, "retention.web.error.missing", "from");
		server.get("retention/measurenotice?from=x&to=" + today).expectError(400, "retention.web.error.wrong-type", "from");
		server.get(days + "&language=Russian").expectError(400, "retention.measure.error.language-unknown", "language");
		server.get("retention/measurenotice?from=2020-01-01&to=" + today).expectError(400,
			"retention.measure.error.day-out-of-range", "from");
		assertThat(List.of(notices.body().get("results").get(0).get("since").asText().split("-"))).hasSize(3);
	}
}
