/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

	@Test
	void parse_shouldTakeTheDefaults_whenNothingIsSaid() {
		DemoOptions options = DemoOptions.parse();
		assertThat(options.patients).isEqualTo(2000);
		assertThat(options.port).isEqualTo(8080);
		assertThat(options.database).isEqualTo("h2");
		assertThat(options.once).isFalse();
	}

	@Test
	void parse_shouldTakeWhatIsSaid() {
		DemoOptions options = DemoOptions.parse("--patients", "10", "--port", "0", "--database", "h2:/tmp/x", "--once",
			"--seed", "-4");
		assertThat(options.patients).isEqualTo(10);
		assertThat(options.port).isZero();
		assertThat(options.database).isEqualTo("h2:/tmp/x");
		assertThat(options.once).isTrue();
		assertThat(options.seed).isEqualTo(-4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--patients", "--patients many", "--patients 0", "--port 70000", "--database oracle",
		"--database h2:", "--rehearse 0", "--colour red", "extra" })
	void parse_shouldSayWhatIsWrong(String line) {
		assertThatThrownBy(() -> DemoOptions.parse(line.split(" "))).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining(line.split(" ")[0]);
	}

	@Test
	void help_shouldNameEveryOption() {
		assertThat(DemoOptions.HELP).contains("--patients", "--port", "--database", "--data", "--seed", "--omod",
			"--packages", "--rehearse", "--once", "--help");
	}
}
