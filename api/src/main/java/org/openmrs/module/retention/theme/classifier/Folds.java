/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Parts of the labelled comments, each with its share of every chief theme; the same comments give the same parts. */
final class Folds {

	private final int[] foldOf;

	private final int count;

	private Folds(int[] foldOf, int count) {
		this.foldOf = foldOf;
		this.count = count;
	}

	static Folds of(List<LabelledComment> comments, int count, long seed) {
		Map<String, List<Integer>> byTheme = new TreeMap<>();
		for (int i = 0; i < comments.size(); i++) {
			String theme = comments.get(i).chiefTheme();
			byTheme.computeIfAbsent(theme == null ? "" : theme, t -> new ArrayList<>()).add(i);
		}
		int[] foldOf = new int[comments.size()];
		Random random = new Random(seed);
		int next = 0;
		for (List<Integer> ofTheme : byTheme.values()) {
			Collections.shuffle(ofTheme, random);
			for (int comment : ofTheme) {
				foldOf[comment] = next++ % count;
			}
		}
		return new Folds(foldOf, count);
	}

	int count() {
		return count;
	}

	/** What to test on. */
	int[] in(int fold) {
		return where(fold, true);
	}

	/** What to learn from. */
	int[] outside(int fold) {
		return where(fold, false);
	}

	private int[] where(int fold, boolean in) {
		int[] found = new int[foldOf.length];
		int size = 0;
		for (int i = 0; i < foldOf.length; i++) {
			if (foldOf[i] == fold == in) {
				found[size++] = i;
			}
		}
		return Arrays.copyOf(found, size);
	}
}
