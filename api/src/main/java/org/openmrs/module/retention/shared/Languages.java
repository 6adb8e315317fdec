/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.openmrs.User;

/** Which texts name a language, which language they name, and who has said to speak which. */
public final class Languages {

	private static final int LENGTH = 20;

	private static final Set<String> TWO_LETTERS = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));

	/** What users say of themselves in their own accounts: tags or locales, separated by commas. */
	private static final String[] USER_PROPERTIES = { "proficientLocales", "defaultLocale" };

	private Languages() {
	}

	/** A language tag that fits its column; a language has two or three letters, {@code Russian} is none. */
	public static boolean isTag(String text) {
		try {
			int letters = new Locale.Builder().setLanguageTag(text).build().getLanguage().length();
			return text.length() <= LENGTH && (letters == 2 || letters == 3);
		}
		catch (IllformedLocaleException e) {
			return false;
		}
	}

	/** A tag whose language there is, as far as that can be known: of those of two letters there is a list. */
	public static boolean isKnown(String text) {
		return isTag(text) && (of(text).length() > 2 || TWO_LETTERS.contains(of(text)));
	}

	/** The language of a tag or a locale's name, without script and region. */
	public static String of(String tag) {
		return tag.trim().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
	}

	/** Languages that the user has said in the own account to speak; empty: none. */
	public static Set<String> spokenBy(User user) {
		Set<String> spoken = new LinkedHashSet<>();
		for (String property : USER_PROPERTIES) {
			String value = user.getUserProperty(property);
			for (String tag : value == null ? new String[0] : value.split(",")) {
				spoken.add(of(tag));
			}
		}
		spoken.removeAll(Collections.singleton(""));
		return spoken;
	}
}
