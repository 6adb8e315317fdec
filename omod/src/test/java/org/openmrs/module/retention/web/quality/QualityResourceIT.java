/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class QualityResourceIT {

	private static final String SAMPLES = "retention/qualitysample";

	private static final String REVIEWS = "retention/qualityreview";

	private static final String FIGURES = "retention/qualityfigure";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private RestServer nurse;

	private RestServer manager;

	private String contact;

	private Map<String, Object> draw;

	@BeforeEach
	void aContact() {
		nurse = clinic.staff("Retention: Nurse");
		manager = clinic.staff("Retention: Manager");
		contact = nurse.post("retention/contactattempt",
			Map.of("patient", clinic.patient(), "result", "SPOKE", "disposition", "DONE")).expect(201).at("/uuid");
		draw = new HashMap<>();
		draw.put("from", Instant.now().minus(1, ChronoUnit.HOURS).toString());
		draw.put("before", Instant.now().plus(1, ChronoUnit.HOURS).toString());
		draw.put("perCaller", 5);
		draw.put("caller", Clinic.uuidOf(nurse));
	}

	@Test
	void samples_shouldBeDrawn_listed_andWithdrawn() {
		RestServer.Answer drawn = manager.post(SAMPLES, draw).expect(201);
		assertThat(drawn.at("/candidates")).isEqualTo("1");
		assertThat(drawn.at("/contacts/0/contact")).isEqualTo(contact);
		assertThat(drawn.at("/contacts/0/caller/uuid")).isEqualTo(Clinic.uuidOf(nurse));
		assertThat(drawn.at("/drawnBy/uuid")).isEqualTo(Clinic.uuidOf(manager));
		assertThat(drawn.body().get("criteria")).hasSize(7);
		assertThat(drawn.at("/criteria/0/text")).startsWith("Said who calls");
		assertThat(Long.parseLong(drawn.at("/seed"))).isNotZero();
		manager.post(SAMPLES, draw).expectError(409, "retention.followup.error.quality-nothing-to-draw", null);
		assertThat(manager.get(SAMPLES + "?v=full&limit=100").expect(200).body().get("results").findValuesAsText("contact"))
			.contains(contact);
		String uuid = drawn.at("/uuid");
		manager.delete(SAMPLES + "/" + uuid + "?reason=month").expect(204);
		assertThat(manager.get(SAMPLES + "/" + uuid).expect(200).at("/voided")).isEqualTo("true");
		assertThat(manager.post(SAMPLES, draw).expect(201).at("/contacts/0/contact")).isEqualTo(contact);
	}

	@Test
	void reviews_shouldBeRecordedCorrectedAndTakenBack_andReadByWhoCalled() {
		String sample = manager.post(SAMPLES, draw).expect(201).at("/uuid");
		RestServer.Answer review = manager.post(REVIEWS, review(sample, "MET")).expect(201);
		assertThat(review.at("/marks/script")).isEqualTo("MET");
		assertThat(review.at("/contact/uuid")).isEqualTo(contact);
		manager.post(REVIEWS, review(sample, "MET")).expectError(409, "retention.followup.error.quality-reviewed-already",
			"contact");
		manager.delete(SAMPLES + "/" + sample + "?reason=x").expectError(409,
			"retention.followup.error.quality-sample-reviewed", "voided");
		Map<String, Object> correction = review(sample, "PARTLY");
		correction.remove("sample");
		correction.remove("contact");
		RestServer.Answer corrected = manager.post(REVIEWS + "/" + review.at("/uuid"), correction).expect(200);
		assertThat(corrected.at("/uuid")).isNotEqualTo(review.at("/uuid"));
		assertThat(corrected.at("/marks/script")).isEqualTo("PARTLY");

		RestServer.Answer own = nurse.get(REVIEWS + "?caller=me&v=default&totalCount=true").expect(200);
		assertThat(own.at("/totalCount")).isEqualTo("1");
		assertThat(own.at("/results/0/note")).isEqualTo("Calm and clear");
		assertThat(own.at("/results/0/reviewer/uuid")).isEqualTo(Clinic.uuidOf(manager));
		assertThat(manager.get(REVIEWS + "?sample=" + sample + "&includeAll=true").expect(200).body().get("results"))
			.hasSize(2);
		JsonNode figures = nurse.get(FIGURES + "?v=default&caller=me" + period()).expect(200).body().get("results").get(0);
		assertThat(figures.get("contacts").asInt()).isEqualTo(1);
		assertThat(figures.at("/reviewed/count").asInt()).isEqualTo(1);
		assertThat(figures.at("/marks/2/criterion").asText()).isEqualTo("script");
		assertThat(figures.at("/marks/2/PARTLY").asInt()).isEqualTo(1);
		manager.delete(REVIEWS + "/" + corrected.at("/uuid") + "?reason=mistake").expect(204);
		assertThat(nurse.get(REVIEWS + "?caller=me").expect(200).body().get("results")).isEmpty();
	}

	@Test
	void quality_shouldBeTheSupervisors_butForWhatIsOnesOwn() {
		String sample = manager.post(SAMPLES, draw).expect(201).at("/uuid");
		String review = manager.post(REVIEWS, review(sample, "MET")).expect(201).at("/uuid");
		RestServer colleague = clinic.staff("Retention: Nurse");
		forbidden(nurse.post(SAMPLES, draw));
		forbidden(nurse.get(SAMPLES));
		forbidden(nurse.get(SAMPLES + "/" + sample));
		forbidden(nurse.delete(SAMPLES + "/" + sample + "?reason=x"));
		forbidden(nurse.post(REVIEWS, review(sample, "MET")));
		forbidden(nurse.delete(REVIEWS + "/" + review + "?reason=x"));
		nurse.get(REVIEWS + "/" + review).expect(200);
		forbidden(colleague.get(REVIEWS + "/" + review));
		forbidden(colleague.get(REVIEWS));
		forbidden(colleague.get(REVIEWS + "?caller=" + Clinic.uuidOf(nurse)));
		forbidden(colleague.get(FIGURES + "?" + period().substring(1)));
	}

	@Test
	void quality_shouldSayWhatIsWrong() {
		String sample = manager.post(SAMPLES, draw).expect(201).at("/uuid");
		manager.post(SAMPLES, with(draw, "share", 10)).expectError(400, "retention.followup.error.quality-number-or-share",
			"perCaller");
		manager.post(SAMPLES, with(draw, "perCaller", 0)).expectError(400, "retention.web.error.wrong-type", "perCaller");
		manager.post(SAMPLES, with(draw, "caller", "nobody")).expectError(400, "retention.web.error.unknown-reference",
			"caller");
		manager.post(SAMPLES, with(draw, "location", "nowhere")).expectError(400, "retention.web.error.unknown-reference",
			"location");
		manager.post(SAMPLES, with(draw, "purpose", "FUN")).expectError(400, "retention.web.error.unknown-value", "purpose");
		manager.post(SAMPLES, with(draw, "from", "yesterday")).expectError(400, "retention.web.error.wrong-type", "from");
		manager.post(SAMPLES, with(draw, "all", true)).expectError(400, "retention.web.error.unknown-property", "all");
		manager.post(REVIEWS, with(review(sample, "MET"), "contact", "other")).expectError(400,
			"retention.web.error.unknown-reference", "contact");
		manager.post(REVIEWS, with(review(sample, "MET"), "sample", "other")).expectError(400,
			"retention.web.error.unknown-reference", "sample");
		manager.post(REVIEWS, with(review(sample, "MET"), "marks", Map.of("script", "GOOD"))).expectError(400,
			"retention.web.error.unknown-value", "marks.script");
		manager.post(REVIEWS, with(review(sample, "MET"), "marks", Map.of("script", "MET"))).expectError(400,
			"retention.followup.error.required", "marks.greeting");
		manager.post(REVIEWS, with(review(sample, "MET"), "marks", List.of())).expectError(400,
			"retention.web.error.wrong-type", "marks");
		manager.get(REVIEWS + "?reviewer=nobody").expectError(400, "retention.web.error.unknown-reference", "reviewer");
		manager.get(REVIEWS + "?sample=none").expectError(400, "retention.web.error.unknown-reference", "sample");
		manager.get(FIGURES).expectError(400, "retention.followup.error.required", "from");
		manager.get(REVIEWS + "/" + UUID.randomUUID()).expect(404);
		manager.get(SAMPLES + "/" + UUID.randomUUID()).expect(404);
	}

	private Map<String, Object> review(String sample, String mark) {
		Map<String, Object> marks = new HashMap<>();
		for (String criterion : List.of("greeting", "identity", "script", "listening", "safety", "next-step", "record")) {
			marks.put(criterion, mark);
		}
		Map<String, Object> review = new HashMap<>();
		review.put("sample", sample);
		review.put("contact", contact);
		review.put("marks", marks);
		review.put("note", "Calm and clear");
		return review;
	}

	private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
		Map<String, Object> changed = new HashMap<>(body);
		changed.put(name, value);
		return changed;
	}

	private String period() {
		return "&from=" + draw.get("from") + "&before=" + draw.get("before");
	}

	private static void forbidden(RestServer.Answer answer) {
		answer.expectError(403, "retention.web.error.not-allowed", null);
	}
}
