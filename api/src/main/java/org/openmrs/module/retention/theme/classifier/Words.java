/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as words, whatever its language: compatibility forms made one (NFKC), case folded, letters, digits and the marks on
 * them kept together. In scripts that put no space between words each character is a word, and so is each symbol (an emoji says
 * as much as a word); punctuation only separates. Knows no list of any language.
 */
public final class Words {

	/** What is written after so many characters adds nothing to what a comment is about. */
	static final int LONGEST_TEXT = 10_000;

	private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
		UnicodeScript.KATAKANA, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

	/** The first letter of those scripts: all before it needs no look-up. */
	private static final int FIRST_WITHOUT_SPACES = 0x0E00;

	private final int[] characters;

	private int[] starts = new int[16];

	private int[] ends = new int[16];

	private boolean[] joined = new boolean[16];

	private int size;

	private Words(int[] characters) {
		this.characters = characters;
	}

	public static Words of(String text) {
		Words words = new Words(normalised(text).codePoints().toArray());
		words.split();
		return words;
	}

	private static String normalised(String text) {
		String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
		if (cut.chars().allMatch(c -> c < 128)) {
			return cut.toLowerCase(Locale.ROOT);
		}
		String folded = Normalizer.normalize(cut, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
		return Normalizer.normalize(folded, Normalizer.Form.NFKC);
	}

	private void split() {
		int begin = -1;
		boolean next = false;
		for (int i = 0; i < characters.length; i++) {
			int c = characters[i];
			boolean mark = isMark(c);
			boolean alone = !mark && isAlone(c);
			if (begin >= 0 && !mark && (alone || next || !isLetter(c))) {
				add(begin, i);
				begin = -1;
			}
			if (begin < 0 && (alone || isLetter(c))) {
				joinTo(i);
				begin = i;
				next = alone;
			}
		}
		if (begin >= 0) {
			add(begin, characters.length);
		}
	}

	/** Whether the word that begins here follows the one before without anything between. */
	private void joinTo(int begin) {
		if (size == joined.length) {
			joined = Arrays.copyOf(joined, size * 2);
		}
		joined[size] = size > 0 && ends[size - 1] == begin;
	}

	private void add(int begin, int end) {
		if (size == starts.length) {
			starts = Arrays.copyOf(starts, size * 2);
			ends = Arrays.copyOf(ends, size * 2);
		}
		starts[size] = begin;
		ends[size++] = end;
	}

	private static boolean isLetter(int c) {
		return Character.isLetterOrDigit(c);
	}

	private static boolean isMark(int c) {
		if (c < 0x300) {
			return false;
		}
		int type = Character.getType(c);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
			|| type == Character.ENCLOSING_MARK;
	}

	private static boolean isAlone(int c) {
		if (c < FIRST_WITHOUT_SPACES) {
			return false;
		}
		return Character.getType(c) == Character.OTHER_SYMBOL
			|| Character.isLetter(c) && WITHOUT_SPACES.contains(UnicodeScript.of(c));
	}

	int size() {
		return size;
	}

	/** All characters of the text; a word is a range of them. */
	int[] characters() {
		return characters;
	}

	int start(int word) {
		return starts[word];
	}

	int end(int word) {
		return ends[word];
	}

	/** Whether it stands right after the word before, as in scripts without spaces. */
	boolean isJoined(int word) {
		return joined[word];
	}

	/** Whether it is one character of a script without spaces, or a symbol. */
	boolean isOneCharacter(int word) {
		return isAlone(characters[starts[word]]);
	}

	String word(int word) {
		return new String(characters, starts[word], ends[word] - starts[word]);
	}

	public List<String> toList() {
		List<String> list = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			list.add(word(i));
		}
		return list;
	}

	/** Words from one to another as one would write them. */
	String phrase(int from, int to) {
		StringBuilder phrase = new StringBuilder();
		for (int i = from; i < to; i++) {
			phrase.append(i > from && !joined[i] ? " " : "").append(word(i));
		}
		return phrase.toString();
	}
}
