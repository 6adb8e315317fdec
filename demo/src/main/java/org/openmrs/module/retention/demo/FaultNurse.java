/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One who rings, in a {@link FaultRun}: takes a task, or opens a row of the list, calls, and writes it down. */
final class FaultNurse {

	private static final int TASKS = 100;

	private static final int ROWS = 30;

	private final String name;

	private final FaultTally tally;

	FaultNurse(String name, FaultTally tally) {
		this.name = name;
		this.tally = tally;
	}

	void work() {
		tally.work(name, DemoStaff.PASSWORD, nurse -> {
			if (FaultTally.chance(2) == 0) {
				task(nurse);
			} else {
				row(nurse);
			}
		});
	}

	private void task(Rest nurse) {
		Rest.Answer list = nurse.get("retention/followuptask?status=open&sort=list&v=ref&limit=20&startIndex="
			+ FaultTally.chance(TASKS));
		if (!tally.answered(list) || list.rows().isEmpty()) {
			return;
		}
		String task = any(list.rows()).path("uuid").asText();
		Rest.Answer claimed = nurse.post("retention/followuptask/" + task + "/claim", Map.of());
		if (tally.answered(claimed)) {
			tally.leased(task, name, claimed.body().path("claimedUntil").asText());
		}
		record(nurse, List.of(task), contact());
	}

	/** As the page does: the person is rung about everything that there is. */
	private void row(Rest nurse) {
		Rest.Answer list = nurse.get("retention/worklist?assignee=me&v=ref&limit=20&startIndex=" + FaultTally.chance(ROWS));
		if (!tally.answered(list) || list.rows().isEmpty()) {
			return;
		}
		Rest.Answer opened = nurse.post("retention/worklist/" + any(list.rows()).path("uuid").asText() + "/open", Map.of());
		if (!tally.answered(opened)) {
			return;
		}
		tally.rowsOpened.incrementAndGet();
		JsonNode row = opened.body();
		List<String> tasks = new ArrayList<>();
		row.path("tasks").forEach(task -> tasks.add(task.path("uuid").asText()));
		String until = row.path("claimedUntil").asText();
		tasks.forEach(task -> tally.leased(task, name, until));
		String point = row.path("contactPoints").path(0).path("uuid").asText("");
		Map<String, Object> contact = contact();
		if (!point.isEmpty()) {
			contact.put("contactPoint", point);
			if (FaultTally.chance(8) == 0) {
				contact.keySet().removeIf(key -> !key.equals("contactPoint"));
				contact.put("result", "WRONG_NUMBER");
			}
		}
		record(nurse, tasks, contact);
	}

	private void record(Rest nurse, List<String> tasks, Map<String, Object> contact) {
		contact.put("tasks", tasks);
		tasks.forEach(tally::mayBeFree);
		Rest.Answer recorded = nurse.post("retention/contactattempt", contact);
		if (tally.answered(recorded)) {
			tally.acknowledged.add(recorded.uuid());
			if ("WRONG_NUMBER".equals(contact.get("result"))) {
				tally.wrongNumbers.add(recorded.uuid());
			}
		}
	}

	private static JsonNode any(List<JsonNode> rows) {
		return rows.get(FaultTally.chance(rows.size()));
	}

	private static Map<String, Object> contact() {
		Map<String, Object> contact = new LinkedHashMap<>();
		int what = FaultTally.chance(10);
		contact.put("result", what < 6 ? "SPOKE" : "NO_ANSWER");
		if (what < 5) {
			contact.put("disposition", "DONE");
		} else if (what == 5) {
			contact.put("disposition", "CALL_BACK");
			contact.put("windowFrom", OffsetDateTime.now().plusHours(20).toString());
			contact.put("windowBy", OffsetDateTime.now().plusHours(22).toString());
		}
		return contact;
	}
}
