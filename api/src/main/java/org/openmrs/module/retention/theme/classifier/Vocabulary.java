/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The features that a model knows and how much each says: a column per hash, in ascending order within each block, with its
 * inverse document frequency. Turns comments into rows: logarithm of the count, times that, each block of length one.
 */
final class Vocabulary {

	private static final float[] LOGARITHMS = new float[64];

	static {
		for (int count = 1; count < LOGARITHMS.length; count++) {
			LOGARITHMS[count] = (float) (1 + Math.log(count));
		}
	}

	/** As a column: -1. */
	private static final long FREE = -1;

	/** Where each block begins, and at the end the number of all columns. */
	private final int[] blocks;

	private final int[] hashes;

	private final float[] frequencies;

	/** By hash, open addressing: the hash, and the column beside it; {@link #FREE}: none. */
	private final long[] table;

	Vocabulary(int[] blocks, int[] hashes, float[] frequencies) {
		this.blocks = blocks;
		this.hashes = hashes;
		this.frequencies = frequencies;
		table = new long[Integer.highestOneBit(Math.max(8, hashes.length)) * 4];
		Arrays.fill(table, FREE);
		for (int column = 0; column < hashes.length; column++) {
			int slot = hashes[column] & table.length - 1;
			while (table[slot] != FREE) {
				slot = slot + 1 & table.length - 1;
			}
			table[slot] = (long) hashes[column] << Integer.SIZE | column;
		}
	}

	/**
	 * Of the features that at least so many comments have.
	 *
	 * @param comments per comment what {@link TextFeatures} gives
	 */
	static Vocabulary of(List<int[][]> comments, int fewest) {
		int[] blocks = new int[TextFeatures.BLOCKS + 1];
		List<int[]> hashes = new ArrayList<>();
		List<float[]> frequencies = new ArrayList<>();
		for (int block = 0; block < TextFeatures.BLOCKS; block++) {
			int[] all = occurrences(comments, block);
			int[] known = new int[all.length];
			float[] frequency = new float[all.length];
			int size = 0;
			for (int i = 0; i < all.length;) {
				int end = endOfRun(all, i);
				if (end - i >= fewest) {
					known[size] = all[i];
					frequency[size++] = (float) (1 + Math.log((1.0 + comments.size()) / (1.0 + end - i)));
				}
				i = end;
			}
			blocks[block + 1] = blocks[block] + size;
			hashes.add(Arrays.copyOf(known, size));
			frequencies.add(Arrays.copyOf(frequency, size));
		}
		int[] allHashes = new int[blocks[TextFeatures.BLOCKS]];
		float[] allFrequencies = new float[allHashes.length];
		for (int block = 0; block < TextFeatures.BLOCKS; block++) {
			System.arraycopy(hashes.get(block), 0, allHashes, blocks[block], hashes.get(block).length);
			System.arraycopy(frequencies.get(block), 0, allFrequencies, blocks[block], hashes.get(block).length);
		}
		return new Vocabulary(blocks, allHashes, allFrequencies);
	}

	/** The hashes of a block, once for each comment that has them, in ascending order. */
	private static int[] occurrences(List<int[][]> comments, int block) {
		int size = 0;
		for (int[][] comment : comments) {
			size += comment[block].length;
		}
		int[] all = new int[size];
		int used = 0;
		for (int[][] comment : comments) {
			int[] hashes = comment[block];
			for (int i = 0; i < hashes.length; i = endOfRun(hashes, i)) {
				all[used++] = hashes[i];
			}
		}
		int[] sorted = Arrays.copyOf(all, used);
		Arrays.sort(sorted);
		return sorted;
	}

	private static int endOfRun(int[] sorted, int begin) {
		int end = begin + 1;
		while (end < sorted.length && sorted[end] == sorted[begin]) {
			end++;
		}
		return end;
	}

	SparseRow row(int[][] features) {
		int longest = 0;
		for (int[] block : features) {
			longest += block.length;
		}
		int[] columns = new int[longest];
		float[] values = new float[longest];
		int size = 0;
		for (int block = 0; block < features.length; block++) {
			int begin = size;
			int[] sorted = features[block];
			double square = 0;
			for (int i = 0; i < sorted.length;) {
				int end = endOfRun(sorted, i);
				int column = column(sorted[i]);
				if (column >= blocks[block] && column < blocks[block + 1]) {
					float value = logarithm(end - i) * frequencies[column];
					columns[size] = column;
					values[size++] = value;
					square += value * value;
				}
				i = end;
			}
			float length = (float) Math.sqrt(square);
			for (int i = begin; i < size; i++) {
				values[i] /= length;
			}
		}
		return new SparseRow(Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
	}

	private static float logarithm(int count) {
		return count < LOGARITHMS.length ? LOGARITHMS[count] : (float) (1 + Math.log(count));
	}

	private int column(int hash) {
		int last = table.length - 1;
		int slot = hash & last;
		long entry = table[slot];
		while (entry != FREE && (int) (entry >> Integer.SIZE) != hash) {
			slot = slot + 1 & last;
			entry = table[slot];
		}
		return (int) entry;
	}

	int size() {
		return hashes.length;
	}

	int[] blocks() {
		return blocks;
	}

	int hash(int column) {
		return hashes[column];
	}

	float frequency(int column) {
		return frequencies[column];
	}
}
