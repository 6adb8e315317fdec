/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.LocalDate;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.RetentionException;

/** What must hold of a measure. A clinic words it in the languages of its patients; English need not be one of them. */
final class MeasureRules {

	static final String TEXT_BLANK = "retention.question.error.text-blank";

	static final String LANGUAGE_UNKNOWN = "retention.measure.error.language-unknown";

	static final String DAY_OUT_OF_RANGE = "retention.measure.error.day-out-of-range";

	private static final int LONGEST_SAID = 300;

	private static final int LONGEST_DID = 500;

	private static final int MOST_YEARS_BACK = 5;

	private MeasureRules() {
	}

	/** @return with every day */
	static MeasureRequest check(MeasureRequest request, LocalDate today) {
		require("theme", request.getTheme());
		if (request.getTheme().getRetired()) {
			throw RetentionException.conflict("retention.theme.error.theme-retired", "theme", request.getTheme().getCode());
		}
		if (request.getSaid() != null) {
			words("said", request.getSaid(), LONGEST_SAID);
		}
		require("did", request.getDid());
		words("did", request.getDid(), LONGEST_DID);
		LocalDate from = request.getRaisedFrom() == null ? today.minusYears(1) : request.getRaisedFrom();
		within("raisedFrom", from, today.minusYears(MOST_YEARS_BACK), today);
		return request.toBuilder().raisedFrom(from).build();
	}

	private static void words(String property, LocalizedText text, int longest) {
		if (text.getByTag().isEmpty()) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, property, property);
		}
		for (Map.Entry<String, String> one : text.getByTag().entrySet()) {
			String at = property + "." + one.getKey();
			if (!Languages.isKnown(one.getKey())) {
				throw RetentionException.invalid(LANGUAGE_UNKNOWN, property, one.getKey());
			}
			if (StringUtils.isBlank(one.getValue())) {
				throw RetentionException.invalid(TEXT_BLANK, at);
			}
			if (one.getValue().length() > longest) {
				throw RetentionException.invalid(DefinitionRules.TOO_LONG, at, longest);
			}
		}
	}

	/** @return since when it is done; null where it is not */
	static LocalDate day(Measure measure, MeasureStatus to, LocalDate day, LocalDate today) {
		if (to != MeasureStatus.DONE) {
			if (day != null) {
				throw RetentionException.invalid(DefinitionRules.NOT_APPLICABLE, "day", "to: DONE");
			}
			return null;
		}
		LocalDate since = day == null ? today : day;
		within("day", since, measure.getRaisedFrom(), today);
		return since;
	}

	static void within(String field, LocalDate day, LocalDate first, LocalDate last) {
		if (day.isBefore(first) || day.isAfter(last)) {
			throw RetentionException.invalid(DAY_OUT_OF_RANGE, field, day.toString(), first.toString(), last.toString());
		}
	}

	static void require(String field, Object value) {
		if (value == null) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, field, field);
		}
	}
}
