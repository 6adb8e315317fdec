/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.followup.task.WorklistRow;
import org.openmrs.module.retention.followup.task.WorklistService;

/** People who share a number, of whom nobody has looked at but one. */
class HouseholdIT extends AttemptIT {

	private Patient ada;

	private Patient bo;

	private ContactPoint shared;

	private FollowUpTask adas;

	private FollowUpTask bos;

	@BeforeEach
	void twoOnOnePhone() {
		ada = clinic.aPatient("Ada");
		bo = clinic.aPatient("Bo");
		adas = task(ada, Purpose.CARE);
		shared = number("+47 22 11 00 61", ada);
		neverShown("+47 (22) 11-00-61 (work)", bo);
	}

	@Test
	void conversation_shouldLetWhoWasNeverShownRest_onTheFirstReadOfTheList() {
		bos = task(bo, Purpose.RECALL);
		record(spoke(Disposition.DONE, adas).contactPoint(shared.getUuid()));
		Worklist first = list();
		assertThat(reasonsOf(first, bo)).containsExactly("retention.contact.reason.rest");
		assertThat(first.getCallableRows()).isZero();
	}

	@Test
	void conversation_shouldLetWhoGetsATaskLaterRest_onTheFirstReadOfTheList() {
		record(spoke(Disposition.DONE, adas).contactPoint(shared.getUuid()));
		bos = task(bo, Purpose.RECALL);
		Worklist first = list();
		assertThat(reasonsOf(first, bo)).containsExactly("retention.contact.reason.rest");
		assertThat(first.getCallableRows()).isZero();
	}

	@Test
	void wrongNumber_shouldHoldWhoWasNeverShown() {
		bos = task(bo, Purpose.RECALL);
		record(request(AttemptResult.WRONG_NUMBER, adas).contactPoint(shared.getUuid()));
		assertThat(bos.getHoldReason()).isEqualTo(HoldReason.NO_NUMBER);
	}

	@Test
	void deathReported_shouldHoldWhoWasNeverShown() {
		bos = task(bo, Purpose.RECALL);
		record(spoke(Disposition.DEATH_REPORTED, adas).spokeWith(SpokeWith.OTHER));
		assertThat(bos.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
	}

	@Test
	void readNumbers_shouldReadThoseWithOpenTasksInTurn() {
		bos = task(bo, Purpose.RECALL);
		WorklistService lists = Context.getService(WorklistService.class);
		assertThat(owners()).containsExactly(ada.getPersonId());
		assertThat(lists.readNumbers()).isEqualTo(2);
		assertThat(owners()).containsExactly(ada.getPersonId(), bo.getPersonId());
		bo.getActiveAttributes().forEach(a -> a.setVoided(true));
		flush();
		assertThat(lists.readNumbers()).as("from the beginning again").isEqualTo(2);
		assertThat(owners()).containsExactly(ada.getPersonId());
	}

	private List<Integer> owners() {
		flush();
		return sessionFactory.getCurrentSession()
			.createQuery("select o.personId from retention.ContactPointOwner o where o.contactPoint = :point"
				+ " order by o.personId",
				Integer.class)
			.setParameter("point", shared).list();
	}

	private Worklist list() {
		return new WorklistDesk(applicationContext, sessionFactory).list(now);
	}

	private static List<String> reasonsOf(Worklist list, Patient patient) {
		return list.getRows().stream().filter(r -> r.getPerson().equals(patient)).map(WorklistRow::getNotCallableReason)
			.collect(Collectors.toList());
	}
}
