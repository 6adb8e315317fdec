/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Flat things, one a row, in the dialect of the Initializer module: a header with the columns in any order and any case,
 * columns by locale ({@code Description:nb}), and columns that begin with an underscore, which are not for us.
 */
final class CsvFormat implements PackageFormat {

	private final String kind;

	private final List<String> key;

	private final Set<String> required = new LinkedHashSet<>();

	private final Set<String> optional = new LinkedHashSet<>();

	private final Set<String> byLocale = new LinkedHashSet<>();

	private BiConsumer<CsvRow, List<PackageProblem>> rules = (row, problems) -> {
	};

	private CsvFormat(String kind, List<String> key) {
		this.kind = kind;
		this.key = key;
	}

	/** A kind whose rows are told apart by the values of these columns. */
	static CsvFormat of(String kind, String... key) {
		return new CsvFormat(kind, Arrays.asList(key));
	}

	CsvFormat required(String... columns) {
		required.addAll(Arrays.asList(columns));
		return this;
	}

	CsvFormat optional(String... columns) {
		optional.addAll(Arrays.asList(columns));
		return this;
	}

	CsvFormat optionalByLocale(String... columns) {
		byLocale.addAll(Arrays.asList(columns));
		return this;
	}

	CsvFormat check(BiConsumer<CsvRow, List<PackageProblem>> rowRules) {
		rules = rowRules;
		return this;
	}

	@Override
	public String getKind() {
		return kind;
	}

	@Override
	public List<String> getExtensions() {
		return Collections.singletonList("csv");
	}

	@Override
	public List<PackageItem> parse(String text, List<PackageProblem> problems) {
		List<CsvTable.Row> rows = CsvTable.parse(text, problems);
		if (rows.isEmpty()) {
			problems.add(PackageProblem.error(1, "", "retention.metadata.error.empty"));
			return Collections.emptyList();
		}
		List<String> header = header(rows.get(0), problems);
		List<PackageItem> items = new ArrayList<>();
		for (CsvTable.Row cells : rows.subList(1, rows.size())) {
			if (cells.cells.size() != header.size()) {
				problems.add(PackageProblem.error(cells.line, "", "retention.metadata.error.cells", cells.cells.size(),
					header.size()));
				continue;
			}
			CsvRow row = row(cells, header);
			for (String column : required) {
				if (header.contains(column) && !row.has(column)) {
					problems.add(PackageProblem.error(row.getLine(), column, "retention.metadata.error.cell-empty", column));
				}
			}
			rules.accept(row, problems);
			String rowKey = key.stream().map(row::get).collect(Collectors.joining(": "));
			items.add(new PackageItem(rowKey, name(row, rowKey), row.getLine(), row, column -> row.getLine()));
		}
		return items;
	}

	private List<String> header(CsvTable.Row row, List<PackageProblem> problems) {
		List<String> header = row.cells.stream().map(c -> c.toLowerCase(Locale.ROOT)).collect(Collectors.toList());
		Set<String> seen = new HashSet<>();
		for (String column : header) {
			if (!isKnown(column)) {
				problems.add(PackageProblem.error(row.line, column, "retention.metadata.error.unknown-column", column,
					known()));
			} else if (!seen.add(column)) {
				problems.add(PackageProblem.error(row.line, column, "retention.metadata.error.given-twice", column));
			}
		}
		for (String column : required) {
			if (!seen.contains(column)) {
				problems.add(PackageProblem.error(row.line, column, "retention.metadata.error.column-missing", column));
			}
		}
		return header;
	}

	private boolean isKnown(String column) {
		if (column.startsWith("_") || required.contains(column) || optional.contains(column)) {
			return true;
		}
		int colon = column.indexOf(':');
		if (colon < 0 || !byLocale.contains(column.substring(0, colon))) {
			return false;
		}
		try {
			return !new Locale.Builder().setLanguageTag(column.substring(colon + 1).replace('_', '-')).build().getLanguage()
				.isEmpty();
		}
		catch (IllformedLocaleException e) {
			return false;
		}
	}

	private List<String> known() {
		List<String> known = new ArrayList<>(required);
		known.addAll(optional);
		byLocale.forEach(column -> known.add(column + ":<locale>"));
		return known;
	}

	private static CsvRow row(CsvTable.Row cells, List<String> header) {
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < header.size(); i++) {
			values.putIfAbsent(header.get(i), cells.cells.get(i));
		}
		return new CsvRow(cells.line, values);
	}

	private static String name(CsvRow row, String otherwise) {
		String name = row.has("name") ? row.get("name") : row.get("fully specified name:en");
		return name.isEmpty() ? otherwise : name;
	}
}
