/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;

class ContactNumberServiceIT extends RetentionIT {

	private ContactNumberService service;

	private Clinic clinic;

	private PersonAttributeType mobile;

	private PersonAttributeType landline;

	private PersonAttributeType email;

	private Patient kari;

	@BeforeEach
	void setUp() {
		service = Context.getService(ContactNumberService.class);
		clinic = new Clinic(sessionFactory);
		mobile = type("Mobile");
		landline = type("Landline");
		email = type("E-mail");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid() + ", " + landline.getUuid());
		clinic.setting(RetentionSettings.EMAIL_ATTRIBUTE_TYPES, email.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "GB");
		kari = clinic.aPatient("Kari");
		flushAndClear();
	}

	@Test
	void enterNumber_shouldWriteItIntoTheChart_inItsNormalForm() {
		ContactDetail entered = service.enterNumber(kari(), mobile.getUuid(), " 07700 900001 ", null);
		service.enterNumber(kari(), email.getUuid(), "Kari@Example.org", null);
		flushAndClear();

		assertThat(entered.getValue()).isEqualTo("+447700900001");
		assertThat(entered.getUuid()).isNotNull();
		assertThat(values(kari())).containsExactlyInAnyOrder("+447700900001", "kari@example.org");
		assertThat(service.getFreeTypes(kari())).containsExactly(landline);
		assertThat(service.getEarlierNumbers(kari())).isEmpty();
		assertThat(Context.getService(ContactService.class).findPersonsByNumber("900001"))
			.extracting(Person::getPersonId).containsExactly(kari.getPersonId());
	}

	@Test
	void enterNumber_shouldKeepWhatItTakesThePlaceOf_andLeaveOthersTheirs() {
		Person mother = clinic.aPerson("Mother");
		attribute(mother, "07700 900001");
		flush();
		Context.getService(ContactService.class).getContactDetails(mother);
		PersonAttribute old = attribute(kari, "07700 900001");
		flushAndClear();

		service.enterNumber(kari(), mobile.getUuid(), "07700 900002", old.getUuid());
		flushAndClear();

		assertThat(values(kari())).containsExactly("+447700900002");
		PersonAttribute earlier = service.getEarlierNumbers(kari()).get(0);
		assertThat(earlier.getUuid()).isEqualTo(old.getUuid());
		assertThat(earlier.getVoidedBy()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(earlier.getVoidReason()).isEqualTo("now +447700900002");
		ContactService contacts = Context.getService(ContactService.class);
		assertThat(contacts.getContactDetails(kari())).extracting(ContactDetail::getValue)
			.containsExactly("+447700900002");
		assertThat(contacts.findPersonsByNumber("07700900001")).extracting(Person::getPersonId)
			.containsExactly(mother.getPersonId());
	}

	@Test
	void enterNumber_shouldMakeRoom_whereWhatIsThereCannotBeRead() {
		PersonAttribute old = attribute(kari, "ask the daughter");
		flushAndClear();

		service.enterNumber(kari(), mobile.getUuid(), "07700 900002", old.getUuid());
		flushAndClear();

		assertThat(values(kari())).containsExactly("+447700900002");
	}

	@Test
	void enterNumber_shouldRefuse_whatCannotBe() {
		PersonAttribute old = attribute(kari, "07700 900001");
		flushAndClear();

		assertCode("number-unreadable", () -> service.enterNumber(kari(), mobile.getUuid(), " ", old.getUuid()));
		assertCode("number-short", () -> service.enterNumber(kari(), mobile.getUuid(), "07700", old.getUuid()));
		assertCode("address-unreadable", () -> service.enterNumber(kari(), email.getUuid(), "kari at home", null));
		assertCode("unknown-number-type", () -> service.enterNumber(kari(), "x", "07700 900002", null));
		assertCode("number-there", () -> service.enterNumber(kari(), landline.getUuid(), "+44 7700 900001", null));
		assertCode("number-changed", () -> service.enterNumber(kari(), mobile.getUuid(), "07700 900002", null));
		assertCode("number-changed", () -> service.enterNumber(kari(), landline.getUuid(), "07700 900002", old.getUuid()));
		assertThat(values(kari())).containsExactly("07700 900001");
	}

	@Test
	void enterNumber_shouldRefuse_whenAnotherHasCorrectedItMeanwhile() {
		PersonAttribute old = attribute(kari, "07700 900001");
		flushAndClear();
		service.enterNumber(kari(), mobile.getUuid(), "07700 900002", old.getUuid());
		flushAndClear();

		assertCode("number-changed", () -> service.enterNumber(kari(), mobile.getUuid(), "07700 900003", old.getUuid()));
		assertCode("number-changed", () -> service.removeNumber(kari(), old.getUuid(), "gone"));
	}

	@Test
	void removeNumber_shouldStrikeItOut_forThisPersonAlone() {
		Person mother = clinic.aPerson("Mother");
		attribute(mother, "07700 900001");
		flush();
		Context.getService(ContactService.class).getContactDetails(mother);
		PersonAttribute old = attribute(kari, "07700 900001");
		flushAndClear();

		assertCode("reason-missing", () -> service.removeNumber(kari(), old.getUuid(), " "));
		service.removeNumber(kari(), old.getUuid(), "moved out");
		flushAndClear();

		assertThat(values(kari())).isEmpty();
		assertThat(service.getEarlierNumbers(kari())).extracting(PersonAttribute::getVoidReason)
			.containsExactly("moved out");
		assertThat(Context.getService(ContactService.class).findPersonsByNumber("07700900001"))
			.extracting(Person::getPersonId).containsExactly(mother.getPersonId());
	}

	private Patient kari() {
		return Context.getPatientService().getPatient(kari.getPatientId());
	}

	private static List<String> values(Person person) {
		return person.getActiveAttributes().stream().map(PersonAttribute::getValue).collect(Collectors.toList());
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThat(catchThrowableOfType(call, RetentionException.class).getCode())
			.isEqualTo("retention.contact.error." + code);
	}

	private PersonAttribute attribute(Person person, String value) {
		PersonAttribute attribute = new PersonAttribute(mobile, value);
		attribute.setPerson(person);
		return clinic.save(attribute);
	}

	private PersonAttributeType type(String name) {
		PersonAttributeType type = new PersonAttributeType();
		type.setName(name + " " + UUID.randomUUID());
		type.setDescription(name);
		type.setFormat("java.lang.String");
		type.setSortWeight(1.0);
		return clinic.save(type);
	}
}
