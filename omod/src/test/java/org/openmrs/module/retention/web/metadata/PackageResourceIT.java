/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.web.Clinic;
import org.openmrs.module.retention.web.RestServer;

class PackageResourceIT {

	private static final String PACKAGES = "retention/metadatapackage";

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	@Test
	void create_shouldReportOnTheFiles() {
		RestServer.Answer dry = server.post(PACKAGES, Map.of("dryRun", true)).expect(201);
		assertThat(dry.at("/dryRun")).isEqualTo("true");
		assertThat(dry.body().get("files").isArray()).isTrue();
		RestServer.Answer load = server.post(PACKAGES, Map.of("dryRun", false)).expect(201);
		assertThat(load.body().get("files")).hasSameSizeAs(dry.body().get("files"));
		server.get(PACKAGES + "?v=full&totalCount=true").expect(200);
	}

	@Test
	void create_shouldRefuseBodies() {
		server.post(PACKAGES, "{}").expectError(400, "retention.web.error.missing", "dryRun");
		server.post(PACKAGES, Map.of("dryRun", "no")).expectError(400, "retention.web.error.wrong-type", "dryRun");
		server.post(PACKAGES, Map.of("dryRun", false, "rehearse", 30)).expectError(400,
			"retention.web.error.unknown-property", "rehearse");
		server.post(PACKAGES, Map.of("dryRun", true, "rehearse", "long")).expectError(400,
			"retention.web.error.wrong-type", "rehearse");
		for (int days : new int[]{ 0, 731 }) {
			server.post(PACKAGES, Map.of("dryRun", true, "rehearse", days)).expectError(400,
				"retention.followup.error.rehearsal-days-out-of-range", "rehearse");
		}
		server.post(PACKAGES, Map.of("dryRun", true, "path", "/etc")).expectError(400,
			"retention.web.error.unknown-property", "path");
	}

	@Test
	void service_shouldAskForItsPrivileges() {
		RestServer reader = clinic.userWith("Get Retention Packages");
		reader.get(PACKAGES).expect(200);
		reader.post(PACKAGES, Map.of("dryRun", true)).expectError(403, "retention.web.error.not-allowed", null);
		clinic.userWith("Get Retention Packages", "Manage Retention Packages")
			.post(PACKAGES, Map.of("dryRun", true, "rehearse", 30))
			.expectError(403, "retention.web.error.not-allowed", null);
		clinic.userWith("Get Retention Packages", "Manage Retention Packages", "Rehearse Retention Protocols")
			.post(PACKAGES, Map.of("dryRun", true, "rehearse", 30)).expect(201);
		clinic.userWith("Get Retention Calendars").get(PACKAGES).expectError(403, "retention.web.error.not-allowed", null);
		server.get(PACKAGES + "/" + UUID.randomUUID()).expectError(404, "retention.web.error.not-found", null);
	}
}
