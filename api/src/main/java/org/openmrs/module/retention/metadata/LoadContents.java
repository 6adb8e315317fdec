/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.module.retention.metadata.source.ParsedFile;

/** What the files of a load define together: what one of them refers to may come with another. */
public final class LoadContents {

	private final Set<String> keys = new HashSet<>();

	LoadContents(List<ParsedFile> files) {
		for (ParsedFile file : files) {
			if (!file.hasErrors()) {
				file.getItems().forEach(item -> keys.add(file.getSource().getKind() + " " + item.getKey()));
			}
		}
	}

	public boolean define(String kind, String key) {
		return keys.contains(kind + " " + key);
	}
}
