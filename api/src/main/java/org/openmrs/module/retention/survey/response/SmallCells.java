/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.survey.Privacy;

/**
 * Takes from rows what would let a few of them stand apart: afterwards whatever is the same in all attributes is so in at least
 * {@link #FEWEST} rows. What says least goes first; nothing is changed into anything else.
 *
 * @param <R> a row
 */
@RequiredArgsConstructor
class SmallCells<R> {

	/** Results with fewer answers are withheld. */
	static final int FEWEST = Privacy.FEWEST;

	/** In the order in which they are given up. */
	private final List<Attribute<R>> attributes;

	/** @param rows at least {@link #FEWEST} */
	void suppress(List<R> rows) {
		for (Attribute<R> attribute : attributes) {
			for (List<R> cell : cells(rows)) {
				if (cell.size() < FEWEST) {
					cell.forEach(attribute::clear);
				}
			}
		}
		joinTheNameless(rows);
	}

	/** Those of whom nothing is left may still be few: the next smallest cells join them. */
	private void joinTheNameless(List<R> rows) {
		List<List<R>> cells = cells(rows);
		cells.sort(Comparator.comparingInt(List::size));
		if (cells.size() > 1 && cells.get(0).size() < FEWEST) {
			cells.get(1).forEach(row -> attributes.forEach(attribute -> attribute.clear(row)));
		}
	}

	private List<List<R>> cells(List<R> rows) {
		Map<List<Object>, List<R>> cells = new LinkedHashMap<>();
		for (R row : rows) {
			List<Object> key = new ArrayList<>();
			attributes.forEach(attribute -> key.add(attribute.read.apply(row)));
			cells.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
		}
		return new ArrayList<>(cells.values());
	}

	/** Something that a row says and, once it is cleared, no more. */
	@RequiredArgsConstructor
	static class Attribute<R> {

		private final Function<R, ?> read;

		private final Consumer<R> clear;

		void clear(R row) {
			clear.accept(row);
		}
	}
}
