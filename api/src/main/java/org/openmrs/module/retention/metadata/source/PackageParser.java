/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads files together: what one defines, another may not define otherwise, and then none of them does. Packages may bring
 * the same thing, word for word.
 */
public final class PackageParser {

	private PackageParser() {
	}

	public static List<ParsedFile> parse(List<SourceFile> files) {
		List<ParsedFile> parsed = new ArrayList<>();
		Map<String, Map<String, PackageItem>> places = new HashMap<>();
		for (SourceFile file : files) {
			List<PackageProblem> problems = new ArrayList<>(file.getProblems());
			List<PackageItem> items = file.getText() == null ? Collections.<PackageItem>emptyList()
				: PackageFormats.of(file.getKind()).parse(file.getText(), problems);
			items.forEach(
				item -> places.computeIfAbsent(key(file, item), k -> new LinkedHashMap<>()).put(place(file, item), item));
			parsed.add(new ParsedFile(file, items, problems));
		}
		for (ParsedFile file : parsed) {
			for (PackageItem item : file.getItems()) {
				List<String> others = places.get(key(file.getSource(), item)).entrySet().stream()
					.filter(other -> !other.getValue().getDefinition().equals(item.getDefinition()))
					.map(Map.Entry::getKey).collect(Collectors.toList());
				if (!others.isEmpty() && item.getKey() != null && !item.getKey().isEmpty()) {
					file.getProblems().add(PackageProblem.error(item.getLine(), "", "retention.metadata.error.defined-twice",
						item.getKey(), others));
				}
			}
			file.getProblems().sort(Comparator.comparingInt(PackageProblem::getLine));
		}
		return parsed;
	}

	private static String key(SourceFile file, PackageItem item) {
		return file.getKind() + " " + item.getKey();
	}

	private static String place(SourceFile file, PackageItem item) {
		return file.getPath() + ":" + item.getLine();
	}
}
