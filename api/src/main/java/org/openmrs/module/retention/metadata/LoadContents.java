/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openmrs.module.retention.metadata.source.ParsedFile;

/** What the files of a load define together: what one of them refers to may come with another. */
public final class LoadContents {

	private final Set<String> keys = new HashSet<>();

	private final List<Object> definitions = new ArrayList<>();

	LoadContents(List<ParsedFile> files) {
		for (ParsedFile file : files) {
			if (!file.hasErrors()) {
				file.getItems().forEach(item -> {
					keys.add(file.getSource().getKind() + " " + item.getKey());
					definitions.add(item.getDefinition());
				});
			}
		}
	}

	public boolean define(String kind, String key) {
		return keys.contains(kind + " " + key);
	}

	/** All of one form. */
	<T> Stream<T> definitions(Class<T> type) {
		return definitions.stream().filter(type::isInstance).map(type::cast);
	}
}
