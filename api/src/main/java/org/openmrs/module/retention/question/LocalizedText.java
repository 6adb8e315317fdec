/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A text in several languages, by language tag ({@code en}, {@code nb}, {@code zh}). Asked for a locale it answers with
 * that tag, else its language (any Norwegian serves a Norwegian), else English, else the first there is.
 */
public final class LocalizedText {

	private static final List<String> NORWEGIAN = Arrays.asList("nb", "no", "nn");

	private final Map<String, String> byTag;

	@JsonCreator
	public LocalizedText(Map<String, String> byTag) {
		this.byTag = Collections.unmodifiableMap(new LinkedHashMap<>(byTag));
	}

	public String in(Locale locale) {
		if (byTag.isEmpty()) {
			return "";
		}
		if (locale != null) {
			String exact = byTag.get(locale.toLanguageTag());
			String language = exact != null ? exact : byTag.get(locale.getLanguage());
			if (language == null && NORWEGIAN.contains(locale.getLanguage())) {
				language = NORWEGIAN.stream().map(byTag::get).filter(Objects::nonNull).findFirst().orElse(null);
			}
			if (language != null) {
				return language;
			}
		}
		String english = byTag.get("en");
		return english != null ? english : byTag.values().iterator().next();
	}

	@JsonValue
	public Map<String, String> getByTag() {
		return byTag;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LocalizedText && byTag.equals(((LocalizedText) other).byTag);
	}

	@Override
	public int hashCode() {
		return byTag.hashCode();
	}

	@Override
	public String toString() {
		return in(Locale.ENGLISH);
	}
}
