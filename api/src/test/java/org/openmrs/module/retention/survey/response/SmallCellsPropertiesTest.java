/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SmallCellsPropertiesTest {

	private static final SmallCells<String[]> CELLS = new SmallCells<>(
		Arrays.asList(attribute(0), attribute(1), attribute(2)));

	@Property
	void suppress_shouldLeaveNobodyAlone_andInventNothing(@ForAll("batches") List<String[]> rows) {
		List<String[]> before = copy(rows);

		CELLS.suppress(rows);

		Map<List<String>, Long> cells = rows.stream().collect(Collectors.groupingBy(Arrays::asList, Collectors.counting()));
		assertThat(cells.values()).allMatch(size -> size >= SmallCells.FEWEST);
		for (int row = 0; row < rows.size(); row++) {
			for (int column = 0; column < 3; column++) {
				assertThat(rows.get(row)[column]).isIn(null, before.get(row)[column]);
			}
		}
	}

	@Property
	void suppress_shouldChangeNothing_whereEnoughAreTheSame(@ForAll("batches") List<String[]> rows) {
		CELLS.suppress(rows);
		List<String[]> once = copy(rows);

		CELLS.suppress(rows);

		for (int row = 0; row < rows.size(); row++) {
			assertThat(rows.get(row)).containsExactly(once.get(row));
		}
	}

	@Example
	void suppress_shouldGiveUpTheLanguageFirst_andThePlaceLast() {
		List<String[]> rows = rows(4, "en", "Filling", "North");
		rows.addAll(rows(4, "nb", "Filling", "North"));
		rows.addAll(rows(4, "en", "Crown", "South"));
		rows.addAll(rows(1, "en", "Filling", "South"));

		CELLS.suppress(rows);

		assertThat(rows.subList(0, 8)).allMatch(row -> Arrays.equals(row, new String[]{ null, "Filling", "North" }));
		assertThat(rows.subList(8, 13)).allMatch(row -> Arrays.equals(row, new String[]{ null, null, "South" }));
	}

	@Example
	void suppress_shouldLetTheNextSmallestJoin_whereFewAreNameless() {
		List<String[]> rows = rows(9, "en", "Filling", "North");
		rows.addAll(rows(6, "en", "Filling", "South"));
		rows.addAll(rows(2, "en", "Filling", "West"));

		CELLS.suppress(rows);

		assertThat(rows.subList(0, 9)).allMatch(row -> row[2].equals("North"));
		assertThat(rows.subList(9, 17)).allMatch(row -> Arrays.equals(row, new String[3]));
	}

	@Provide
	static Arbitrary<List<String[]>> batches() {
		Arbitrary<String> value = Arbitraries.of("a", "b", "c").injectNull(0.2);
		return value.array(String[].class).ofSize(3).list().ofMinSize(SmallCells.FEWEST).ofMaxSize(60);
	}

	private static List<String[]> rows(int number, String... values) {
		return copy(new ArrayList<>(Collections.nCopies(number, values)));
	}

	private static List<String[]> copy(List<String[]> rows) {
		return rows.stream().map(String[]::clone).collect(Collectors.toCollection(ArrayList::new));
	}

	private static SmallCells.Attribute<String[]> attribute(int column) {
		return new SmallCells.Attribute<>(row -> row[column], row -> row[column] = null);
	}
}
