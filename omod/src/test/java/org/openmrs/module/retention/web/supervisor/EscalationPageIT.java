/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** What a call has raised, on the page of who must look at it. */
class EscalationPageIT {

	private static final String WAITING = "href=\"[^\"]*/escalations\"[^>]*>[^<]*<span class=\"urgent\">([0-9]+)<";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader nurse = clinic.pagesOf("Retention: Nurse");

	private final String patient = clinic
		.patient(Map.of(clinic.phoneType(), "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999)));

	/** Uuid of what a call has raised for the nurses on duty. */
	private String raised() {
		PageReader caller = clinic.pagesOf("Retention: Front Desk");
		caller.get("/call/" + patient);
		caller.post("/call/" + patient, "task", clinic.task(patient), "outcome", "DONE", "escalate.kind", "CLINICAL",
			"escalate.severity", "URGENT", "escalate.reason", "Faint <i>twice</i>");
		RestServer.Answer made = server.get("retention/escalation?patient=" + patient + "&v=full").expect(200);
		assertThat(made.at("/results/0/ownerRole")).isEqualTo("Retention: Nurse");
		return made.at("/results/0/uuid");
	}

	private long waiting() {
		List<String> count = nurse.get("/today").find(WAITING);
		return count.isEmpty() ? 0 : Long.parseLong(count.get(0));
	}

	@Test
	void escalation_shouldBeSeenOnEveryPage_untilSomebodyTakesItOver() {
		long before = waiting();
		String uuid = raised();
		assertThat(waiting()).isEqualTo(before + 1);
		String page = nurse.get("/escalations").page();
		assertThat(page.substring(0, page.indexOf("With others"))).contains("Faint &lt;i&gt;twice&lt;/i&gt;");
		PageReader.Answer acknowledged = nurse.post("/escalations/" + uuid + "/acknowledge", "version", "0", "next",
			"today?callable=now");
		assertThat(acknowledged.address()).isEqualTo("/today?callable=now");
		assertThat(acknowledged.page()).contains("notice done");
		assertThat(waiting()).isEqualTo(before);
		assertThat(server.get("retention/escalation/" + uuid).at("/status")).isEqualTo("ACKNOWLEDGED");
		assertThat(nurse.post("/escalations/" + uuid + "/acknowledge", "version", "0", "next", "//elsewhere.example")
			.status()).isEqualTo(409);
		assertThat(nurse.post("/escalations/" + uuid + "/close", "version",
			server.get("retention/escalation/" + uuid + "?v=full").at("/version"), "resolution", "Sat her down", "next",
			"//elsewhere.example").address()).isEqualTo("/escalations");
		assertThat(nurse.get("/escalations").page()).doesNotContain(uuid);
	}

	@Test
	void page_shouldShowWhatItMay_toWhomItMay() {
		String uuid = raised();
		PageReader desk = clinic.pagesOf("Retention: Front Desk");
		assertThat(desk.get("/escalations").page()).contains("Faint").doesNotContain(uuid);
		assertThat(desk.get("/today").page()).doesNotContain("/escalations\"");
		assertThat(desk.post("/escalations/" + uuid + "/acknowledge", "version", "0").status()).isEqualTo(403);
		assertThat(clinic.pagesOf("Retention: Configurer").get("/escalations").status()).isEqualTo(403);
		assertThat(nurse.post("/escalations/none/acknowledge", "version", "0").status()).isEqualTo(404);
		assertThat(nurse.post("/escalations/" + uuid + "/acknowledge", "version", "x").status()).isEqualTo(400);
	}
}
