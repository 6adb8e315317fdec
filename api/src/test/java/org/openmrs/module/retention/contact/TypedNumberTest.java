/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.shared.RetentionException;

class TypedNumberTest {

	@ParameterizedTest
	@CsvSource({ "90 00 00 01, NO, +4790000001", "+47 900 00 001, , +4790000001", "0047 90000001, NO, +4790000001",
		"(020) 7946-0001, GB, +442079460001", "＋４７ 900 00 001, , +4790000001",
		"٩٠ 00 00 01, NO, +4790000001" })
	void read_shouldTakeANumber_asPeopleWriteIt(String typed, String region, String number) {
		assertThat(TypedNumber.read(typed, region).getValue()).isEqualTo(number);
	}

	@ParameterizedTest
	@CsvSource({ "90 00 00 01 (mother), NO, unreadable", "0800 FLOWERS, GB, unreadable", "<b>, NO, unreadable",
		"+, NO, unreadable", "9000, NO, short", "+47 1, , short", "90 00 00 01 23 45 67 89, NO, long",
		"+447700900001234567890, , long", "90 00 00 01, , country", "+999 90000001, NO, country" })
	void read_shouldSayWhatIsWrong(String typed, String region, String reason) {
		RetentionException thrown = catchThrowableOfType(() -> TypedNumber.read(typed, region), RetentionException.class);

		assertThat(thrown.getCode()).isEqualTo("retention.contact.error.number-" + reason);
		assertThat(thrown.getField()).isEqualTo("value");
	}
}
