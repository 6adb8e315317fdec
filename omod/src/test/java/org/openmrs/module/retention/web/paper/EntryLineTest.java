/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.Form;

class EntryLineTest {

	@Test
	void answers_shouldBeReadOneByOne() {
		assertThat(answers("1y, 2b; 3=7,4:-2,5 = sore and tired , 6 n,")).isEqualTo(
			Map.of("1", "y", "2", "b", "3", 7, "4", -2, "5", "sore and tired", "6", "n"));
		assertThat(answers("2a,2c")).isEqualTo(Map.of("2", List.of("a", "c")));
		assertThat(answers("1y\uFF0C2\uFF1A3\uFF1B3\uFF1D4")).isEqualTo(Map.of("1", "y", "2", 3, "3", 4));
		assertThat(line("row", "X").body()).doesNotContainKey("answers");
	}

	/** What would be left out or misread is quoted. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "y|y", "y, 2b|y", "1y, b|b", "12|12", "1y, 12|12", "1 7|1 7", "1=|1=",
		"3=7, =2|=2",
		"1234y|1234y", "yes; 1n|yes", "1y, -|-", "', ;'|', ;'" })
	void answers_shouldBeRefused_whenAPieceIsNone(String typed, String quoted) {
		RetentionException refused = refusal(line("row", "X", "answers", typed));
		assertThat(refused.getCode()).isEqualTo("retention.page.error.answer-unreadable");
		assertThat(refused.getField()).isEqualTo("answers");
		assertThat(refused.getArguments()).containsExactly(quoted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "from", "until" })
	void window_shouldBeRefused_withoutItsDay(String time) {
		assertThat(refusal(line("row", "X", time, "09:00")).getField()).isEqualTo("day");
		assertThat(line("row", "X", time, "09:00", "day", "2026-11-23").body()).containsEntry(
			"from".equals(time) ? "windowFrom" : "windowBy", "2026-11-23T09:00");
	}

	@ParameterizedTest
	@CsvSource({ "answers,answers", "answers.3,answers", "windowFrom,from", "windowBy,until", "until,day", "box,box" })
	void refusal_shouldBeAtTheFieldOfTheForm(String field, String shown) {
		assertThat(line("row", "X").refused("wrong", field).getProblemField()).isEqualTo(shown);
	}

	private static Object answers(String typed) {
		return line("row", "X", "answers", typed).body().get("answers");
	}

	private static RetentionException refusal(EntryLine line) {
		return catchThrowableOfType(line::body, RetentionException.class);
	}

	private static EntryLine line(String... typed) {
		Map<String, String[]> fields = new HashMap<>();
		for (int i = 0; i < typed.length; i += 2) {
			fields.put(typed[i] + ".0", new String[]{ typed[i + 1] });
		}
		return EntryLine.of(new Form(fields)).get(0);
	}
}
