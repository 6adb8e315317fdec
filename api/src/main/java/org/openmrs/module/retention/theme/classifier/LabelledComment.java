/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import lombok.Value;

/** A comment and the themes that a person has given it; none: a person has read it and found no theme that fits. */
@Value
public class LabelledComment {

	private static final int LONGEST_CODE = 255;

	CommentText comment;

	/** Codes, the chief one first, none twice. */
	List<String> themes;

	public LabelledComment(CommentText comment, Collection<String> themes) {
		for (String theme : themes) {
			if (theme.isEmpty() || theme.length() > LONGEST_CODE) {
				throw new IllegalArgumentException("A theme's code has 1 to " + LONGEST_CODE + " characters: " + theme);
			}
		}
		this.comment = comment;
		this.themes = Collections.unmodifiableList(new ArrayList<>(new LinkedHashSet<>(themes)));
	}

	public static LabelledComment of(String text, String... themes) {
		return new LabelledComment(CommentText.of(text), Arrays.asList(themes));
	}

	/** Null: it has none. */
	public String chiefTheme() {
		return themes.isEmpty() ? null : themes.get(0);
	}
}
