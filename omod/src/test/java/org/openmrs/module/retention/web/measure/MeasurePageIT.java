/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

class MeasurePageIT {

	private static final String PAGE = "/comments/measures";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final RaisedTheme raised = new RaisedTheme(server, clinic);

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	@Test
	void page_shouldRecordAMeasure_haveItToldAndPrinted() {
		String patient = clinic.patient();
		raised.by(patient, "We waited for an hour");
		raised.protocol();
		String did = Clinic.unique("We call when we are late");
		manager.get(PAGE);
		PageReader.Answer recorded = manager.post(PAGE, "theme", raised.theme(), "inLanguage", "en", "said",
			"We wait too long", "did", did, "otherLanguage", "nb", "otherDid", "Vi ringer " + did);
		assertThat(recorded.page()).contains("notice done", did, "Vi ringer", "Planned", "We wait too long",
			"patient/" + patient).doesNotContain("for an hour").doesNotContain("/tell\"");
		String address = recorded.address();
		assertThat(manager.get(PAGE).page()).contains(address);

		PageReader.Answer done = manager.post(address + "/transition", "to", "DONE", "version", "0", "day",
			LocalDate.now().toString());
		assertThat(done.page()).contains("Not told yet: 1", address + "/tell");
		PageReader.Answer told = manager.post(address + "/tell", "version", "1");
		assertThat(told.page()).contains("1 patients come onto the list", "still to be called: 1")
			.doesNotContain("/tell\"");
		assertThat(manager.get(PAGE).page()).contains("still to be called: 1");
		assertThat(clinic.pagesOf("Retention: Front Desk").get("/patient/" + patient).status()).isEqualTo(200);
	}

	@Test
	void notice_shouldBeInTheLanguageChosen_withoutPatients() {
		String patient = clinic.patient();
		raised.by(patient, "There was no tea");
		String did = Clinic.unique("Tea is free");
		raised.done(did);
		PageReader.Answer notice = manager.get(PAGE + "/notice?inLanguage=ru&lastDay=" + LocalDate.now());
		assertThat(notice.page()).contains("lang=\"ru\"", "Вы сказали", did, "data-print").doesNotContain(patient)
			.doesNotContain("There was no tea");
		assertThat(manager.get(PAGE + "/notice?firstDay=2020-01-01").status()).isEqualTo(400);
		assertThat(manager.get(PAGE + "/notice?firstDay=soon").status()).isEqualTo(400);
		assertThat(manager.get(PAGE + "/notice?inLanguage=Russian").status()).isEqualTo(400);
		assertThat(manager.get(PAGE + "/notice?firstDay=2024-01-01&lastDay=2024-01-02").page())
			.contains("Nothing was done in these days");
	}

	@Test
	void refusal_shouldShowTheFormAsItWasTyped() {
		manager.get(PAGE);
		PageReader.Answer refused = manager.post(PAGE, "theme", raised.theme(), "inLanguage", "en", "did", " ", "said",
			"Typed already");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page()).contains("Typed already", "role=\"alert\"");
		String measure = raised.done("Tea is free");
		PageReader.Answer withdrawn = manager.post(PAGE + "/" + measure + "/transition", "to", "WITHDRAWN", "version", "1",
			"reason", " ");
		assertThat(withdrawn.status()).isEqualTo(400);
		assertThat(withdrawn.page()).contains("role=\"alert\"", "Tea is free");
		assertThat(manager.post(PAGE + "/" + measure + "/transition", "to", "WITHDRAWN", "version", "9", "reason", "x")
			.status()).isEqualTo(409);
		assertThat(manager.post(PAGE + "/" + measure + "/tell", "version", "9").status()).isEqualTo(409);
		assertThat(manager.get(PAGE + "/nosuch").status()).isEqualTo(404);
	}

	@Test
	void names_shouldBeForThoseWhoMayReadThem() {
		String patient = clinic.patient();
		raised.by(patient, "We waited for an hour");
		String measure = raised.done("We call when we are late");
		PageReader configurer = clinic.pagesOf("Retention: Configurer");
		assertThat(configurer.get(PAGE + "/" + measure).page()).contains("We call when we are late")
			.doesNotContain(patient).doesNotContain("<form method=\"post\" action=\"/openmrs/ws/retention/comments");
		PageReader.Answer clinician = clinic.pagesOf("Retention: Clinician").get(PAGE + "/" + measure);
		assertThat(clinician.page()).contains("patient/" + patient).doesNotContain("/tell\"")
			.doesNotContain("/transition\"");
		PageReader desk = clinic.pagesOf("Retention: Front Desk");
		assertThat(desk.get(PAGE).status()).isEqualTo(403);
		assertThat(desk.get(PAGE + "/notice").status()).isEqualTo(403);
	}
}
