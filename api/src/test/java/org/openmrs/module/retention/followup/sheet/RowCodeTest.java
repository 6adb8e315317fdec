/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.openmrs.module.retention.shared.RetentionException;

class RowCodeTest {

	@Property
	void read_shouldTakeACodeAsPeopleTypeIt(@ForAll long seed) {
		String code = RowCode.draw(new Random(seed));
		assertThat(RowCode.read(code)).isEqualTo(code);
		assertThat(RowCode.read(" " + RowCode.shown(code).toLowerCase(Locale.ROOT) + " ")).isEqualTo(code);
		assertThat(RowCode.read(code.replaceAll("(..)", "$1 "))).isEqualTo(code);
	}

	@Property
	void read_shouldRefuseACodeWithOneCharacterMisread(@ForAll long seed, @ForAll @IntRange(max = 5) int place,
		@ForAll @IntRange(min = 1, max = 18) int by) {
		String code = RowCode.draw(new Random(seed));
		int wrong = (RowCode.ALPHABET.indexOf(code.charAt(place)) + by) % RowCode.ALPHABET.length();
		refused(code.substring(0, place) + RowCode.ALPHABET.charAt(wrong) + code.substring(place + 1));
	}

	@Property
	void read_shouldRefuseACodeWithTwoCharactersExchanged(@ForAll long seed, @ForAll @IntRange(max = 5) int one,
		@ForAll @IntRange(max = 5) int other) {
		char[] code = RowCode.draw(new Random(seed)).toCharArray();
		if (code[one] != code[other]) {
			char first = code[one];
			code[one] = code[other];
			code[other] = first;
			refused(new String(code));
		}
	}

	@Property
	void read_shouldRefuseWhatIsNoCode(@ForAll String typed) {
		boolean five = typed.replaceAll("[\\s-]", "").length() != RowCode.LENGTH;
		if (five) {
			refused(typed);
		}
	}

	@Property(tries = 20)
	void alphabet_shouldHoldNothingThatLooksAlike(@ForAll @IntRange(max = 18) int place) {
		assertThat(RowCode.ALPHABET).hasSize(19).doesNotContainPattern("(.).*\\1");
		assertThat("0OQD1IL2Z5S6G8BUV").doesNotContain(RowCode.ALPHABET.substring(place, place + 1));
	}

	private static void refused(String typed) {
		assertThatThrownBy(() -> RowCode.read(typed)).isInstanceOf(RetentionException.class)
			.hasMessage("retention.followup.error.sheet-code-wrong");
	}
}
