/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.shared.RetentionException;

class AssignmentLifeCycleTest {

	/** The whole table: what may follow, and nothing else may. */
	@ParameterizedTest
	@CsvSource({ ",PROPOSED CONFIRMED", "PROPOSED,CONFIRMED REJECTED CORRECTED WITHDRAWN", "CONFIRMED,REJECTED CORRECTED",
		"REJECTED,CONFIRMED", "CORRECTED,CONFIRMED", "WITHDRAWN,PROPOSED CONFIRMED" })
	void after_shouldBeTheTable(AssignmentStatus from, String after) {
		assertThat(AssignmentLifeCycle.after(from)).extracting(AssignmentStatus::name)
			.containsExactlyInAnyOrder(after.split(" "));
		for (AssignmentStatus to : AssignmentStatus.values()) {
			if (AssignmentLifeCycle.after(from).contains(to)) {
				AssignmentLifeCycle.check(from, to);
			} else {
				assertThatThrownBy(() -> AssignmentLifeCycle.check(from, to)).isInstanceOfSatisfying(
					RetentionException.class,
					e -> assertThat(e.getCode()).isEqualTo("retention.theme.error.transition-not-allowed"));
			}
		}
	}

	@Test
	void holds_shouldBeTrueOfWhatCounts() {
		for (AssignmentStatus status : AssignmentStatus.values()) {
			assertThat(status.holds())
				.isEqualTo(status == AssignmentStatus.PROPOSED || status == AssignmentStatus.CONFIRMED);
		}
	}
}
