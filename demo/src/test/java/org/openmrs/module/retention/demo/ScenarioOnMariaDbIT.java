/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The scenario on MariaDB, where character sets, times and constraints are a clinic's. */
class ScenarioOnMariaDbIT {

	@Test
	void scenario_shouldHold() throws Exception {
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		try (DemoServer server = DemoServer.start(DemoOptions.parse("--database", "mariadb", "--port", "0"),
			LocalDate.now().minusWeeks(1))) {
			server.awaitPackages();
			int differed = Scenario.run(server.url(), DemoServer.ADMIN, DemoServer.ADMIN_PASSWORD,
				new PrintStream(told, true, StandardCharsets.UTF_8));
			assertThat(differed).as(told.toString(StandardCharsets.UTF_8)).isZero();
		}
	}
}
