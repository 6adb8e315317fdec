/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.ArrayList;
import java.util.List;

/** Cuts comma-separated text (RFC 4180) into rows of cells, each with the line it begins on. Blank lines do not count. */
final class CsvTable {

	/** Cells of one row, trimmed. */
	static final class Row {

		final int line;

		final List<String> cells;

		Row(int line, List<String> cells) {
			this.line = line;
			this.cells = cells;
		}
	}

	private final String text;

	private final List<Row> rows = new ArrayList<>();

	private final StringBuilder cell = new StringBuilder();

	private List<String> cells = new ArrayList<>();

	private int line = 1;

	private int rowLine = 1;

	private CsvTable(String text) {
		this.text = text;
	}

	/** Adds a problem and answers with what comes before when a quoted cell is never closed. */
	static List<Row> parse(String text, List<PackageProblem> problems) {
		return new CsvTable(text).parse(problems);
	}

	private List<Row> parse(List<PackageProblem> problems) {
		int i = 0;
		while (i < text.length()) {
			char c = text.charAt(i);
			if (c == '"' && cell.toString().trim().isEmpty()) {
				int opened = line;
				i = quoted(i + 1);
				if (i < 0) {
					problems.add(PackageProblem.error(opened, "", "retention.metadata.error.quote-open"));
					return rows;
				}
			} else if (c == ',') {
				endCell();
			} else if (c == '\n') {
				endRow();
				line++;
				rowLine = line;
			} else {
				cell.append(c);
			}
			i++;
		}
		endRow();
		return rows;
	}

	/** Place of the closing quote, or -1. */
	private int quoted(int from) {
		cell.setLength(0);
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c != '"') {
				line += c == '\n' ? 1 : 0;
				cell.append(c);
			} else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
				cell.append('"');
				i++;
			} else {
				return i;
			}
		}
		return -1;
	}

	private void endCell() {
		cells.add(cell.toString().trim());
		cell.setLength(0);
	}

	private void endRow() {
		endCell();
		if (cells.size() > 1 || !cells.get(0).isEmpty()) {
			rows.add(new Row(rowLine, cells));
		}
		cells = new ArrayList<>();
	}
}
