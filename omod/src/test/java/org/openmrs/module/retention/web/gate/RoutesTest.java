/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

	@Test
	void find_shouldTellTheRouteOfAPath() {
		assertThat(Routes.find("followuptask")).hasToString("followuptask");
		assertThat(Routes.find("followuptask/6c1e7a0a-7d2f-4c53-8f0e-0f7a8f1f7c11/transition"))
			.hasToString("followuptask/{uuid}/transition");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nosuch", "followuptask/", "followuptask//transition", "followuptask/a/nosuch",
		"followuptask/..", "followuptask/a.json", "followuptask/a b", "Followuptask",
		"followuptask/0123456789012345678901234567890123456789" })
	void find_shouldTellNoneForWhatIsNoPathOfOurs(String path) {
		assertThat(Routes.find(path)).isNull();
	}

	@Test
	void all_shouldLetNoTwoRoutesShareAPath() {
		assertThat(Routes.ALL).extracting(Route::toString).doesNotHaveDuplicates();
	}
}
