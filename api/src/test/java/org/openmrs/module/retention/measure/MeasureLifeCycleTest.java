/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.shared.RetentionException;

class MeasureLifeCycleTest {

	@Test
	void table_shouldLetWhatWasSaidToBeDoneOnlyBeWithdrawn_andThenBePlannedAgain() {
		Map<MeasureStatus, Set<MeasureStatus>> expected = new EnumMap<>(MeasureStatus.class);
		expected.put(MeasureStatus.PLANNED, EnumSet.of(MeasureStatus.DONE, MeasureStatus.WITHDRAWN));
		expected.put(MeasureStatus.DONE, EnumSet.of(MeasureStatus.WITHDRAWN));
		expected.put(MeasureStatus.WITHDRAWN, EnumSet.of(MeasureStatus.PLANNED));
		for (MeasureStatus from : MeasureStatus.values()) {
			assertThat(MeasureLifeCycle.after(from)).as(from.name()).isEqualTo(expected.get(from));
			for (MeasureStatus to : MeasureStatus.values()) {
				if (expected.get(from).contains(to)) {
					MeasureLifeCycle.check(from, to);
				} else {
					assertThatThrownBy(() -> MeasureLifeCycle.check(from, to)).isInstanceOfSatisfying(
						RetentionException.class,
						e -> assertThat(e.getCode()).isEqualTo("retention.measure.error.transition-not-allowed"));
				}
			}
		}
	}
}
