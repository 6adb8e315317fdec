/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class AbsenceResourceIT {

	private static final String ABSENCES = "retention/absence";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	private RestServer nurse;

	private RestServer colleague;

	private String uuid;

	@BeforeEach
	void anAbsence() {
		nurse = clinic.staff("Retention: Nurse");
		colleague = clinic.staff("Retention: Nurse");
		uuid = nurse.post(ABSENCES, body("2031-07-07T00:00:00+02:00", "2031-07-21T00:00:00+02:00")).expect(201).at("/uuid");
	}

	@Test
	void post_shouldEnterTheCallersOwn_andListIt() {
		RestServer.Answer read = nurse.get(ABSENCES + "/" + uuid).expect(200);
		assertThat(read.at("/user/uuid")).isEqualTo(Clinic.uuidOf(nurse));
		assertThat(read.at("/deputy/uuid")).isEqualTo(Clinic.uuidOf(colleague));
		assertThat(read.at("/reason")).isEqualTo("Summer holiday");
		assertThat(listed("user=me")).isEqualTo(1);
		assertThat(listed("user=me&at=2031-07-10T12:00:00Z")).isEqualTo(1);
		assertThat(listed("user=me&at=2031-07-20T22:00:00Z")).as("back at work").isZero();
		assertThat(listed("user=me&from=2031-07-20T00:00:00Z&to=2031-08-01T00:00:00Z")).isEqualTo(1);
		assertThat(listed("user=me&to=2031-07-01T00:00:00Z")).isZero();
		assertThat(nurse.get(ABSENCES + "?deputy=" + Clinic.uuidOf(colleague) + "&totalCount=true").expect(200)
			.at("/totalCount")).isEqualTo("1");
	}

	@Test
	void post_shouldRefuseToWriteAnothers_butForWhoSupervises() {
		Map<String, Object> of = body("2031-09-01T00:00:00Z", "2031-09-02T00:00:00Z");
		of.put("user", Clinic.uuidOf(nurse));
		colleague.post(ABSENCES, of).expect(403);
		colleague.post(ABSENCES + "/" + uuid, Map.of("reason", "x", "version", 0)).expect(403);
		colleague.delete(ABSENCES + "/" + uuid + "?reason=x").expect(403);
		nurse.delete(ABSENCES + "/" + uuid + "?purge=true").expect(403);
		clinic.staff("Retention: Manager").post(ABSENCES, of).expect(201);
		assertThat(colleague.get(ABSENCES + "/" + uuid).expect(200).body().get("reason").isNull())
			.as("why somebody is away is not for colleagues").isTrue();
	}

	@Test
	void post_shouldChangeWhatItNames_ofTheVersionSeen() {
		nurse.post(ABSENCES + "/" + uuid, Map.of("to", "2031-07-14T00:00:00+02:00", "version", 0)).expect(200);
		nurse.post(ABSENCES + "/" + uuid, Map.of("reason", "Course", "version", 0)).expectError(409,
			"retention.followup.error.stale-version", "version");
		RestServer.Answer read = nurse.get(ABSENCES + "/" + uuid).expect(200);
		assertThat(read.at("/to")).startsWith("2031-07-1");
		assertThat(read.at("/reason")).isEqualTo("Summer holiday");
		assertThat(read.at("/version")).isEqualTo("1");
		Map<String, Object> alone = new HashMap<>();
		alone.put("deputy", null);
		alone.put("version", 1);
		assertThat(nurse.post(ABSENCES + "/" + uuid, alone).expect(200).body().get("deputy").isNull()).isTrue();
	}

	@Test
	void post_shouldSayWhatIsWrong() {
		nurse.post(ABSENCES, Map.of("to", "2031-07-14T00:00:00Z")).expectError(400, "retention.followup.error.required",
			"from");
		nurse.post(ABSENCES, body("2031-07-14T00:00:00Z", "2031-07-14T00:00:00Z")).expectError(400,
			"retention.followup.error.absence-ends-before-it-starts", "to");
		Map<String, Object> own = body("2031-07-14T00:00:00Z", "2031-07-15T00:00:00Z");
		own.put("deputy", Clinic.uuidOf(nurse));
		nurse.post(ABSENCES, own).expectError(400, "retention.followup.error.absence-own-deputy", "deputy");
		own.put("deputy", Clinic.uuidOf(clinic.staff("Retention: Configurer")));
		nurse.post(ABSENCES, own).expectError(400, "retention.followup.error.assignee-cannot-work", "deputy");
		own.put("deputy", UUID.randomUUID().toString());
		nurse.post(ABSENCES, own).expectError(400, "retention.web.error.unknown-reference", "deputy");
		nurse.post(ABSENCES, body("tomorrow", "2031-07-15T00:00:00Z")).expectError(400, "retention.web.error.wrong-type",
			"from");
		nurse.post(ABSENCES + "/" + uuid, Map.of("user", "x", "version", 0)).expectError(400,
			"retention.web.error.unknown-property", "user");
		server.get(ABSENCES + "?user=nosuch").expectError(400, "retention.web.error.unknown-reference", "user");
		server.get(ABSENCES + "?at=now").expectError(400, "retention.web.error.wrong-type", "at");
		server.get(ABSENCES + "/" + UUID.randomUUID()).expect(404);
	}

	@Test
	void delete_shouldWithdrawIt_andPurgeForgetIt() {
		nurse.delete(ABSENCES + "/" + uuid + "?reason=stays").expect(204);
		assertThat(listed("user=me")).isZero();
		assertThat(listed("user=me&includeAll=true")).isEqualTo(1);
		nurse.post(ABSENCES + "/" + uuid, Map.of("reason", "x", "version", 1)).expectError(409,
			"retention.followup.error.absence-voided", "voided");
		server.delete(ABSENCES + "/" + uuid + "?purge=false").expectError(400, "retention.web.error.unknown-value", "purge");
		server.delete(ABSENCES + "/" + uuid + "?purge=true").expect(204);
		server.get(ABSENCES + "/" + uuid).expect(404);
		server.delete(ABSENCES + "/" + uuid + "?purge=true").expect(404);
	}

	private Map<String, Object> body(String from, String to) {
		Map<String, Object> body = new HashMap<>();
		body.put("from", from);
		body.put("to", to);
		body.put("deputy", Clinic.uuidOf(colleague));
		body.put("reason", "Summer holiday");
		return body;
	}

	private int listed(String query) {
		return nurse.get(ABSENCES + "?" + query).expect(200).body().get("results").size();
	}
}
