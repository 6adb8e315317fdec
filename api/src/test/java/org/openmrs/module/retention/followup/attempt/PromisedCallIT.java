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
import org.openmrs.module.retention.followup.task.RingReason;
import org.openmrs.module.retention.followup.task.TaskPolicy;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.followup.task.WorklistRow;

/** A recall of whom we have promised to ring tomorrow at five, read off the list. */
class PromisedCallIT extends AttemptIT {

	private Patient ada;

	private FollowUpTask recall;

	private WorklistDesk desk;

	private ContactAttempt promising;

	@BeforeEach
	void promise() {
		ada = clinic.aPatient("Ada");
		number("+47 22 11 00 71", ada);
		recall = task(ada, Purpose.RECALL);
		desk = new WorklistDesk(applicationContext, sessionFactory);
		promising = record(spoke(Disposition.CALL_BACK, recall).windowFrom(at(1, "17:00")).windowBy(at(1, "21:00")));
	}

	@Test
	void promisedCall_shouldBeMadeInTime_thoughTheTalkIsNotThreeDaysAgo() {
		Worklist list = desk.list(at(1, "17:05"));

		assertThat(list.getCallableRows()).isEqualTo(1);
		assertThat(list.getRows()).extracting(WorklistRow::isCallableNow).containsExactly(true);
		assertThat(desk.callable(at(1, "17:05"))).containsExactly(recall);
	}

	@Test
	void promisedCall_shouldBeMade_howeverOftenNobodyAnsweredThere() {
		Patient bo = clinic.aPatient("Bo");
		FollowUpTask bos = task(bo, Purpose.CARE);
		String shared = number("+47 22 11 00 71", bo).getPointKey();
		desk.unanswered(bo, at(1, "10:00"), shared);
		desk.unanswered(bo, at(1, "13:00"), shared);

		assertThat(desk.callable(at(1, "17:05"))).containsExactly(recall).doesNotContain(bos);
		assertThat(desk.list(at(1, "17:05")).getRows()).filteredOn(row -> row.getPerson().equals(ada)).singleElement()
			.satisfies(row -> assertThat(row.isCallableNow()).isTrue());
	}

	@Test
	void promisedCall_shouldKeepTheQuietHours() {
		assertThat(desk.callable(at(1, "20:30"))).isEmpty();
		assertThat(desk.list(at(1, "20:30")).getRows()).extracting(WorklistRow::getNotCallableReason)
			.containsExactly("retention.contact.reason.quiet-hours");
	}

	@Test
	void promisedCall_shouldComeBeforeWhatIsPlannedLater_butUrgentCare() {
		FollowUpTask greeting = task(draft(ada, Purpose.GREETING).expiresAt(at(9, "17:00")));
		FollowUpTask care = task(draft(ada, Purpose.CARE).expiresAt(at(9, "17:00")));
		FollowUpTask urgent = task(draft(ada, Purpose.CARE).critical(true).expiresAt(at(9, "17:00")));
		Patient bo = clinic.aPatient("Bo");
		FollowUpTask sons = task(draft(bo, Purpose.CARE).personToRingId(ada.getPersonId())
			.ringReason(RingReason.GUARDIAN).expiresAt(at(9, "17:00")));

		assertThat(desk.callable(at("15:00"))).containsExactly(urgent);
		assertThat(decide(care, "15:00")).isEqualTo("retention.contact.reason.promise");
		assertThat(decide(sons, "15:00")).as("the same person is rung").isEqualTo("retention.contact.reason.promise");
		assertThat(decide(urgent, "15:00")).isNull();
		assertThat(decide(recall, "15:00")).as("the promised call itself").isNull();
		assertThat(desk.callable(at(1, "17:05"))).contains(recall, care, sons).doesNotContain(greeting);
	}

	@Test
	void promisedCall_shouldKeepNobodyWaiting_whenTheContactIsTakenBack() {
		FollowUpTask care = task(draft(ada, Purpose.CARE).expiresAt(at(9, "17:00")));
		assertThat(desk.callable(at("15:00"))).isEmpty();

		service.voidAttempt(promising, "somebody else");
		flush();

		assertThat(desk.callable(at("15:00"))).contains(care);
	}

	private String decide(FollowUpTask task, String time) {
		return applicationContext.getBean("retention.taskPolicy", TaskPolicy.class)
			.decide(task, task.getChannel(), at(time)).getReason();
	}

	@Test
	void promisedCall_shouldStand_whenThereWasAnotherTalkMeanwhile() {
		now = at(1, "09:00");
		FollowUpTask care = task(ada, Purpose.CARE);
		FollowUpTask other = task(draft(ada, Purpose.SURVEY).expiresAt(at(9, "17:00")));
		record(spoke(Disposition.DONE, care));

		assertThat(desk.callable(at(1, "17:05"))).containsExactly(recall).doesNotContain(other);
	}
}
