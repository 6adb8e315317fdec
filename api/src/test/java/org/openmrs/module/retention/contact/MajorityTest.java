/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorityTest {

	@ParameterizedTest
	@CsvSource({ "2008-03-11, 2026-03-11", "2008-02-29, 2026-03-01", "2010-12-31, 2028-12-31" })
	void on_shouldBeTheBirthday_andTheDayAfterFebruaryWhereThereIsNone(LocalDate born, LocalDate ofAge) {
		assertThat(new Majority(18).on(Date.valueOf(born))).isEqualTo(ofAge);
	}

	@ParameterizedTest
	@CsvSource({ "2008-02-28", "2008-02-29", "2008-03-01", "2010-03-01", "2009-12-31" })
	void bornAfter_shouldAgreeWithTheBirthday(LocalDate born) {
		Majority majority = new Majority(18);
		LocalDate ofAge = majority.on(Date.valueOf(born));
		assertThat(Date.valueOf(born)).isAfter(majority.bornAfter(ofAge.minusDays(1)));
		assertThat(Date.valueOf(born)).isBeforeOrEqualTo(majority.bornAfter(ofAge));
	}

	@Test
	void on_shouldBeUnknown_whenTheBirthDateIs() {
		assertThat(new Majority(18).on(null)).isNull();
	}
}
