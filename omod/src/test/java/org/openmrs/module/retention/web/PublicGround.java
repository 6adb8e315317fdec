/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openmrs.module.retention.web.page.PageReader;

/** What strangers meet: links of every kind, and what they leave behind on the server; that on the embedded host alone. */
public final class PublicGround {

	private static final int INVITED = 12;

	private static final String[] TABLES = { "retention_survey_response", "retention_survey_answer", "retention_comment",
		"retention_survey_invitation",
		"retention_survey_invitation_change where to_status in ('ANSWERED', 'DECLINED', 'WITHDRAWN')",
		"retention_survey_kiosk", "retention_survey_submission", "retention_survey", "retention_plan", "users", "person" };

	private final boolean embedded = System.getProperty("retention.server.url", "").isEmpty();

	private final List<String> links = new ArrayList<>();

	public PublicGround(RestServer server, Clinic clinic) {
		String survey = server.post("retention/survey", survey("IDENTIFIED")).expect(201).at("/uuid");
		for (int i = 0; i < INVITED; i++) {
			RestServer.Answer made = server.post("retention/surveyinvitation",
				Map.of("survey", survey, "patient", clinic.patient())).expect(201);
			links.add("/ws/retention/s/" + made.at("/token"));
			if (i == 0) {
				server.post("retention/surveyresponse",
					Map.of("invitation", made.at("/uuid"), "mode", "PAPER", "answers", Map.of("recommend", 5))).expect(201);
			} else if (i == 1) {
				server.post("retention/surveyinvitation/" + made.at("/uuid") + "/transition",
					Map.of("to", "WITHDRAWN", "version", 0)).expect(201);
			}
		}
		String open = server.post("retention/survey", survey("ANONYMOUS")).expect(201).at("/uuid");
		PageReader desk = clinic.pagesOf("Retention: Front Desk");
		desk.get("/kiosk");
		for (int i = 0; i < 3; i++) {
			PageReader.Answer kiosk = desk.post("/kiosk", "survey", open, "days", "1");
			links.add(kiosk.find("id=\"link\"[^>]*value=\"[^\"]*(/ws/retention/k/[^\"]+)\"").get(0));
			if (i == 0) {
				desk.post("/" + kiosk.address().replaceFirst("^/", "") + "/close");
			}
		}
		links.add("/ws/retention/s/retention.css");
		desk.loseSession();
	}

	/** Below the application. */
	public List<String> links() {
		return links;
	}

	public Map<String, Long> rows() {
		Map<String, Long> rows = new LinkedHashMap<>();
		if (embedded) {
			for (String table : TABLES) {
				rows.put(table, EmbeddedServer.count("select count(*) from " + table));
			}
		}
		return rows;
	}

	public long sessions() {
		return embedded ? EmbeddedServer.sessions() : 0;
	}

	/** In use after what nobody needs is gone. */
	public long memory() {
		if (!embedded) {
			return 0;
		}
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static Map<String, Object> survey(String privacy) {
		return Map.of("uuid", UUID.randomUUID().toString(), "name", Clinic.unique("Hostile"), "privacy", privacy,
			"introduction", Map.of("en", "How was it?"), "thanks", Map.of("en", "Thank you"), "coolDown", "P0D", "questions",
			List.of(Map.of("key", "recommend", "type", "NPS", "required", true, "text", Map.of("en", "Recommend?")),
				Map.of("key", "better", "type", "TEXT", "text", Map.of("en", "Better?")),
				Map.of("key", "call-me", "type", "YES_NO", "text", Map.of("en", "Call?"))));
	}
}
