/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws fairly: each contact of a caller is as likely as any other, and each caller is drawn by the same measure. */
final class Lot {

	private static final int HUNDRED = 100;

	private Lot() {
	}

	/**
	 * @param byCaller ids of contacts by id of who made them
	 * @param perCaller so many of each; null: by share
	 * @return ids of contacts; the same seed and contacts make the same
	 */
	static List<Integer> draw(Map<Integer, List<Integer>> byCaller, Integer perCaller, Integer share, long seed) {
		Random random = new Random(seed);
		List<Integer> drawn = new ArrayList<>();
		new TreeMap<>(byCaller).forEach((caller, contacts) -> {
			List<Integer> shuffled = new ArrayList<>(contacts);
			Collections.sort(shuffled);
			Collections.shuffle(shuffled, random);
			drawn.addAll(shuffled.subList(0, Math.min(shuffled.size(), number(shuffled.size(), perCaller, share))));
		});
		Collections.shuffle(drawn, random);
		return drawn;
	}

	/** A share is rounded up. */
	private static int number(int contacts, Integer perCaller, Integer share) {
		return perCaller != null ? perCaller : (contacts * share + HUNDRED - 1) / HUNDRED;
	}
}
