/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody should send: every answer has a status and a code of ours, none is a 5xx, and nothing is half done. */
class HostileRequestIT {

	private static final List<Object> VALUES = new ArrayList<>();

	static {
		Collections.addAll(VALUES, null, "", " ", "x", "\u0000", "\ud800", "' or 1=1 --", "${7*7}", "<script>", "..\\..",
			true,
			-1, 0, 1.5, 9_999_999_999_999L, Long.MAX_VALUE, 1e308, List.of(), List.of(1), Map.of(), Map.of("uuid", "x"),
			List.of(List.of(List.of())), "2026-99-99", "9".repeat(400), "\u202e\u05e9\ud83e\uddb7".repeat(4000));
	}

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	static Stream<String> posts() {
		return Stream.of("followupprotocol", "followupprotocol/%s",
			"followupprotocol/%s/flood", "followupprotocol/%s/rehearsal", "followupplan/%s/transition", "followuptask",
			"followupplan/%s/verification",
			"followuptask/%s/transition", "followuptask/%s/claim", "followuptask/%s/assignment",
			"followuptask/%s/attempt",
			"contactattempt", "promise/%s/transition", "escalation/%s/transition", "contactpoint/%s/transition",
			"contactpreference", "worklist/%s/open", "contactpreference/%s", "calendar", "calendar/%s",
			"metadatapackage", "recalloverride", "booking", "booking/%s", "booking/%s/transition", "absence", "absence/%s",
			"reassignment", "callsheet", "callsheetentry",
			"earlyreturn", "qualitysample", "qualityreview", "qualityreview/%s", "survey", "survey/%s", "surveyinvitation",
			"surveyinvitation/%s/transition", "surveyinvitation/%s/link", "surveyresponse", "surveyexport", "idea",
			"idea/%s/answer", "idea/%s/transition", "surveykiosk", "measure", "measure/%s/transition", "measure/%s/tell",
			"comment/%s/theme",
			"commentconfirmation", "theme", "theme/%s", "theme/%s/merge", "theme/%s/split", "thememodel");
	}

	/** Every property with every value in every body that knows it, and once in those that do not. */
	@ParameterizedTest
	@MethodSource("posts")
	void body_shouldNeverFailTheServer(String path) {
		String patient = clinic.patient();
		String target = "retention/" + String.format(path, path.startsWith("followuptask")
			? clinic.task(patient)
			: UUID.randomUUID().toString());
		for (String property : List.of("uuid", "name", "patient", "title", "to", "version", "reason", "assignee", "role",
			"tasks",
			"result", "disposition", "startedAt", "note", "answers", "surveyAnswers", "ideas", "promise", "escalate",
			"purposes", "until",
			"contactPoint", "protocol", "interval", "agreedBy", "startsAt", "day", "location", "externalSystem",
			"externalId", "user", "from", "deputy", "fromUser", "fromRole", "toUser", "toRole",
			"steps", "trigger", "why", "hours", "exceptions", "standard", "retired", "deleted", "dryRun", "rehearse",
			"language",
			"zone",
			"rows", "entries", "marks", "sample", "contact", "perCaller", "plan", "encounter", "verdict", "callable",
			"purpose", "bestWindows", "sadNewsUntil",
			"doNotCall", "survey", "invitation", "mode", "channel", "key", "questions", "recovery", "modes", "review",
			"expires", "kind",
			"privacy", "question", "wanted", "opinion", "comment", "days", "theme", "said", "did", "raisedFrom", "provider",
			"encounterType", "action", "instead", "into", "parent", "phrases",
			"mappings", "comments", "confidence", "class",
			"__proto__")) {
			for (Object value : VALUES) {
				Map<String, Object> body = new LinkedHashMap<>();
				if (path.endsWith("attempt")) {
					body.put("result", "BUSY");
				}
				if ("contactpreference".equals(path) || "recalloverride".equals(path) || "followuptask".equals(path)
					|| "booking".equals(path)) {
					body.put("patient", patient);
				}
				body.put(property, value);
				RestServer.Answer answer = server.post(target, body);
				refusedOrDone(answer);
				if ("retention.web.error.unknown-property".equals(answer.at("/error/code"))) {
					// whatever its value
					break;
				}
			}
		}
	}

	/** What was answered within a contact is stored with it, or neither is. */
	@Test
	void answersOfAContact_shouldNeverFailTheServer() {
		Map<String, Object> text = Map.of("en", "?");
		List<Object> options = List.of(Map.of("key", "a", "text", text), Map.of("key", "b", "text", text));
		List<Map<String, Object>> questions = List.of(Map.of("key", "nps", "type", "NPS", "text", text),
			Map.of("key", "words", "type", "TEXT", "text", text), Map.of("key", "yes", "type", "YES_NO", "text", text),
			Map.of("key", "one", "type", "CHOICE", "text", text, "options", options),
			Map.of("key", "some", "type", "MULTI_CHOICE", "text", text, "options", options),
			Map.of("key", "number", "type", "NUMBER", "text", text), Map.of("key", "day", "type", "DATE", "text", text));
		String survey = server.post("retention/survey",
			Map.of("uuid", UUID.randomUUID().toString(), "name", Clinic.unique("Hostile"), "introduction", text, "thanks",
				text,
				"coolDown", "P0D", "questions", questions))
			.expect(201).at("/uuid");
		Asked asked = new Asked(clinic, survey);
		for (Object value : VALUES) {
			for (Map<String, Object> question : questions) {
				asked = sent(asked, survey, Collections.singletonMap(String.valueOf(question.get("key")), value));
			}
			asked = sent(asked, survey, Collections.singletonMap(String.valueOf(value), "x"));
			asked = sent(asked, survey, value);
		}
	}

	/** The same again, or another where it is answered now. */
	private Asked sent(Asked asked, String survey, Object answers) {
		RestServer.Answer answer = server.post("retention/contactattempt", Map.of("tasks", List.of(asked.task), "result",
			"SPOKE", "disposition", "DONE", "surveyAnswers", Collections.singletonMap(asked.task, answers)));
		refusedOrDone(answer);
		int contacts = server.get("retention/contactattempt?patient=" + asked.patient).expect(200).body().get("results")
			.size();
		assertThat(contacts).as("%s of %s", answer, answers).isEqualTo(answer.status() == 201 ? 1 : 0);
		return answer.status() == 201 ? new Asked(clinic, survey) : asked;
	}

	/** A task that asks the survey. */
	private static final class Asked {

		final String patient;

		final String task;

		Asked(Clinic clinic, String survey) {
			patient = clinic.patient();
			task = clinic.task(patient);
			clinic.invitationOf(task, survey, patient);
		}
	}

	@Test
	void opinionsOfAContact_shouldNeverFailTheServer() {
		String idea = server.post("retention/idea", Map.of("question", "Open on Saturdays?")).expect(201).at("/uuid");
		server.post("retention/idea/" + idea + "/transition", Map.of("to", "ASKING", "version", 0)).expect(201);
		String patient = clinic.patient();
		for (Object value : VALUES) {
			for (Object ideas : new Object[]{ Collections.singletonMap(idea, value),
				Collections.singletonMap(String.valueOf(value), "AGREE") }) {
				RestServer.Answer answer = server.post("retention/contactattempt",
					Map.of("patient", patient, "result", "SPOKE", "disposition", "DONE", "ideas", ideas));
				refusedOrDone(answer);
				assertThat(answer.status()).as("%s of %s", answer, ideas).isEqualTo(400);
			}
		}
		assertThat(server.get("retention/contactattempt?patient=" + patient).expect(200).body().get("results")).isEmpty();
		server.post("retention/idea/" + idea + "/transition", Map.of("to", "DROPPED", "version", 1, "reason", "test"))
			.expect(201);
	}

	static Stream<String> lists() {
		return Stream.of("followupprotocol?q=", "followupprotocol?purpose=", "followupplan?patient=",
			"followupplan?encounter=",
			"followuptask?status=", "followuptask?assignee=", "followuptask?role=", "followuptask?dueOnOrBefore=",
			"followuptask?sort=", "followuptask?hold=", "followuptask?v=", "followuptask?startIndex=",
			"contactattempt?from=",
			"contactattempt?task=",
			"qualityreview?caller=", "qualityreview?sample=", "qualityfigure?from=", "qualitysample/", "outcome?from=",
			"outcome?clinician=", "earlyreturn?to=", "callsheet?printedBy=", "callsheet?from=",
			"absence?user=", "absence?at=", "absence?to=", "promise?owner=",
			"promise?dueBy=", "escalation?late=",
			"contactpoint?number=", "contactpoint?person=",
			"contactpreference?patient=", "calendar?q=", "metadatapackage?limit=", "worklist?assignee=",
			"worklist?callable=", "worklist?location=", "worklist?language=", "followuptask/", "contactpoint/",
			"contactpreference/", "booking?from=", "booking?status=", "booking?patient=", "booking?location=",
			"booking?externalSystem=x&externalId=", "booking/", "survey?q=", "survey?kind=", "survey?privacy=", "survey/",
			"surveyinvitation?survey=", "surveyinvitation?status=", "surveyinvitation?open=", "surveyinvitation/",
			"surveyfigure?from=", "surveyresponse?mode=", "surveyresponse?from=", "surveyresponse?survey=",
			"surveyresponse/", "surveyresult?survey=", "surveyexport/", "idea?status=", "idea?toAsk=", "idea/",
			"surveydriver?survey=", "surveydriver?from=", "surveydriver?mode=", "surveykiosk?startIndex=", "surveykiosk/",
			"measure?status=", "measure?theme=", "measure/", "measurenotice?from=", "measurenotice?from=2026-11-01&to=",
			"measurenotice?from=2026-11-01&to=2026-11-30&language=");
	}

	@ParameterizedTest
	@MethodSource("lists")
	void query_shouldNeverFailTheServer(String list) {
		for (Object value : VALUES) {
			String text = String.valueOf(value);
			refusedOrDone(server
				.get("retention/" + list + URLEncoder.encode(text.substring(0, Math.min(1500, text.length())),
					StandardCharsets.UTF_8).replace("+", "%20")));
		}
		for (String raw : List.of("%00", "%zz", "%c0%af", "a&a", "custom:(patient:(identifiers:(identifierType:full)))",
			"custom:(class,patient:(class:(classLoader)))", "custom:()", "custom:(,)", "custom:(uuid:(uuid))")) {
			if (!raw.equals("%zz")) {
				refusedOrDone(server.get("retention/" + list + raw));
			}
		}
	}

	@Test
	void moment_shouldLieInAYearThatTheDatabaseHas() {
		for (String moment : List.of("%2B999999999-12-31T00:00:00Z", "%2B999999999-12-31", "-999999999-01-01T00:00:00Z")) {
			server.get("retention/followuptask?dueOnOrBefore=" + moment).expect(400);
		}
	}

	@Test
	void reason_shouldFitIntoItsColumn_andNothingBeDoneOtherwise() {
		String protocol = clinic.savedProtocol();
		String absence = server.post("retention/absence", Map.of("from", OffsetDateTime.now().plusDays(9).toString(), "to",
			OffsetDateTime.now().plusDays(10).toString())).expect(201).at("/uuid");
		for (String what : List.of("followupprotocol/" + protocol, "absence/" + absence)) {
			RestServer.Answer refused = server.delete("retention/" + what + "?reason=" + "x".repeat(256));
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.at("/error/code")).isEqualTo("retention.web.error.too-long");
			server.get("retention/" + what).expect(200);
			assertThat(server.delete("retention/" + what + "?reason=" + "x".repeat(255)).status()).isLessThan(300);
		}
	}

	private static void refusedOrDone(RestServer.Answer answer) {
		assertThat(answer.status()).as("%s", answer).isLessThan(500);
		assertThat(answer.text()).doesNotContain("stackTrace").doesNotContain("NullPointer").doesNotContain("\tat ");
		if (answer.status() >= 400 && answer.header("Content-Type") != null
			&& answer.header("Content-Type").startsWith("application/json")) {
			assertThat(answer.at("/error/code")).startsWith("retention.");
		}
	}

	@Test
	void twoNurses_shouldNotBothTakeOneTask() throws Exception {
		List<RestServer> nurses = List.of(clinic.staff("Retention: Nurse"), clinic.staff("Retention: Nurse"),
			clinic.staff("Retention: Nurse"), clinic.staff("Retention: Nurse"));
		for (int round = 0; round < 5; round++) {
			String task = clinic.task(clinic.patient());
			List<Integer> statuses = atOnce(nurses,
				nurse -> nurse.post("retention/followuptask/" + task + "/claim", Map.of()));
			assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
		}
	}

	@Test
	void twoChanges_shouldNotBothBeMadeOfOneVersion() throws Exception {
		List<RestServer> nurses = List.of(clinic.staff("Retention: Nurse"), clinic.staff("Retention: Nurse"),
			clinic.staff("Retention: Nurse"), clinic.staff("Retention: Nurse"));
		for (int round = 0; round < 5; round++) {
			String task = clinic.task(clinic.patient());
			List<Integer> statuses = atOnce(nurses, nurse -> nurse.post("retention/followuptask/" + task + "/transition",
				Map.of("to", "CANCELLED", "version", 0, "reason", "x")));
			assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
			assertThat(server.get("retention/followuptask/" + task + "/transition").body().get("results")).hasSize(2);
		}
	}

	@Test
	void twoProfiles_shouldNotBothBeWritten() throws Exception {
		List<RestServer> nurses = List.of(clinic.staff("Retention: Nurse"), clinic.staff("Retention: Nurse"),
			clinic.staff("Retention: Nurse"), clinic.staff("Retention: Nurse"));
		for (int round = 0; round < 5; round++) {
			String patient = clinic.patient();
			List<Integer> statuses = atOnce(nurses,
				nurse -> nurse.post("retention/contactpreference", Map.of("patient", patient, "language", "nb")));
			assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409 || status == 400);
		}
	}

	/** Both rang while it was open: both contacts may stand, or the later is refused. */
	@Test
	void twoContacts_shouldEndTheTask() throws Exception {
		List<RestServer> nurses = List.of(clinic.staff("Retention: Nurse"), clinic.staff("Retention: Nurse"));
		for (int round = 0; round < 5; round++) {
			String task = clinic.task(clinic.patient());
			List<Integer> statuses = atOnce(nurses, nurse -> nurse.post("retention/followuptask/" + task + "/attempt",
				Map.of("result", "SPOKE", "disposition", "DONE")));
			assertThat(statuses).contains(201).isSubsetOf(201, 409);
			assertThat(server.get("retention/contactattempt?task=" + task).body().get("results"))
				.hasSize(Collections.frequency(statuses, 201));
			assertThat(server.get("retention/followuptask/" + task).body().get("status").asText()).isEqualTo("COMPLETED");
		}
	}

	private interface Request {

		RestServer.Answer by(RestServer user);
	}

	private static List<Integer> atOnce(List<RestServer> users, Request request) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(users.size());
		try {
			List<Callable<RestServer.Answer>> calls = new ArrayList<>();
			users.forEach(user -> calls.add(() -> request.by(user)));
			List<Integer> statuses = new ArrayList<>();
			for (Future<RestServer.Answer> answer : threads.invokeAll(calls)) {
				refusedOrDone(answer.get());
				statuses.add(answer.get().status());
			}
			return statuses;
		}
		finally {
			threads.shutdown();
		}
	}
}
