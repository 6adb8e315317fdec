/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

	@ParameterizedTest
	@CsvSource({ "The staff were very kind and I was not afraid, en", "Det var lang ventetid og jeg fikk ikke beskjed, nb",
		"Долго ждали врача, ru", "等了很久，医生很好, zh", "El dentista es muy amable y no me dolió nada, es",
		"Le personnel est très gentil et je ne suis pas déçu, fr", "先生はとても親切でした, ja", "Дуже довго чекали на прийом її, uk",
		"OK врач хороший, ru", "Dr. Li 很好很好，谢谢, zh" })
	void of_shouldTellTheLanguage(String text, String language) {
		assertThat(LanguageGuess.of(text, null)).isEqualTo(language);
		assertThat(LanguageGuess.of(text, "pl")).isEqualTo(language);
	}

	@ParameterizedTest
	@CsvSource({ "Super!, nb", "Nei, no", "10/10, ru", "👍, zh-Hant", "Nothing, en-GB", "Долго ждали, ru-RU", "Bra, sv" })
	void of_shouldBeTheOneItWasAskedIn_whereTheTextDoesNotSayOtherwise(String text, String asked) {
		assertThat(LanguageGuess.of(text, asked)).isEqualTo(asked);
	}

	@Test
	void of_shouldSayNothing_whereNothingTells() {
		assertThat(LanguageGuess.of("?!", null)).isNull();
		assertThat(LanguageGuess.of("", null)).isNull();
		assertThat(LanguageGuess.of("\uD83D", null)).isNull();
	}
}
