/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Which encounter types are visits. */
class VisitTypesIT extends PlanningIT {

	@Test
	void plan_shouldNotCountAdministrativeEncountersAsVisits_unlessTheyAreNamed() {
		EncounterType registration = encounterType("Registration");
		setting(RetentionSettings.ADMINISTRATIVE_ENCOUNTER_TYPES, "nowhere, " + registration.getUuid());
		load(extractionProtocol().trigger(on(extraction, registration).firstVisitOnly(true).build()));

		plan(encounter(registration, DAY.minusDays(30)));
		assertThat(allPlans()).as("a registration is no visit").isEmpty();
		plan(encounter(extraction, DAY));
		assertThat(onlyPlan().getAnchorDate()).as("the first visit").isEqualTo(DAY);

		setting(RetentionSettings.VISIT_ENCOUNTER_TYPES, registration.getUuid());
		Patient another = clinic.aPatient("Bo");
		plan(encounter(another, registration, DAY.atTime(8, 0)));
		assertThat(allPlans()).extracting(FollowUpPlan::getPatient).contains(another);
	}
}
