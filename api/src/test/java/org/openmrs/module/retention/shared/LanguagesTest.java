/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.User;

class LanguagesTest {

	@ParameterizedTest
	@CsvSource({ "ru, ru", "nb-NO, nb", "zh-Hans-CN, zh", "RU, ru", "fil, fil" })
	void of_shouldBeTheLanguageWithoutScriptAndRegion(String tag, String language) {
		assertThat(Languages.isTag(tag)).isTrue();
		assertThat(Languages.isKnown(tag)).isTrue();
		assertThat(Languages.of(tag)).isEqualTo(language);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "r", "Russian", "ru_RU", "ru RU", "12", "no such tag", "ru-RU-x-longer-than-20" })
	void isTag_shouldRefuseWhatNamesNoLanguage(String text) {
		assertThat(Languages.isTag(text)).isFalse();
		assertThat(Languages.isKnown(text)).isFalse();
	}

	@Test
	void isKnown_shouldRefuseALanguageThatThereIsNot() {
		assertThat(Languages.isTag("qq")).isTrue();
		assertThat(Languages.isKnown("qq")).isFalse();
	}

	@Test
	void spokenBy_shouldBeWhatTheAccountSays() {
		User user = new User();
		assertThat(Languages.spokenBy(user)).isEmpty();
		user.setUserProperty("proficientLocales", "en_GB, ru,,zh-Hans");
		user.setUserProperty("defaultLocale", "nb");
		assertThat(Languages.spokenBy(user)).containsExactly("en", "ru", "zh", "nb");
	}
}
