/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatePackagesTest {

	private static final String TYPES = "Uuid,Name\n5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e01,Extraction\n";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	@Test
	void validate_shouldEndWithZero_whenThereIsNoProblem() throws IOException {
		write("configuration/backend_configuration/encountertypes/a.csv", TYPES);
		write("configuration/backend_configuration/locations/b.csv", "whatever Initializer reads");
		assertThat(validate()).isZero();
		assertThat(printed.toString("UTF-8")).isEqualTo("1 files, 0 problems\n".replace("\n", System.lineSeparator()));
	}

	@Test
	void validate_shouldPrintFileLineCodeAndText_andEndWithOne() throws IOException {
		write("configuration/retention/encountertypes/a.csv", TYPES + "x,Filling\n");
		assertThat(validate()).isEqualTo(1);
		assertThat(printed.toString("UTF-8")).startsWith(folder.resolve("configuration/retention/encountertypes/a.csv")
			+ ":3:retention.metadata.error.uuid-invalid: uuid: x is not a uuid");
	}

	@Test
	void validate_shouldReadAFolderAsAServerHasIt() throws IOException {
		write("dental/encountertypes/a.csv", TYPES);
		write("optical/encountertypes/a.csv", TYPES.replace("Extraction", "Fitting"));
		assertThat(validate()).isEqualTo(1);
		assertThat(printed.toString("UTF-8")).contains("defined-twice").contains("2 files, 2 problems");
	}

	@Test
	void validate_shouldEndWithTwo_whenThereIsNothingToCheck() throws IOException {
		assertThat(validate()).isEqualTo(2);
	}

	private int validate() throws IOException {
		return ValidatePackages.validate(new String[]{ folder.toString() }, new PrintStream(printed, true, "UTF-8"));
	}

	private void write(String path, String text) throws IOException {
		Files.createDirectories(folder.resolve(path).getParent());
		Files.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
	}
}
