/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;

/** A need that came up in a talk becomes a lead, with time to think before it is asked about. */
class NeedIT extends AttemptIT {

	private Patient ada;

	@BeforeEach
	void aPatient() {
		ada = clinic.aPatient("Ada");
	}

	@Test
	void need_shouldBeAskedAboutAfterSomeTimeToThink() {
		record(spoke(Disposition.DONE, task(ada, Purpose.CARE)).need("whitening"));

		assertThat(leads()).singleElement().satisfies(lead -> {
			assertThat(lead.getTitle()).contains("whitening");
			assertThat(lead.getPurpose()).isEqualTo(Purpose.RECALL);
			assertThat(lead.getDueDate()).isEqualTo(MONDAY.plusDays(14));
			assertThat(lead.hasTriesLeft()).isTrue();
		});
	}

	@Test
	void need_shouldBeAskedAboutOnce_howeverOftenItComesUp() {
		record(spoke(Disposition.DONE, task(ada, Purpose.CARE)).need("whitening"));
		record(spoke(Disposition.DONE, task(ada, Purpose.CARE)).need("Whitening"));
		assertThat(leads()).hasSize(1);
		record(spoke(Disposition.DONE, task(ada, Purpose.CARE)).need("a child's check"));
		assertThat(leads()).hasSize(2);
	}

	@Test
	void need_shouldMakeNoSecondLead_ofOneContact() {
		record(spoke(Disposition.THINKING, task(ada, Purpose.RECALL)).need("implant"));
		assertThat(leads()).hasSize(1);
	}

	@Test
	void need_shouldNotBeAskedAbout_whereTheyWantNoMoreOfUs() {
		record(spoke(Disposition.STOP, task(ada, Purpose.MARKETING)).purposes(EnumSet.of(Purpose.MARKETING)).need("x"));
		record(spoke(Disposition.ENDED, task(ada, Purpose.RECALL)).reason(AttemptReason.MOVED).need("implant"));
		assertThat(leads()).isEmpty();
		record(spoke(Disposition.DONE, task(ada, Purpose.CARE)).need("implant"));
		assertThat(leads()).as("has left").isEmpty();
	}

	@Test
	void need_shouldNotBeTakenFromWhoDoesNotSpeakForThePatient() {
		record(
			spoke(Disposition.DONE, task(ada, Purpose.CARE)).spokeWith(SpokeWith.OTHER).relation("lodger").need("implant"));
		assertThat(leads()).isEmpty();
	}

	@Test
	void voiding_shouldTakeTheLeadBack() {
		ContactAttempt attempt = record(spoke(Disposition.DONE, task(ada, Purpose.CARE)).need("whitening"));
		service.voidAttempt(attempt, "Wrong patient");
		flush();
		assertThat(leads()).extracting(FollowUpTask::getStatus).containsExactly(TaskStatus.CANCELLED);
		record(spoke(Disposition.DONE, task(ada, Purpose.CARE)).need("whitening"));
		assertThat(leads()).hasSize(2);
	}

	private List<FollowUpTask> leads() {
		return tasksOf(ada).stream().filter(t -> t.getSource() == TaskSource.LEAD).collect(Collectors.toList());
	}
}
