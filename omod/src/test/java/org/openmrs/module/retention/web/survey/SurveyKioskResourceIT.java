/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class SurveyKioskResourceIT {

	private static final String KIOSKS = "retention/surveykiosk";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final RestServer desk = clinic.staff("Retention: Front Desk");

	private final String survey = survey("ANONYMOUS", List.of("KIOSK", "LINK"));

	private String survey(String privacy, List<String> modes) {
		return server.post("retention/survey", Map.of("uuid", UUID.randomUUID().toString(), "name",
			Clinic.unique("<script>alert(1)</script>"), "privacy", privacy, "modes", modes, "introduction",
			Map.of("en", "How was it?"), "thanks", Map.of("en", "Thank you"), "questions",
			List.of(Map.of("key", "better", "type", "TEXT", "text", Map.of("en", "What could be better?"))))).expect(201)
			.at("/uuid");
	}

	@Test
	void create_shouldTellTheLinkOnce_andItsEndIsTheLinksEnd() throws Exception {
		RestServer.Answer made = desk
			.post(KIOSKS, Map.of("survey", survey, "location", Clinic.UNKNOWN_LOCATION, "days", 2)).expect(201);
		String token = made.at("/token");
		assertThat(made.at("/link")).matches("http://[^/]+/openmrs/ws/retention/k/" + token);
		assertThat(made.at("/open")).isEqualTo("true");
		assertThat(made.at("/survey/uuid")).isEqualTo(survey);
		assertThat(made.at("/location/uuid")).isEqualTo(Clinic.UNKNOWN_LOCATION);
		assertThat(made.at("/openedBy/uuid")).isEqualTo(Clinic.uuidOf(desk));
		String kiosk = made.at("/uuid");
		assertThat(desk.get(KIOSKS + "/" + kiosk + "?v=full").expect(200).text()).doesNotContain(token)
			.doesNotContain("tokenHash");
		RestServer.Answer list = desk.get(KIOSKS + "?v=full&totalCount=true").expect(200);
		assertThat(list.text()).contains(kiosk).doesNotContain(token);
		int open = list.body().get("totalCount").asInt();
		assertThat(status(made.at("/link"))).isEqualTo(200);

		assertThat(desk.delete(KIOSKS + "/" + kiosk).status()).isEqualTo(204);
		assertThat(status(made.at("/link"))).isEqualTo(404);
		RestServer.Answer ended = desk.get(KIOSKS + "/" + kiosk).expect(200);
		assertThat(ended.at("/open")).isEqualTo("false");
		assertThat(ended.at("/closedBy/uuid")).isEqualTo(Clinic.uuidOf(desk));
		String closedAt = ended.at("/closedAt");
		assertThat(desk.delete(KIOSKS + "/" + kiosk).status()).as("again is nothing new").isEqualTo(204);
		assertThat(desk.get(KIOSKS + "/" + kiosk).at("/closedAt")).isEqualTo(closedAt);
		assertThat(desk.get(KIOSKS + "?totalCount=true").body().get("totalCount").asInt()).isEqualTo(open - 1);
	}

	private int status(String link) throws Exception {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(link)).build(),
			HttpResponse.BodyHandlers.ofString()).statusCode();
	}

	@Test
	void create_shouldSayWhatIsWrong_andMakeNothing() {
		int open = count();
		desk.post(KIOSKS, Map.of()).expectError(400, "retention.web.error.missing", "survey");
		refused(Map.of("survey", UUID.randomUUID().toString()), "retention.survey.error.unknown-reference", "survey");
		refused(Map.of("location", UUID.randomUUID().toString()), "retention.survey.error.unknown-reference", "location");
		refused(Map.of("days", 0), "retention.web.error.wrong-type", "days");
		refused(Map.of("days", 93), "retention.survey.error.kiosk-days", "days");
		refused(Map.of("days", "2"), "retention.web.error.wrong-type", "days");
		refused(Map.of("token", "AAAAAAAAAAAAAAAAAAAAAA"), "retention.web.error.unknown-property", "token");
		refused(Map.of("survey", survey("IDENTIFIED", List.of("LINK"))), "retention.survey.error.invitation-needed",
			"survey");
		refused(Map.of("survey", survey("ANONYMOUS", List.of("LINK"))), "retention.survey.error.mode-not-allowed", "survey");
		String retired = survey("ANONYMOUS", List.of("KIOSK"));
		assertThat(server.delete("retention/survey/" + retired + "?reason=test").status()).isEqualTo(204);
		desk.post(KIOSKS, Map.of("survey", retired)).expectError(409, "retention.survey.error.survey-retired", "survey");
		assertThat(count()).isEqualTo(open);
		assertThat(desk.get(KIOSKS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(desk.delete(KIOSKS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(desk.get(KIOSKS + "?survey=" + survey).status()).as("a filter that it has not").isEqualTo(400);
	}

	private void refused(Map<String, Object> changed, String code, String field) {
		Map<String, Object> body = new LinkedHashMap<>(Map.of("survey", survey));
		body.putAll(changed);
		desk.post(KIOSKS, body).expectError(400, code, field);
	}

	private int count() {
		return desk.get(KIOSKS + "?totalCount=true").expect(200).body().get("totalCount").asInt();
	}

	@Test
	void service_shouldAskForItsPrivilege() {
		String kiosk = desk.post(KIOSKS, Map.of("survey", survey)).expect(201).at("/uuid");
		RestServer reader = clinic.userWith("Get Retention Surveys", "Get Retention Survey Responses");
		assertThat(reader.get(KIOSKS).status()).isEqualTo(403);
		assertThat(reader.get(KIOSKS + "/" + kiosk).status()).isEqualTo(403);
		assertThat(reader.post(KIOSKS, Map.of("survey", survey)).status()).isEqualTo(403);
		assertThat(reader.delete(KIOSKS + "/" + kiosk).status()).isEqualTo(403);
		assertThat(desk.get(KIOSKS + "/" + kiosk).at("/open")).isEqualTo("true");
		desk.delete(KIOSKS + "/" + kiosk);
	}
}
