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
import org.openmrs.Person;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.shared.RetentionSettings;

/** The language of the chart where nobody has said another. */
class ChartLanguageIT extends AttemptIT {

	private Patient patient;

	private ContactService contacts;

	private FollowUpTask care;

	private WorklistDesk desk;

	@BeforeEach
	void aChartThatNamesALanguage() {
		patient = clinic.aPatient("Ada");
		contacts = Context.getService(ContactService.class);
		care = task(patient, Purpose.CARE);
		desk = new WorklistDesk(applicationContext, sessionFactory);
		PersonAttributeType type = clinic.anAttributeType("Language");
		clinic.give(patient, type, "ru");
		setting(RetentionSettings.LANGUAGE_ATTRIBUTE_TYPE, type.getUuid());
	}

	@Test
	void language_shouldBeTheCharts_whereNobodyHasSaidAnother() {
		assertThat(contacts.getProfile(patient).getLanguage()).isEqualTo("ru");
		assertThat(scriptLanguage(patient)).isEqualTo("ru");
		ContactProfile profile = contacts.getProfile(patient);
		profile.setSalutation("Doktor");
		contacts.saveContactProfile(profile);
		flushAndClear();
		assertThat(contacts.getProfileByUuid(profile.getUuid()).getLanguage()).isEqualTo("ru");
		assertThat(contacts.getProfile(patient).getSaidLanguage()).as("nothing was written").isNull();
		assertThat(scriptLanguage(patient)).isEqualTo("ru");
	}

	@Test
	void language_shouldBeWhatWasSaid_untilThatIsTakenBack() {
		ContactAttempt attempt = record(spoke(Disposition.LANGUAGE, care).language("nb"));
		assertThat(contacts.getProfile(patient).getLanguage()).isEqualTo("nb");
		assertThat(scriptLanguage(patient)).isEqualTo("nb");
		service.voidAttempt(attempt, "Misheard");
		flushAndClear();
		assertThat(contacts.getProfile(patient).getSaidLanguage()).isNull();
		assertThat(contacts.getProfile(patient).getLanguage()).isEqualTo("ru");
	}

	@Test
	void language_shouldBeThatOfWhomeverIsRung() {
		Patient child = clinic.aPatient("Child");
		task(draft(child, Purpose.CARE).personToRingId(patient.getPersonId()));
		assertThat(scriptLanguage(patient)).isEqualTo("ru");
		Person carer = clinic.aPerson("Carer");
		task(draft(child, Purpose.CARE).personToRingId(carer.getPersonId()));
		assertThat(scriptLanguage(carer)).as("not known: the caller's").isEqualTo(Context.getLocale().toLanguageTag());
	}

	private String scriptLanguage(Person person) {
		flush();
		return desk.at(now).getScript(person.getUuid()).getLanguage();
	}
}
