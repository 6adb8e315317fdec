/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openmrs.module.retention.calendar.Calendars.office;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionException.Kind;

class CalendarServiceIT extends RetentionIT {

	private static final String OFFICE = "5a1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b8b";

	private static final String OTHER = "0b5b7b55-6c27-4a0b-8b36-4d1e5c1d2a10";

	private static final CalendarSearch ALL = CalendarSearch.builder().build();

	private CalendarService service;

	@BeforeEach
	void findService() {
		service = Context.getService(CalendarService.class);
	}

	@Test
	void saveCalendar_shouldKeepTheUuidAndTheWholeDefinition() {
		CalendarDefinition definition = office(OFFICE).standard(true).build();
		service.saveCalendar(definition);
		flushAndClear();

		RetentionCalendar found = service.getCalendarByUuid(OFFICE);
		assertThat(found.toDefinition()).isEqualTo(definition);
		assertThat(found.getName()).isEqualTo("Office");
		assertThat(found.getCreator()).isEqualTo(Context.getAuthenticatedUser());
	}

	@Test
	void saveCalendar_shouldChangeTheOneThatHasTheUuid() {
		service.saveCalendar(office(OFFICE).build());
		service.saveCalendar(office(OFFICE).name("Surgery").build());
		flushAndClear();

		assertThat(service.countCalendars(ALL)).isEqualTo(1);
		assertThat(service.getCalendarByUuid(OFFICE).toDefinition().getName()).isEqualTo("Surgery");
	}

	@Test
	void saveCalendar_shouldRefuseAMistakeWithItsCodeAndProperty() {
		assertThatExceptionOfType(RetentionException.class)
			.isThrownBy(() -> service.saveCalendar(office(OFFICE).hours(null).build())).satisfies(e -> {
				assertThat(e.getKind()).isEqualTo(Kind.INVALID);
				assertThat(e.getCode()).isEqualTo(CalendarValidator.NEVER_OPEN);
				assertThat(e.getField()).isEqualTo("hours");
			});
		assertThat(service.countCalendars(ALL)).isZero();
	}

	@Test
	void saveCalendar_shouldRefuseASecondStandardCalendar() {
		service.saveCalendar(office(OFFICE).standard(true).build());
		service.saveCalendar(office(OFFICE).standard(true).name("Still the standard").build());

		assertThatExceptionOfType(RetentionException.class)
			.isThrownBy(() -> service.saveCalendar(office(OTHER).standard(true).build())).satisfies(e -> {
				assertThat(e.getKind()).isEqualTo(Kind.CONFLICT);
				assertThat(e.getCode()).isEqualTo("retention.calendar.error.standard-taken");
			});
	}

	@Test
	void retireCalendar_shouldNeedAReasonAndBeUndone() {
		RetentionCalendar calendar = service.saveCalendar(office(OFFICE).build());

		assertThatExceptionOfType(RetentionException.class).isThrownBy(() -> service.retireCalendar(calendar, " "))
			.satisfies(e -> assertThat(e.getCode()).isEqualTo("retention.calendar.error.reason-missing"));
		service.retireCalendar(calendar, "Moved");
		flushAndClear();
		assertThat(service.countCalendars(ALL)).isZero();
		RetentionCalendar retired = service.getCalendarByUuid(OFFICE);
		assertThat(retired.getRetired()).isTrue();
		assertThat(retired.getRetireReason()).isEqualTo("Moved");
		assertThat(retired.getRetiredBy()).isEqualTo(Context.getAuthenticatedUser());

		service.unretireCalendar(retired);
		flushAndClear();
		assertThat(service.findCalendars(ALL, new Page(0, 10))).extracting(RetentionCalendar::getUuid)
			.containsExactly(OFFICE);
	}

	@Test
	void unretireCalendar_shouldRefuse_whenAnotherHasBecomeTheStandard() {
		RetentionCalendar first = service.saveCalendar(office(OFFICE).standard(true).build());
		service.retireCalendar(first, "Moved");
		service.saveCalendar(office(OTHER).standard(true).build());

		assertThatExceptionOfType(RetentionException.class).isThrownBy(() -> service.unretireCalendar(first))
			.satisfies(e -> assertThat(e.getCode()).isEqualTo("retention.calendar.error.standard-taken"));
	}

	@Test
	void findCalendars_shouldFilterByNameAndCutPages() {
		service.saveCalendar(office(OFFICE).name("Main site").build());
		service.saveCalendar(office(OTHER).name("Branch 100%").build());
		flushAndClear();

		assertThat(service.findCalendars(ALL, new Page(0, 10))).extracting(RetentionCalendar::getName)
			.containsExactly("Branch 100%", "Main site");
		assertThat(service.findCalendars(ALL, new Page(1, 1))).extracting(RetentionCalendar::getName)
			.containsExactly("Main site");
		assertThat(service.findCalendars(CalendarSearch.builder().name("0%").build(), new Page(0, 10)))
			.extracting(RetentionCalendar::getName).containsExactly("Branch 100%");
		assertThat(service.countCalendars(CalendarSearch.builder().name("%site%").build())).isZero();
	}
}
