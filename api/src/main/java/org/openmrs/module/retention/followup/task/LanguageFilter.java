/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.Value;

/**
 * Which rows of the day's list are kept by the language of the person to ring, in HQL: the language in force, which is what
 * was said to the clinic, else what the chart has. Values are parameters; the text is fixed.
 */
@Value
class LanguageFilter {

	/** Without script and region; empty: none is spoken. */
	Collection<String> languages;

	/** Whether those stay too of whom no language is known. */
	boolean unknownToo;

	/** Id of the person attribute type of the chart's language; null: there is none. */
	Integer chartType;

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("languages", languages.isEmpty() ? Collections.singleton("") : languages);
		parameters.put("languageType", chartType);
		return parameters;
	}

	/** Of the person to ring for the task with this alias. */
	String condition(String t) {
		String known = said(t) + " and " + language("l.language") + " in (:languages))";
		String notSaid = "not " + said(t) + ")";
		if (chartType == null) {
			return "(" + known + (unknownToo ? " or " + notSaid : "") + ")";
		}
		return "(" + known + " or (" + notSaid + " and " + (unknownToo ? "not " + written(t, "not in") : written(t, "in"))
			+ "))";
	}

	private static String said(String t) {
		return "exists (select l.id from retention.ContactProfile l where l.patient.personId = " + t
			+ ".ringId and l.voided = false and l.language is not null";
	}

	/** The first in the chart that can be read is one of the languages, or is none of them. */
	private static String written(String t, String in) {
		return "exists (select w.personAttributeId from PersonAttribute w where " + chart("w", t) + " and "
			+ language("w.value") + " " + in + " (:languages) and not exists (select e.personAttributeId"
			+ " from PersonAttribute e where " + chart("e", t) + " and e.personAttributeId < w.personAttributeId))";
	}

	private static String chart(String w, String t) {
		return w + ".person.personId = " + t + ".ringId and " + w
			+ ".attributeType.personAttributeTypeId = :languageType and " + w + ".voided = false and locate('-', concat("
			+ w + ".value, '-')) in (3, 4) and " + letter(w, 1) + " and " + letter(w, 2) + " and (" + letter(w, 3)
			+ " or locate('-', concat(" + w + ".value, '-')) = 3)";
	}

	private static String letter(String w, int at) {
		return "lower(substring(" + w + ".value, " + at + ", 1)) between 'a' and 'z'";
	}

	private static String language(String tag) {
		return "lower(substring(" + tag + ", 1, locate('-', concat(" + tag + ", '-')) - 1))";
	}
}
