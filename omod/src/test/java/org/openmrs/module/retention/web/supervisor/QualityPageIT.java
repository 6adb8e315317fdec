/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** A sample drawn and reviewed on its pages. */
class QualityPageIT {

	private static final String TODAY = LocalDate.now().toString();

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader manager = clinic.pagesOf("Retention: Manager");

	@Test
	void sample_shouldBeDrawn_andEachContactReviewedOnce() {
		RestServer nurse = clinic.staff("Retention: Nurse");
		String task = clinic.task(clinic.patient());
		nurse.post("retention/contactattempt",
			Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE", "note", "<b>bold</b>")).expect(201);
		manager.get("/quality");
		PageReader.Answer sample = manager.post("/quality", "firstDay", LocalDate.now().minusDays(1).toString(), "lastDay",
			LocalDate.now().plusDays(1).toString(), "each", "1", "caller", Clinic.uuidOf(nurse));
		assertThat(sample.status()).as(sample.page()).isEqualTo(200);
		assertThat(sample.page()).contains("&lt;b&gt;bold&lt;/b&gt;");
		String contact = sample.find("name=\"contact\" value=\"([^\"]+)\"").get(0);
		List<String> fields = new ArrayList<>(List.of("contact", contact, "note", "well done"));
		for (String mark : sample.find("name=\"(mark\\.[a-z-]+)\"")) {
			fields.addAll(List.of(mark, "MET"));
		}
		PageReader.Answer reviewed = manager.post(sample.address() + "/review", fields.toArray(new String[0]));
		assertThat(reviewed.page()).contains("notice done").contains("well done").doesNotContain("name=\"contact\"");
		assertThat(manager.post(sample.address() + "/review", fields.toArray(new String[0])).status()).isEqualTo(409);
		assertThat(server.get("retention/qualityreview?caller=" + Clinic.uuidOf(nurse) + "&v=full").at("/results/0/note"))
			.isEqualTo("well done");
		assertThat(manager.get("/quality").page()).contains(sample.address());
	}

	@Test
	void page_shouldRefuse_whatNobodyCanDraw_andWhoMayNot() {
		manager.get("/quality");
		assertThat(manager.post("/quality", "firstDay", TODAY, "each", "1").status()).isEqualTo(400);
		assertThat(manager.post("/quality", "firstDay", TODAY, "lastDay", TODAY, "each", "many").status()).isEqualTo(400);
		assertThat(manager.post("/quality", "firstDay", "x", "lastDay", TODAY, "each", "1").status()).isEqualTo(400);
		assertThat(manager.get("/quality/none").status()).isEqualTo(404);
		assertThat(clinic.pagesOf("Retention: Nurse").get("/quality").status()).isEqualTo(403);
	}
}
