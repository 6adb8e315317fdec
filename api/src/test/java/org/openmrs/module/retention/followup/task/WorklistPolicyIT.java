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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionSettings;

/** What the contact policy says of a row, the list's count, line and minutes say too. */
class WorklistPolicyIT extends RetentionIT {

	/** Ten minutes before the quiet hours. */
	private static final Instant TEN_TO_EIGHT = TEN.plus(Duration.ofMinutes(9 * 60 + 50));

	private static final Duration DAY = Duration.ofDays(1);

	private WorklistDesk desk;

	private Clinic clinic;

	private Patient mother;

	private Patient child;

	@BeforeEach
	void openTheClinic() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
		mother = clinic.aPatient("Mother");
		child = clinic.aPatient("Child");
	}

	@Test
	void doNotCall_shouldHoldForWhomOneRings() {
		profile(mother).setDoNotCall(true);
		FollowUpTask call = childs(Purpose.CARE, Channel.PHONE);
		FollowUpTask here = childs(Purpose.CARE, Channel.IN_PERSON);

		assertThat(desk.callable(TEN)).containsExactly(here).doesNotContain(call);
		assertThat(desk.list().getRows()).singleElement()
			.satisfies(row -> assertThat(row.getTasks()).containsExactly(here));
		assertThat(desk.list().getCallableRows()).isEqualTo(1);
	}

	@Test
	void sadNews_shouldSpareThePatientAndWhomOneRings_forAllButCareAndRecalls() {
		profile(mother).setSadNewsUntil(LocalDate.of(2026, 3, 10));
		Patient widow = clinic.aPatient("Widow");
		profile(widow).setSadNewsUntil(LocalDate.of(2026, 3, 11));
		FollowUpTask childs = childs(Purpose.GREETING, Channel.PHONE);
		FollowUpTask hers = lasting(widow, Purpose.SURVEY);
		FollowUpTask recall = lasting(widow, Purpose.RECALL);

		assertThat(desk.callable(TEN)).containsExactly(recall);
		assertThat(desk.list().getCallableRows()).isEqualTo(1);
		assertThat(desk.list().getRows().get(0).getTasks()).containsExactly(recall);
		assertThat(desk.list().getRows().get(1).getNotCallableReason()).isEqualTo("retention.contact.reason.sad-news");
		assertThat(desk.callable(TEN.plus(DAY))).containsExactlyInAnyOrder(recall, childs);
		assertThat(desk.callable(TEN.plus(DAY).plus(DAY))).containsExactlyInAnyOrder(recall, childs, hers);
	}

	@Test
	void sadNews_shouldGoByTheDayWhereThePatientLives() {
		Instant night = Instant.parse("2026-03-10T23:30:00Z");
		profile(mother).setSadNewsUntil(LocalDate.of(2026, 3, 10));
		FollowUpTask here = childs(Purpose.GREETING, Channel.IN_PERSON);
		Patient away = clinic.aPatient("Away");
		ContactProfile far = profile(away);
		far.setZone("America/New_York");
		far.setSadNewsUntil(LocalDate.of(2026, 3, 10));
		FollowUpTask there = lasting(away, Purpose.GREETING);

		assertThat(desk.callable(night)).as("it is the 11th in Oslo, and the 10th in New York").containsExactly(here);
		assertThat(desk.callable(TEN.plus(DAY).plus(Duration.ofHours(8)))).contains(there);
	}

	@Test
	void quietHours_shouldGoByHowLongTheCallTakes() {
		FollowUpTask longCall = desk.task(mother, t -> t.targetSeconds(11 * 60).expiresAt(TEN.plus(DAY)));
		FollowUpTask shortCall = desk.task(child, t -> t.targetSeconds(9 * 60).expiresAt(TEN.plus(DAY)));

		assertThat(desk.callable(TEN_TO_EIGHT)).containsExactly(shortCall).doesNotContain(longCall);
		Worklist list = desk.list(TEN_TO_EIGHT);
		assertThat(list.getCallableRows()).isEqualTo(1);
		assertThat(list.getExpectedSeconds()).isEqualTo(9 * 60);
		assertThat(list.getRows()).extracting(WorklistRow::isCallableNow).containsExactly(true, false);
	}

	@Test
	void call_shouldTakeAlongNoMoreThanCanBeSaidBeforeTheQuietHours() {
		FollowUpTask lead = desk.task(mother, t -> t.targetSeconds(6 * 60).expiresAt(TEN.plus(DAY)));
		FollowUpTask tooLong = desk.task(mother,
			t -> t.purpose(Purpose.RECALL).targetSeconds(5 * 60).expiresAt(TEN.plus(DAY)));
		FollowUpTask fits = desk.task(mother,
			t -> t.purpose(Purpose.SURVEY).targetSeconds(4 * 60).expiresAt(TEN.plus(DAY)));

		Worklist list = desk.list(TEN_TO_EIGHT);

		assertThat(list.getRows()).singleElement().satisfies(row -> {
			assertThat(row.isCallableNow()).isTrue();
			assertThat(row.getTasks()).containsExactly(lead, fits).doesNotContain(tooLong);
			assertThat(row.getExpectedSeconds()).isEqualTo(10 * 60);
		});
		assertThat(list.getExpectedSeconds()).isEqualTo(10 * 60);
	}

	@Test
	void minutes_shouldHoldAllThatIsWorkedInTheCalls() {
		desk.task(mother, t -> t.targetSeconds(60));
		desk.task(mother, t -> t.targetSeconds(120)).useTry(TEN.plus(Duration.ofHours(1)));
		desk.task(child, t -> t.targetSeconds(240)).useTry(TEN.plus(Duration.ofHours(1)));

		Worklist list = desk.list();

		assertThat(list.getRows().get(0).getExpectedSeconds()).isEqualTo(180);
		assertThat(list.getExpectedSeconds()).as("who is tried again later by itself is not called").isEqualTo(180);
	}

	@Test
	void filter_shouldPutARowWhereWhatIsAskedForBelongs() {
		desk.conversation(mother, TEN.minus(DAY), null);
		desk.task(mother, t -> t.targetSeconds(60));
		desk.task(mother, t -> t.purpose(Purpose.RECALL).targetSeconds(120));
		desk.task(child, t -> t.purpose(Purpose.RECALL).targetSeconds(240));
		desk.task(child, t -> t.targetSeconds(30));

		Worklist recalls = desk.list(TEN, s -> s.purpose("RECALL"));

		assertThat(recalls.getCallableRows()).isEqualTo(1);
		assertThat(recalls.getRows()).extracting(row -> row.getPerson().getPersonId())
			.containsExactly(child.getPersonId(), mother.getPersonId());
		assertThat(recalls.getRows()).extracting(WorklistRow::isCallableNow).containsExactly(true, false);
		assertThat(recalls.getRows().get(1).getNotCallableReason()).isEqualTo("retention.contact.reason.rest");
		assertThat(recalls.getExpectedSeconds()).as("with the care that is worked in the same call").isEqualTo(270);
	}

	@Test
	void script_shouldSayWhomEachContactWasAbout_andNothingOfWhoOnlySharesTheNumber() {
		PersonAttributeType mobile = clinic.anAttributeType("Test mobile");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		Patient sister = clinic.aPatient("Sister");
		clinic.give(sister, mobile, "22 33 44 55");
		clinic.give(mother, mobile, "22 33 44 55");
		childs(Purpose.CARE, Channel.PHONE);
		desk.task(sister, t -> t);
		desk.conversation(child, TEN.minus(DAY.multipliedBy(9)), null);
		desk.conversation(sister, TEN.minus(DAY.multipliedBy(8)), null);
		flush();

		CallScript mothers = desk.at(TEN).getScript(mother.getUuid());

		assertThat(mothers.getParts()).extracting(part -> part.getTask().getPatient()).containsExactly(child);
		assertThat(mothers.getLastContacts()).extracting(LastContact::getPatient).containsExactly(child);
		assertThat(desk.at(TEN).getScript(sister.getUuid()).getLastContacts()).extracting(LastContact::getPatient)
			.containsExactly(sister);
	}

	@Test
	void location_shouldShowWhatHasNone_atTheDefaultSite() {
		Location clinicOne = clinic.aLocation("Main clinic", null);
		Location room = clinic.aLocation("Main room", clinicOne);
		Location other = clinic.aLocation("Other clinic", null);
		clinic.setting("default_location", "Main room");
		FollowUpTask placeless = desk.task(child, t -> t);
		FollowUpTask placed = desk.task(mother, t -> t.location(other));

		for (Location one : Arrays.asList(clinicOne, room)) {
			Worklist list = desk.list(TEN, s -> s.location(one.getUuid()));
			assertThat(list.getRows()).extracting(row -> row.getTasks().get(0)).containsExactly(placeless);
			assertThat(list.getCallableRows()).isEqualTo(1);
		}
		assertThat(desk.list(TEN, s -> s.location(other.getUuid())).getRows()).extracting(row -> row.getTasks().get(0))
			.containsExactly(placed);
	}

	private FollowUpTask childs(Purpose purpose, Channel channel) {
		return desk.task(child, t -> t.personToRingId(mother.getPersonId()).ringReason(RingReason.GUARDIAN).purpose(purpose)
			.channel(channel).by(TEN.plus(DAY.multipliedBy(4))).expiresAt(TEN.plus(DAY.multipliedBy(5))));
	}

	private FollowUpTask lasting(Patient patient, Purpose purpose) {
		return desk.task(patient,
			t -> t.purpose(purpose).by(TEN.plus(DAY.multipliedBy(4))).expiresAt(TEN.plus(DAY.multipliedBy(5))));
	}

	private static ContactProfile profile(Patient patient) {
		ContactService contacts = Context.getService(ContactService.class);
		return contacts.saveContactProfile(contacts.getProfile(patient));
	}
}
