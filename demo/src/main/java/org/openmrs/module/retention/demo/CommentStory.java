/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What a patient has written to a survey gets a theme: proposed, confirmed by a person, and counted. */
final class CommentStory {

	/** <em>Waiting in the clinic</em>, of the common package. */
	static final String WAITING = "9ad9b9a2-5e78-454d-b065-a1c284cc4549";

	private static final int NOT_FOUND = 404;

	private final ScenarioClinic clinic;

	private final Checks checks;

	private final String survey;

	private final String words;

	private String comment;

	/** @param words of one comment alone, about waiting, which a link has brought with a score of 2 */
	CommentStory(ScenarioClinic clinic, Checks checks, String survey, String words) {
		this.clinic = clinic;
		this.checks = checks;
		this.survey = survey;
		this.words = words;
	}

	void tell() {
		if (!isThemeThere(clinic)) {
			checks.skip("What she wrote gets a theme", "the server has not the themes of the common package");
			return;
		}
		checks.part("The manager reads what she wrote, and those who may not are refused", this::read);
		checks.part("A theme is proposed for it", this::proposed);
		checks.part("The manager confirms it", this::confirmed);
		checks.part("The survey's figures tell of it", this::counted);
	}

	/** Whether the server has the theme. */
	static boolean isThemeThere(ScenarioClinic clinic) {
		return clinic.admin.get("retention/theme/" + WAITING).status() != NOT_FOUND;
	}

	private List<JsonNode> comments(ScenarioClinic.Staff staff, String more) {
		return staff.rest().get("retention/comment?v=default&questionnaire=" + survey + "&contains=" + Rest.encoded(words)
			+ more).rows();
	}

	private Rest.Answer say(ScenarioClinic.Staff staff, String action) {
		return staff.rest().post("retention/comment/" + comment + "/theme", Map.of("action", action, "theme", WAITING));
	}

	private void read() {
		List<JsonNode> found = comments(clinic.manager, "");
		if (!checks.that("it is there once", found.size() == 1, found)) {
			return;
		}
		JsonNode row = found.get(0);
		comment = row.path("uuid").asText();
		checks.equal("in her words", words, row.path("text").asText());
		checks.equal("nobody has read it", "UNREAD", row.path("reading").asText());
		checks.equal("it is known what was asked", "COULD_BE_BETTER", row.path("textKind").asText());
		checks.equal("and where", clinic.noon.room(), row.at("/location/uuid").asText());
		checks.that("not who she is", !row.toString().contains("Unhappy"), row);
		checks.refused("the desk reading comments", 403, clinic.desk.rest().get("retention/comment"));
		checks.refused("the desk reading hers", 403, clinic.desk.rest().get("retention/comment/" + comment));
		checks.refused("the desk giving it a theme", 403, say(clinic.desk, "ASSIGN"));
		checks.refused("the dentist, who may read it, giving it a theme", 403, say(clinic.dentist, "ASSIGN"));
	}

	/** By the phrases of the package, or by what a clinic that has read many has learnt; such a one may leave it to a person. */
	private void proposed() {
		boolean learnt = clinic.manager.rest().get("retention/thememodel?v=default&limit=100").rows().stream()
			.anyMatch(model -> model.path("active").asBoolean());
		if (learnt) {
			checks.note("this server has learnt its own themes, and the manager gives it");
			checks.status("the theme", 201, say(clinic.manager, "ASSIGN"));
			return;
		}
		JsonNode theme = clinic.readUntil(this::waiting, found -> found != null);
		if (checks.that("waiting", theme != null, comments(clinic.manager, ""))) {
			checks.equal("it is a proposal", "PROPOSED", theme.path("status").asText());
			checks.that("says how sure it is", theme.path("confidence").asDouble() >= 0.5, theme);
		}
		checks.equal("nobody has read it yet", "UNREAD", comments(clinic.manager, "").get(0).path("reading").asText());
		checks.equal("proposals are no themes of figures", 0, drivers().size());
		checks.status("she says that it is right", 201, say(clinic.manager, "CONFIRM"));
		checks.refused("and cannot say so twice", 409, say(clinic.manager, "CONFIRM"));
	}

	/** Of the comment; null: it has not that theme. */
	private JsonNode waiting() {
		for (JsonNode theme : comments(clinic.manager, "").get(0).path("themes")) {
			if (theme.path("theme").asText().equals(WAITING)) {
				return theme;
			}
		}
		return null;
	}

	private void confirmed() {
		checks.equal("it is confirmed", "CONFIRMED", waiting().path("status").asText());
		List<JsonNode> found = comments(clinic.manager, "&theme=" + WAITING + "&themeStatus=confirmed");
		checks.equal("it is found by its theme", 1, found.size());
		checks.equal("it is read", "READ", found.isEmpty() ? null : found.get(0).path("reading").asText());
		checks.equal("and among those to read no more", 0, comments(clinic.manager, "&reading=unread").size());
		List<JsonNode> history = clinic.manager.rest().get("retention/comment/" + comment + "/theme").rows();
		checks.that("it is written down who said so", history.toString().contains(clinic.manager.user()), history);
	}

	/** Of the scenario's own site: one has answered by link. */
	private void counted() {
		List<JsonNode> rows = clinic.manager.rest()
			.get("retention/surveyresult?v=default&mode=link&survey=" + survey + "&location=" + clinic.noon.uuid()).rows();
		if (checks.equal("there is a row for links", 1, rows.size())) {
			JsonNode result = rows.get(0);
			checks.equal("one has answered so", 1, result.path("responses").asInt());
			checks.equal("who would hardly recommend it", -100, question(result, "recommend").at("/nps/value").asInt());
			checks.equal("and wrote why", 1, question(result, "better").path("answered").asInt());
		}
		List<JsonNode> drivers = drivers();
		if (checks.equal("the theme stands beside the score", 1, drivers.size())) {
			checks.equal("of one who spoke of it", 1, drivers.get(0).at("/score/with/answered").asInt());
			checks.equal("with hers", 2, drivers.get(0).at("/score/with/mean").asInt());
		}
		checks.refused("the desk reading results", 403, clinic.desk.rest().get("retention/surveyresult?survey=" + survey));
	}

	private List<JsonNode> drivers() {
		return clinic.manager.rest()
			.get("retention/surveydriver?v=default&mode=link&survey=" + survey + "&location=" + clinic.noon.uuid()).rows()
			.stream().filter(row -> row.at("/theme/uuid").asText().equals(WAITING)).toList();
	}

	private static JsonNode question(JsonNode result, String key) {
		for (JsonNode question : result.path("questions")) {
			if (question.path("question").asText().equals(key)) {
				return question;
			}
		}
		throw new IllegalStateException("No question " + key + " in " + result);
	}
}
