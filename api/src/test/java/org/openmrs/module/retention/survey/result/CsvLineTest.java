/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.RFC4180Parser;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CsvLineTest {

	@Example
	void of_shouldLetNoSpreadsheetReckon() {
		assertThat(CsvLine.of(Arrays.asList("=1+1", "@SUM(A1)", "+cmd", "-cmd", "\tx", " =1", "\uFF1D1", "|x")))
			.isEqualTo("'=1+1,'@SUM(A1),'+cmd,'-cmd,\"'\tx\",' =1,'\uFF1D1,'|x");
	}

	@Example
	void of_shouldLeaveNumbersAndWordsAsTheyAre() {
		assertThat(CsvLine.of(Arrays.asList("-5", "+4.5", "7", null, "", "waiting", "a,b", "say \"no\"", "two\nlines")))
			.isEqualTo("-5,+4.5,7,,,waiting,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"");
	}

	@Property
	void of_shouldBeReadBack_butForTheApostropheBeforeFormulas(@ForAll @Size(min = 2, max = 5) List<String> cells)
		throws IOException {
		String[] read = new RFC4180Parser().parseLineMulti(CsvLine.of(cells));
		assertThat(read).hasSameSizeAs(cells);
		for (int i = 0; i < read.length; i++) {
			assertThat(read[i]).isIn(cells.get(i), "'" + cells.get(i));
			assertThat(read[i].trim()).doesNotMatch("(?s)[=@|%].*");
		}
		assertThat(Arrays.stream(read).filter(cell -> cell.trim().startsWith("=")).collect(Collectors.toList())).isEmpty();
	}
}
