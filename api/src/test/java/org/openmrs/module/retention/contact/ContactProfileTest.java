/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContactProfileTest {

	private static final LocalDate JANUARY = LocalDate.of(2026, 1, 12);

	private static final LocalDate JUNE = LocalDate.of(2026, 6, 3);

	private final ContactProfile profile = new ContactProfile();

	@Test
	void comeBack_shouldRenewTheRelationship_andKeepWhyItHadEnded() {
		profile.endRelationship("ELSEWHERE", JANUARY);
		assertThat(told()).isEqualTo("ENDED ELSEWHERE 2026-01-12");

		profile.comeBack(JUNE);

		assertThat(told()).isEqualTo("CURRENT null 2026-06-03");
		assertThat(profile.getEndedReason()).isEqualTo("ELSEWHERE");
		profile.comeBack(null);
		assertThat(told()).as("the visit was voided").isEqualTo("ENDED ELSEWHERE 2026-01-12");
	}

	@Test
	void endRelationship_shouldEndItAgain_whenTheyLeaveLater() {
		profile.endRelationship("ELSEWHERE", JANUARY);
		profile.comeBack(JUNE);

		profile.endRelationship("MOVED", JUNE);
		assertThat(told()).as("on the day of the visit").isEqualTo("ENDED MOVED 2026-06-03");
		profile.endRelationship("ELSEWHERE", JANUARY);
		assertThat(told()).as("the second was taken back").isEqualTo("CURRENT null 2026-06-03");
	}

	@Test
	void withdrawEnd_shouldLeaveNoTrace_whenItWasRecordedInError() {
		profile.endRelationship("ELSEWHERE", JANUARY);
		profile.comeBack(JUNE);

		profile.withdrawEnd();
		profile.comeBack(null);

		assertThat(told()).isEqualTo("CURRENT null null");
	}

	private String told() {
		return profile.getRelationship() + " " + profile.getRelationshipReason() + " " + profile.getRelationshipSince();
	}
}
