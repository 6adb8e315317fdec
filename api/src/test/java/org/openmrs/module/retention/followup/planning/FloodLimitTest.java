/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class FloodLimitTest {

	@Test
	void of_shouldBeThreeTimesTheMedianDay_whateverTheBusiestHad() {
		assertThat(FloodLimit.of(Arrays.asList(9L, 12L, 8L, 10L, 11L, 900L, 10L, 9L, 11L, 8L, 12L), 100)).isEqualTo(30);
	}

	@Test
	void of_shouldBeTheFixedOne_whileNobodyKnowsWhatIsUsual() {
		assertThat(FloodLimit.of(Collections.emptyList(), 100)).isEqualTo(100);
		assertThat(FloodLimit.of(Collections.nCopies(9, 50L), 100)).isEqualTo(100);
		assertThat(FloodLimit.of(Collections.nCopies(10, 50L), 100)).isEqualTo(150);
	}

	@Test
	void of_shouldBearAnHourOfCalls_howeverLittleIsUsual() {
		assertThat(FloodLimit.of(Collections.nCopies(30, 1L), 100)).isEqualTo(20);
	}
}
