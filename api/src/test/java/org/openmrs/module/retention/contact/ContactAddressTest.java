/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactAddressTest {

	@ParameterizedTest
	@CsvSource({ "07700 900123, GB, +447700900123", "+44 (0)7700-900123, NO, +447700900123", "22 34 56 78, NO, +4722345678",
		"8 (912) 345-67-89, RU, +79123456789", "0047 22345678, NO, +4722345678" })
	void phone_shouldReadWhatPeopleWrite(String written, String region, String normal) {
		assertThat(ContactAddress.phone(written, region)).get().extracting(ContactAddress::getValue).isEqualTo(normal);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ask the daughter", "12", "", "+", "٩" })
	void phone_shouldReadNoNumber_whereThereIsNone(String written) {
		assertThat(ContactAddress.phone(written, "NO")).isEmpty();
	}

	@Test
	void phone_shouldReadANumberWithoutCountryCode_onlyWhenTheCountryIsKnown() {
		assertThat(ContactAddress.phone("22345678", null)).isEmpty();
		assertThat(ContactAddress.phone("+4722345678", null)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "kari", "kari@", "@example.org", "kari@example", "ka ri@example.org" })
	void email_shouldReadNoAddress_whereThereIsNone(String written) {
		assertThat(ContactAddress.email(written)).isEmpty();
	}

	@Test
	void key_shouldBeTheSameHoweverItIsWritten() {
		assertThat(ContactAddress.email(" Kari@Example.org ").get().key())
			.isEqualTo(ContactAddress.email("kari@example.org").get().key()).hasSize(64);
		assertThat(ContactAddress.phone("07700 900123", "GB").get().key())
			.isEqualTo(ContactAddress.phone("+447700900123", null).get().key());
	}

	@Test
	void toString_shouldNotShowTheNumber() {
		assertThat(ContactAddress.phone("07700 900123", "GB").get().toString()).doesNotContain("900123");
	}
}
