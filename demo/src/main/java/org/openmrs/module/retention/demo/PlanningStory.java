/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From an encounter to its tasks: on the right days, at the right hours, with the right people. */
final class PlanningStory {

	private final ScenarioClinic clinic;

	private final Checks checks;

	PlanningStory(ScenarioClinic clinic, Checks checks) {
		this.clinic = clinic;
		this.checks = checks;
	}

	void tell() {
		checks.part("An extraction in the morning: its tasks appear at once", () -> {
			String patient = clinic.patient("Morning", "en", clinic.phone(1));
			ZonedDateTime at = clinic.noon.today().atTime(clinic.noon.opens.plusMinutes(5)).atZone(clinic.noon.zone);
			clinic.extraction(patient, clinic.noon, at);
			List<JsonNode> tasks = clinic.awaitOpenTasks(patient);
			checks.equal("one task for each step", clinic.steps().size(), tasks.size());
			times(tasks, clinic.noon, at);
			sameDay(tasks, clinic.noon);
			dentistFirst(tasks);
		});
		checks.part("An extraction after the dentist's hours", () -> {
			String patient = clinic.patient("Evening", "en", clinic.phone(2));
			ZonedDateTime at = clinic.evening.today().atTime(clinic.evening.opens.plusMinutes(5))
				.atZone(clinic.evening.zone);
			clinic.extraction(patient, clinic.evening, at);
			List<JsonNode> tasks = clinic.awaitOpenTasks(patient);
			times(tasks, clinic.evening, at);
			roleLater(tasks);
		});
		checks.part("An extraction shortly before closing: nobody is rung after it", () -> {
			String patient = clinic.patient("Late", "en", clinic.phone(3));
			ZonedDateTime at = clinic.noon.now.minusMinutes(1);
			clinic.extraction(patient, clinic.noon, at);
			List<JsonNode> tasks = clinic.awaitOpenTasks(patient);
			distinctDays(tasks);
			JsonNode first = tasks.get(0);
			Duration notBefore = Duration.parse(clinic.steps().get(0).path("notBefore").asText("PT0S"));
			ZonedDateTime earliest = at.plus(notBefore);
			checks.that("not before " + notBefore + " have passed",
				!clinic.noon.time(first.path("dueFrom"))
					.isBefore(earliest.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)),
				first.path("dueFrom"));
			if (earliest.toLocalTime().isAfter(clinic.noon.closes) || earliest.toLocalDate().isAfter(at.toLocalDate())) {
				checks.equal("the same-day call moves to the next opening",
					clinic.noon.today().plusDays(1).atTime(clinic.noon.opens).atZone(clinic.noon.zone),
					clinic.noon.time(first.path("dueFrom")));
				checks.equal("and absorbs the next day's", clinic.steps().size() - 1, tasks.size());
			}
			insideHours(tasks, clinic.noon);
		});
	}

	/** Each task stands on its step's day, or on the next that is open, with the step's window. */
	private void times(List<JsonNode> tasks, ScenarioSite site, ZonedDateTime anchor) {
		for (JsonNode step : clinic.steps()) {
			String key = step.path("key").asText();
			JsonNode task = tasks.stream().filter(t -> t.path("step").asText().equals(key)).findFirst().orElse(null);
			if (!checks.that("step " + key + " has a task", task != null, "steps of the tasks differ")) {
				continue;
			}
			LocalDate day = anchor.toLocalDate().plus(Period.parse(step.path("offset").asText()));
			while (!site.isOpen(day) && !step.path("critical").asBoolean()) {
				day = day.plusDays(1);
			}
			checks.equal("step " + key + " falls on", day, site.time(task.path("dueFrom")).toLocalDate());
			ZonedDateTime earliest = anchor.plus(Duration.parse(step.path("notBefore").asText("PT0S")));
			ZonedDateTime from = windowTime(step.path("windowFrom").asText("OPEN"), site).atDate(day).atZone(site.zone);
			checks.equal("step " + key + " may be worked from", from.isBefore(earliest) ? earliest : from,
				site.time(task.path("dueFrom")));
			checks.equal("step " + key + " may be worked until",
				windowTime(step.path("windowTo").asText("CLOSE"), site).atDate(day).atZone(site.zone),
				site.time(task.path("dueBy")));
		}
		distinctDays(tasks);
		insideHours(tasks, site);
	}

	private static LocalTime windowTime(String text, ScenarioSite site) {
		if (text.startsWith("OPEN")) {
			return site.opens.plus(shift(text.substring("OPEN".length())));
		}
		return text.startsWith("CLOSE") ? site.closes.plus(shift(text.substring("CLOSE".length()))) : LocalTime.parse(text);
	}

	private static Duration shift(String text) {
		return text.isEmpty()
			? Duration.ZERO
			: text.charAt(0) == '-' ? Duration.parse(text.substring(1)).negated() : Duration.parse(text.substring(1));
	}

	private void distinctDays(List<JsonNode> tasks) {
		Set<String> days = new HashSet<>();
		tasks.forEach(task -> days.add(task.path("dueFrom").asText().substring(0, "2026-11-21".length())));
		checks.equal("no two steps on one day", tasks.size(), days.size());
	}

	private void insideHours(List<JsonNode> tasks, ScenarioSite site) {
		for (JsonNode task : tasks) {
			ZonedDateTime from = site.time(task.path("dueFrom"));
			ZonedDateTime by = site.time(task.path("dueBy"));
			boolean inside = site.isOpen(from.toLocalDate()) && !from.toLocalTime().isBefore(site.opens)
				&& !by.toLocalTime().isAfter(site.closes) && from.toLocalDate().equals(by.toLocalDate());
			checks.that("the window of " + task.path("step").asText() + " lies inside the opening hours",
				inside || task.path("critical").asBoolean(), from + " to " + by);
		}
	}

	private void sameDay(List<JsonNode> tasks, ScenarioSite site) {
		checks.equal("the first call is on the day itself", site.today(),
			site.time(tasks.get(0).path("dueFrom")).toLocalDate());
	}

	private void dentistFirst(List<JsonNode> tasks) {
		String task = tasks.get(0).path("uuid").asText();
		JsonNode resolved = ScenarioClinic.await(() -> clinic.task(task), t -> !t.path("assignee").isNull()
			&& !t.path("assignee").isMissingNode());
		checks.equal("before 16:00 the dentist who treated has it", clinic.dentist.user(),
			resolved.at("/assignee/uuid").asText());
	}

	private void roleLater(List<JsonNode> tasks) {
		String task = tasks.get(0).path("uuid").asText();
		JsonNode resolved = ScenarioClinic.await(() -> clinic.task(task),
			t -> t.path("assigneeRole").asText("").startsWith("Retention:"));
		checks.that("after 16:00 it is in a role's queue", resolved.path("assigneeRole").asText("").startsWith("Retention:"),
			resolved.path("assignee") + " " + resolved.path("assigneeRole"));
	}
}
