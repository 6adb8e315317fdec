/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

	@Test
	void random_shouldNeverRepeat_andBeReadAgain() {
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < 10_000; i++) {
			Token token = Token.random();
			assertThat(seen.add(token.getText())).isTrue();
			assertThat(Token.read(token.getText()).hash()).isEqualTo(token.hash());
		}
		assertThat(seen).allMatch(text -> text.length() == 22);
	}

	@Test
	void hash_shouldBeStoredInPlaceOfTheSecret_whichIsNotPrintedEither() {
		Token token = Token.random();
		assertThat(token.hash()).hasSize(64).doesNotContain(token.getText());
		assertThat(token.toString()).doesNotContain(token.getText());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAA.json",
		"AAAAAAAAAAAAAAAAAAAAAA;x=1", "../../../../../../../..", "AAAAAAAAAAAAAAAAAAAAA\u0660" })
	void read_shouldAnswerNull_whenItIsNoToken(String text) {
		assertThat(Token.read(text)).isNull();
	}

	/** One text, one token: no two texts lead to one invitation. */
	@Property
	void read_shouldTakeATextAsItIsOrNotAtAll(@ForAll String text) {
		Token token = Token.read(text);
		assertThat(token == null || token.getText().equals(text)).isTrue();
		assertThat(Token.read(null)).isNull();
	}
}
