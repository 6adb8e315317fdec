/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.PersonName;

class InitialsTest {

	@ParameterizedTest
	@CsvSource({ "KN,Kari,,Nordmann", "kn,Kari,,Nordmann", "K.N.,kari,Marie,nordmann", "KMN,Kari,Marie,Nordmann",
		"K. M. N.,Kari,Marie,Nordmann", "AMB,Anne-Marie,,Berg", "AB,Anne Marie,,Berg", "АП,Анна,,Петрова",
		"小王,小明,,王", "JLG,Juan,,Lopez Garcia" })
	void initials_shouldBeThoseOfTheNames(String written, String given, String middle, String family) {
		assertThat(Initials.read(written).mayBeOf(new PersonName(given, middle, family))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "NK,Kari,,Nordmann", "KM,Kari,Marie,Nordmann", "KNN,Kari,,Nordmann", "KN,Kari,,", "KN,,,Nordmann" })
	void initials_shouldNotBeThoseOfOthers(String written, String given, String middle, String family) {
		assertThat(Initials.read(written).mayBeOf(new PersonName(given, middle, family))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "K", " . ", "K1", "kari_n", "KARINORDMANN", "%%" })
	void read_shouldTakeNoOtherWriting(String written) {
		assertThat(Initials.read(written)).isNull();
	}
}
