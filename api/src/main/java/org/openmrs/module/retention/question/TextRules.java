/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.question;

import java.util.Arrays;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmrs.module.retention.shared.Problems;

/** What must hold of a text in several languages: English is there, no text is blank, only known placeholders. */
public final class TextRules {

	static final String ENGLISH_MISSING = "retention.question.error.english-missing";

	static final String TEXT_BLANK = "retention.question.error.text-blank";

	static final String LANGUAGE_UNKNOWN = "retention.question.error.language-unknown";

	static final String PLACEHOLDER_UNKNOWN = "retention.question.error.placeholder-unknown";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)\\}?");

	private static final Set<String> LANGUAGES = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));

	private final Problems problems;

	public TextRules(Problems problems) {
		this.problems = problems;
	}

	public void check(String property, LocalizedText text, String... placeholders) {
		List<String> known = Arrays.asList(placeholders);
		problems.check(text.getByTag().containsKey("en"), property, ENGLISH_MISSING);
		Problems at = problems.in(property);
		for (Map.Entry<String, String> one : text.getByTag().entrySet()) {
			at.check(isLanguage(one.getKey()), one.getKey(), LANGUAGE_UNKNOWN, one.getKey());
			if (at.check(one.getValue() != null && !one.getValue().trim().isEmpty(), one.getKey(), TEXT_BLANK)) {
				Matcher matcher = PLACEHOLDER.matcher(one.getValue());
				while (matcher.find()) {
					at.check(known.contains(matcher.group(1)), one.getKey(), PLACEHOLDER_UNKNOWN, matcher.group(1), known);
				}
			}
		}
	}

	/** {@link #check} for a text that must be there. */
	public void checkPresent(String property, LocalizedText text) {
		if (DefinitionRules.present(problems, property, text)) {
			check(property, text);
		}
	}

	private static boolean isLanguage(String tag) {
		try {
			Locale locale = new Locale.Builder().setLanguageTag(tag).build();
			return LANGUAGES.contains(locale.getLanguage()) && locale.toLanguageTag().equals(tag);
		}
		catch (IllformedLocaleException e) {
			return false;
		}
	}
}
