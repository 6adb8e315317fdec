/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.shared.RetentionException;

class IdeaLifeCycleTest {

	@Test
	void table_shouldLetWhatIsDoneBeDone_andWhatWasDroppedBeAskedAgain() {
		Map<IdeaStatus, Set<IdeaStatus>> expected = new EnumMap<>(IdeaStatus.class);
		expected.put(IdeaStatus.NOTED, EnumSet.of(IdeaStatus.ASKING, IdeaStatus.ADOPTED, IdeaStatus.DROPPED));
		expected.put(IdeaStatus.ASKING, EnumSet.of(IdeaStatus.NOTED, IdeaStatus.ADOPTED, IdeaStatus.DROPPED));
		expected.put(IdeaStatus.ADOPTED, EnumSet.noneOf(IdeaStatus.class));
		expected.put(IdeaStatus.DROPPED, EnumSet.of(IdeaStatus.ASKING));
		for (IdeaStatus from : IdeaStatus.values()) {
			assertThat(IdeaLifeCycle.after(from)).as(from.name()).isEqualTo(expected.get(from));
			for (IdeaStatus to : IdeaStatus.values()) {
				if (expected.get(from).contains(to)) {
					IdeaLifeCycle.check(from, to);
				} else {
					assertThatThrownBy(() -> IdeaLifeCycle.check(from, to)).isInstanceOfSatisfying(RetentionException.class,
						e -> assertThat(e.getCode()).isEqualTo("retention.survey.error.idea-transition-not-allowed"));
				}
			}
		}
	}
}
