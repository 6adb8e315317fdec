/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.comment;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmrs.module.retention.shared.Languages;

/**
 * In which language a text seems to be written: by its script, and among those of the Latin script by the short words that every
 * sentence has. People answer in another language than the one they were asked in; where the text does not say otherwise, it is
 * that one.
 */
final class LanguageGuess {

	/** So many more of another language's words than of the one that was asked in. */
	private static final int CLEARLY = 2;

	private static final Pattern WORD = Pattern.compile("\\p{IsLatin}+");

	private static final Map<String, Set<String>> WORDS = new LinkedHashMap<>();

	static {
		words("en", "the and was were is are not to of for with my i you they she he it very had have been but that this"
			+ " would could when me no nothing good would more all what there their your staff we our us an is been");
		words("nb", "og det var er ikke jeg på for med som en et den til av meg veldig hadde har men de vi mer alt bra"
			+ " ingenting å fikk ble hun han min mitt litt kunne godt");
		words("es", "el la los las y es era fue no de que en un una por con para muy me mi lo se pero más todo nada bien"
			+ " estaba ha han su");
		words("fr", "le la les et est était pas de que en un une pour avec très je me mon ma il elle on mais plus tout rien"
			+ " bien des du ne ce a été ont");
	}

	private LanguageGuess() {
	}

	private static void words(String language, String words) {
		WORDS.put(language, new HashSet<>(Arrays.asList(words.split(" "))));
	}

	/**
	 * @param asked tag of the language in which it was asked; null: not known
	 * @return a tag; null where neither the text nor the question tells
	 */
	static String of(String text, String asked) {
		String byScript = byScript(text);
		if (byScript != null) {
			return asked != null && Languages.of(asked).equals(byScript) ? asked : byScript;
		}
		Map<String, Integer> found = count(text);
		String best = null;
		for (Map.Entry<String, Integer> language : found.entrySet()) {
			if (best == null || language.getValue() > found.get(best)) {
				best = language.getKey();
			}
		}
		if (asked == null) {
			boolean alone = best != null && Collections.frequency(found.values(), found.get(best)) == 1;
			return alone ? best : null;
		}
		int ofAsked = found.getOrDefault(norwegian(Languages.of(asked)), 0);
		return best != null && found.get(best) - ofAsked >= CLEARLY ? best : asked;
	}

	/** Of a script that one of our languages is written in; null: Latin, or none that tells. */
	private static String byScript(String text) {
		int han = 0;
		int kana = 0;
		int cyrillic = 0;
		int ukrainian = 0;
		int other = 0;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int c = text.codePointAt(i);
			if (!Character.isLetter(c)) {
				continue;
			}
			UnicodeScript script = UnicodeScript.of(c);
			han += script == UnicodeScript.HAN ? 1 : 0;
			kana += script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? 1 : 0;
			cyrillic += script == UnicodeScript.CYRILLIC ? 1 : 0;
			ukrainian += "іїєґІЇЄҐ".indexOf(c) >= 0 ? 1 : 0;
			other += script == UnicodeScript.LATIN ? 1 : 0;
		}
		if (cyrillic > other) {
			return ukrainian > 0 ? "uk" : "ru";
		}
		// a character is a word, where four letters are not
		return 4 * (han + kana) > other ? (kana > 0 ? "ja" : "zh") : null;
	}

	private static Map<String, Integer> count(String text) {
		Map<String, Integer> found = new LinkedHashMap<>();
		Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
		while (word.find()) {
			WORDS.forEach((language, words) -> {
				if (words.contains(word.group())) {
					found.merge(language, 1, Integer::sum);
				}
			});
		}
		return found;
	}

	private static String norwegian(String language) {
		return "no".equals(language) || "nn".equals(language) ? "nb" : language;
	}
}
