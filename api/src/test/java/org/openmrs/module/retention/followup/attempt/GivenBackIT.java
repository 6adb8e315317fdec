/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** With whom a task is when the contact is taken back that had given it to another. */
class GivenBackIT extends AttemptIT {

	private static final String NURSES = "Retention: Nurse";

	private FollowUpTask care;

	private User nurse;

	private User russian;

	@BeforeEach
	void staff() {
		care = task(clinic.aPatient("Ola"), Purpose.CARE);
		nurse = clinic.aUser("nora", Context.getUserService().getRole(NURSES));
		russian = speaker("anna", "ru");
	}

	@Test
	void voiding_shouldGiveTheTaskBackToWhomItWasGivenByHand() {
		care.assignByHand(nurse, null, byHand());
		ContactAttempt attempt = spokeInVain("ru");
		assertThat(care.getAssigneeUser()).isEqualTo(russian);

		service.voidAttempt(attempt, "Wrong patient");

		assertThat(care.getAssigneeUser()).isEqualTo(nurse);
		assertThat(care.getChosenUser()).isEqualTo(nurse);
		assertThat(care.isAssignedByHand()).isTrue();
		assertThat(care.getAssignedByAttemptId()).isNull();
	}

	@Test
	void voiding_shouldGiveTheTaskBackToTheQueueThatItWasGivenTo() {
		care.assignByHand(null, NURSES, byHand());
		ContactAttempt attempt = spokeInVain("ru");

		service.voidAttempt(attempt, "Wrong patient");

		assertThat(care.getAssigneeUser()).isNull();
		assertThat(care.getAssigneeRole()).isEqualTo(NURSES);
		assertThat(care.isAssignedByHand()).isTrue();
	}

	@Test
	void voiding_shouldLetTheTaskGoByItsRule_whenWhoHadItCannotWorkAnyMore() {
		care.assignByHand(nurse, null, byHand());
		ContactAttempt attempt = spokeInVain("ru");
		clinic.retire(nurse);

		service.voidAttempt(attempt, "Wrong patient");

		assertThat(care.getAssigneeUser()).isNull();
		assertThat(care.isAssignedByHand()).isFalse();
		assertThat(care.getAssignmentUntil()).isEqualTo(care.getWakeAt());
	}

	@Test
	void voiding_shouldLetTheTaskGoByItsRule_whenThatWasTheLastDecision() {
		care.assignByHand(nurse, null, byHand());
		care.assignByRuleAgain(byHand());
		ContactAttempt attempt = spokeInVain("ru");

		service.voidAttempt(attempt, "Wrong patient");

		assertThat(care.isAssignedByHand()).isFalse();
	}

	@Test
	void voiding_shouldGiveTheTaskBackToWhomAnEarlierContactGaveIt_asLongAsThatStands() {
		User finn = speaker("aino", "fi");
		care.assignByHand(nurse, null, byHand());
		ContactAttempt first = spokeInVain("ru");
		ContactAttempt second = spokeInVain("fi");
		assertThat(care.getAssigneeUser()).isEqualTo(finn);

		service.voidAttempt(second, "Wrong patient");
		assertThat(care.getAssigneeUser()).isEqualTo(russian);
		service.voidAttempt(first, "Wrong patient");
		assertThat(care.getAssigneeUser()).isEqualTo(nurse);
	}

	@Test
	void voiding_shouldGiveTheTaskBack_inWhateverOrderContactsAreTakenBack() {
		User finn = speaker("aino", "fi");
		care.assignByHand(nurse, null, byHand());
		ContactAttempt first = spokeInVain("ru");
		ContactAttempt second = spokeInVain("fi");

		service.voidAttempt(first, "Wrong patient");
		assertThat(care.getAssigneeUser()).as("the other contact stands").isEqualTo(finn);
		service.voidAttempt(second, "Wrong patient");
		assertThat(care.getAssigneeUser()).isEqualTo(nurse);
	}

	private User speaker(String name, String language) {
		User speaker = clinic.aUser(name, Context.getUserService().getRole(NURSES));
		speaker.setUserProperty("proficientLocales", language);
		return clinic.save(speaker);
	}

	/** Who answers speaks that language alone. */
	private ContactAttempt spokeInVain(String language) {
		return record(spoke(Disposition.LANGUAGE, care).language(language));
	}

	private Cause byHand() {
		return Cause.of(caller(), now, "assigned-by-hand");
	}
}
