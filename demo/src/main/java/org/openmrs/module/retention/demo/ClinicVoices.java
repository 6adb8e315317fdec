/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What the patients of the demo clinic write, in four languages, and which themes it is about. */
final class ClinicVoices {

	/** What somebody has written. @param themes their codes; none: no theme explains it */
	record Words(String text, String language, Set<String> themes) {
	}

	private record Sentence(boolean praise, String where, String theme, List<String> texts) {

		boolean isHeard(boolean asPraise, String at) {
			return praise == asPraise && (where.equals("any") || where.equals(at));
		}

		boolean isContent() {
			return theme.isEmpty() || theme.equals("nothing-to-improve");
		}
	}

	private static final List<String> LANGUAGES = List.of("en", "nb", "ru", "zh");

	private static final String FILE = "/demo-clinic/comments.tsv";

	private static final int COLUMNS_BEFORE = 3;

	/** Who is content and asked what could be better has mostly little to say. */
	private static final int CONTENT_PERCENT = 65;

	private static final int TWICE_PERCENT = 25;

	private static final int OTHER_LANGUAGE_PERCENT = 4;

	private final List<Sentence> sentences;

	private final SplittableRandom random;

	ClinicVoices(SplittableRandom random) {
		this.random = random;
		try (BufferedReader lines = new BufferedReader(
			new InputStreamReader(ClinicVoices.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
			sentences = lines.lines().skip(1).map(line -> List.of(line.split("\t", -1)))
				.map(line -> new Sentence(line.get(0).equals("+"), line.get(1), line.get(2),
					line.subList(COLUMNS_BEFORE, line.size())))
				.toList();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What was good. @param where {@code dental}, {@code optical} or {@code any} */
	Words praise(String where, String language) {
		return say(sentences.stream().filter(sentence -> sentence.isHeard(true, where)), language);
	}

	/** What could be better. @param content whether the score was high */
	Words wish(String where, String language, boolean content) {
		boolean little = content && random.nextInt(100) < CONTENT_PERCENT;
		return say(sentences.stream().filter(sentence -> sentence.isHeard(false, where))
			.filter(sentence -> sentence.isContent() == little || content && !little), language);
	}

	private Words say(Stream<Sentence> possible, String language) {
		List<Sentence> some = new ArrayList<>(possible.toList());
		int column = LANGUAGES.indexOf(language);
		if (column < 0 || random.nextInt(100) < OTHER_LANGUAGE_PERCENT) {
			column = 0;
		}
		Set<String> themes = new LinkedHashSet<>();
		StringBuilder text = new StringBuilder();
		int count = random.nextInt(100) < TWICE_PERCENT ? 2 : 1;
		for (int i = 0; i < count && !some.isEmpty(); i++) {
			Sentence sentence = some.remove(random.nextInt(some.size()));
			some.removeIf(Sentence::isContent);
			boolean spaced = i > 0 && !LANGUAGES.get(column).equals("zh");
			text.append(spaced ? " " : "").append(sentence.texts().get(column));
			if (!sentence.theme().isEmpty()) {
				themes.add(sentence.theme());
			}
			if (sentence.isContent()) {
				break;
			}
		}
		return new Words(text.toString(), LANGUAGES.get(column), themes);
	}
}
