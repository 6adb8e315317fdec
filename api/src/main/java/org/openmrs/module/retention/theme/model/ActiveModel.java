/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.module.retention.theme.classifier.ModelFormatException;
import org.openmrs.module.retention.theme.classifier.ThemeModel;

/** The model in use, read from its bytes once per node and version. */
@RequiredArgsConstructor
@Slf4j
class ActiveModel {

	private final ModelDao dao;

	private volatile Read last;

	/** Null: none is in use, or it cannot be read. */
	Read get() {
		StoredModel stored = dao.active();
		if (stored == null) {
			return null;
		}
		Read known = last;
		if (known == null || !known.stored.getUuid().equals(stored.getUuid())) {
			known = read(stored);
			last = known;
		}
		return known == null ? null : new Read(stored, known.model);
	}

	private Read read(StoredModel stored) {
		byte[] content = dao.content(stored);
		try {
			return content == null ? null : new Read(stored, ThemeModel.of(content));
		}
		catch (ModelFormatException e) {
			log.error("The model of themes, version {}, cannot be read; phrases propose until another is learnt",
				stored.getModelVersion(), e);
			return null;
		}
	}

	/** A model and what is known of it. */
	@RequiredArgsConstructor
	static final class Read {

		final StoredModel stored;

		final ThemeModel model;
	}
}
