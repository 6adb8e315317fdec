/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.question;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openmrs.module.retention.shared.Problems;

/** What definitions of every kind have in common: keys, references, lengths, ranges, periods. */
public final class DefinitionRules {

	public static final String REQUIRED = "retention.question.error.required";

	public static final String NOT_APPLICABLE = "retention.question.error.not-applicable";

	public static final String KEY_INVALID = "retention.question.error.key-invalid";

	public static final String KEY_DUPLICATE = "retention.question.error.key-duplicate";

	public static final String UUID_INVALID = "retention.question.error.uuid-invalid";

	public static final String REFERENCE_INVALID = "retention.question.error.reference-invalid";

	public static final String TOO_LONG = "retention.question.error.too-long";

	public static final String OUT_OF_RANGE = "retention.question.error.out-of-range";

	public static final String RANGE_CROSSED = "retention.question.error.range-crossed";

	public static final String PERIOD_INVALID = "retention.question.error.period-invalid";

	public static final String DURATION_INVALID = "retention.question.error.duration-invalid";

	/** Nothing is planned further ahead than that; databases and calendars end somewhere. */
	private static final int LONGEST_YEARS = 20;

	private static final Duration LONGEST_DURATION = Duration.ofDays(366);

	private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern UUID = Pattern.compile("[0-9A-Za-z-]{36,38}");

	private static final Pattern MAPPING = Pattern.compile("[^:\\s][^:]*:[^:]*[^:\\s]");

	private static final int LONGEST_KEY = 60;

	private DefinitionRules() {
	}

	public static boolean present(Problems at, String property, Object value) {
		boolean present = value instanceof String ? !((String) value).trim().isEmpty() : value != null;
		return at.check(present, property, REQUIRED, property);
	}

	public static boolean length(Problems at, String property, String value, int most) {
		return at.check(value == null || value.length() <= most, property, TOO_LONG, most);
	}

	public static boolean range(Problems at, String property, int value, int least, int most) {
		return at.check(value >= least && value <= most, property, OUT_OF_RANGE, value, least, most);
	}

	public static void key(Problems at, String key, Set<String> taken) {
		if (present(at, "key", key)
			&& at.check(KEY.matcher(key).matches() && key.length() <= LONGEST_KEY, "key", KEY_INVALID, key)) {
			at.check(taken.add(key), "key", KEY_DUPLICATE, key);
		}
	}

	public static void uuid(Problems at, String property, String value) {
		at.check(value != null && UUID.matcher(value).matches(), property, UUID_INVALID, String.valueOf(value));
	}

	public static void concept(Problems at, String property, String value) {
		at.check(value != null && (UUID.matcher(value).matches() || MAPPING.matcher(value).matches()), property,
			REFERENCE_INVALID, String.valueOf(value));
	}

	/** Null where the text is no period of zero or more, which is then reported; null too where there is no text. */
	public static Period period(Problems at, String property, String value, boolean mayBeZero) {
		if (value == null) {
			return null;
		}
		try {
			Period period = Period.parse(value);
			if (!period.isNegative() && (mayBeZero || !period.isZero()) && !isLongerThanALifeOfPlans(period)) {
				return period;
			}
		}
		catch (DateTimeParseException e) {
			// reported below, as a negative one is
		}
		at.add(property, PERIOD_INVALID, value);
		return null;
	}

	/** {@link #period} for one that must be there. */
	public static void presentPeriod(Problems at, String property, String value, boolean mayBeZero) {
		if (present(at, property, value)) {
			period(at, property, value, mayBeZero);
		}
	}

	/** Each part by itself, so that nothing overflows. */
	private static boolean isLongerThanALifeOfPlans(Period period) {
		return period.getYears() > LONGEST_YEARS || period.getMonths() > LONGEST_YEARS * 12
			|| period.getDays() > LONGEST_YEARS * 366;
	}

	public static void duration(Problems at, String property, String value, boolean mayBeZero) {
		if (value == null) {
			return;
		}
		try {
			Duration duration = Duration.parse(value);
			if (!duration.isNegative() && (mayBeZero || !duration.isZero()) && duration.compareTo(LONGEST_DURATION) <= 0) {
				return;
			}
		}
		catch (DateTimeParseException e) {
			// reported below, as a negative one is
		}
		at.add(property, DURATION_INVALID, value);
	}

	public static void uuids(Problems at, String property, List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			uuid(at, property + "[" + i + "]", values.get(i));
		}
	}
}
