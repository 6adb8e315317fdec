/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.shared.RetentionSettings;

/** A person who has found two messages of ours since Monday, where two a week are enough. */
class WeeklyCapIT extends AttemptIT {

	private Patient ada;

	private WorklistDesk desk;

	@BeforeEach
	void twoMessages() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		setting(RetentionSettings.WEEKLY_CAP, "2");
		ada = clinic.aPatient("Ada");
		number("+47 22 11 00 91", ada);
		record(request(AttemptResult.VOICEMAIL, task(ada, Purpose.RECALL)).startedAt(at("09:00")));
		record(request(AttemptResult.VOICEMAIL, task(ada, Purpose.SURVEY)).startedAt(at("10:00")));
		now = at(2, "10:00");
	}

	@Test
	void list_shouldOfferNothingButCare_untilTheWeekIsOver() {
		FollowUpTask greeting = task(later(ada, Purpose.GREETING));
		assertThat(desk.callable(now)).doesNotContain(greeting);
		assertThat(desk.list(now).getRows()).filteredOn(row -> row.getPerson().equals(ada)).singleElement()
			.satisfies(row -> assertThat(row.getNotCallableReason()).isEqualTo("retention.contact.reason.weekly-cap"));
		FollowUpTask care = task(later(ada, Purpose.CARE));
		assertThat(desk.callable(now)).contains(care).doesNotContain(greeting);

		assertThat(desk.callable(at(7, "09:01"))).contains(greeting);
	}

	@Test
	void list_shouldCountByTheNumber_whoeverIsReachedThere() {
		Patient bo = clinic.aPatient("Bo");
		number("+47 22 11 00 91", bo);
		FollowUpTask bos = task(later(bo, Purpose.GREETING));
		assertThat(desk.callable(now)).doesNotContain(bos);
	}

	@Test
	void list_shouldKeepAPromise() {
		FollowUpTask greeting = task(later(ada, Purpose.GREETING));
		record(spoke(Disposition.CALL_BACK, greeting).windowFrom(at(3, "10:00")).windowBy(at(3, "12:00")));
		assertThat(desk.callable(at(3, "10:05"))).containsExactly(greeting);
	}

	@Test
	void list_shouldNotCountWhatWasCare_norWhatReachedNobody_norWhatTheyBegan() {
		Patient bo = clinic.aPatient("Bo");
		record(request(AttemptResult.VOICEMAIL, task(bo, Purpose.CARE)).startedAt(at("09:00")));
		record(request(AttemptResult.NO_ANSWER, task(bo, Purpose.RECALL)).startedAt(at("10:00")));
		record(request(AttemptResult.VOICEMAIL, task(bo, Purpose.CARE)).direction(Direction.INBOUND).startedAt(at("11:00")));
		record(request(AttemptResult.VOICEMAIL, task(bo, Purpose.SURVEY)).startedAt(at("12:00")));
		FollowUpTask greeting = task(later(bo, Purpose.GREETING));
		number("+47 22 11 00 92", bo);
		assertThat(desk.callable(now)).contains(greeting);
	}

	@Test
	void list_shouldKnowNoLimit_whereTheSettingIsZero() {
		setting(RetentionSettings.WEEKLY_CAP, "0");
		FollowUpTask greeting = task(later(ada, Purpose.GREETING));
		assertThat(desk.callable(now)).contains(greeting);
	}

	private TaskDraft.TaskDraftBuilder later(Patient patient, Purpose purpose) {
		return draft(patient, purpose).from(at(1, "09:00")).by(at(9, "17:00")).expiresAt(at(12, "17:00"));
	}
}
