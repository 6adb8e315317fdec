/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An ordinary day with what no protocol foresees: late entries, no number, another voice, night, people who leave, a death. */
final class TuesdayStory {

	private final ScenarioClinic clinic;

	private final Checks checks;

	private String treatedThrice;

	TuesdayStory(ScenarioClinic clinic, Checks checks) {
		this.clinic = clinic;
		this.checks = checks;
	}

	void tell() {
		checks.part("What was done two days ago is typed in only now", this::lateEntry);
		checks.part("One visit, three encounters", this::oneVisit);
		checks.part("Somebody without a telephone", this::noNumber);
		checks.part("Her son answers", this::anotherVoice);
		checks.part("At ten in the evening", this::night);
		checks.part("No more invitations, but do ask how it heals", this::stop);
		checks.part("A patient has moved away", this::moved);
		checks.part("A daughter says that her mother has died; it was another family", this::death);
	}

	/** What was found at first is so still, all having been read again. */
	void tellTheEnd() {
		checks.equal("three encounters of a visit have one plan", 1, clinic.plans(treatedThrice).size());
	}

	private void lateEntry() {
		String patient = clinic.patient("Late", "en", clinic.phone(11));
		clinic.extraction(patient, clinic.noon, clinic.noon.now.minusDays(2));
		clinic.awaitOpenTasks(patient);
		List<JsonNode> tasks = clinic.tasks(patient);
		ZonedDateTime now = ZonedDateTime.now(clinic.noon.zone);
		long due = ScenarioClinic.open(tasks).stream()
			.filter(task -> !clinic.noon.time(task.path("dueFrom")).isAfter(now)).count();
		checks.that("one call is due at the most", due <= 1, due + " in " + tasks);
		checks.that("an earlier step is not made up for", tasks.stream()
			.anyMatch(task -> "SUPERSEDED".equals(task.path("status").asText())) || tasks.size() < clinic.steps().size(),
			tasks);
	}

	private void oneVisit() {
		String patient = clinic.patient("Three", "en", clinic.phone(12));
		String visit = clinic.visit(patient, clinic.noon, clinic.noon.now.minusHours(3));
		for (int hour = 3; hour > 0; hour--) {
			clinic.extraction(patient, clinic.noon, clinic.noon.now.minusHours(hour).plusMinutes(1), visit);
		}
		clinic.awaitOpenTasks(patient);
		clinic.sweep().ok();
		checks.equal("have one plan", 1, clinic.plans(patient).size());
		treatedThrice = patient;
	}

	private void noNumber() {
		String patient = clinic.patient("Silent", "en", null);
		clinic.extraction(patient, clinic.noon, clinic.noon.now.minusHours(2));
		clinic.awaitOpenTasks(patient);
		List<JsonNode> callable = clinic.nurse.rest()
			.get("retention/followuptask?patient=" + patient + "&callable=now").rows();
		checks.equal("is not offered as a call", 0, callable.size());
		checks.equal("the desk is to ask for a number", true,
			clinic.desk.rest().get("retention/contactpreference?patient=" + patient + "&v=full").rows().get(0)
				.path("numberNeeded").asBoolean());
	}

	private void anotherVoice() {
		String patient = clinic.patient("Resting", "nb", clinic.phone(13));
		String task = call(patient, "Ask whether the plate fits", "CARE", clinic.noon);
		checks.status("the attempt", 201, attempt(task, "OTHER", "DONE", Map.of("relation", "son")));
		JsonNode left = clinic.task(task);
		checks.equal("only a message is left: the call stays open", "OPEN", left.path("status").asText());
		checks.equal("and a try is used", 1, left.path("triesUsed").asInt());
	}

	private void night() {
		ScenarioSite night = new ScenarioSite(22);
		clinic.site(night, "Night site");
		String patient = clinic.patient("Night", "en", clinic.phone(14));
		String task = call(patient, "Ask whether it bleeds", "CARE", night);
		checks.equal("nobody is to be rung", 0, clinic.nurse.rest()
			.get("retention/followuptask?patient=" + patient + "&callable=now").rows().size());
		Rest.Answer rung = attempt(task, "PATIENT", "DONE", Map.of("overrideReason", "She bled when she left"));
		checks.status("who rings all the same, for care, is believed", 201, rung);
		JsonNode kept = clinic.nurse.rest().get("retention/contactattempt/" + rung.body().path("uuid").asText() + "?v=full")
			.ok();
		checks.that("but it is flagged", kept.path("flags").toString().contains("quiet-hours"), kept.path("flags"));
		checks.equal("with the reason", "She bled when she left", kept.path("overrideReason").asText());
	}

	private void stop() {
		String patient = clinic.patient("Tired", "en", clinic.phone(15));
		String recall = call(patient, "Offer a check-up", "RECALL", clinic.noon);
		String care = call(patient, "Ask how it heals", "CARE", clinic.noon);
		checks.status("the attempt", 201, attempt(recall, "PATIENT", "STOP", Map.of("purposes", List.of("RECALL"))));
		checks.equal("the invitation is cancelled", "CANCELLED", clinic.task(recall).path("status").asText());
		checks.equal("the call for care is not", "OPEN", clinic.task(care).path("status").asText());
		String later = call(patient, "Offer a check-up again", "RECALL", clinic.noon);
		checks.equal("and no later invitation is offered", 0, clinic.nurse.rest()
			.get("retention/followuptask?patient=" + patient + "&purpose=RECALL&callable=now").rows().size());
		checks.equal("though somebody asked for one", "OPEN", clinic.task(later).path("status").asText());
	}

	private void moved() {
		String patient = clinic.patient("Leaving", "en", clinic.phone(16));
		String recall = call(patient, "Offer a check-up", "RECALL", clinic.noon);
		checks.refused("leaving without saying why", 400, attempt(recall, "PATIENT", "ENDED", Map.of()));
		checks.status("the attempt", 201, attempt(recall, "PATIENT", "ENDED", Map.of("reason", "MOVED")));
		checks.equal("the invitation is cancelled", "CANCELLED", clinic.task(recall).path("status").asText());
		checks.equal("the profile says so", "ENDED", clinic.nurse.rest()
			.get("retention/contactpreference?patient=" + patient + "&v=full").rows().get(0).path("relationship").asText());
	}

	private void death() {
		String patient = clinic.patient("Old", "zh", clinic.phone(17));
		String care = call(patient, "Ask how it heals", "CARE", clinic.noon);
		Rest.Answer told = attempt(care, "OTHER", "DEATH_REPORTED", Map.of("relation", "daughter"));
		checks.status("the attempt", 201, told);
		checks.equal("the chart is not changed by it", false,
			clinic.admin.get("patient/" + patient + "?v=full").ok().at("/person/dead").asBoolean());
		checks.equal("the call holds", "DEATH_REPORTED", clinic.task(care).path("holdReason").asText());
		List<JsonNode> left = open(patient);
		checks.that("somebody is to look at the chart",
			left.size() == 1 && "CHART_CHECK".equals(left.get(0).path("source").asText()), left);
		checks.status("it was another family: taken back", 204, clinic.nurse.rest()
			.delete("retention/contactattempt/" + told.body().path("uuid").asText() + "?reason=another+family"));
		JsonNode back = clinic.task(care);
		checks.equal("the call is open", "OPEN", back.path("status").asText());
		checks.that("and holds no more", back.path("holdReason").isNull(), back.path("holdReason"));
		checks.equal("nothing is left but the call", List.of(care),
			open(patient).stream().map(task -> task.path("uuid").asText()).collect(Collectors.toList()));
	}

	private List<JsonNode> open(String patient) {
		return clinic.admin.get("retention/followuptask?patient=" + patient + "&status=open&v=default&limit=100").rows();
	}

	/** A call that somebody asked for, due now. @return its uuid */
	private String call(String patient, String title, String purpose, ScenarioSite site) {
		return clinic.nurse.rest().post("retention/followuptask", Map.of("patient", patient, "title", title, "purpose",
			purpose, "location", site.uuid(), "dueFrom", OffsetDateTime.now().minus(Duration.ofMinutes(1)).toString()))
			.uuid();
	}

	private Rest.Answer attempt(String task, String spokeWith, String disposition, Map<String, Object> more) {
		Map<String, Object> attempt = new LinkedHashMap<>(more);
		attempt.put("result", "SPOKE");
		attempt.put("spokeWith", spokeWith);
		attempt.put("disposition", disposition);
		return clinic.nurse.rest().post("retention/followuptask/" + task + "/attempt", attempt);
	}
}
