/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.retention.question.TextKind;

class WordsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Very KIND, dentist!|very kind dentist", "Ждали  час...|ждали час",
		"Straße STRASSE|strasse strasse", "ﬁne Ｆｕｌｌ|fine full", "cafe\u0301 café|café café", "3 weeks|3 weeks",
		"等了1小时。|等 了 1 小 时", "good👍👍|good 👍 👍", "รอนาน|ร อ น า น", "don't|don t" })
	void of_shouldFoldAndSplit(String text, String words) {
		assertThat(Words.of(text).toList()).containsExactly(words.split(" "));
	}

	@Test
	void of_shouldKeepMarksWithTheirLetters() {
		assertThat(Words.of("कीमत ज़्यादा है").toList()).hasSize(3);
	}

	@Test
	void phrase_shouldBeWrittenAsInTheLanguage() {
		assertThat(Words.of("等了1小时").phrase(0, 5)).isEqualTo("等了1小时");
		assertThat(Words.of("a long, long wait").phrase(1, 4)).isEqualTo("long long wait");
	}

	@Test
	void of_shouldPassOverWhatIsTooLong() {
		char[] letters = new char[3 * Words.LONGEST_TEXT];
		Arrays.fill(letters, 'a');

		assertThat(Words.of(new String(letters)).word(0)).hasSize(Words.LONGEST_TEXT);
	}

	@Property(tries = 2000)
	void of_shouldSplitAnything_theSameWayEachTime(@ForAll("texts") String text) {
		CommentText comment = new CommentText(text, TextKind.COULD_BE_BETTER);

		assertThat(Words.of(text).toList()).isEqualTo(Words.of(text).toList()).allMatch(word -> !word.isEmpty());
		assertThat(TextFeatures.of(comment)).isDeepEqualTo(TextFeatures.of(comment)).hasNumberOfRows(TextFeatures.BLOCKS);
	}

	/** Half of any characters at all, unpaired surrogates too, half of what scripts and marks make difficult. */
	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(60),
			Arbitraries.strings()
				.withChars("aÉß \u0301\u0345İıς牙疼ไทยשלוםم\uD83D\uDC4D\uD800\uDFFF'’-。1٣ﬁ\u200D\uFE0F\u0000\n")
				.ofMaxLength(60));
	}
}
