/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to the questions of any script, as a caller would enter them. */
final class Answers {

	private Answers() {
	}

	/** Everything required, without concern. */
	static Map<String, Object> calm(JsonNode script) {
		Map<String, Object> answers = new LinkedHashMap<>();
		for (JsonNode question : script.path("questions")) {
			if (question.path("required").asBoolean() && question.path("showIf").isMissingNode()) {
				answers.put(question.path("key").asText(), calm(question, script));
			}
		}
		return answers;
	}

	/** The same, but for the first question that can raise a red flag, which does. */
	static Map<String, Object> raisingAFlag(JsonNode script) {
		Map<String, Object> answers = calm(script);
		JsonNode flag = script.path("redFlags").path(0);
		String key = flag.path("question").asText();
		JsonNode question = question(script, key);
		if (flag.has("in")) {
			answers.put(key, value(question, flag.at("/in/0").asText()));
		} else {
			answers.put(key, flag.has("atLeast") ? flag.path("atLeast").asInt() : flag.path("atMost").asInt());
		}
		return answers;
	}

	private static JsonNode question(JsonNode script, String key) {
		for (JsonNode question : script.path("questions")) {
			if (question.path("key").asText().equals(key)) {
				return question;
			}
		}
		throw new IllegalStateException("A red flag on " + key + ", which is no question of the script");
	}

	private static Object calm(JsonNode question, JsonNode script) {
		switch (question.path("type").asText()) {
			case "YES_NO":
				return !raises(script, question, "no") ? "no" : "yes";
			case "CHOICE":
			case "MULTI_CHOICE":
				for (JsonNode option : question.path("options")) {
					if (!raises(script, question, option.path("key").asText())) {
						return value(question, option.path("key").asText());
					}
				}
				throw new IllegalStateException("Every answer to " + question.path("key") + " raises a flag");
			case "TEXT":
				return "-";
			case "DATE":
				return "2026-01-01";
			default:
				return flagged(script, question).has("atMost")
					? question.path("max").asInt(10)
					: question.path("min").asInt(0);
		}
	}

	private static Object value(JsonNode question, String answer) {
		return "MULTI_CHOICE".equals(question.path("type").asText()) ? List.of(answer) : answer;
	}

	private static boolean raises(JsonNode script, JsonNode question, String answer) {
		for (JsonNode raising : flagged(script, question).path("in")) {
			if (raising.asText().equals(answer)) {
				return true;
			}
		}
		return false;
	}

	private static JsonNode flagged(JsonNode script, JsonNode question) {
		for (JsonNode flag : script.path("redFlags")) {
			if (flag.path("question").equals(question.path("key"))) {
				return flag;
			}
		}
		return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
	}
}
