/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

class ThemeResourceIT {

	private static final String COMMENT = "retention/comment";

	private static final String THEME = "retention/theme";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final String survey = survey();

	@Test
	void comments_shouldBeReadWithTheirThemes_andWithoutThePatient() {
		String comment = said("We waited for an hour");
		String theme = theme("Waiting");
		String answered = server
			.post(COMMENT + "/" + comment + "/theme", Map.of("action", "ASSIGN", "theme", theme, "version", 0))
			.expect(201).at("/themes/0/status");
		assertThat(answered).isEqualTo("CONFIRMED");

		RestServer.Answer list = server.get(COMMENT + "?questionnaire=" + survey + "&v=default&totalCount=true").expect(200);
		assertThat(list.at("/totalCount")).isEqualTo("1");
		JsonNode row = list.body().at("/results/0");
		assertThat(row.get("text").asText()).isEqualTo("We waited for an hour");
		assertThat(row.get("language").asText()).isEqualTo("en");
		assertThat(row.get("textKind").asText()).isEqualTo("COULD_BE_BETTER");
		assertThat(row.get("reading").asText()).isEqualTo("READ");
		assertThat(row.at("/themes/0/theme").asText()).isEqualTo(theme);
		assertThat(row.has("patient")).isFalse();
		assertThat(server.get(COMMENT + "/" + comment + "/theme").expect(200).at("/results/0/to")).isEqualTo("CONFIRMED");
	}

	@Test
	void actions_shouldFollowTheLifeCycle() {
		String comment = said("Rude and late");
		String first = theme("Waiting");
		String second = theme("Staff");
		act(comment, Map.of("action", "CONFIRM", "theme", first)).expectError(409, "retention.theme.error.not-assigned",
			"theme");
		act(comment, Map.of("action", "ASSIGN", "theme", first)).expect(201);
		act(comment, Map.of("action", "CORRECT", "theme", first, "instead", second)).expect(201);
		RestServer.Answer shown = server.get(COMMENT + "/" + comment).expect(200);
		assertThat(shown.body().get("themes")).hasSize(2);
		assertThat(act(comment, Map.of("action", "NONE")).expect(409).at("/error/code"))
			.isEqualTo("retention.theme.error.has-theme");
		act(comment, Map.of("action", "REJECT", "theme", second)).expect(201);
		act(comment, Map.of("action", "NONE")).expect(201);
		act(comment, Map.of("action", "PROPOSE")).expect(201);
		act(comment, Map.of("action", "ASSIGN", "theme", first, "version", 0))
			.expectError(409, "retention.theme.error.stale-version", "version");
	}

	@Test
	void actions_shouldRefuseWhatIsWrong() {
		String comment = said("Hm");
		String theme = theme("Waiting");
		act(comment, Map.of()).expectError(400, "retention.web.error.missing", "action");
		act(comment, Map.of("action", "DO")).expectError(400, "retention.web.error.unknown-value", "action");
		act(comment, Map.of("action", "ASSIGN")).expectError(400, "retention.web.error.missing", "theme");
		act(comment, Map.of("action", "ASSIGN", "theme", "nosuch"))
			.expectError(400, "retention.web.error.unknown-reference", "theme");
		act(comment, Map.of("action", "CORRECT", "theme", theme)).expectError(400, "retention.web.error.missing", "instead");
		act(comment, Map.of("action", "ASSIGN", "theme", theme, "status", "CONFIRMED"))
			.expectError(400, "retention.web.error.unknown-property", "status");
		act(comment, Map.of("action", "ASSIGN", "theme", theme, "version", "x"))
			.expectError(400, "retention.web.error.wrong-type", "version");
		act("nosuch", Map.of("action", "NONE")).expect(404);
		assertThat(server.get(COMMENT + "/" + comment).expect(200).body().get("themes")).isEmpty();
	}

	@Test
	void filters_shouldRefuseWhatTheyDoNotKnow() {
		server.get(COMMENT + "?order=random").expectError(400, "retention.web.error.unknown-value", "order");
		server.get(COMMENT + "?theme=nosuch").expectError(400, "retention.web.error.unknown-reference", "theme");
		server.get(COMMENT + "?themeStatus=confirmed").expectError(400, "retention.web.error.missing", "theme");
		server.get(COMMENT + "?reading=maybe").expectError(400, "retention.web.error.unknown-value", "reading");
		server.get(COMMENT + "?unexplained=false").expectError(400, "retention.web.error.unknown-value", "unexplained");
		server.get(COMMENT + "?unexplained=perhaps").expectError(400, "retention.web.error.true-or-false", "unexplained");
		server.get(COMMENT + "?location=nosuch").expectError(400, "retention.web.error.unknown-reference", "location");
		server.get(COMMENT + "?from=soon").expectError(400, "retention.web.error.wrong-type", "from");
		server.get(COMMENT + "?nosuch=1").expect(400);
		for (String order : List.of("latest", "teaching", "sample")) {
			server.get(COMMENT + "?unexplained=true&reading=unread&order=" + order).expect(200);
		}
		assertThat(server.get(COMMENT + "?questionnaire=" + UUID.randomUUID()).expect(200).body().get("results")).isEmpty();
	}

	@Test
	void themes_shouldBeNamedReworded_mergedSplitAndRetired() {
		String waiting = theme("Waiting");
		String code = server.get(THEME + "/" + waiting).expect(200).at("/code");
		assertThat(server.post(THEME + "/" + waiting, Map.of("name", Map.of("en", "Queues", "nb", "Kø"))).expect(200)
			.at("/name")).isEqualTo("Queues");
		String below = server.post(THEME, Map.of("name", Map.of("en", "Morning"), "parent", code)).expect(201).at("/uuid");
		assertThat(server.get(THEME + "/" + below).expect(200).at("/parent/uuid")).isEqualTo(waiting);
		String comment = said("Queues in the morning");
		act(comment, Map.of("action", "ASSIGN", "theme", waiting)).expect(201);
		String split = server.post(THEME + "/" + waiting + "/split",
			Map.of("theme", Map.of("name", Map.of("en", "Desk")), "comments", List.of(comment))).expect(201).at("/uuid");
		assertThat(server.get(COMMENT + "?theme=" + split).expect(200).body().get("results")).hasSize(1);
		assertThat(server.post(THEME + "/" + split + "/merge", Map.of("into", waiting)).expect(201).at("/uuid"))
			.isEqualTo(waiting);
		assertThat(server.get(THEME + "/" + split).expect(200).at("/mergedInto/uuid")).isEqualTo(waiting);
		server.post(THEME + "/" + below, Map.of("retired", true, "reason", "too fine")).expect(200);
		assertThat(server.get(THEME + "/" + below).expect(200).at("/retired")).isEqualTo("true");
		server.post(THEME + "/" + below, Map.of("retired", false)).expect(200);
	}

	@Test
	void themes_shouldNotBeChanged_byWhoHasReadAnotherVersion() {
		String theme = theme("Waiting");
		String other = theme("Staff");
		String comment = said("Slow");
		act(comment, Map.of("action", "ASSIGN", "theme", theme)).expect(201);
		int read = server.get(THEME + "/" + theme).expect(200).body().get("version").asInt();
		int now = server.post(THEME + "/" + theme, Map.of("name", Map.of("en", "Queues"), "version", read)).expect(200)
			.body()
			.get("version").asInt();
		assertThat(now).isGreaterThan(read);
		for (Map<String, Object> body : List.<Map<String, Object>>of(Map.of("name", Map.of("en", "Late"), "version", read),
			Map.of("retired", true, "reason", "x", "version", read))) {
			server.post(THEME + "/" + theme, body).expectError(409, "retention.theme.error.stale-version", "version");
		}
		server.post(THEME + "/" + theme + "/merge", Map.of("into", other, "version", read)).expectError(409,
			"retention.theme.error.stale-version", "version");
		server.post(THEME + "/" + theme + "/split", Map.of("theme", Map.of("name", Map.of("en", "Desk")), "comments",
			List.of(comment), "version", read)).expectError(409, "retention.theme.error.stale-version", "version");
		server.post(THEME + "/" + theme, Map.of("name", Map.of("en", "Late"), "version", "x")).expectError(400,
			"retention.web.error.wrong-type", "version");
		assertThat(server.get(THEME + "/" + theme).expect(200).at("/name")).isEqualTo("Queues");

		PageReader page = clinic.pagesOf("Retention: Manager");
		page.get("/comments/themes");
		assertThat(page.post("/comments/themes/" + theme + "/rename", "themeName", "Late", "version", String.valueOf(read))
			.status()).isEqualTo(409);
		assertThat(page.post("/comments/themes/" + theme + "/merge", "into", other, "version", String.valueOf(read))
			.status()).isEqualTo(409);
		assertThat(page.post("/comments/themes/" + theme + "/retire", "reason", "x", "version", String.valueOf(read))
			.status()).isEqualTo(409);
		assertThat(page.post("/comments/give", "ticked", comment, "ofTheme", theme, "ofThemeVersion", String.valueOf(read),
			"newTheme", "Desk", "naming", "yes").status()).isEqualTo(409);
		assertThat(page.post("/comments/themes/" + theme + "/rename", "themeName", "Late", "version", String.valueOf(now))
			.status()).isEqualTo(200);
		assertThat(page.get("/comments/themes").page()).contains("name=\"version\" value=\"" + (now + 1) + "\"");
		server.post(THEME + "/" + theme + "/merge", Map.of("into", other, "version", now + 1)).expect(201);
	}

	@Test
	void split_shouldBeDoneByOne_ofTwoAtOnceWhoHaveReadTheSame() throws Exception {
		String theme = theme("Waiting");
		int read = server.get(THEME + "/" + theme).expect(200).body().get("version").asInt();
		List<Callable<Integer>> calls = new ArrayList<>();
		for (String name : List.of("Desk", "Telephone")) {
			String comment = said(name + " is slow");
			act(comment, Map.of("action", "ASSIGN", "theme", theme)).expect(201);
			calls.add(() -> server.post(THEME + "/" + theme + "/split",
				Map.of("theme", Map.of("name", Map.of("en", name)), "comments", List.of(comment), "version", read))
				.status());
		}
		ExecutorService threads = Executors.newFixedThreadPool(calls.size());
		List<Integer> statuses = new ArrayList<>();
		try {
			for (Future<Integer> status : threads.invokeAll(calls)) {
				statuses.add(status.get());
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(statuses).containsExactlyInAnyOrder(201, 409);
		assertThat(server.get(THEME + "/" + theme).expect(200).body().get("version").asInt()).isEqualTo(read + 1);
	}

	@Test
	void name_shouldLeaveNoThemeBehind_whereACommentIsGone() {
		PageReader page = clinic.pagesOf("Retention: Manager");
		String name = Clinic.unique("Parking");
		page.get("/comments");
		assertThat(page.post("/comments/give", "ticked", UUID.randomUUID().toString(), "newTheme", name, "naming", "yes")
			.status()).isBetween(400, 499);
		assertThat(themesCalled(name)).isZero();
		assertThat(page.post("/comments/give", "ticked", said("No place to park"), "newTheme", name, "naming", "yes")
			.status()).isEqualTo(200);
		assertThat(themesCalled(name)).isEqualTo(1);
	}

	private int themesCalled(String name) {
		return server.get(THEME + "?q=" + name.replace(" ", "%20")).expect(200).body().get("results").size();
	}

	@Test
	void themes_shouldRefuseWhatIsWrong() {
		String theme = theme("Waiting");
		server.post(THEME, Map.of("name", "Waiting")).expectError(400, "retention.web.error.wrong-value", "name");
		server.post(THEME, Map.of()).expectError(400, "retention.question.error.required", "name");
		server.post(THEME, Map.of("name", Map.of("en", "x"), "nosuch", 1))
			.expectError(400, "retention.web.error.unknown-property", "nosuch");
		server.post(THEME, Map.of("name", Map.of("en", "x"), "parent", "nosuch"))
			.expectError(400, "retention.theme.error.parent-unknown", "parent");
		server.post(THEME + "/" + theme, Map.of("code", "other"))
			.expectError(400, "retention.web.error.unknown-property", "code");
		server.post(THEME + "/" + theme + "/merge", Map.of()).expectError(400, "retention.web.error.missing", "into");
		server.post(THEME + "/" + theme + "/merge", Map.of("into", theme))
			.expectError(400, "retention.theme.error.merge-itself", "into");
		server.post(THEME + "/" + theme + "/split", Map.of("theme", Map.of("name", Map.of("en", "x"))))
			.expectError(400, "retention.question.error.required", "comments");
		server.post(THEME + "/" + theme + "/split", Map.of("comments", List.of("x")))
			.expectError(400, "retention.web.error.missing", "theme");
		server.get(THEME + "/nosuch").expect(404);
	}

	@Test
	void confirmation_shouldNeedAConfidence() {
		server.post("retention/commentconfirmation", Map.of()).expectError(400, "retention.web.error.missing", "confidence");
		server.post("retention/commentconfirmation", Map.of("confidence", "high"))
			.expectError(400, "retention.web.error.wrong-type", "confidence");
		server.post("retention/commentconfirmation", Map.of("confidence", 0.2))
			.expectError(400, "retention.question.error.out-of-range", "confidence");
		server.post("retention/commentconfirmation", Map.of("confidence", 0.9, "theme", "nosuch"))
			.expectError(400, "retention.web.error.unknown-reference", "theme");
		assertThat(server.post("retention/commentconfirmation", Map.of("confidence", 1, "theme", theme("Any"))).expect(201)
			.at("/confirmed")).isEqualTo("0");
	}

	@Test
	void models_shouldBeListed_andLearntOnRequest() {
		server.get("retention/thememodel?totalCount=true").expect(200);
		server.get("retention/thememodel/nosuch").expect(404);
		server.post("retention/thememodel", Map.of("now", true))
			.expectError(400, "retention.web.error.unknown-property", "now");
		String waiting = theme("Waiting");
		String staff = theme("Staff");
		for (int i = 0; i < 12; i++) {
			act(said("We waited too long, number " + i), Map.of("action", "ASSIGN", "theme", waiting)).expect(201);
			act(said("Kind and friendly people, number " + i), Map.of("action", "ASSIGN", "theme", staff)).expect(201);
		}
		String uuid = server.post("retention/thememodel", Map.of()).expect(201).at("/uuid");
		RestServer.Answer model = server.get("retention/thememodel/" + uuid + "?v=full").expect(200);
		assertThat(model.body().get("themeScores").size()).isGreaterThanOrEqualTo(2);
		assertThat(model.body().get("trainingSize").asInt()).isGreaterThanOrEqualTo(24);
	}

	@Test
	void privileges_shouldBeNeeded() {
		RestServer reader = clinic.userWith("Get Retention Comments", "Get Retention Themes");
		String comment = said("Private");
		reader.get(COMMENT + "/" + comment).expect(200);
		reader.post(COMMENT + "/" + comment + "/theme", Map.of("action", "NONE")).expect(403);
		reader.post(THEME, Map.of("name", Map.of("en", "x"))).expect(403);
		reader.post("retention/thememodel", Map.of()).expect(403);
		reader.post("retention/commentconfirmation", Map.of("confidence", 1)).expect(403);
		RestServer nobody = clinic.userWith("Get Retention Surveys");
		nobody.get(COMMENT).expect(403);
		nobody.get(COMMENT + "/" + comment).expect(403);
		nobody.get("retention/commentphrase").expect(403);
		nobody.get(THEME).expect(403);
		nobody.get("retention/thememodel").expect(403);
	}

	private RestServer.Answer act(String comment, Map<String, Object> body) {
		return server.post(COMMENT + "/" + comment + "/theme", body);
	}

	private String theme(String name) {
		return server.post(THEME, Map.of("name", Map.of("en", name))).expect(201).at("/uuid");
	}

	/** Uuid of a new comment. */
	private String said(String text) {
		String invitation = server
			.post("retention/surveyinvitation", Map.of("survey", survey, "patient", clinic.patient())).expect(201)
			.at("/uuid");
		server.post("retention/surveyresponse",
			Map.of("invitation", invitation, "mode", "INTERVIEW_OTHER", "answers", Map.of("better", text))).expect(201);
		List<String> found = new ArrayList<>();
		server.get(COMMENT + "?v=default&limit=100&questionnaire=" + survey).expect(200).body().get("results")
			.forEach(row -> {
				if (row.get("text").asText().equals(text)) {
					found.add(row.get("uuid").asText());
				}
			});
		return found.get(0);
	}

	private String survey() {
		return server.post("retention/survey",
			Map.of("name", Clinic.unique("Asked"), "uuid", UUID.randomUUID().toString(), "introduction",
				Map.of("en", "Hello"),
				"thanks", Map.of("en", "Thanks"), "questions", List.of(Map.of("key", "better", "type", "TEXT", "textKind",
					"COULD_BE_BETTER", "text", Map.of("en", "What could be better?")))))
			.expect(201).at("/uuid");
	}
}
