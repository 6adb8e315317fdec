/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of a CSV file (RFC 4180) that no spreadsheet takes for a formula. */
final class CsvLine {

	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

	/** What spreadsheets begin formulas and commands with, in their wide forms too. */
	private static final String BEGINS_FORMULA = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

	private CsvLine() {
	}

	/** @param cells null is empty */
	static String of(List<String> cells) {
		return cells.stream().map(CsvLine::cell).collect(Collectors.joining(","));
	}

	private static String cell(String text) {
		if (text == null || text.isEmpty()) {
			return "";
		}
		String harmless = isFormula(text) ? "'" + text : text;
		boolean plain = harmless.chars()
			.noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t');
		return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
	}

	/** Spaces before it do not hide it. */
	private static boolean isFormula(String text) {
		if (BEGINS_FORMULA.indexOf(text.charAt(0)) < 0) {
			String stripped = text.trim();
			return !stripped.isEmpty() && BEGINS_FORMULA.indexOf(stripped.charAt(0)) >= 0
				&& !NUMBER.matcher(stripped).matches();
		}
		return !NUMBER.matcher(text).matches();
	}
}
