/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;
import org.openmrs.module.retention.web.page.PageReader;

/** A device at which one after the other answers, and cards from a box. */
class KioskPageIT {

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private final PageReader desk = clinic.pagesOf("Retention: Front Desk");

	private final HttpClient tablet = HttpClient.newHttpClient();

	private final String survey = server.post("retention/survey", InvitationPageIT.survey("ANONYMOUS")).expect(201)
		.at("/uuid");

	private PageReader.Answer opened() {
		desk.post("/language", "language", "en", "next", "today");
		desk.get("/kiosk");
		return desk.post("/kiosk", "survey", survey, "days", "30");
	}

	private static String link(PageReader.Answer page) {
		return page.find("id=\"link\"[^>]*value=\"([^\"]+)\"").get(0);
	}

	@Test
	void kiosk_shouldTakeOneAnswerAfterTheOther_andLeaveNothing() {
		PageReader.Answer page = opened();
		assertThat(page.status()).as(page.page()).isEqualTo(200);
		assertThat(page.page()).contains("<svg class=\"qr\"");
		String link = link(page);
		HttpResponse<String> form = send(link, null);
		assertThat(form.statusCode()).isEqualTo(200);
		assertThat(form.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(form.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(form.body()).contains("data-idle=\"120\"", "http-equiv=\"refresh\"", "autocomplete=\"off\"")
			.doesNotContain("/ws/retention/today").doesNotContain("/ws/retention/login");
		String key = key(form);
		assertThat(key(send(link, null))).isNotEqualTo(key);
		HttpResponse<String> refused = send(link, Map.of("key", key, "answer.better", "<script>alert(1)</script>"));
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("&lt;script&gt;", "href=\"#question-recommend\"")
			.doesNotContain("<script>alert");
		assertThat(send(link, Map.of("answer.recommend", "3")).statusCode()).as("without a form of ours").isEqualTo(400);
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> thanks = send(link, Map.of("key", key, "answer.recommend", "3", "answer.better", "Light"));
			assertThat(thanks.statusCode()).isEqualTo(200);
			assertThat(thanks.body()).contains("Thank you", "data-idle=\"15\"").doesNotContain("Light");
			assertThat(thanks.headers().allValues("Set-Cookie")).isEmpty();
		}
		HttpResponse<String> next = send(link, null);
		assertThat(next.body()).doesNotContain("Light").doesNotContain(" checked");
		send(link, Map.of("key", key(next), "answer.recommend", "10"));
		assertThat(clinic.responses(survey)).isEqualTo(2);

		String uuid = page.address().replaceAll(".*kiosk/", "");
		assertThat(desk.post("/kiosk/" + uuid + "/close").page()).contains("notice done");
		assertThat(send(link, null).statusCode()).isEqualTo(404);
		assertThat(send(link, Map.of("key", UUID.randomUUID().toString(), "answer.recommend", "10")).statusCode())
			.isEqualTo(404);
	}

	@Test
	void device_shouldBeSignedOut_whenItBecomesTheKiosk() {
		PageReader.Answer page = opened();
		String uuid = page.address().replaceAll(".*kiosk/", "");
		PageReader.Answer begun = desk.post("/kiosk/" + uuid + "/here");
		assertThat(begun.status()).isEqualTo(200);
		assertThat(begun.page()).contains("Would you recommend us?", "data-idle");
		assertThat(desk.get("/today").status()).isEqualTo(401);
	}

	@Test
	void cards_shouldBeEnteredOnce_oneAfterTheOther() {
		desk.post("/language", "language", "en", "next", "today");
		PageReader.Answer form = desk.get("/kiosk/cards/" + survey);
		String key = form.find("name=\"key\" value=\"([^\"]+)\"").get(0);
		assertThat(desk.post("/kiosk/cards/" + survey, "key", key, "answer.better", "x").status()).isEqualTo(400);
		assertThat(desk.post("/kiosk/cards/" + survey, "key", key, "answer.recommend", "5").page()).contains("are kept");
		assertThat(desk.post("/kiosk/cards/" + survey, "key", key, "answer.recommend", "5").page())
			.contains("kept before");
		assertThat(clinic.responses(survey)).isEqualTo(1);
		server.post("retention/surveyresponse",
			Map.of("survey", survey, "mode", "PAPER", "key", key, "answers", Map.of("recommend", 5))).expect(201);
		assertThat(clinic.responses(survey)).isEqualTo(1);
	}

	@Test
	void pages_shouldBeForThoseWhoMay_andRefuseWhatIsWrong() {
		desk.get("/kiosk");
		assertThat(desk.post("/kiosk", "survey", survey, "days", "0").status()).isEqualTo(400);
		assertThat(desk.post("/kiosk", "survey", "nothing", "days", "3").status()).isEqualTo(400);
		assertThat(desk.get("/kiosk/nothing").status()).isEqualTo(404);
		assertThat(desk.get("/kiosk/cards/nothing").status()).isEqualTo(404);
		PageReader other = PageReader.begunBy(clinic.userWith("Get Retention Surveys", "Get Locations"));
		assertThat(other.get("/kiosk").status()).isEqualTo(403);
		assertThat(other.get("/kiosk/cards/" + survey).status()).isEqualTo(403);
		assertThat(other.post("/kiosk", "survey", survey, "days", "3").status()).isEqualTo(403);
	}

	private static String key(HttpResponse<String> form) {
		return form.body().replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
	}

	private HttpResponse<String> send(String link, Map<String, String> fields) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link));
		if (fields != null) {
			StringBuilder body = new StringBuilder();
			fields.forEach((name, value) -> body.append(name).append('=')
				.append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
			request.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(body.toString()));
		}
		try {
			return tablet.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (java.io.IOException | InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
