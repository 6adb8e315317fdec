/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.Arrays;
import org.openmrs.module.retention.question.TextKind;

/**
 * What the classifier sees of a comment, as hashes in four blocks: words and pairs of words; pieces of words, two to five
 * characters long; pieces of the first few words, because what people write first is what they write about; and the kind of
 * question, by itself and with the first words. No text is kept, so none is in a model. Whoever changes what a text gives,
 * even by one hash, raises {@link #VERSION}: models of another version are not used.
 */
final class TextFeatures {

	static final int VERSION = 1;

	static final int WORDS = 0;

	static final int PIECES = 1;

	static final int BEGINNING = 2;

	static final int QUESTION = 3;

	static final int BLOCKS = 4;

	private static final int LONGEST_PIECE = 5;

	private static final int LONGEST_OF_BEGINNING = 4;

	/** Letters of the beginning; a character of a script without spaces says as much as three. */
	private static final int BEGINNING_LETTERS = 20;

	private static final int LETTERS_OF_ONE_CHARACTER = 3;

	private static final int WORDS_WITH_QUESTION = 3;

	private static final int BASE = 0x9E3779B1;

	private final int[][] hashes = new int[BLOCKS][64];

	private final int[] sizes = new int[BLOCKS];

	private TextFeatures() {
	}

	/** Per block the hashes in ascending order, each as often as it occurs. */
	static int[][] of(CommentText comment) {
		TextFeatures features = new TextFeatures();
		Words words = Words.of(comment.getText());
		features.addWords(words);
		features.addPieces(words);
		features.addBeginning(words);
		features.addQuestion(words, comment.getQuestion());
		int[][] sorted = new int[BLOCKS][];
		for (int block = 0; block < BLOCKS; block++) {
			sorted[block] = Arrays.copyOf(features.hashes[block], features.sizes[block]);
			Arrays.sort(sorted[block]);
		}
		return sorted;
	}

	private void addWords(Words words) {
		int before = 0;
		for (int i = 0; i < words.size(); i++) {
			int word = hash(words, i);
			add(WORDS, word);
			if (i > 0) {
				add(WORDS, mixed(before * BASE + word));
			}
			before = word;
		}
	}

	/** A word, or a run of them where nothing stands between, with a space at either end. */
	private void addPieces(Words words) {
		int[] run = new int[16];
		for (int i = 0; i < words.size();) {
			int length = 0;
			do {
				int size = words.end(i) - words.start(i);
				if (length + size + 2 > run.length) {
					run = Arrays.copyOf(run, (length + size + 2) * 2);
				}
				System.arraycopy(words.characters(), words.start(i), run, length + 1, size);
				length += size;
				i++;
			} while (i < words.size() && words.isJoined(i));
			run[0] = ' ';
			run[length + 1] = ' ';
			addPieces(PIECES, run, length + 2, LONGEST_PIECE);
		}
	}

	private void addBeginning(Words words) {
		int[] beginning = new int[BEGINNING_LETTERS + 2];
		int length = 0;
		beginning[length++] = ' ';
		int left = BEGINNING_LETTERS;
		for (int i = 0; i < words.size() && left > 0; i++) {
			if (i > 0 && !words.isJoined(i)) {
				beginning[length++] = ' ';
				left--;
			}
			int cost = words.isOneCharacter(i) ? LETTERS_OF_ONE_CHARACTER : 1;
			for (int c = words.start(i); c < words.end(i) && left > 0; c++) {
				beginning[length++] = words.characters()[c];
				left -= cost;
			}
		}
		if (length > 1) {
			beginning[length++] = ' ';
			addPieces(BEGINNING, beginning, length, LONGEST_OF_BEGINNING);
		}
	}

	private void addQuestion(Words words, TextKind question) {
		if (question == TextKind.UNSPECIFIC) {
			return;
		}
		int kind = number(question);
		add(QUESTION, mixed(kind));
		for (int i = 0; i < Math.min(words.size(), WORDS_WITH_QUESTION); i++) {
			add(QUESTION, mixed(hash(words, i) + kind));
		}
	}

	/** Never another, or models that were stored would take one kind for another. */
	private static int number(TextKind question) {
		return question == TextKind.WHAT_WAS_GOOD ? 1 : question == TextKind.COULD_BE_BETTER ? 2 : 3;
	}

	private void addPieces(int block, int[] characters, int length, int longest) {
		for (int begin = 0; begin < length; begin++) {
			int hash = block;
			int last = Math.min(begin + longest, length);
			for (int i = begin; i < last; i++) {
				hash = hash * BASE + characters[i] + 1;
				if (i > begin) {
					add(block, mixed(hash));
				}
			}
		}
	}

	private void add(int block, int hash) {
		if (sizes[block] == hashes[block].length) {
			hashes[block] = Arrays.copyOf(hashes[block], sizes[block] * 2);
		}
		hashes[block][sizes[block]++] = hash;
	}

	private static int hash(Words words, int word) {
		int hash = WORDS;
		for (int i = words.start(word); i < words.end(word); i++) {
			hash = hash * BASE + words.characters()[i] + 1;
		}
		return mixed(hash);
	}

	/** The last step of MurmurHash3 (A. Appleby), so that near hashes land far apart. */
	private static int mixed(int hash) {
		int h = hash;
		h ^= h >>> 16;
		h *= 0x85ebca6b;
		h ^= h >>> 13;
		h *= 0xc2b2ae35;
		h ^= h >>> 16;
		return h;
	}
}
