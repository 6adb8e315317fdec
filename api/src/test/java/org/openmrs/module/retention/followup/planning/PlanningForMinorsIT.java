/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttributeType;
import org.openmrs.RelationshipType;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.RingReason;
import org.openmrs.module.retention.shared.RetentionSettings;

class PlanningForMinorsIT extends PlanningIT {

	@Test
	void plan_shouldRingTheGuardianOfAMinor_fromTheFirst() {
		RelationshipType parent = clinic.aRelationshipType("Parent", "Child");
		PersonAttributeType phone = clinic.anAttributeType("Telephone");
		setting(RetentionSettings.GUARDIAN_RELATIONSHIPS, parent.getUuid());
		setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, phone.getUuid());
		Person mother = clinic.aPerson("Mother");
		clinic.give(mother, phone, "+47 22 11 03 01");
		Patient child = clinic.aPatient("Child", LocalDate.of(2016, 5, 5));
		clinic.relate(mother, parent, child);
		EncounterType extraction = encounterType("Extraction");
		load(extractionProtocol().trigger(on(extraction).build()));

		plan(encounter(child, extraction, DAY.atTime(9, 0)));

		assertThat(tasksOf(onlyPlan())).isNotEmpty().filteredOn(FollowUpTask::isOpen).allSatisfy(task -> {
			assertThat(task.getRingId()).isEqualTo(mother.getPersonId());
			assertThat(task.getRingReason()).isEqualTo(RingReason.GUARDIAN);
		});
	}
}
