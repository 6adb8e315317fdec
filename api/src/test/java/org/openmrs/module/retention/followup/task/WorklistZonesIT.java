/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.task.WorklistDesk.TEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.Patient;
import org.openmrs.PersonAttributeType;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Sites in Oslo, the default, and in Toronto, where it is the tenth while it is the eleventh in Oslo. */
class WorklistZonesIT extends RetentionIT {

	private static final String TORONTO = "America/Toronto";

	/** Half past seven in the evening of the tenth in Toronto, half past midnight of the eleventh in Oslo. */
	private static final Instant NOW = Instant.parse("2026-03-10T23:30:00Z");

	private static final Duration HOUR = Duration.ofHours(1);

	private WorklistDesk desk;

	private Location toronto;

	private Patient ada;

	@BeforeEach
	void openTheClinics() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		toronto = desk.clinic.aLocation("Toronto", null);
		LocationAttribute zone = new LocationAttribute();
		zone.setAttributeType(
			Context.getLocationService().getLocationAttributeTypeByUuid(RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE));
		zone.setValue(TORONTO);
		toronto.addAttribute(zone);
		Context.getLocationService().saveLocation(toronto);
		ada = desk.clinic.aPatient("Ada");
	}

	@Test
	void inTheBuilding_shouldGoByTheDayOfTheSite() {
		FollowUpTask there = there(ada, t -> t);
		Patient bo = desk.clinic.aPatient("Bo");
		FollowUpTask here = here(bo);
		assertThat(reasons(there)).containsOnlyNulls();
		visit(ada, NOW.minus(HOUR));
		visit(bo, NOW.minus(HOUR));

		assertThat(reasons(there)).as("today").containsExactly("retention.followup.reason.in-the-building");
		assertThat(desk.callable(NOW)).isEmpty();
		assertThat(reasons(here)).as("yesterday: forgotten").doesNotContain("retention.followup.reason.in-the-building");
		assertThat(desk.callable(NOW.plus(Duration.ofHours(8)))).containsExactly(here);
		assertThat(desk.list(NOW).getCallableRows()).isZero();
	}

	@Test
	void rungInVain_shouldGoByTheDayOfTheSite() {
		PersonAttributeType phone = desk.clinic.anAttributeType("Test phone");
		desk.clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, phone.getUuid());
		desk.clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		desk.clinic.give(ada, phone, "22 33 44 55");
		FollowUpTask there = there(ada, t -> t);
		String key = Context.getService(ContactService.class).getContactDetails(ada).get(0).getKey();
		assertThat(desk.callable(NOW)).containsExactly(there);
		desk.unanswered(ada, NOW.minus(HOUR.multipliedBy(6)), key);
		desk.unanswered(ada, NOW.minus(HOUR), key);

		assertThat(desk.callable(NOW)).isEmpty();
		assertThat(reasons(there)).containsExactly("retention.followup.reason.rung-in-vain");
		assertThat(desk.list(NOW).getCallableRows()).isZero();
		assertThat(desk.callable(NOW.plus(HOUR.multipliedBy(13)))).as("the next morning").containsExactly(there);
	}

	@Test
	void numberNeeded_shouldBeAskedForWhoIsHereToday() {
		FollowUpTask there = there(ada, t -> t);
		there.hold(HoldReason.NO_NUMBER, null);
		assertThat(desk.list(NOW).getRows()).isEmpty();
		visit(ada, NOW.minus(HOUR));

		assertThat(reasons(there)).containsExactly("retention.followup.reason.get-a-number");
	}

	@Test
	void list_shouldEndWithTheDayOfTheSite() {
		Instant noon = Instant.parse("2026-03-11T16:00:00Z");
		there(ada, t -> t.from(noon).by(noon.plus(HOUR)).expiresAt(noon.plus(HOUR)));
		FollowUpTask here = desk.task(desk.clinic.aPatient("Bo"),
			t -> t.from(noon).by(noon.plus(HOUR)).expiresAt(noon.plus(HOUR)));

		assertThat(desk.list(NOW).getRows()).as("tomorrow in Toronto, today in Oslo").singleElement()
			.satisfies(row -> assertThat(row.getTasks()).containsExactly(here));
		assertThat(desk.rows(NOW, s -> s)).isEqualTo(1);
		assertThat(desk.list(NOW.plus(HOUR.multipliedBy(8))).getRows()).hasSize(2);
	}

	/** Eighteen on the eleventh. */
	@Test
	void majority_shouldBeginOnTheDayWhereThePatientIs() {
		Patient young = desk.clinic.aPatient("Young", LocalDate.of(2008, 3, 11));
		Patient here = desk.clinic.aPatient("Here", LocalDate.of(2008, 3, 11));
		for (Patient one : Arrays.asList(young, here)) {
			Context.getService(ContactService.class).recordRefusal(one, Collections.singleton(Purpose.CARE), true,
				"test:" + one.getUuid(), NOW.minus(Duration.ofDays(9)));
		}
		there(young, t -> t);
		FollowUpTask ofAge = here(here);

		assertThat(desk.list(NOW).getRows()).as("in Toronto the guardian's word holds until midnight").singleElement()
			.satisfies(row -> assertThat(row.getTasks()).containsExactly(ofAge));
		assertThat(desk.rows(NOW, s -> s)).isEqualTo(1);
	}

	/** A number of childhood days is to be confirmed from the birthday on, where the patient is. */
	@Test
	void number_shouldBeConfirmedFromTheBirthdayOnWhereThePatientIs() {
		PersonAttributeType phone = desk.clinic.anAttributeType("Test phone");
		desk.clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, phone.getUuid());
		desk.clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		Patient young = desk.clinic.aPatient("Young", LocalDate.of(2008, 3, 11));
		desk.clinic.give(young, phone, "22 33 44 56").setDateCreated(Date.from(NOW.minus(Duration.ofDays(900))));
		there(young, t -> t);

		assertThat(desk.list(NOW).getRows().get(0).getContactDetails().get(0).isConfirm()).isFalse();
		assertThat(desk.list(NOW.plus(HOUR.multipliedBy(13))).getRows().get(0).getContactDetails().get(0).isConfirm())
			.isTrue();
	}

	private FollowUpTask there(Patient patient, UnaryOperator<TaskDraft.TaskDraftBuilder> details) {
		return desk.task(patient,
			t -> details.apply(
				t.zone(TORONTO).location(toronto).from(TEN).by(NOW.plus(HOUR)).expiresAt(NOW.plus(HOUR.multipliedBy(24)))));
	}

	private FollowUpTask here(Patient patient) {
		return desk.task(patient, t -> t.from(TEN).by(NOW.plus(HOUR)).expiresAt(NOW.plus(HOUR.multipliedBy(24))));
	}

	/** Why the rows that hold the task are not called now. */
	private List<String> reasons(FollowUpTask task) {
		return desk.list(NOW).getRows().stream().filter(row -> row.getTasks().contains(task))
			.map(WorklistRow::getNotCallableReason).collect(Collectors.toList());
	}

	private void visit(Patient patient, Instant from) {
		VisitType type = desk.clinic.save(new VisitType("Visit " + UUID.randomUUID(), "test"));
		desk.clinic.save(new Visit(patient, type, Date.from(from)));
	}
}
