/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.shared.RetentionException;

class JsonBodyTest {

	private enum Colour {
		RED, GREEN
	}

	@Test
	void of_shouldRefuseUnknownProperty() {
		refuses(() -> JsonBody.of(Map.of("a", 1, "b", 2), "a"), "unknown-property", "b");
	}

	@Test
	void object_shouldNameThePath_whenPropertyWithinIsUnknown() {
		refuses(() -> body("promise", Map.of("who", "me")).object("promise", "what"), "unknown-property", "promise.who");
	}

	@Test
	void text_shouldTrimAndTakeBlankForAbsent() {
		assertThat(body("x", "  a b ").text("x", 10)).isEqualTo("a b");
		assertThat(body("x", " ").text("x", 10)).isNull();
		assertThat(body("x", null).text("x", 10)).isNull();
	}

	@Test
	void text_shouldRefuseOtherTypesAndTooMuch() {
		refuses(() -> body("x", 7).text("x", 10), "wrong-type", "x");
		refuses(() -> body("x", Map.of("y", 1)).text("x", 10), "wrong-type", "x");
		refuses(() -> body("x", "a\0b").text("x", 10), "wrong-type", "x");
		refuses(() -> body("x", "12345678901").text("x", 10), "too-long", "x");
		refuses(() -> body("x", " ").requiredText("x", 10), "missing", "x");
	}

	@Test
	void number_shouldRefuseOtherTypesAndTooLittle() {
		assertThat(body("x", 3).number("x", 0)).isEqualTo(3);
		refuses(() -> body("x", "3").number("x", 0), "wrong-type", "x");
		refuses(() -> body("x", 3.5).number("x", 0), "wrong-type", "x");
		refuses(() -> body("x", 3_000_000_000L).number("x", 0), "wrong-type", "x");
		refuses(() -> body("x", -1).number("x", 0), "wrong-type", "x");
	}

	@Test
	void flag_shouldRefuseTexts() {
		assertThat(body("x", true).flag("x")).isTrue();
		assertThat(body("x", null).flag("x")).isFalse();
		refuses(() -> body("x", "true").flag("x"), "wrong-type", "x");
	}

	@Test
	void choice_shouldTakeNamesOnly() {
		assertThat(body("x", "RED").choice("x", Colour.class)).isEqualTo(Colour.RED);
		refuses(() -> body("x", "red").choice("x", Colour.class), "unknown-value", "x");
		refuses(() -> body("x", 0).choice("x", Colour.class), "unknown-value", "x");
		refuses(() -> body("x", Arrays.asList("RED", null)).choices("x", Colour.class), "unknown-value", "x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-10-25T01:30:00+01:00", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00.000+0100",
		"2026-10-25T01:30+01" })
	void instant_shouldReadTheFormsOfIsoWithAnOffset(String text) {
		assertThat(body("x", text).instant("x")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-10-25T01:30:00", "2026-10-25", "yesterday", "2026-02-30T00:00:00Z", "1-1-1",
		"+999999999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z" })
	void instant_shouldRefuseWhatHasNoOffsetOrIsNoTime(String text) {
		refuses(() -> body("x", text).instant("x"), "wrong-type", "x");
	}

	@Test
	void date_shouldReadIsoDatesOnly() {
		assertThat(body("x", "2024-02-29").date("x")).isEqualTo(LocalDate.of(2024, 2, 29));
		refuses(() -> body("x", "2023-02-29").date("x"), "wrong-type", "x");
		refuses(() -> body("x", "29.02.2024").date("x"), "wrong-type", "x");
	}

	@Test
	void texts_shouldRefuseHolesAndWhatIsNoList() {
		assertThat(body("x", Arrays.asList("a", "b")).texts("x", 5)).containsExactly("a", "b");
		assertThat(body("x", null).texts("x", 5)).isEmpty();
		refuses(() -> body("x", "a").texts("x", 5), "wrong-type", "x");
		refuses(() -> body("x", Arrays.asList("a", null)).texts("x", 5), "missing", "x");
	}

	@Test
	void bind_shouldNameThePathOfWhatItRefuses() {
		assertThat(JsonBody.bind(Map.of("name", "Oslo", "standard", true), CalendarDefinition.class).getName())
			.isEqualTo("Oslo");
		refuses(() -> JsonBody.bind(Map.of("nosuch", 1), CalendarDefinition.class), "unknown-property", "nosuch");
		refuses(() -> JsonBody.bind(Map.of("exceptions", Arrays.asList(Map.of("dat", "x"))), CalendarDefinition.class),
			"unknown-property", "exceptions[0].dat");
		refuses(() -> JsonBody.bind(Map.of("hours", "all day"), CalendarDefinition.class), "wrong-value", "hours");
	}

	private static JsonBody body(String name, Object value) {
		return JsonBody.of(Collections.singletonMap(name, value), name);
	}

	private static void refuses(ThrowingCallable action, String reason, String field) {
		assertThatThrownBy(action).isInstanceOfSatisfying(RetentionException.class, refusal -> {
			assertThat(refusal.getKind()).isEqualTo(RetentionException.Kind.INVALID);
			assertThat(refusal.getCode()).isEqualTo("retention.web.error." + reason);
			assertThat(refusal.getField()).isEqualTo(field);
		});
	}
}
