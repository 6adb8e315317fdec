/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.Problems;
import org.openmrs.module.retention.theme.classifier.Words;

/**
 * Everything that can be wrong with themes whose properties have the right types; all of it is found in one pass. Whether there is
 * a theme that one is to stand below is not asked here.
 */
public final class TaxonomyValidator {

	static final String CODE_INVALID = "retention.theme.error.code-invalid";

	static final String CODE_TWICE = "retention.theme.error.code-twice";

	static final String LANGUAGE_UNKNOWN = "retention.theme.error.language-unknown";

	static final String PHRASE_INVALID = "retention.theme.error.phrase-invalid";

	static final String PHRASES_TOO_MANY = "retention.theme.error.phrases-too-many";

	static final String MAPPING_INVALID = "retention.theme.error.mapping-invalid";

	static final String PARENT_ITSELF = "retention.theme.error.parent-itself";

	static final int LONGEST_NAME = 255;

	private static final int LONGEST_DESCRIPTION = 1000;

	private static final int LONGEST_PHRASE = 100;

	private static final int MOST_PHRASES = 100;

	private static final int MOST_THEMES = 500;

	/** A uuid is one too. */
	private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,11}");

	private static final int LONGEST_CODE = 60;

	private static final Pattern MAPPING = Pattern.compile("[^:\\s][^:]{0,49}:[^:]{0,98}[^:\\s]");

	private final Problems problems = new Problems();

	/** In the order of the definition; empty when there are none. */
	public List<Problem> validate(TaxonomyDefinition taxonomy) {
		if (DefinitionRules.present(problems, "uuid", taxonomy.getUuid())) {
			DefinitionRules.uuid(problems, "uuid", taxonomy.getUuid());
		}
		if (DefinitionRules.present(problems, "name", taxonomy.getName())) {
			DefinitionRules.length(problems, "name", taxonomy.getName(), LONGEST_NAME);
		}
		DefinitionRules.length(problems, "source", taxonomy.getSource(), LONGEST_DESCRIPTION);
		problems.check(!taxonomy.getThemes().isEmpty(), "themes", DefinitionRules.REQUIRED, "themes");
		DefinitionRules.range(problems, "themes", taxonomy.getThemes().size(), 0, MOST_THEMES);
		Set<String> codes = new HashSet<>();
		Set<String> uuids = new HashSet<>();
		for (int i = 0; i < taxonomy.getThemes().size(); i++) {
			ThemeDefinition theme = taxonomy.getThemes().get(i);
			Problems at = problems.in("themes", i);
			if (DefinitionRules.present(at, "uuid", theme.getUuid())) {
				at.check(uuids.add(theme.getUuid()), "uuid", CODE_TWICE, theme.getUuid());
			}
			if (DefinitionRules.present(at, "code", theme.getCode())) {
				at.check(codes.add(theme.getCode()), "code", CODE_TWICE, theme.getCode());
			}
			check(at, theme);
		}
		return Collections.unmodifiableList(problems.found());
	}

	/** Of one theme, that a person words. */
	List<Problem> validate(ThemeDefinition theme) {
		check(problems, theme);
		return Collections.unmodifiableList(problems.found());
	}

	private static void check(Problems at, ThemeDefinition theme) {
		if (theme.getUuid() != null) {
			DefinitionRules.uuid(at, "uuid", theme.getUuid());
		}
		if (theme.getCode() != null) {
			at.check(theme.getCode().length() <= LONGEST_CODE && CODE.matcher(theme.getCode()).matches(), "code",
				CODE_INVALID, theme.getCode());
			at.check(!theme.getCode().equals(theme.getParent()), "parent", PARENT_ITSELF, theme.getCode());
		}
		if (DefinitionRules.present(at, "name", theme.getName())) {
			at.check(!theme.getName().getByTag().isEmpty(), "name", DefinitionRules.REQUIRED, "name");
			texts(at, "name", theme.getName(), LONGEST_NAME);
		}
		if (theme.getDescription() != null) {
			texts(at, "description", theme.getDescription(), LONGEST_DESCRIPTION);
		}
		if (theme.getPhrases() != null) {
			theme.getPhrases().forEach((language, phrases) -> phrases(at.in("phrases"), language, phrases));
		}
		for (int i = 0; i < theme.getMappings().size(); i++) {
			String mapping = theme.getMappings().get(i);
			at.check(mapping != null && MAPPING.matcher(mapping).matches(), "mappings[" + i + "]", MAPPING_INVALID,
				String.valueOf(mapping));
		}
	}

	private static void texts(Problems at, String property, LocalizedText text, int longest) {
		for (Map.Entry<String, String> one : text.getByTag().entrySet()) {
			Problems language = at.in(property);
			language.check(Languages.isKnown(one.getKey()), one.getKey(), LANGUAGE_UNKNOWN, one.getKey());
			if (DefinitionRules.present(language, one.getKey(), one.getValue())) {
				DefinitionRules.length(language, one.getKey(), one.getValue(), longest);
			}
		}
	}

	private static void phrases(Problems at, String language, List<String> phrases) {
		at.check(Languages.isKnown(language), language, LANGUAGE_UNKNOWN, language);
		at.check(phrases.size() <= MOST_PHRASES, language, PHRASES_TOO_MANY, MOST_PHRASES);
		for (int i = 0; i < phrases.size(); i++) {
			String phrase = phrases.get(i);
			boolean words = phrase != null && phrase.length() <= LONGEST_PHRASE && !Words.of(phrase).toList().isEmpty();
			at.in(language, i).check(words, "", PHRASE_INVALID, String.valueOf(phrase));
		}
	}
}
