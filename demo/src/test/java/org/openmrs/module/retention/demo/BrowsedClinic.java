/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The demo clinic for the tests of its pages, started once in a process. What a test looks at it makes itself, at a site
 * where it is five in the afternoon now: whatever time it is, its rows may be called.
 */
public final class BrowsedClinic {

	private static final int AFTERNOON = 17;

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static BrowsedClinic started;

	private final DemoServer server;

	private final ScenarioClinic clinic;

	private BrowsedClinic() throws Exception {
		server = new Demo(DemoOptions.parse("--patients", "300", "--port", "0"),
			new PrintStream(OutputStream.nullOutputStream()))
			.show();
		Runtime.getRuntime().addShutdownHook(new Thread(server::close));
		clinic = new ScenarioClinic(server.url(), DemoServer.ADMIN, DemoServer.ADMIN_PASSWORD);
		clinic.findProtocol();
		clinic.create();
	}

	/** Somebody who signs in. */
	public record User(String name, String password) {
	}

	/** Somebody with a telephone, whose tooth was drawn in the morning: the same day's call is due. */
	public record Patient(String uuid, String name, String task) {
	}

	/** Somebody to be. */
	public record Person(String givenName, String language, String phone) {
	}

	public static synchronized BrowsedClinic started() {
		if (started == null) {
			try {
				started = new BrowsedClinic();
			}
			catch (Exception e) {
				throw new IllegalStateException("The demo clinic does not start", e);
			}
		}
		return started;
	}

	/** Address of the pages. */
	public String url() {
		return server.url() + "/ws/retention/";
	}

	public User nurse() {
		return user(clinic.nurse);
	}

	public User otherNurse() {
		return user(clinic.otherNurse);
	}

	/** Who treated the patients of the tests' sites. */
	public User dentist() {
		return user(clinic.dentist);
	}

	public User manager() {
		return user(clinic.manager);
	}

	private static User user(ScenarioClinic.Staff staff) {
		return new User(staff.rest().get("session").ok().at("/user/username").asText(), ScenarioClinic.PASSWORD);
	}

	/** Sees every page. */
	public User administrator() {
		return new User(DemoServer.ADMIN, DemoServer.ADMIN_PASSWORD);
	}

	/** Somebody of the demo's own staff. */
	public User member(String username) {
		return new User(username, DemoStaff.PASSWORD);
	}

	/** A number that nobody has. */
	public String phone() {
		return clinic.phone(COUNT.incrementAndGet());
	}

	/** A site of the test's own, with these patients, who speak English and have a telephone each. */
	public Site site(String... givenNames) {
		return site(Stream.of(givenNames).map(name -> new Person(name, "en", phone())).toList());
	}

	/** A site of the test's own, with these patients. */
	public Site site(List<Person> people) {
		ScenarioSite site = newSite();
		List<Patient> patients = new ArrayList<>();
		for (Person person : people) {
			String patient = clinic.patient(person.givenName(), person.language(), person.phone());
			clinic.extraction(patient, site, inTheMorning(site));
			patients.add(new Patient(patient, person.givenName() + " Scenario",
				clinic.awaitOpenTasks(patient).get(0).path("uuid").asText()));
		}
		return new Site(site.uuid(), patients);
	}

	private ScenarioSite newSite() {
		ScenarioSite site = new ScenarioSite(AFTERNOON);
		site.create(clinic.admin, "Site " + COUNT.incrementAndGet(), ScenarioClinic.ZONE_ATTRIBUTE,
			ScenarioClinic.CALENDAR_ATTRIBUTE);
		return site;
	}

	private static ZonedDateTime inTheMorning(ScenarioSite site) {
		return site.today().atTime(site.opens.plusMinutes(10)).atZone(site.zone);
	}

	/** Somebody to be called the same day with these questions. */
	public Patient asked(String givenName, List<Map<String, Object>> questions) {
		return called(givenName, "CARE", Map.of("script",
			Map.of("opening", Map.of("en", "Good day"), "questions", questions, "closing", Map.of("en", "Thank you"))))
			.patient(0);
	}

	/** A site of the test's own, with somebody to be called the same day to be asked the survey. */
	public Site surveyed(String givenName, String survey) {
		Site site = called(givenName, "SURVEY", Map.of("survey", survey, "script",
			Map.of("opening", Map.of("en", "Good day"), "closing", Map.of("en", "Good bye"))));
		ModuleJobs.inviteToSurveys();
		return site;
	}

	private Site called(String givenName, String purpose, Map<String, Object> step) {
		ScenarioSite site = newSite();
		String type = clinic.admin
			.post("encountertype", Map.of("name", "Visit " + site.uuid(), "description", "Visit")).uuid();
		String protocol = UUID.randomUUID().toString();
		Map<String, Object> call = new HashMap<>(step);
		call.putAll(Map.of("key", "same-day", "title", Map.of("en", "How is it?"), "offset", "P0D"));
		clinic.admin.post("retention/followupprotocol", Map.of("uuid", protocol, "name",
			"After the visit " + site.uuid(), "why", Map.of("en", "Visit"), "purpose", purpose, "activeFrom",
			site.today().toString(), "trigger",
			Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))), "steps", List.of(call)))
			.ok();
		String patient = clinic.patient(givenName, "en", phone());
		clinic.encounter(type, patient, site, inTheMorning(site));
		List<JsonNode> tasks = ScenarioClinic.await(
			() -> clinic.admin.get("retention/followuptask?protocol=" + protocol + "&patient=" + patient).rows(),
			found -> !found.isEmpty());
		return new Site(site.uuid(),
			List.of(new Patient(patient, givenName + " Scenario", tasks.get(0).path("uuid").asText())));
	}

	/** The part of the day's list of somebody who has at least so many people to ring. */
	public String busyList(int people) {
		for (int i = 0; i < people; i++) {
			String patient = clinic.patient("Person" + i, "en", phone());
			clinic.admin.post("retention/followuptask",
				Map.of("patient", patient, "title", "Ask whether the plate fits", "assignee", clinic.otherNurse.user()))
				.ok();
		}
		return "today?assignee=" + clinic.otherNurse.user();
	}

	/** A contact with the patient, drawn for a check: uuid of the sample. */
	public String sample(Patient patient) {
		clinic.nurse.rest().post("retention/contactattempt",
			Map.of("tasks", List.of(patient.task()), "result", "SPOKE", "disposition", "DONE", "note", "Asks for Mei"))
			.ok();
		OffsetDateTime now = OffsetDateTime.now();
		return clinic.admin.post("retention/qualitysample", Map.of("from", now.minusHours(1).toString(), "before",
			now.plusHours(1).toString(), "perCaller", 20, "caller", clinic.nurse.user())).uuid();
	}

	/** Where a test works. */
	public record Site(String uuid, List<Patient> patients) {

		/** The part of the list that shows it alone. */
		public String list() {
			return "today?location=" + uuid;
		}

		public Patient patient(int index) {
			return patients.get(index);
		}
	}

	/** A site of the demo's own patients. */
	public String demoSite(String name) {
		return clinic.admin.get("location?v=default&limit=100").rows().stream()
			.filter(site -> site.path("name").asText(site.path("display").asText()).equals(name)).findFirst().orElseThrow()
			.path("uuid").asText();
	}

	/** Of the demo's own patients, those to be called with a script, whoever is to make the call. */
	public List<String> scripted() {
		return toCall("CARE");
	}

	/** Of the demo's own patients, those to be called for that. */
	public List<String> toCall(String purpose) {
		return clinic.admin.get("retention/worklist?purpose=" + purpose + "&v=default&limit=100").rows().stream()
			.filter(row -> !row.at("/person/display").asText().contains("Scenario"))
			.map(row -> row.at("/person/uuid").asText()).toList();
	}

	/** A list of the module's, as the administrator reads it. */
	public List<JsonNode> rows(String path) {
		return clinic.admin.get("retention/" + path).rows();
	}

	/** The task once it is as wanted, or as it is after a while. */
	public JsonNode task(String uuid, Predicate<JsonNode> wanted) {
		return ScenarioClinic.await(() -> task(uuid), wanted);
	}

	public JsonNode task(String uuid) {
		return clinic.task(uuid);
	}

	/** Contacts with a patient, the newest first. */
	public List<JsonNode> attempts(Patient patient) {
		return clinic.admin.get("retention/contactattempt?patient=" + patient.uuid() + "&v=full").rows();
	}

	public JsonNode profile(Patient patient) {
		return clinic.admin.get("retention/contactpreference?patient=" + patient.uuid() + "&v=full").rows().get(0);
	}

	/** Number of a patient's first telephone. */
	public String number(Patient patient) {
		return clinic.admin.get("retention/contactpoint?patient=" + patient.uuid() + "&v=full").rows().get(0).path("value")
			.asText();
	}

	/** Of the demo's own patients one who may be invited to a survey. */
	public String uninvited() {
		return toCall("RECALL").stream()
			.filter(patient -> clinic.admin.get("retention/surveyinvitation?patient=" + patient).rows().isEmpty())
			.findFirst()
			.orElseThrow();
	}

	/** Uuid of an invitation of somebody new. */
	public String invitation(String survey) {
		return clinic.admin.post("retention/surveyinvitation",
			Map.of("survey", survey, "patient", clinic.patient("Asked", "en", phone()))).uuid();
	}

	/** Where somebody new answers a survey of a package, below the root of the pages. */
	public String surveyLink(String survey) {
		String link = clinic.admin.post("retention/surveyinvitation",
			Map.of("survey", survey, "patient", clinic.patient("Asked", "en", phone()))).ok().at("/link").asText();
		return link.substring(link.indexOf("/s/") + 1);
	}

	/** Puts an idea to the next patients. */
	public void askIdea(String question) {
		String idea = clinic.admin.post("retention/idea", Map.of("question", question)).uuid();
		clinic.admin.post("retention/idea/" + idea + "/transition", Map.of("to", "ASKING", "version", 0)).ok();
	}

	/** What one patient has written to a survey. */
	public void comment(String survey, String text) {
		String invitation = clinic.admin.post("retention/surveyinvitation",
			Map.of("survey", survey, "patient", clinic.patient("Asked", "en", phone()))).uuid();
		clinic.admin.post("retention/surveyresponse", Map.of("invitation", invitation, "mode", "PAPER", "answers",
			Map.of("recommend", 7, "better", text))).ok();
	}

	/** Uuid of a theme that one patient has raised, in words with that mark. */
	public String raisedTheme(String survey, String name, String mark) {
		comment(survey, "Too much of it " + mark);
		String theme = clinic.admin.post("retention/theme", Map.of("name", Map.of("en", name))).uuid();
		String comment = clinic.admin.get("retention/comment?contains=" + mark).rows().get(0).path("uuid").asText();
		clinic.admin.post("retention/comment/" + comment + "/theme", Map.of("action", "ASSIGN", "theme", theme)).ok();
		return theme;
	}

	/** Uuid of what was done about it. */
	public String measure(String theme, String did) {
		String measure = clinic.admin.post("retention/measure", Map.of("theme", theme, "did", Map.of("en", did))).uuid();
		clinic.admin.post("retention/measure/" + measure + "/transition", Map.of("to", "DONE", "version", 0)).ok();
		return measure;
	}

	/** Papers of somebody new each, with these scores of would you recommend us. */
	public void answer(String survey, int... scores) {
		for (int score : scores) {
			String invitation = clinic.admin.post("retention/surveyinvitation",
				Map.of("survey", survey, "patient", clinic.patient("Asked", "en", phone()))).uuid();
			clinic.admin.post("retention/surveyresponse", Map.of("invitation", invitation, "mode", "PAPER", "answers",
				Map.of("recommend", score, "better", "Less waiting"))).ok();
		}
	}

	/** Open ones of the patient, by their titles. */
	public List<String> openTasks(Patient patient) {
		return clinic.admin.get("retention/followuptask?patient=" + patient.uuid() + "&status=open&v=default&limit=100")
			.rows().stream().map(task -> task.path("title").asText()).toList();
	}

	/** Somebody new at the demo's desk, who has not chosen a language yet. */
	public User newcomer() {
		return user(clinic.desk);
	}
}
