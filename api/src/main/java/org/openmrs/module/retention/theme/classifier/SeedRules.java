/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases that speak for a theme, for a clinic that has not labelled anything yet. A phrase is words in their order, found by the
 * words of a comment, so that neither case nor punctuation matters; a star at the end of a word stands for any ending
 * ({@code wait*}, {@code ожида*}). In scripts without spaces each character is a word, so that a phrase is found anywhere.
 */
public final class SeedRules {

	private static final String ANY_ENDING = "*";

	private final double confidence;

	/** By theme, then by language. */
	private final Map<String, Map<String, List<Phrase>>> phrases = new LinkedHashMap<>();

	/**
	 * @param confidence how probable one phrase makes its theme: above 0, below 1
	 * @param phrases by the theme's code, then by language
	 */
	public SeedRules(double confidence, Map<String, ? extends Map<String, ? extends Collection<String>>> phrases) {
		if (!(confidence > 0 && confidence < 1)) {
			throw new IllegalArgumentException("A confidence is above 0 and below 1: " + confidence);
		}
		this.confidence = confidence;
		phrases.forEach((theme, byLanguage) -> byLanguage.forEach((language, texts) -> {
			List<Phrase> ofLanguage = new ArrayList<>();
			texts.forEach(text -> ofLanguage.add(Phrase.of(text)));
			this.phrases.computeIfAbsent(theme, t -> new LinkedHashMap<>()).put(language, ofLanguage);
		}));
	}

	/**
	 * Themes that have a phrase in the comment, and the confidence: each different phrase leaves so much less doubt, as if they
	 * were independent of one another.
	 *
	 * @param language of the comment; null, or one that no rule has: the phrases of all languages count
	 */
	public Map<String, Double> match(String text, String language) {
		List<String> words = Words.of(text).toList();
		boolean known = phrases.values().stream().anyMatch(byLanguage -> byLanguage.containsKey(language));
		Map<String, Double> matches = new LinkedHashMap<>();
		phrases.forEach((theme, byLanguage) -> {
			long found = byLanguage.entrySet().stream().filter(rules -> !known || rules.getKey().equals(language))
				.flatMap(rules -> rules.getValue().stream()).filter(phrase -> phrase.isIn(words)).distinct().count();
			if (found > 0) {
				matches.put(theme, 1 - Math.pow(1 - confidence, found));
			}
		});
		return matches;
	}

	/** Words, and which of them may go on. */
	private static final class Phrase {

		private final List<String> words = new ArrayList<>();

		private final List<Boolean> goesOn = new ArrayList<>();

		static Phrase of(String text) {
			Phrase phrase = new Phrase();
			for (String part : text.trim().split("\\s+")) {
				List<String> ofPart = Words.of(part).toList();
				for (int i = 0; i < ofPart.size(); i++) {
					phrase.words.add(ofPart.get(i));
					phrase.goesOn.add(part.endsWith(ANY_ENDING) && i == ofPart.size() - 1);
				}
			}
			if (phrase.words.isEmpty()) {
				throw new IllegalArgumentException("A phrase has no word: " + text);
			}
			return phrase;
		}

		boolean isIn(List<String> text) {
			for (int begin = 0; begin + words.size() <= text.size(); begin++) {
				if (isAt(begin, text)) {
					return true;
				}
			}
			return false;
		}

		private boolean isAt(int begin, List<String> text) {
			for (int i = 0; i < words.size(); i++) {
				String word = text.get(begin + i);
				if (goesOn.get(i) ? !word.startsWith(words.get(i)) : !word.equals(words.get(i))) {
					return false;
				}
			}
			return true;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Phrase && words.equals(((Phrase) other).words) && goesOn.equals(((Phrase) other).goesOn);
		}

		@Override
		public int hashCode() {
			return 31 * words.hashCode() + goesOn.hashCode();
		}
	}
}
