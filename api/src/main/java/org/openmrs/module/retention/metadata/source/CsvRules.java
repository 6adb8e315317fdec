/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.openmrs.module.retention.shared.RetentionSettings;

/** What must hold of one row of each flat kind, beyond its columns. */
final class CsvRules {

	private static final Pattern UUID = Pattern.compile("[0-9A-Za-z-]{36,38}");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

	private static final int LONGEST_NAME = 255;

	/** Of encounter types and person attribute types, as the host's columns have it. */
	private static final int LONGEST_SHORT_NAME = 50;

	private CsvRules() {
	}

	private static void metadata(CsvRow row, List<PackageProblem> problems) {
		check(problems, !row.has("uuid") || UUID.matcher(row.get("uuid")).matches(), row, "uuid",
			"retention.metadata.error.uuid-invalid", row.get("uuid"));
	}

	static void shortNamed(CsvRow row, List<PackageProblem> problems) {
		metadata(row, problems);
		check(problems, row.get("name").length() <= LONGEST_SHORT_NAME, row, "name", "retention.metadata.error.too-long",
			LONGEST_SHORT_NAME);
	}

	static void attributeType(CsvRow row, List<PackageProblem> problems) {
		metadata(row, problems);
		check(problems, row.get("name").length() <= LONGEST_NAME, row, "name", "retention.metadata.error.too-long",
			LONGEST_NAME);
		check(problems, !row.has("entity name") || "location".equalsIgnoreCase(row.get("entity name")), row, "entity name",
			"retention.metadata.error.unknown-value", row.get("entity name"), "Location");
		whole(row, "min occurs", problems);
		whole(row, "max occurs", problems);
	}

	static void concept(CsvRow row, List<PackageProblem> problems) {
		metadata(row, problems);
		for (String column : row.getValues().keySet()) {
			if (column.startsWith("fully specified name:") || column.startsWith("short name:")) {
				check(problems, row.get(column).length() <= LONGEST_NAME, row, column, "retention.metadata.error.too-long",
					LONGEST_NAME);
			}
		}
		check(problems, !row.has("answers") || "coded".equalsIgnoreCase(row.get("data type")), row, "answers",
			"retention.metadata.error.only-with", "Data type: Coded");
		for (String column : new String[]{ "absolute low", "absolute high" }) {
			check(problems, !row.has(column) || NUMBER.matcher(row.get(column)).matches(), row, column,
				"retention.metadata.error.not-a-number", row.get(column));
			check(problems, !row.has(column) || "numeric".equalsIgnoreCase(row.get("data type")), row, column,
				"retention.metadata.error.only-with", "Data type: Numeric");
		}
	}

	static void setting(CsvRow row, List<PackageProblem> problems) {
		check(problems, row.get("property").startsWith("retention."), row, "property",
			"retention.metadata.error.foreign-setting", row.get("property"));
		if (RetentionSettings.TIMEZONE.equals(row.get("property")) && row.has("value")) {
			check(problems, isZone(row.get("value")), row, "value", "retention.metadata.error.zone-unknown",
				row.get("value"));
		}
	}

	static void role(CsvRow row, List<PackageProblem> problems) {
		check(problems, row.get("role").startsWith("Retention: "), row, "role", "retention.metadata.error.foreign-role",
			row.get("role"));
	}

	private static void whole(CsvRow row, String column, List<PackageProblem> problems) {
		check(problems, !row.has(column) || row.get(column).matches("[0-9]{1,4}"), row, column,
			"retention.metadata.error.not-a-number", row.get(column));
	}

	private static boolean isZone(String zone) {
		try {
			return ZoneId.of(zone) != null;
		}
		catch (DateTimeException e) {
			return false;
		}
	}

	private static void check(List<PackageProblem> problems, boolean holds, CsvRow row, String column, String code,
		Object... arguments) {
		if (!holds) {
			problems.add(PackageProblem.error(row.getLine(), column, code, arguments));
		}
	}
}
