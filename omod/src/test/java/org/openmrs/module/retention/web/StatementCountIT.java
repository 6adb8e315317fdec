/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.page.PageReader;

/** A page costs as many statements with twenty rows as with two; counted by Hibernate, so on the embedded host only. */
class StatementCountIT {

	private static final int FEW = 2;

	private static final int MANY = 20;

	/** Around a patient. */
	private static final int MOST_PERSONS = 10;

	/** Hibernate loads a batch of associations in one to three statements, by how many there are. */
	private static final int BATCHES = 4;

	private static final int MOST_TRIES = 25;

	private static final int ENOUGH = 3;

	/** Characters of a whole list on its page. */
	private static final int PAGE_LENGTH = 100_000;

	private static Object statistics;

	private final RestServer server = RestServer.started();

	@BeforeAll
	static void makeRows() throws ReflectiveOperationException {
		assumeTrue(System.getProperty("retention.server.url", "").isEmpty(), "statements are counted in this JVM");
		RestServer server = RestServer.started();
		Clinic clinic = new Clinic();
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic.protocol(UUID.randomUUID().toString());
		definition.put("trigger", Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		server.post("retention/followupprotocol", definition).expect(201);
		Map<String, Object> anonymous = new HashMap<>(survey());
		anonymous.put("privacy", "ANONYMOUS");
		String atTheDesk = server.post("retention/survey", anonymous).expect(201).at("/uuid");
		List<String> callers = new ArrayList<>();
		for (int i = 0; i < MANY + 1; i++) {
			String patient = clinic.patient(Map.of(clinic.phoneType(), "9" + (1_000_000 + i)));
			clinic.encounter(patient, type);
			RestServer nurse = clinic.staff("Retention: Nurse");
			String task = nurse.post("retention/followuptask", Map.of("patient", patient, "title", "Ask how it went"))
				.expect(201).at("/uuid");
			nurse.post("retention/absence", Map.of("from", OffsetDateTime.now().plusYears(1).toString(), "to",
				OffsetDateTime.now().plusYears(2).toString(), "deputy", Clinic.uuidOf(clinic.staff("Retention: Nurse"))))
				.expect(201);
			nurse.post("retention/contactattempt",
				Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE", "promise",
					Map.of("what", "ring again", "by", OffsetDateTime.now().plusDays(1).toString()), "escalate",
					Map.of("kind", "CLINICAL", "reason", "swollen")))
				.expect(201);
			nurse.post("retention/followuptask", Map.of("patient", patient, "title", "Ask again")).expect(201);
			clinic.await("retention/followupplan?patient=" + patient);
			String survey = server.post("retention/survey", survey()).expect(201).at("/uuid");
			String invitation = server.post("retention/surveyinvitation", Map.of("survey", survey, "patient", patient))
				.expect(201).at("/uuid");
			server.post("retention/surveyresponse", Map.of("invitation", invitation, "mode", "INTERVIEW_OTHER", "answers",
				Map.of("better", "The chair"))).expect(201);
			server.post("retention/booking", Map.of("patient", patient, "day", LocalDate.now().plusDays(i).toString(),
				"location", Clinic.UNKNOWN_LOCATION)).expect(201);
			server.post("retention/calendar",
				Map.of("name", Clinic.unique("Branch"), "hours", Map.of("MONDAY", List.of("09:00-17:00")))).expect(201);
			server.post("retention/idea", Map.of("question", "Open on Saturdays?")).expect(201);
			nurse.post("retention/surveykiosk", Map.of("survey", atTheDesk)).expect(201);
			callers.add(Clinic.uuidOf(nurse));
			nurse.post("retention/callsheet", Map.of("rows", 1)).expect(201);
			server.post("retention/followupprotocol", clinic.protocol(UUID.randomUUID().toString())).expect(201);
		}
		RestServer manager = clinic.staff("Retention: Manager");
		for (String caller : callers) {
			String sample = manager
				.post("retention/qualitysample", Map.of("from", OffsetDateTime.now().minusDays(1).toString(),
					"before", OffsetDateTime.now().plusDays(1).toString(), "perCaller", 1, "caller", caller))
				.expect(201).at("/uuid");
			String contact = manager.get("retention/qualitysample/" + sample + "?v=full").at("/contacts/0/contact");
			Map<String, Object> marks = new HashMap<>();
			for (String criterion : List.of("greeting", "identity", "script", "listening", "safety", "next-step",
				"record")) {
				marks.put(criterion, "MET");
			}
			manager.post("retention/qualityreview", Map.of("sample", sample, "contact", contact, "marks", marks))
				.expect(201);
		}
		Object factory = EmbeddedServer.sessionFactory();
		statistics = EmbeddedServer.call(factory, "getStatistics");
		method("setStatisticsEnabled", boolean.class).invoke(statistics, true);
	}

	/** Rows of one owner: the platform reads the roles of each user who is shown, once for each role. */
	@Test
	void today_shouldCostTheSame_howeverLongThePage() throws ReflectiveOperationException {
		PageReader nurse = new Clinic().pagesOf("Retention: Nurse");
		String few = ownerOf(FEW);
		String many = ownerOf(MANY);
		assertThat(nurse.get("/today?assignee=" + few).find("<span class=\"(rank)\">")).hasSize(FEW);
		assertThat(nurse.get("/today?assignee=" + many).find("<span class=\"(rank)\">")).hasSize(MANY);
		assertThat(statements(() -> nurse.get("/today?assignee=" + many))).isLessThanOrEqualTo(
			statements(() -> nurse.get("/today?assignee=" + few)) + BATCHES);
		assertThat(nurse.get("/today").page().length()).isLessThan(PAGE_LENGTH);
	}

	/** People at one number; some are to be called, some rang about nothing. */
	@Test
	void ringing_shouldCostTheSame_howeverManyAreReachedAtTheNumber() throws ReflectiveOperationException {
		PageReader nurse = new Clinic().pagesOf("Retention: Nurse");
		nurse.get("/ringing");
		String few = ringing(nurse, "41900002", FEW);
		String many = ringing(nurse, "41900020", MANY);
		assertThat(statements(() -> nurse.get(many))).isLessThanOrEqualTo(statements(() -> nurse.get(few)) + BATCHES);
	}

	/** Address of the page of a number with so many people: half of them with a call to make and an earlier one. */
	private String ringing(PageReader nurse, String number, int people) {
		Clinic clinic = new Clinic();
		for (int i = 0; i < people; i++) {
			String patient = clinic.patient(Map.of(clinic.phoneType(), number));
			if (i % 2 == 0) {
				String task = clinic.task(patient);
				server.post("retention/contactattempt",
					Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE")).expect(201);
				clinic.task(patient);
			}
		}
		nurse.get("/today");
		PageReader.Answer found = nurse.post("/ringing", "number", number);
		assertThat(found.find("href=\"[^\"]*/call/([^\"?]+)")).hasSize(people);
		return found.address();
	}

	/** The patient's page: plans, contacts, promises, numbers, persons around and what was agreed to. */
	@Test
	void patient_shouldCostTheSame_howeverMuchHasBeen() throws ReflectiveOperationException {
		PageReader nurse = new Clinic().pagesOf("Retention: Nurse");
		String few = patientWith(FEW);
		String many = patientWith(MANY);
		PageReader.Answer page = nurse.get("/patient/" + many);
		assertThat(page.find("name=\"(task)\" value")).hasSize(MANY);
		assertThat(page.find("name=\"(person.[0-9]+)\"")).hasSize(MOST_PERSONS);
		assertThat(statements(() -> nurse.get("/patient/" + many + "?all=true"))).isLessThanOrEqualTo(
			statements(() -> nurse.get("/patient/" + few + "?all=true")) + BATCHES * 2);
	}

	/** Uuid of a patient with so many visits, contacts of as many callers, promises, tasks, words on calls, persons around. */
	private String patientWith(int rows) {
		Clinic clinic = new Clinic();
		String patient = clinic.patient(Map.of(clinic.phoneType(), "41800001"));
		List<Map<String, Object>> persons = new ArrayList<>();
		String visit = clinic.ownEncounterType();
		for (int i = 0; i < rows; i++) {
			RestServer nurse = clinic.staff("Retention: Nurse");
			String task = nurse.post("retention/followuptask", Map.of("patient", patient, "title", "Ask how it went"))
				.expect(201).at("/uuid");
			nurse.post("retention/contactattempt",
				Map.of("tasks", List.of(task), "result", "SPOKE", "disposition", "DONE", "promise",
					Map.of("what", "ring again", "by", OffsetDateTime.now().plusDays(1).toString())))
				.expect(201);
			clinic.task(patient);
			clinic.encounter(patient, visit);
			PageReader page = PageReader.begunBy(nurse);
			page.get("/patient/" + patient);
			assertThat(page.post("/patient/" + patient + "/consent", "purpose", "RECALL", "says",
				i % 2 == 0 ? "REFUSED" : "ALLOWED").status()).isEqualTo(200);
			if (i < MOST_PERSONS) {
				persons.add(Map.of("person", server.get("patient/" + clinic.patient() + "?v=full").at("/person/uuid")));
			}
		}
		server.post("retention/contactpreference", Map.of("patient", patient, "contactPersons", persons)).expect(201);
		return patient;
	}

	/** Uuid of a new user to whom so many people's tasks belong. */
	private String ownerOf(int tasks) {
		Clinic clinic = new Clinic();
		String owner = Clinic.uuidOf(clinic.staff("Retention: Nurse"));
		for (int i = 0; i < tasks; i++) {
			server.post("retention/followuptask",
				Map.of("patient", clinic.patient(), "title", "Ask how it went", "assignee", owner)).expect(201);
		}
		return owner;
	}

	@Test
	void supervisor_shouldCostTheSame_howeverMuchThereIs() throws ReflectiveOperationException {
		PageReader manager = new Clinic().pagesOf("Retention: Manager");
		long before = statements(() -> manager.get("/supervisor"));
		for (int i = 0; i < FEW * BATCHES; i++) {
			new Clinic().staff("Retention: Nurse");
		}
		assertThat(statements(() -> manager.get("/supervisor"))).isLessThanOrEqualTo(before + BATCHES);
	}

	@Test
	void invitations_shouldCostTheSame_howeverManyAreListed() throws ReflectiveOperationException {
		PageReader desk = new Clinic().pagesOf("Retention: Front Desk");
		String few = invited(FEW);
		String many = invited(MANY);
		assertThat(desk.get("/invitation?survey=" + few).find("href=\"[^\"]*/(invitation/[0-9a-f-]{36})\"")).hasSize(FEW);
		assertThat(desk.get("/invitation?survey=" + many).find("href=\"[^\"]*/(invitation/[0-9a-f-]{36})\"")).hasSize(MANY);
		assertThat(statements(() -> desk.get("/invitation?survey=" + many))).isLessThanOrEqualTo(
			statements(() -> desk.get("/invitation?survey=" + few)) + BATCHES);
	}

	private String invited(int patients) {
		String survey = server.post("retention/survey", survey()).expect(201).at("/uuid");
		for (int i = 0; i < patients; i++) {
			server.post("retention/surveyinvitation", Map.of("survey", survey, "patient", new Clinic().patient()))
				.expect(201);
		}
		return survey;
	}

	/** Far fewer than a page holds before, as many more after. */
	@ParameterizedTest
	@ValueSource(strings = { "/surveys/ideas", "/kiosk" })
	void page_shouldCostTheSame_whenMoreIsNoted(String page) throws ReflectiveOperationException {
		PageReader manager = new Clinic().pagesOf("Retention: Manager");
		Map<String, Object> anonymous = new HashMap<>(survey());
		anonymous.put("privacy", "ANONYMOUS");
		String survey = server.post("retention/survey", anonymous).expect(201).at("/uuid");
		long before = statements(() -> manager.get(page));
		int length = manager.get(page).page().length();
		for (int i = 0; i < MANY; i++) {
			RestServer nurse = new Clinic().staff("Retention: Nurse");
			nurse.post("retention/idea", Map.of("question", "Open on Sundays?")).expect(201);
			nurse.post("retention/surveykiosk", Map.of("survey", survey)).expect(201);
		}
		assertThat(manager.get(page).page().length()).as("it shows more").isGreaterThan(length);
		assertThat(statements(() -> manager.get(page))).isLessThanOrEqualTo(before + BATCHES);
	}

	/** Each of another theme, confirmed. */
	@Test
	void drivers_shouldCostTheSame_howeverManyThemesThereAre() throws ReflectiveOperationException {
		PageReader manager = new Clinic().pagesOf("Retention: Manager");
		String few = spokenOf(FEW);
		String many = spokenOf(MANY);
		assertThat(server.get("retention/surveydriver?v=default&limit=50&survey=" + many).expect(200).body().get("results"))
			.hasSize(MANY);
		assertThat(statements("retention/surveydriver?v=full&limit=50&survey=" + many))
			.isLessThanOrEqualTo(statements("retention/surveydriver?v=full&limit=50&survey=" + few) + BATCHES);
		assertThat(statements(() -> manager.get("/surveys/results?survey=" + many))).isLessThanOrEqualTo(
			statements(() -> manager.get("/surveys/results?survey=" + few)) + BATCHES);
	}

	private String spokenOf(int themes) {
		Map<String, Object> definition = new HashMap<>(survey());
		definition.put("questions", List.of(Map.of("key", "recommend", "type", "NPS", "text", Map.of("en", "Recommend?")),
			Map.of("key", "why", "type", "TEXT", "text", Map.of("en", "Why?"))));
		String survey = server.post("retention/survey", definition).expect(201).at("/uuid");
		for (int i = 0; i < themes; i++) {
			String invitation = server
				.post("retention/surveyinvitation", Map.of("survey", survey, "patient", new Clinic().patient())).expect(201)
				.at("/uuid");
			String words = Clinic.unique("theme").replace(' ', '-');
			server.post("retention/surveyresponse", Map.of("invitation", invitation, "mode", "INTERVIEW_OTHER", "answers",
				Map.of("recommend", i % 11, "why", words))).expect(201);
			String comment = server.get("retention/comment?contains=" + words).expect(200).at("/results/0/uuid");
			String theme = server.post("retention/theme", Map.of("name", Map.of("en", words))).expect(201).at("/uuid");
			server.post("retention/comment/" + comment + "/theme", Map.of("action", "ASSIGN", "theme", theme)).expect(201);
		}
		return survey;
	}

	static Stream<Arguments> lists() {
		return Stream.of("followuptask?status=open", "followuptask?status=open&callable=now", "followupplan?status=active",
			"contactattempt", "promise?status=open", "escalation?status=open", "followupprotocol", "calendar",
			"metadatapackage", "worklist", "booking", "absence", "callsheet", "qualitysample", "qualityreview", "survey",
			"surveyinvitation", "surveyfigure", "surveyresponse", "comment", "idea", "surveykiosk")
			.flatMap(list -> Stream.of("ref", "default", "full").map(v -> Arguments.of(list, v)));
	}

	/** In the quiet hours nobody may be called. */
	@ParameterizedTest
	@MethodSource("lists")
	void list_shouldCostTheSame_howeverLongThePage(String list, String representation) throws ReflectiveOperationException {
		String path = "retention/" + list + (list.contains("?") ? "&" : "?") + "v=" + representation + "&limit=";
		int rows = server.get(path + MANY).expect(200).body().get("results").size();
		boolean mayBeFew = list.equals("metadatapackage") || list.contains("callable=now") && rows == 0;
		assertThat(mayBeFew || rows == MANY).as("%d rows of %s", rows, list).isTrue();
		assertThat(statements(path + MANY)).isLessThanOrEqualTo(statements(path + FEW) + BATCHES);
	}

	private static Map<String, Object> survey() {
		return Map.of("uuid", UUID.randomUUID().toString(), "name", Clinic.unique("Survey"), "introduction",
			Map.of("en", "How was it?"), "thanks", Map.of("en", "Thank you"), "coolDown", "P0D", "questions",
			List.of(Map.of("key", "better", "type", "TEXT", "text", Map.of("en", "What could be better?"))));
	}

	/** The least of some, when it has come more than once: jobs and workers use the same factory. */
	private long statements(String path) throws ReflectiveOperationException {
		return statements(() -> server.get(path).expect(200));
	}

	private static long statements(Runnable request) throws ReflectiveOperationException {
		long least = Long.MAX_VALUE;
		int seen = 0;
		for (int i = 0; i < MOST_TRIES && seen < ENOUGH; i++) {
			method("clear").invoke(statistics);
			request.run();
			long count = (Long) method("getPrepareStatementCount").invoke(statistics);
			seen = count < least ? 1 : count == least ? seen + 1 : seen;
			least = Math.min(least, count);
		}
		return least;
	}

	private static Method method(String name, Class<?>... parameters) throws ReflectiveOperationException {
		Class<?> type = Class.forName("org.hibernate.stat.Statistics", true, statistics.getClass().getClassLoader());
		return type.getMethod(name, parameters);
	}
}
