/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Numbers are known before anybody looks at those who have them. */
class ChartNumbersIT extends RetentionIT {

	private static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

	private static final int READER = 1;

	private Clinic clinic;

	private PersonAttributeType mobile;

	private ContactDao dao;

	private ContactDetails details;

	private Instant now;

	@BeforeEach
	void setUp() {
		clinic = new Clinic(sessionFactory);
		mobile = clinic.anAttributeType("Test mobile");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		dao = applicationContext.getBean("retention.contactDao", ContactDao.class);
		details = applicationContext.getBean("retention.contactDetails", ContactDetails.class);
	}

	@Test
	void readNewest_shouldReadWhatWasEntered_andAskNothingWhenNothingWas() {
		ChartNumbers numbers = at(NOON);
		Person ada = someone("Ada", "22 11 00 61");
		numbers.readNewest(READER);
		assertThat(reachedAt("22 11 00 61")).containsExactly(ada);
		Person bo = someone("Bo", "+47 22 11 00 61");
		numbers.readNewest(READER);
		assertThat(reachedAt("22 11 00 61")).containsExactly(ada, bo);
		flush();
		sessionFactory.getStatistics().setStatisticsEnabled(true);
		long before = sessionFactory.getStatistics().getPrepareStatementCount();
		numbers.readNewest(READER);
		assertThat(sessionFactory.getStatistics().getPrepareStatementCount() - before)
			.as("the settings and the index").isLessThanOrEqualTo(2);
	}

	@Test
	void readNext_shouldReadEverybodyOnceADay_sliceBySlice() {
		Person ada = someone("Ada", "22 11 00 61");
		for (int i = 0; i < 2500; i++) {
			clinic.give(clinic.aPerson("P" + i), mobile, "23 1" + (10_000 + i));
		}
		flushAndClear();
		ChartNumbers numbers = at(NOON);
		int slices = all(numbers);
		assertThat(slices).isGreaterThanOrEqualTo(3);
		assertThat(reachedAt("22 11 00 61")).containsExactly(ada);
		PersonAttribute attribute = sessionFactory.getCurrentSession().get(Person.class, ada.getId()).getAttribute(mobile);
		attribute.setValue("22 11 00 62");
		flush();
		assertThat(all(numbers)).as("the round is done").isEqualTo(1);
		assertThat(reachedAt("22 11 00 61")).as("edited in place, and long ago entered").hasSize(1);
		assertThat(all(later(numbers))).isGreaterThanOrEqualTo(3);
		assertThat(reachedAt("22 11 00 61")).isEmpty();
		assertThat(reachedAt("22 11 00 62")).containsExactly(ada);
	}

	@Test
	void readNext_shouldDropWhatLeftTheChart() {
		Person ada = someone("Ada", "22 11 00 61");
		ChartNumbers numbers = at(NOON);
		all(numbers);
		sessionFactory.getCurrentSession().get(Person.class, ada.getId()).getAttribute(mobile).setVoided(true);
		flush();
		numbers.readNext(READER);
		assertThat(reachedAt("22 11 00 61")).isEmpty();
	}

	@Test
	void findPersonsByNumber_shouldFindWhoeverHasIt_onceTheNumbersAreRead() {
		Person ada = someone("Ada", "22 11 00 61");
		ContactService service = Context.getService(ContactService.class);
		while (service.readNumbers() > 0) {
			flush();
		}
		assertThat(service.findPersonsByNumber("0061")).contains(ada);
	}

	private ChartNumbers at(Instant start) {
		now = start;
		return new ChartNumbers(dao, details, new Clock() {

			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return now;
			}
		});
	}

	private ChartNumbers later(ChartNumbers numbers) {
		now = now.plus(Duration.ofHours(25));
		return numbers;
	}

	/** How many calls it took until nothing was left. */
	private int all(ChartNumbers numbers) {
		int calls = 1;
		while (numbers.readNext(READER) > 0) {
			calls++;
			flushAndClear();
		}
		flushAndClear();
		return calls;
	}

	private Person someone(String name, String number) {
		Person person = clinic.aPerson(name);
		clinic.give(person, mobile, number);
		flush();
		return person;
	}

	private List<Person> reachedAt(String number) {
		flush();
		return dao.persons(sessionFactory.getCurrentSession()
			.createQuery("select o.personId from retention.ContactPointOwner o where o.contactPoint.pointKey = :key",
				Integer.class)
			.setParameter("key", details.normalise(number).get().key()).list());
	}
}
