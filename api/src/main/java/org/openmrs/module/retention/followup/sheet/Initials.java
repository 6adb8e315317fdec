/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.PersonName;

/** What somebody wrote down as initials, and whose they may be. Pure. */
final class Initials {

	private final String letters;

	private Initials(String letters) {
		this.letters = letters;
	}

	/** With or without dots, small or large; null: these are none. */
	static Initials read(String written) {
		String letters = written.codePoints().filter(c -> !Character.isWhitespace(c) && c != '.' && c != '-')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
			.toUpperCase(Locale.ROOT);
		boolean plausible = letters.codePoints().allMatch(Character::isLetter) && length(letters) > 1 && length(letters) < 7;
		return plausible ? new Initials(letters) : null;
	}

	/** The first letter of the first name. */
	String first() {
		return firstOf(letters);
	}

	/** Of the first and the family name, or of every name that the person has. */
	boolean mayBeOf(PersonName name) {
		return letters.equals(of(words(name.getGivenName()).limit(1), words(name.getFamilyName()).limit(1)))
			|| letters.equals(of(words(name.getGivenName()),
				Stream.concat(words(name.getMiddleName()), words(name.getFamilyName()))));
	}

	private static String of(Stream<String> given, Stream<String> others) {
		return Stream.concat(given, others).map(Initials::firstOf).collect(Collectors.joining()).toUpperCase(Locale.ROOT);
	}

	private static Stream<String> words(String names) {
		return Arrays.stream(Objects.toString(names, "").split("[\\s-]+")).filter(word -> !word.isEmpty());
	}

	private static String firstOf(String word) {
		return new String(Character.toChars(word.codePointAt(0)));
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}
}
