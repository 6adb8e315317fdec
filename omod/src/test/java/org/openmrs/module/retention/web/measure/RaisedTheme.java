/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

/** A theme that patients raise in answers to a survey. */
final class RaisedTheme {

	private final RestServer server;

	private final Clinic clinic;

	private String theme;

	private String survey;

	RaisedTheme(RestServer server, Clinic clinic) {
		this.server = server;
		this.clinic = clinic;
	}

	String theme() {
		if (theme == null) {
			theme = server.post("retention/theme", Map.of("name", Map.of("en", Clinic.unique("Waiting")))).expect(201)
				.at("/uuid");
		}
		return theme;
	}

	void by(String patient, String words) {
		if (survey == null) {
			survey = server.post("retention/survey", Map.of("name", Clinic.unique("Survey"), "uuid",
				UUID.randomUUID().toString(), "introduction", Map.of("en", "Hello"), "thanks", Map.of("en", "Thanks"),
				"questions", List.of(Map.of("key", "better", "type", "TEXT", "textKind", "COULD_BE_BETTER", "text",
					Map.of("en", "Better?")))))
				.expect(201).at("/uuid");
		}
		String invitation = server.post("retention/surveyinvitation", Map.of("survey", survey, "patient", patient))
			.expect(201)
			.at("/uuid");
		server.post("retention/surveyresponse",
			Map.of("invitation", invitation, "mode", "INTERVIEW_OTHER", "answers", Map.of("better", words))).expect(201);
		String comment = server.get("retention/comment?order=latest&questionnaire=" + survey + "&contains="
			+ words.replace(' ', '+')).expect(200).at("/results/0/uuid");
		server.post("retention/comment/" + comment + "/theme", Map.of("action", "ASSIGN", "theme", theme())).expect(201);
	}

	/** One that takes the event. */
	void protocol() {
		Map<String, Object> protocol = clinic.protocol(UUID.randomUUID().toString());
		protocol.put("trigger", Map.of("type", "EVENT", "event", "theme.measure", "perDay", 20));
		protocol.put("onRepeat", "SEPARATE");
		protocol.remove("fulfilledBy");
		server.post("retention/followupprotocol", protocol).expect(201);
	}

	/** A measure that is done, of version 1. */
	String done(String did) {
		String measure = server.post("retention/measure", Map.of("theme", theme(), "did", Map.of("en", did))).expect(201)
			.at("/uuid");
		server.post("retention/measure/" + measure + "/transition", Map.of("to", "DONE", "version", 0)).expect(201);
		return measure;
	}
}
