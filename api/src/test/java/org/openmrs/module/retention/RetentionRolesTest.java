/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RetentionRolesTest {

	@Test
	void readme_shouldSayWhichPrivilegesEachRoleGets() throws IOException {
		String readme = new String(Files.readAllBytes(Paths.get("../README.md")), StandardCharsets.UTF_8);
		List<String> rows = StreamSupport.stream(RetentionRoles.names().spliterator(), false)
			.map(RetentionRolesTest::row).collect(Collectors.toList());

		assertThat(readme).contains(String.join("\n", rows));
	}

	private static String row(String role) {
		return "| " + role.replace("Retention: ", "") + " | " + privileges(role, false) + " | " + privileges(role, true)
			+ " |";
	}

	private static String privileges(String role, boolean ours) {
		return RetentionRoles.privilegesOf(role).stream().filter(p -> p.contains("Retention") == ours)
			.map(p -> p.replace("Retention ", "")).collect(Collectors.joining(", "));
	}
}
