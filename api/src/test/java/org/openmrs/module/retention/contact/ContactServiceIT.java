/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.GlobalProperty;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

class ContactServiceIT extends RetentionIT {

	private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T11:00:00Z");

	@Autowired
	private ContactDetails details;

	private ContactService service;

	private Clinic clinic;

	private PersonAttributeType mobile;

	private PersonAttributeType landline;

	private PersonAttributeType email;

	@BeforeEach
	void setUp() {
		service = Context.getService(ContactService.class);
		clinic = new Clinic(sessionFactory);
		mobile = attributeType("Mobile");
		landline = attributeType("Landline");
		email = attributeType("E-mail");
		set(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid() + ", " + landline.getUuid());
		set(RetentionSettings.EMAIL_ATTRIBUTE_TYPES, email.getUuid());
		set(RetentionSettings.DEFAULT_REGION, "GB");
		set(RetentionSettings.TIMEZONE, "Europe/Oslo");
	}

	@Test
	void getContactDetails_shouldFollowTheOrderOfTheSettings_andSayWhatCannotBeRead() {
		Person kari = clinic.aPerson("Kari");
		attribute(kari, email, "Kari@Example.org");
		attribute(kari, landline, "020 7946 0001");
		attribute(kari, mobile, "ask the daughter");
		flush();

		List<ContactDetail> read = service.getContactDetails(kari);

		assertThat(read).extracting(ContactDetail::getValue).containsExactly("ask the daughter", "+442079460001",
			"kari@example.org");
		assertThat(read).extracting(ContactDetail::isUsable).containsExactly(false, true, true);
		assertThat(read).extracting(ContactDetail::getPosition).containsExactly(0, 1, 2);
	}

	@Test
	void getContactDetails_shouldForgetANumberThatLeftTheChart() {
		Person kari = clinic.aPerson("Kari");
		PersonAttribute number = attribute(kari, mobile, "07700 900001");
		flush();
		service.getContactDetails(kari);
		number.setValue("07700 900002");
		flushAndClear();

		service.getContactDetails(sessionFactory.getCurrentSession().get(Person.class, kari.getPersonId()));
		flushAndClear();

		assertThat(service.findPersonsByNumber("07700900001")).isEmpty();
		assertThat(service.findPersonsByNumber("07700900002")).extracting(Person::getPersonId)
			.containsExactly(kari.getPersonId());
	}

	@Test
	void setPointState_shouldHoldForEveryoneWhoSharesTheNumber_andBeUndone() {
		Person mother = clinic.aPerson("Mother");
		Person child = clinic.aPerson("Child");
		attribute(mother, mobile, "07700 900003");
		attribute(child, landline, "+44 7700 900003");
		flush();
		String key = service.getContactKey("07700900003");
		service.getContactDetails(mother);

		service.setPointState(key, ContactPoint.State.WRONG, "attempt:1");
		flush();

		assertThat(service.getContactDetails(child)).extracting(ContactDetail::getState)
			.containsExactly(ContactPoint.State.WRONG);
		assertThat(service.getContactDetails(mother)).extracting(ContactDetail::getSharedWith).containsExactly(1);
		service.setPointState(key, ContactPoint.State.OK, null);
		assertThat(service.getContactDetails(child).get(0).isUsable()).isTrue();
	}

	@Test
	void setPointState_shouldRefuseANumberThatNobodyHas() {
		RetentionException refused = catchThrowableOfType(
			() -> service.setPointState("0000", ContactPoint.State.WRONG, "x"), RetentionException.class);
		assertThat(refused.getCode()).isEqualTo("retention.contact.error.unknown-point");
	}

	@Test
	void findPersonsByNumber_shouldFindByTheLastDigits() {
		Person one = clinic.aPerson("One");
		Person other = clinic.aPerson("Other");
		attribute(one, mobile, "07700 912345");
		attribute(other, mobile, "07700 902345");
		flush();
		service.getContactDetails(one);
		service.getContactDetails(other);

		assertThat(service.findPersonsByNumber("2345")).extracting(Person::getPersonId)
			.containsExactlyInAnyOrder(one.getPersonId(), other.getPersonId());
		assertThat(service.findPersonsByNumber("12345")).extracting(Person::getPersonId).containsExactly(one.getPersonId());
		assertThat(service.findPersonsByNumber("+44 7700 912 345")).extracting(Person::getPersonId)
			.containsExactly(one.getPersonId());
		RetentionException refused = catchThrowableOfType(() -> service.findPersonsByNumber("234"),
			RetentionException.class);
		assertThat(refused.getCode()).isEqualTo("retention.contact.error.number-too-short");
	}

	@Test
	void details_shouldCostAConstantNumberOfStatements() {
		List<Integer> people = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			Person person = clinic.aPerson("P" + i);
			attribute(person, mobile, "07700 9" + String.format("%05d", i));
			people.add(person.getPersonId());
		}
		flush();
		details.of(people, 1);
		flush();

		assertThat(statements(people)).isEqualTo(statements(people.subList(0, 3))).isLessThanOrEqualTo(8);
	}

	private long statements(Collection<Integer> people) {
		flushAndClear();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		statistics.clear();
		details.of(people, 1);
		flush();
		return statistics.getPrepareStatementCount();
	}

	@Test
	void saveContactProfile_shouldKeepEveryScript() {
		Patient patient = clinic.aPatient("Kari");
		ContactProfile profile = service.getProfile(patient);
		String note = String.join("", Collections.nCopies(249, "אב😀ё")).substring(0, 1000 - 1);
		profile.setStaffNote(note);
		profile.setLanguage("nb");
		profile.setBestWindows("MONDAY 17:00-19:00");

		service.saveContactProfile(profile);
		flushAndClear();

		ContactProfile read = service.getProfileByUuid(profile.getUuid());
		assertThat(read.getStaffNote()).isEqualTo(note);
		assertThat(read.getRelationship()).isEqualTo(ContactProfile.Relationship.CURRENT);
	}

	@ParameterizedTest
	@CsvSource({ "zone, Mars/Olympus, zone-unknown", "language, norwegian_, language-invalid",
		"bestWindows, Monday evening, window-invalid" })
	void saveContactProfile_shouldRefuseWhatCannotStandSo(String property, String value, String code) {
		ContactProfile profile = service.getProfile(clinic.aPatient("Kari"));
		switch (property) {
			case "zone":
				profile.setZone(value);
				break;
			case "language":
				profile.setLanguage(value);
				break;
			default:
				profile.setBestWindows(value);
		}
		RetentionException refused = catchThrowableOfType(() -> service.saveContactProfile(profile),
			RetentionException.class);
		assertThat(refused.getCode()).isEqualTo("retention.contact.error." + code);
		assertThat(refused.getField()).isEqualTo(property);
	}

	@Test
	void recordRefusal_shouldCountUntilItIsTakenBack() {
		Patient patient = clinic.aPatient("Kari");
		service.recordRefusal(patient, Arrays.asList(Purpose.RECALL, Purpose.SURVEY), false, "attempt:1", NOW);
		flush();

		assertThat(reason(patient, Purpose.RECALL)).isEqualTo("retention.contact.reason.refused");
		assertThat(reason(patient, Purpose.CARE)).isNull();
		assertThat(service.withdrawRefusals("attempt:1")).isEqualTo(2);
		flush();
		assertThat(reason(patient, Purpose.RECALL)).isNull();
	}

	@Test
	void mayContact_shouldGoByProfileAndChart() {
		Patient patient = clinic.aPatient("Kari");
		ContactProfile profile = service.getProfile(patient);
		profile.setDoNotCall(true);
		service.saveContactProfile(profile);
		flush();
		assertThat(reason(patient, Purpose.CARE)).isEqualTo("retention.contact.reason.do-not-call");
		patient.setDead(true);
		assertThat(reason(patient, Purpose.CARE)).isEqualTo("retention.contact.reason.dead");
	}

	@Test
	void mayContact_shouldGoByTheSettingsHours() {
		Patient patient = clinic.aPatient("Kari");
		set(RetentionSettings.CALLING_HOURS, "13:00-15:00");
		ContactDecision decision = service.mayContact(patient, Purpose.CARE, Channel.PHONE, null, TUESDAY_NOON);
		assertThat(decision.getUntil()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
		set(RetentionSettings.CALLING_HOURS, "whenever");
		assertThat(reason(patient, Purpose.CARE)).isNull();
	}

	@Test
	void getProfile_shouldRefuseAStaleVersion() {
		ContactProfile profile = service.getProfile(clinic.aPatient("Kari"));
		profile.setSadNewsUntil(LocalDate.parse("2027-01-01"));
		service.saveContactProfile(profile);
		flush();
		RetentionException refused = catchThrowableOfType(() -> profile.expectVersion(profile.getVersion() + 1),
			RetentionException.class);
		assertThat(refused.getKind()).isEqualTo(RetentionException.Kind.CONFLICT);
	}

	private String reason(Patient patient, Purpose purpose) {
		return service.mayContact(patient, purpose, Channel.PHONE, null, TUESDAY_NOON).getReason();
	}

	private PersonAttribute attribute(Person person, PersonAttributeType type, String value) {
		PersonAttribute attribute = new PersonAttribute(type, value);
		attribute.setPerson(person);
		return clinic.save(attribute);
	}

	private PersonAttributeType attributeType(String name) {
		PersonAttributeType type = new PersonAttributeType();
		type.setName(name + " " + UUID.randomUUID());
		type.setDescription(name);
		type.setFormat("java.lang.String");
		type.setSortWeight(1.0);
		return clinic.save(type);
	}

	private void set(String setting, String value) {
		GlobalProperty property = sessionFactory.getCurrentSession().get(GlobalProperty.class, setting);
		if (property == null) {
			property = new GlobalProperty(setting, value);
		}
		property.setPropertyValue(value);
		sessionFactory.getCurrentSession().saveOrUpdate(property);
		flush();
	}
}
