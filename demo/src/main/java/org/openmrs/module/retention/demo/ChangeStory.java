/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** What happens to plans when the clinic's data change, and to a household when a number turns out wrong. */
final class ChangeStory {

	private final ScenarioClinic clinic;

	private final Checks checks;

	ChangeStory(ScenarioClinic clinic, Checks checks) {
		this.clinic = clinic;
		this.checks = checks;
	}

	void tell() {
		checks.part("A second extraction two days after the first starts the follow-up anew", this::restart);
		checks.part("An encounter that was entered by mistake is voided", this::voidedEncounter);
		checks.part("The conversation of a patient who is in the building joins no visit", this::openVisit);
		checks.part("A wrong number is wrong for the whole household", this::wrongNumber);
		checks.part("A task by hand", this::manual);
	}

	private void restart() {
		String patient = clinic.patient("Twice", "nb", clinic.phone(5));
		ZonedDateTime later = clinic.noon.today().atTime(clinic.noon.opens.plusMinutes(30)).atZone(clinic.noon.zone);
		clinic.extraction(patient, clinic.noon, later.minusDays(2));
		String older = plan(clinic.awaitOpenTasks(patient).get(0));
		clinic.extraction(patient, clinic.noon, later);
		List<JsonNode> open = ScenarioClinic.await(() -> ScenarioClinic.open(clinic.tasks(patient)),
			tasks -> tasks.stream().anyMatch(task -> !plan(task).equals(older)));
		checks.that("the open tasks are those of the second",
			!open.isEmpty() && open.stream().noneMatch(task -> plan(task).equals(older)), open);
		checks.that("those of the first are superseded",
			clinic.tasks(patient).stream().anyMatch(
				task -> plan(task).equals(older) && "SUPERSEDED".equals(task.path("status").asText())),
			clinic.tasks(patient));
		checks.equal("and so is its plan", "SUPERSEDED",
			clinic.admin.get("retention/followupplan/" + older).ok().path("status").asText());
	}

	private static String plan(JsonNode task) {
		return task.at("/plan/uuid").asText();
	}

	private void voidedEncounter() {
		String patient = clinic.patient("Mistake", "en", clinic.phone(6));
		String encounter = clinic.extraction(patient, clinic.noon, clinic.noon.now.minusHours(2));
		clinic.awaitOpenTasks(patient);
		checks.status("voiding the encounter", 204, clinic.admin.delete("encounter/" + encounter + "?reason=mistake"));
		List<JsonNode> open = ScenarioClinic.await(() -> ScenarioClinic.open(clinic.tasks(patient)), List::isEmpty);
		checks.that("its tasks are cancelled", open.isEmpty(), open);
		checks.that("and still there to be seen",
			clinic.tasks(patient).stream().allMatch(task -> "CANCELLED".equals(task.path("status").asText())),
			clinic.tasks(patient));
	}

	private void openVisit() {
		String patient = clinic.patient("Inside", "en", clinic.phone(7));
		clinic.extraction(patient, clinic.noon, clinic.noon.now.minusHours(3));
		JsonNode task = clinic.awaitOpenTasks(patient).get(0);
		String visit = clinic.visit(patient, clinic.noon, clinic.noon.now.minusMinutes(20));
		JsonNode step = clinic.step(task.path("step").asText());
		checks.status("the conversation", 201,
			clinic.nurse.rest().post("retention/followuptask/" + task.path("uuid").asText() + "/attempt",
				Map.of("result", "SPOKE", "spokeWith", "PATIENT", "disposition", "DONE", "channel", "IN_PERSON",
					"answers",
					Answers.calm(step.path("script")))));
		JsonNode open = clinic.admin.get("visit/" + visit + "?v=default").ok();
		checks.that("the open visit has no encounter of it", open.path("encounters").isEmpty(), open.path("encounters"));
		List<JsonNode> contacts = clinic.admin.get("encounter?patient=" + patient + "&encounterType="
			+ ScenarioClinic.CONTACT_ENCOUNTER_TYPE + "&v=full").rows();
		checks.equal("the chart has it all the same", 1, contacts.size());
	}

	private void wrongNumber() {
		String shared = clinic.phone(8);
		String mother = clinic.patient("Mother", "zh", shared);
		String daughter = clinic.patient("Daughter", "zh", shared);
		clinic.extraction(mother, clinic.noon, clinic.noon.now.minusHours(2));
		String task = clinic.awaitOpenTasks(mother).get(0).path("uuid").asText();
		JsonNode point = clinic.nurse.rest().get("retention/contactpoint?patient=" + mother + "&v=full").rows().get(0);
		checks.equal("the number is good so far", "OK", point.path("state").asText());
		checks.status("the attempt", 201, clinic.nurse.rest().post("retention/contactattempt",
			Map.of("tasks", List.of(task), "result", "WRONG_NUMBER", "contactPoint", point.path("uuid").asText())));
		JsonNode hers = clinic.nurse.rest().get("retention/contactpoint?patient=" + daughter + "&v=full").rows().get(0);
		checks.equal("it is wrong for the daughter too", "WRONG", hers.path("state").asText());
		JsonNode held = clinic.task(task);
		checks.equal("a wrong number uses no try", 0, held.path("triesUsed").asInt());
		checks.equal("the task stays open", "OPEN", held.path("status").asText());
		checks.equal("and holds until a number works", "NO_NUMBER", held.path("holdReason").asText());
		Rest.Answer undone = clinic.nurse.rest().post("retention/contactpoint/" + hers.path("uuid").asText() + "/transition",
			Map.of("to", "OK", "version", hers.path("version").asInt(), "reason", "It was dialled wrongly"));
		checks.that("the flag can be undone", undone.status() / 100 == 2, undone.status() + " " + undone.error());
		checks.equal("for both", "OK", clinic.nurse.rest().get("retention/contactpoint?patient=" + mother + "&v=full").rows()
			.get(0).path("state").asText());
	}

	private void manual() {
		String patient = clinic.patient("By hand", "en", clinic.phone(9));
		Rest.Answer made = clinic.desk.rest().post("retention/followuptask",
			Map.of("patient", patient, "title", "Ask whether the plate fits", "location", clinic.noon.uuid(), "role",
				"Retention: Front Desk"));
		checks.status("a task without a plan", 201, made);
		checks.equal("it is in the queue of the desk", "Retention: Front Desk",
			clinic.task(made.uuid()).path("assigneeRole").asText());
	}
}
