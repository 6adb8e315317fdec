/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicVoicesTest {

	private static final int MANY = 400;

	private static List<ClinicVoices.Words> wishes(long seed, String where, String language, boolean content) {
		ClinicVoices voices = new ClinicVoices(new SplittableRandom(seed));
		List<ClinicVoices.Words> said = new ArrayList<>();
		for (int i = 0; i < MANY; i++) {
			said.add(voices.wish(where, language, content));
		}
		return said;
	}

	@Test
	void wish_shouldBeTheSame_whenTheSeedIs() {
		assertThat(wishes(3, "dental", "nb", false)).isEqualTo(wishes(3, "dental", "nb", false))
			.isNotEqualTo(wishes(4, "dental", "nb", false));
	}

	@ParameterizedTest
	@CsvSource({ "en, waited", "nb, ventet", "ru, Ждала", "zh, 四十五分钟" })
	void wish_shouldBeInTheLanguage_andAFewInEnglish(String language, String word) {
		List<ClinicVoices.Words> said = wishes(1, "any", language, false);
		assertThat(said).anyMatch(words -> words.text().contains(word));
		assertThat(said.stream().filter(words -> words.language().equals(language)).count()).isGreaterThan(MANY * 9 / 10);
	}

	@Test
	void wish_shouldBeOfTheClinicsPart_andOfTheScore() {
		Set<String> dental = new HashSet<>();
		wishes(1, "dental", "en", false).forEach(words -> dental.addAll(words.themes()));
		assertThat(dental).contains("waiting", "price", "dental-estimate").doesNotContain("optical-fit",
			"nothing-to-improve");
		assertThat(wishes(1, "optical", "en", false)).anyMatch(words -> words.themes().contains("optical-fit"))
			.noneMatch(words -> words.themes().contains("dental-estimate"));
		assertThat(wishes(1, "any", "en", true)).anyMatch(words -> words.themes().isEmpty())
			.anyMatch(words -> words.themes().contains("nothing-to-improve"))
			.anyMatch(words -> words.themes().contains("waiting"));
	}
}
