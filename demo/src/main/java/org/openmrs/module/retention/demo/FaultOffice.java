/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The clinic's office, in a {@link FaultRun}: voids what was entered by mistake, and gives work to people who then leave. */
final class FaultOffice {

	private static final int PLANS = 500;

	private static final int PAUSE_MILLIS = 1000;

	private static final int GIVEN = 4;

	private final FaultTally tally;

	private final String nurses;

	private int hired;

	/** @param nurses uuid of the nurses' role */
	FaultOffice(FaultTally tally, String nurses) {
		this.tally = tally;
		this.nurses = nurses;
	}

	void work() {
		tally.work(DemoServer.ADMIN, DemoServer.ADMIN_PASSWORD, admin -> {
			switch (FaultTally.chance(4)) {
				case 0 -> voidPatient(admin);
				case 1 -> leave(admin);
				default -> voidEncounter(admin);
			}
			pause();
		});
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void voidEncounter(Rest admin) {
		JsonNode plan = plan(admin);
		if (plan != null && !plan.path("encounter").isNull()) {
			remove(admin, "encounter/" + plan.path("encounter").asText() + "?reason=mistake");
		}
	}

	private void voidPatient(Rest admin) {
		JsonNode plan = plan(admin);
		if (plan != null) {
			remove(admin, "patient/" + plan.at("/patient/uuid").asText() + "?reason=mistake");
		}
	}

	private JsonNode plan(Rest admin) {
		Rest.Answer plans = admin
			.get("retention/followupplan?status=active&v=default&limit=1&startIndex=" + FaultTally.chance(PLANS));
		return tally.answered(plans) && !plans.rows().isEmpty() ? plans.rows().get(0) : null;
	}

	private void remove(Rest admin, String path) {
		if (tally.answered(admin.delete(path))) {
			tally.voided.incrementAndGet();
		}
	}

	/** Somebody is hired, is given work, and leaves with some of it undone. */
	private void leave(Rest admin) {
		Rest.Answer made = admin.post("user",
			Map.of("username", "leaver" + System.nanoTime() % 1_000_000 + "-" + ++hired, "password", DemoStaff.PASSWORD,
				"roles",
				List.of(nurses), "person", Map.of("gender", "F", "names",
					List.of(Map.of("givenName", "Lea", "familyName", "Ver")))));
		if (!tally.answered(made)) {
			return;
		}
		Rest.Answer tasks = admin
			.get("retention/followuptask?status=open&sort=list&v=default&limit=" + GIVEN + "&startIndex="
				+ FaultTally.chance(100));
		if (tally.answered(tasks)) {
			for (JsonNode task : tasks.rows()) {
				String uuid = task.path("uuid").asText();
				tally.mayBeFree(uuid);
				tally.answered(admin.post("retention/followuptask/" + uuid + "/assignment", Map.of("assignee", made.uuid(),
					"version", task.path("version").asInt(), "reason", "has time")));
			}
		}
		if (tally.answered(admin.delete("user/" + made.uuid() + "?reason=has+left"))) {
			tally.retired.incrementAndGet();
		}
	}
}
