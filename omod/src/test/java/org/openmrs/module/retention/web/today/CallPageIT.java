/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** A call on its page, from the list to what came of it. */
class CallPageIT {

	private static final String NURSE = "Retention: Nurse";

	private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private static final String ALERT = "role=\"alert\"[^>]*>([^<]*)<";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String number = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

	private final String patient = clinic.patient(Map.of(clinic.phoneType(), number));

	private final String task = clinic.task(patient);

	private final PageReader nurse = clinic.pagesOf(NURSE);

	@Test
	void open_shouldShowWhomToCall_andTakeTheRow() {
		nurse.get("/today");
		PageReader.Answer call = nurse.post("/today/" + patient + "/open");
		assertThat(call.status()).isEqualTo(200);
		assertThat(call.address()).isEqualTo("/call/" + patient);
		assertThat(call.page()).contains("href=\"tel:+47" + number + "\"").contains("value=\"" + task + "\"");
		PageReader other = clinic.pagesOf(NURSE);
		other.get("/today");
		PageReader.Answer refused = other.post("/today/" + patient + "/open", "purpose", "CARE");
		assertThat(refused.address()).isEqualTo("/today?purpose=CARE");
		assertThat(refused.page()).contains("notice problem");
		nurse.post("/call/" + patient + "/leave");
		assertThat(other.post("/today/" + patient + "/open").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "DONE,COMPLETED,SPOKE", "NO_ANSWER,OPEN,NO_ANSWER", "VOICEMAIL,OPEN,VOICEMAIL", "BUSY,OPEN,BUSY",
		"WRONG_NUMBER,OPEN,WRONG_NUMBER", "CALL_BACK,OPEN,SPOKE", "BOOKED,COMPLETED,SPOKE", "THINKING,COMPLETED,SPOKE",
		"DECLINED_NOW,CANCELLED,SPOKE", "STOP,CANCELLED,SPOKE", "LANGUAGE,OPEN,SPOKE", "ENDED,COMPLETED,SPOKE",
		"DEATH_REPORTED,OPEN,SPOKE", "NOT_CALLED,CANCELLED,NOT_CALLED" })
	void outcome_shouldDoWhatTheTableSays(String outcome, String status, String result) {
		nurse.get("/call/" + patient);
		String later = LocalDate.now().plusDays(2).toString();
		PageReader.Answer next = nurse.post("/call/" + patient, "task", task, "outcome", outcome, "contactPoint", point(),
			"spokeWith", "PATIENT", "callBackDay", later, "callBackFrom", "10:00", "callBackBy", "11:00", "bookedFor", later,
			"thinkingUntil", later, "purposes", "CARE", "language.spoken", "ru", "endedReason", "MOVED", "notCalledReason",
			"UNNECESSARY", "note", "ok");
		assertThat(next.status()).as(next.page()).isEqualTo(200);
		assertThat(next.page()).contains("notice done");
		RestServer.Answer attempts = server.get("retention/contactattempt?patient=" + patient + "&v=full").expect(200);
		assertThat(attempts.at("/results/0/result")).isEqualTo(result);
		assertThat(attempts.at("/results/0/note")).isEqualTo("ok");
		assertThat(server.get("retention/followuptask/" + task).at("/status")).isEqualTo(status);
		assertThat(nurse.post("/" + next.find("action=\"[^\"]*/(attempt/[^\"]+/undo)\"").get(0)).page())
			.contains("notice done");
		assertThat(server.get("retention/followuptask/" + task).at("/status")).isEqualTo("OPEN");
	}

	private String point() {
		return server.get("retention/contactpoint?patient=" + patient).expect(200).at("/results/0/uuid");
	}

	@Test
	void text_shouldNeverComeBackAsMarkup() {
		nurse.get("/call/" + patient);
		nurse.post("/call/" + patient, "task", task, "outcome", "CALL_BACK", "callBackDay",
			LocalDate.now().plusDays(1).toString(), "callBackFrom", "10:00", "note", HOSTILE, "toldNext", HOSTILE,
			"unresolved", HOSTILE);
		PageReader.Answer call = nurse.get("/call/" + patient);
		assertThat(call.page()).contains("&lt;script&gt;").doesNotContain("<script>alert").doesNotContain("<img");
		PageReader.Answer refused = nurse.post("/call/" + patient, "task", task, "outcome", HOSTILE, "note", HOSTILE);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page()).contains("&lt;script&gt;").doesNotContain("<script>alert").doesNotContain("<img");
	}

	@Test
	void promise_shouldBeWarnedOf_beforeItIsRecordedAndAfter() {
		nurse.post("/language", "language", "en", "next", "today");
		nurse.get("/call/" + patient);
		String window = "/call/" + patient + "/warnings?task=" + task + "&callBackDay=" + LocalDate.now().plusDays(3);
		PageReader.Answer warned = nurse.get(window + "&callBackFrom=23:00&callBackBy=");
		assertThat(warned.status()).isEqualTo(200);
		assertThat(warned.header("Content-Type")).startsWith("text/plain");
		String quiet = "The promised time is one in which people are not called.";
		assertThat(warned.page()).endsWith(quiet);
		assertThat(nurse.get(window + "&callBackFrom=12:00&callBackBy=13:00").page()).doesNotContain(quiet);
		assertThat(nurse.get(window + "&callBackFrom=12:00&callBackBy=11:00").status()).isEqualTo(400);
		assertThat(nurse.get(window).status()).isEqualTo(400);
		assertThat(nurse.get("/call/nobody/warnings").status()).isEqualTo(404);
		assertThat(server.get("retention/contactattempt?patient=" + patient).body().get("results")).isEmpty();
		nurse.get("/call/" + patient);
		assertThat(nurse.post("/call/" + patient, "task", task, "outcome", "CALL_BACK", "callBackDay",
			LocalDate.now().plusDays(3).toString(), "callBackFrom", "23:00").page()).contains(quiet);
	}

	@Test
	void refusal_shouldCallTheFieldsAsTheFormDoes() {
		nurse.post("/language", "language", "en", "next", "today");
		nurse.get("/call/" + patient);
		PageReader.Answer refused = nurse.post("/call/" + patient, "task", task, "outcome", "CALL_BACK", "spokeWith",
			"CARER",
			"callBackDay", "tomorrow", "callBackFrom", "17:00", "toldNext", "we ring", "need", "");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.find(ALERT)).containsExactly("Call back – Day has the wrong type; it must be 2026-11-21.");
		assertThat(refused.page()).contains("name=\"callBackDay\"", "value=\"tomorrow\"", "value=\"17:00\"",
			"<option value=\"CARER\" selected>", ">we ring</textarea>");
		assertThat(nurse.post("/call/" + patient, "task", task, "outcome", "CALL_BACK").find(ALERT))
			.containsExactly("Call back – From: A value is needed here.");
	}

	@Test
	void refusal_shouldCallAQuestionByItsText() {
		String type = clinic.ownEncounterType();
		Map<String, Object> definition = clinic
			.protocolDueAtOnce(Map.of("type", "ENCOUNTER", "filter", Map.of("encounterTypes", List.of(type))));
		server.post("retention/followupprotocol", definition).expect(201);
		clinic.encounter(patient, type);
		String asked = clinic.await("retention/followuptask?status=open&patient=" + patient + "&protocol="
			+ definition.get("uuid")).get(0).get("uuid").asText();
		nurse.get("/call/" + patient);
		PageReader.Answer refused = nurse.post("/call/" + patient, "task", asked, "outcome", "DONE",
			"answer." + asked + ".bleeding", "perhaps");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.find(ALERT).get(0)).startsWith("Does it bleed?: ");
		assertThat(nurse.post("/call/" + patient, "task", asked, "outcome", "NONE", "answer." + asked + ".bleeding", "yes")
			.page()).contains("name=\"answer." + asked + ".bleeding\" value=\"yes\" checked");
	}

	@Test
	void typed_shouldComeBack_whenTheSessionHasEndedMeanwhile() {
		String user = clinic.newUser(NURSE);
		PageReader desk = PageReader.as(user, Clinic.PASSWORD);
		desk.get("/call/" + patient);
		desk.loseSession();
		PageReader.Answer asked = desk.post("/call/" + patient, "task", task, "outcome", "NO_ANSWER", "note", "typed long");
		assertThat(asked.status()).isEqualTo(401);
		PageReader.Answer resumed = signIn(desk, asked, user);
		assertThat(resumed.page()).contains("<dd>typed long</dd>");
		assertThat(resumed.find("name=\"note\" value=\"([^\"]*)\"")).containsExactly("typed long");
		assertThat(desk.post("/call/" + patient, "task", task, "outcome", "NO_ANSWER", "note", "typed long").page())
			.contains("notice done");
		assertThat(notes()).containsExactly("typed long");
	}

	/** By the form for signing in, with all that it carries. */
	private static PageReader.Answer signIn(PageReader desk, PageReader.Answer asked, String user) {
		List<String> fields = new ArrayList<>(List.of("username", user, "password", Clinic.PASSWORD));
		Matcher carried = Pattern.compile("name=\"(next|kept|keptProof|typed\\.[^\"]+)\" value=\"([^\"]*)\"")
			.matcher(asked.page());
		while (carried.find()) {
			fields.add(carried.group(1));
			fields.add(carried.group(2));
		}
		return desk.post("/login", fields.toArray(new String[0]));
	}

	private List<String> notes() {
		List<String> notes = new ArrayList<>();
		server.get("retention/contactattempt?patient=" + patient + "&v=full").expect(200).body().get("results")
			.forEach(attempt -> notes.add(attempt.get("note").asText()));
		return notes;
	}

	@Test
	void typed_shouldBeLetGo_whenSomebodyElseSignsIn() {
		String user = clinic.newUser(NURSE);
		PageReader desk = PageReader.as(user, Clinic.PASSWORD);
		desk.get("/call/" + patient);
		desk.loseSession();
		PageReader.Answer asked = desk.post("/call/" + patient, "task", task, "outcome", "DONE", "note", "typed long");
		PageReader.Answer other = signIn(desk, asked, clinic.newUser(NURSE));
		assertThat(other.address()).isEqualTo("/today");
		assertThat(other.page()).contains("notice problem").doesNotContain("typed long");
		assertThat(notes()).isEmpty();
	}

	@Test
	void typed_shouldNotBeKept_whenTheFormWasNotOurs() {
		String user = clinic.newUser(NURSE);
		PageReader desk = PageReader.as(user, Clinic.PASSWORD);
		desk.get("/call/" + patient);
		String body = "task=" + task + "&outcome=DONE&note=forged";
		for (String proof : new String[]{ "", "&proof=guessed", "&proof=" + desk.proof("/language") }) {
			desk.loseSession();
			PageReader.Answer asked = desk.send("POST", "/call/" + patient, "application/x-www-form-urlencoded",
				body + proof);
			assertThat(asked.status()).isEqualTo(401);
			PageReader.Answer in = signIn(desk, asked, user);
			assertThat(in.address()).isEqualTo("/today");
			assertThat(in.page()).doesNotContain("forged");
		}
		assertThat(notes()).isEmpty();
	}

	@Test
	void typed_shouldBeShownAgain_whenItsFormIsOfAnEarlierSession() {
		String user = clinic.newUser(NURSE);
		PageReader desk = PageReader.as(user, Clinic.PASSWORD);
		desk.get("/call/" + patient);
		String old = "task=" + task + "&outcome=BUSY&note=other+window&token=old&proof=" + desk.proof("/call/" + patient);
		desk.get("/login");
		desk.post("/login", "username", user, "password", Clinic.PASSWORD);
		PageReader.Answer again = desk.send("POST", "/call/" + patient, "application/x-www-form-urlencoded", old);
		assertThat(again.page()).contains("data-pending").contains("<dd>other window</dd>");
		assertThat(notes()).isEmpty();
		assertThat(desk.post("/call/" + patient, "task", task, "outcome", "BUSY", "note", "other window").page())
			.contains("notice done");
	}

	@Test
	void button_shouldDoItsWork_whenTheSessionHasEndedMeanwhile() {
		String user = clinic.newUser(NURSE);
		PageReader desk = PageReader.as(user, Clinic.PASSWORD);
		desk.get("/today");
		desk.post("/today/" + patient + "/open");
		desk.loseSession();
		PageReader.Answer resumed = signIn(desk, desk.post("/call/" + patient + "/leave"), user);
		assertThat(resumed.page()).contains("action=\"").contains("/call/" + patient + "/leave\"");
		assertThat(desk.post("/call/" + patient + "/leave").address()).isEqualTo("/today");
		nurse.get("/today");
		assertThat(nurse.post("/today/" + patient + "/open").address()).isEqualTo("/call/" + patient);
	}

	@Test
	void ringing_shouldFindWhoIsReachedAtANumber_andTakeTheirCall() {
		nurse.get("/call/" + patient);
		PageReader.Answer found = nurse.post("/ringing", "number", number.substring(3));
		assertThat(found.address()).startsWith("/ringing?search=").doesNotContain(number.substring(3));
		assertThat(nurse.get(found.address()).page()).as("again").contains("/call/" + patient + "?inbound=true");
		assertThat(clinic.pagesOf(NURSE).get(found.address()).page()).as("another's").doesNotContain(patient);
		assertThat(found.page()).contains("/call/" + patient + "?inbound=true");
		PageReader.Answer call = nurse.get("/call/" + patient + "?inbound=true");
		assertThat(call.page()).contains("name=\"inbound\" value=\"true\"");
		nurse.post("/call/" + patient, "task", task, "inbound", "true", "outcome", "DONE");
		assertThat(server.get("retention/contactattempt?patient=" + patient + "&v=full").at("/results/0/direction"))
			.isEqualTo("INBOUND");
		assertThat(nurse.get("/call/" + patient + "?inbound=true").status()).isEqualTo(200);
		PageReader.Answer refused = nurse.post("/ringing", "number", "12");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.find("id=\"number\"[^>]*value=\"([^\"]*)\"")).containsExactly("12");
		assertThat(refused.find("(role=\"alert\")")).hasSize(1);
		assertThat(nurse.post("/ringing").status()).isEqualTo(400);
		assertThat(nurse.get("/ringing").status()).isEqualTo(200);
	}

	@Test
	void form_shouldBeRecordedOnce_howeverOftenItIsSent() {
		PageReader.Answer call = nurse.get("/call/" + patient);
		String key = call.find("name=\"key\" value=\"([^\"]+)\"").get(0);
		String[] form = { "key", key, "task", task, "outcome", "NO_ANSWER", "note", "rang long" };
		String first = nurse.post("/call/" + patient, form).find("<p>([^<]*Nordmann[^<]*)</p>").get(0);
		PageReader.Answer again = nurse.post("/call/" + patient, form);
		assertThat(again.page()).contains("notice done").contains(first);
		assertThat(notes()).containsExactly("rang long");
		assertThat(
			nurse.post("/call/" + patient, "key", key, "task", task, "outcome", "NO_ANSWER", "note", "another").status())
			.isEqualTo(409);
		assertThat(nurse.post("/call/" + patient, "key", "x", "task", task, "outcome", "NO_ANSWER").status()).isEqualTo(400);
		assertThat(nurse.get("/call/" + patient).find("name=\"key\" value=\"([^\"]+)\"").get(0)).isNotEqualTo(key);
		assertThat(notes()).hasSize(1);
	}

	@Test
	void form_shouldBeRecordedOnce_whenItIsSentTwiceAtOnce() throws Exception {
		for (String outcome : new String[]{ "NO_ANSWER", "DONE" }) {
			String key = nurse.get("/call/" + patient).find("name=\"key\" value=\"([^\"]+)\"").get(0);
			ExecutorService hands = Executors.newFixedThreadPool(3);
			List<Future<PageReader.Answer>> answers = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				answers
					.add(hands.submit(() -> nurse.post("/call/" + patient, "key", key, "task", task, "outcome", outcome)));
			}
			for (Future<PageReader.Answer> answer : answers) {
				assertThat(answer.get().status()).as(answer.get().page()).isEqualTo(200);
			}
			hands.shutdown();
			assertThat(server.get("retention/contactattempt?patient=" + patient + "&v=full").body().get("results"))
				.hasSize(outcome.equals("DONE") ? 2 : 1);
		}
	}

	@Test
	void call_shouldBeToldAsRecorded_whateverFailsAfterIt() {
		nurse.get("/call/" + patient);
		PageReader.Answer next = nurse.post("/call/" + patient, "task", task, "outcome", "BUSY", "note", "engaged", "role",
			"nobody");
		assertThat(next.status()).isEqualTo(200);
		assertThat(next.address()).isEqualTo("/today");
		assertThat(next.page()).contains("notice done");
		assertThat(notes()).containsExactly("engaged");
		assertThat(nurse.post("/call/" + patient, "task", task, "outcome", "BUSY", "note", "second", "role",
			"x".repeat(300)).status()).isEqualTo(400);
		assertThat(notes()).as("refused before it was recorded").hasSize(1);
	}

	@Test
	void form_shouldComeBackAsTyped_whenEnterIsPressedWithoutAScript() {
		nurse.get("/call/" + patient + "?purpose=CARE");
		PageReader.Answer back = nurse.post("/call/" + patient, "task", task, "outcome", "", "note", "half a no", "purpose",
			"CARE");
		assertThat(back.address()).startsWith("/call/" + patient + "?purpose=CARE&again=");
		assertThat(back.page()).contains("notice problem").contains(">half a no</textarea>");
		assertThat(notes()).isEmpty();
	}

	@Test
	void undo_shouldBringTheCallBack_withWhatWasTyped() {
		String other = clinic
			.patient(Map.of(clinic.phoneType(), "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999)));
		clinic.task(other);
		nurse.get("/today");
		nurse.post("/today/" + patient + "/open", "purpose", "CARE");
		PageReader.Answer next = nurse.post("/call/" + patient, "task", task, "outcome", "NO_ANSWER", "note",
			"<b>rang</b> long",
			"toldNext", "we ring again", "callBackFrom", "11:11", "touchpoint", "PRICE");
		String undo = "/" + next.find("action=\"[^\"]*/(attempt/[^\"]+/undo)\"").get(0);
		PageReader.Answer back = nurse.post(undo);
		assertThat(back.address()).startsWith("/call/" + patient + "?");
		assertThat(back.page()).contains("notice done").contains(">&lt;b&gt;rang&lt;/b&gt; long</textarea>")
			.contains(">we ring again</textarea>").contains("value=\"11:11\"").contains("value=\"PRICE\" selected")
			.contains("value=\"" + task + "\" checked");
		if (next.address().startsWith("/call/")) {
			String taken = next.address().replaceAll("/call/([^?]*).*", "$1");
			PageReader colleague = clinic.pagesOf(NURSE);
			colleague.get("/today");
			assertThat(colleague.post("/today/" + taken + "/open").address()).startsWith("/call/" + taken);
			colleague.post("/call/" + taken + "/leave");
		}
		assertThat(clinic.pagesOf(NURSE).get(back.address()).page()).as("another's").doesNotContain("we ring again");
	}

	@Test
	void page_shouldOfferNumbersAloneToDial() {
		String type = server.post("personattributetype", Map.of("name", Clinic.unique("Mail"), "description", "Mail",
			"format", "java.lang.String")).expect(201).at("/uuid");
		clinic.set("retention.contact.emailAttributeTypes", type);
		try {
			String both = clinic.patient(Map.of(clinic.phoneType(), number, type, "kari@example.org"));
			String mailOnly = clinic.patient(Map.of(type, "ola@example.org"));
			assertThat(nurse.get("/call/" + both).page()).contains("href=\"tel:+47" + number).doesNotContain("kari@");
			assertThat(nurse.get("/call/" + mailOnly).page()).doesNotContain("ola@").doesNotContain("name=\"contactPoint\"");
			assertThat(nurse.get("/patient/" + both).page()).contains("kari@example.org").doesNotContain("tel:kari");
		}
		finally {
			clinic.set("retention.contact.emailAttributeTypes", "");
		}
	}

	@Test
	void page_shouldSayWhatIsPromised_andWhoIsAtIt() {
		nurse.get("/call/" + patient);
		nurse.post("/call/" + patient, "task", task, "outcome", "DONE", "promise.what", "Send the <i>X-ray</i>",
			"promise.day",
			LocalDate.now().plusDays(1).toString(), "promise.time", "16:00");
		clinic.task(patient);
		assertThat(nurse.get("/call/" + patient).page()).contains("Send the &lt;i&gt;X-ray&lt;/i&gt;");
		PageReader colleague = clinic.pagesOf(NURSE);
		colleague.get("/today");
		colleague.post("/today/" + patient + "/open");
		assertThat(colleague.get("/call/" + patient).page()).doesNotContain("role=\"alert\"");
		assertThat(nurse.get("/call/" + patient).page()).contains("role=\"alert\"").contains("Nina Nurse");
	}

	@Test
	void call_shouldBeAboutTheChild_whenAGuardianRingsWithoutATask() {
		String mother = server.get("user/" + Clinic.uuidOf(clinic.staff(NURSE)) + "?v=custom:(uuid,person:(uuid))")
			.expect(200).at("/person/uuid");
		assertThat(nurse.get("/call/" + mother + "?inbound=true").page()).contains("problem");
		assertThat(nurse.post("/call/" + mother, "inbound", "true", "outcome", "DONE").status()).isEqualTo(400);
		List<String> children = List.of(clinic.patient(), clinic.patient());
		for (String child : children) {
			server.post("retention/contactpreference", Map.of("patient", child, "contactPersons",
				List.of(Map.of("person", mother, "guardian", true, "relation", "mother")))).expect(201);
		}
		assertThat(nurse.get("/call/" + mother + "?inbound=true").find("name=\"about\" value=\"([^\"]+)\""))
			.containsExactlyInAnyOrderElementsOf(children);
		assertThat(nurse.post("/call/" + mother, "inbound", "true", "outcome", "DONE", "about", patient).status())
			.isEqualTo(400);
		assertThat(nurse.post("/call/" + mother, "inbound", "true", "outcome", "DONE", "about", children.get(1), "note",
			"asks for the time").page()).contains("notice done");
		assertThat(server.get("retention/contactattempt?patient=" + children.get(1) + "&v=full").at("/results/0/note"))
			.isEqualTo("asks for the time");
		assertThat(server.get("retention/contactattempt?patient=" + children.get(0)).body().get("results")).isEmpty();
	}

	@Test
	void ringing_shouldSayHowManyAreLeftOut() {
		String shared = "9" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
		for (int i = 0; i < 22; i++) {
			clinic.patient(Map.of(clinic.phoneType(), shared));
		}
		nurse.post("/language", "language", "en", "next", "today");
		PageReader.Answer found = nurse.post("/ringing", "number", shared);
		assertThat(found.find("(call/[^\"]+inbound=true)")).hasSize(20);
		assertThat(found.page()).contains("and 2 more");
	}
}
