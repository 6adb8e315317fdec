/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.retention.demo.ScenarioClinic.Staff;

/** A nurse works the list: who may call, what she asks, and what comes of each kind of call. */
final class CallStory {

	private final ScenarioClinic clinic;

	private final Checks checks;

	private String patient;

	private String person;

	private List<JsonNode> tasks;

	/** Number of the first call's task. */
	private String first;

	private String conversation;

	CallStory(ScenarioClinic clinic, Checks checks) {
		this.clinic = clinic;
		this.checks = checks;
	}

	void tell() {
		checks.part("A patient who speaks Russian has teeth drawn in the morning", () -> {
			patient = clinic.patient("Вера", "ru", clinic.phone(4));
			person = patient;
			clinic.extraction(patient, clinic.evening,
				clinic.evening.today().atTime(clinic.evening.opens.plusMinutes(10)).atZone(clinic.evening.zone));
			tasks = clinic.awaitOpenTasks(patient);
			first = tasks.get(0).path("uuid").asText();
			checks.that("there is a call to make today", !tasks.isEmpty(), "no task");
		});
		checks.part("The list of the nurses", this::list);
		checks.part("Two nurses take the row", this::claims);
		checks.part("Nobody answers", this::noAnswer);
		checks.part("She asks to be called back tomorrow at eleven", this::callBack);
		checks.part("She is reached, and it bleeds: the dentist must know", this::redFlag);
		checks.part("The dentist takes over", this::escalation);
		checks.part("The call is in her chart", this::chart);
		checks.part("What is closed stays closed", this::closed);
		checks.part("The nurse takes the call back: it was another patient", this::voided);
	}

	private void list() {
		JsonNode row = ScenarioClinic.await(() -> row(clinic.nurse), found -> found != null);
		if (!checks.that("her row is on the nurse's list", row != null, "no row for the person")) {
			return;
		}
		checks.that("it says why it stands where it stands", !row.path("rankReason").asText().isEmpty(), row);
		checks.that("it says in a line why she is called", !row.path("why").asText().isEmpty(), row);
		checks.that("it may be called now", row.path("callableNow").asBoolean(), row);
		checks.that("it carries her number", row.path("contactPoints").toString().contains(clinic.phone(4).substring(1)),
			row.path("contactPoints"));
		checks.that("and the minutes it should take", row.path("expectedSeconds").asInt() > 0, row);
	}

	private JsonNode row(Staff staff) {
		for (JsonNode row : staff.rest().get("retention/worklist?location=" + clinic.evening.uuid() + "&v=default&limit=100")
			.rows()) {
			if (row.at("/person/uuid").asText().equals(person)) {
				return row;
			}
		}
		return null;
	}

	private void claims() {
		Rest.Answer opened = clinic.nurse.rest().post("retention/worklist/" + person + "/open", Map.of());
		if (checks.that("one nurse opens it", opened.status() / 100 == 2, opened.status() + " " + opened.error())) {
			String script = opened.body().toString();
			checks.that("the script is in her language", script.codePoints().anyMatch(CallStory::isCyrillic), script);
			checks.equal("her language is named", "ru", opened.body().at("/script/language").asText());
		}
		checks.refused("another nurse who opens it", 409,
			clinic.otherNurse.rest().post("retention/worklist/" + person + "/open", Map.of()));
		checks.refused("another nurse who claims its task", 409,
			clinic.otherNurse.rest().post("retention/followuptask/" + first + "/claim", Map.of()));
	}

	private static boolean isCyrillic(int letter) {
		return Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.CYRILLIC;
	}

	private void noAnswer() {
		Rest.Answer recorded = clinic.nurse.rest().post("retention/followuptask/" + first + "/attempt",
			Map.of("result", "NO_ANSWER", "channel", "PHONE"));
		checks.status("the attempt", 201, recorded);
		JsonNode task = clinic.task(first);
		checks.equal("it used a try", 1, task.path("triesUsed").asInt());
		checks.equal("the task stays open", "OPEN", task.path("status").asText());
		checks.that("and wakes later", clinic.evening.time(task.path("wakeAt")).isAfter(ZonedDateTime.now()),
			task.path("wakeAt"));
	}

	private void callBack() {
		ZonedDateTime from = clinic.evening.today().plusDays(1).atTime(11, 0).atZone(clinic.evening.zone);
		Map<String, Object> attempt = new LinkedHashMap<>();
		attempt.put("result", "SPOKE");
		attempt.put("spokeWith", "PATIENT");
		attempt.put("disposition", "CALL_BACK");
		attempt.put("windowFrom", ScenarioSite.text(from));
		attempt.put("windowBy", ScenarioSite.text(from.plusHours(1)));
		checks.status("the attempt", 201,
			clinic.nurse.rest().post("retention/followuptask/" + first + "/attempt", attempt));
		JsonNode task = clinic.task(first);
		checks.equal("the promised hour is the task's", from, clinic.evening.time(task.path("dueFrom")));
		checks.equal("to its end", from.plusHours(1), clinic.evening.time(task.path("dueBy")));
		List<JsonNode> promises = clinic.nurse.rest().get("retention/promise?patient=" + patient).rows();
		checks.that("the promise is on record", !promises.isEmpty(), promises);
	}

	private void redFlag() {
		JsonNode step = clinic.step(tasks.get(0).path("step").asText());
		Map<String, Object> attempt = new LinkedHashMap<>();
		attempt.put("result", "SPOKE");
		attempt.put("spokeWith", "PATIENT");
		attempt.put("disposition", "DONE");
		attempt.put("durationSeconds", 180);
		attempt.put("note", "Кровь не останавливается с утра.");
		attempt.put("toldNext", "The dentist calls within the hour.");
		attempt.put("answers", Answers.raisingAFlag(step.path("script")));
		Rest.Answer recorded = clinic.nurse.rest().post("retention/followuptask/" + first + "/attempt", attempt);
		checks.status("the attempt", 201, recorded);
		conversation = recorded.body().path("uuid").asText();
		checks.equal("the task is completed", "COMPLETED", clinic.task(first).path("status").asText());
	}

	private void escalation() {
		List<JsonNode> escalations = clinic.dentist.rest().get("retention/escalation?patient=" + patient + "&v=full").rows();
		if (!checks.that("there is an escalation", !escalations.isEmpty(), "none")) {
			return;
		}
		JsonNode escalation = escalations.get(0);
		String path = "retention/escalation/" + escalation.path("uuid").asText();
		checks.equal("it is clinical", "CLINICAL", escalation.path("kind").asText());
		checks.equal("it is with the dentist who treated", clinic.dentist.user(), escalation.at("/owner/uuid").asText());
		checks.that("it must be acknowledged in time", !escalation.path("acknowledgeBy").asText().isEmpty(), escalation);
		checks.that("she acknowledges", clinic.dentist.rest()
			.post(path + "/transition", Map.of("to", "ACKNOWLEDGED", "version", escalation.path("version").asInt()))
			.status() / 100 == 2,
			escalation);
		JsonNode acknowledged = clinic.dentist.rest().get(path + "?v=full").ok();
		checks.equal("it is acknowledged", "ACKNOWLEDGED", acknowledged.path("status").asText());
		checks.refused("a stale version", 409, clinic.manager.rest().post(path + "/transition",
			Map.of("to", "CLOSED", "version", escalation.path("version").asInt(), "resolution", "late")));
		checks.that("she closes it", clinic.dentist.rest().post(path + "/transition", Map.of("to", "CLOSED", "version",
			acknowledged.path("version").asInt(), "resolution", "Stitched the same evening")).status() / 100 == 2,
			acknowledged);
		checks.equal("it is closed", "CLOSED", clinic.dentist.rest().get(path).ok().path("status").asText());
	}

	private void chart() {
		List<JsonNode> contacts = clinic.admin.get("encounter?patient=" + patient + "&encounterType="
			+ ScenarioClinic.CONTACT_ENCOUNTER_TYPE + "&v=full").rows();
		if (!checks.that("an encounter of type Retention contact", !contacts.isEmpty(), "none")) {
			return;
		}
		JsonNode contact = contacts.get(contacts.size() - 1);
		checks.that("it is in no visit", contact.path("visit").isNull() || contact.path("visit").isMissingNode(),
			contact.path("visit"));
		checks.equal("with the nurse as provider", clinic.nurse.provider(),
			contact.at("/encounterProviders/0/provider/uuid").asText());
		checks.that("it made no plan of its own",
			clinic.admin.get("retention/followupplan?encounter=" + contact.path("uuid").asText()).rows().isEmpty(),
			"a conversation is no visit");
	}

	private void closed() {
		checks.refused("an attempt on the completed task", 409, clinic.nurse.rest()
			.post("retention/followuptask/" + first + "/attempt", Map.of("result", "NO_ANSWER", "channel", "PHONE")));
		checks.refused("cancelling it", 409, clinic.nurse.rest().post("retention/followuptask/" + first + "/transition",
			Map.of("to", "CANCELLED", "version", clinic.task(first).path("version").asInt(), "reason", "no")));
		JsonNode second = clinic.task(tasks.get(1).path("uuid").asText());
		String path = "retention/followuptask/" + second.path("uuid").asText();
		checks.refused("a stale version", 409, clinic.nurse.rest().post(path + "/transition",
			Map.of("to", "CANCELLED", "version", second.path("version").asInt() + 7, "reason", "no")));
		Rest.Answer cancelled = clinic.nurse.rest().post(path + "/transition",
			Map.of("to", "CANCELLED", "version", second.path("version").asInt(), "reason", "She comes in person"));
		checks.that("the right version cancels", cancelled.status() / 100 == 2,
			cancelled.status() + " " + cancelled.error());
		JsonNode after = clinic.task(second.path("uuid").asText());
		checks.equal("it is cancelled", "CANCELLED", after.path("status").asText());
		Rest.Answer reopened = clinic.nurse.rest().post(path + "/transition",
			Map.of("to", "OPEN", "version", after.path("version").asInt(), "reason", "She does not"));
		checks.that("and can be opened again", reopened.status() / 100 == 2, reopened.status() + " " + reopened.error());
		checks.that("with its history", clinic.admin.get(path + "/transition").rows().size() >= 2,
			clinic.admin.get(path + "/transition").body());
	}

	private void voided() {
		checks.status("voiding the attempt", 204,
			clinic.nurse.rest().delete("retention/contactattempt/" + conversation + "?reason=another+patient"));
		JsonNode task = clinic.task(first);
		checks.equal("the task is open again", "OPEN", task.path("status").asText());
		checks.that("the earlier tries still count", task.path("triesUsed").asInt() >= 1, task.path("triesUsed"));
		List<JsonNode> contacts = clinic.admin.get("encounter?patient=" + patient + "&encounterType="
			+ ScenarioClinic.CONTACT_ENCOUNTER_TYPE + "&v=full").rows();
		checks.that("its encounter has left the chart",
			contacts.stream().noneMatch(contact -> contact.toString().contains(conversation)), contacts);
	}
}
