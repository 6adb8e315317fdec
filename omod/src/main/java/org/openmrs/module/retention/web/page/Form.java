/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.Years;

/** What was typed in a form, field by field; what cannot be read is refused with the field's name. */
public final class Form {

	private static final Pattern LINE = Pattern.compile("0|[1-9][0-9]{0,3}");

	private static final LocalTime DAY_END = LocalTime.of(23, 59, 59, 999_000_000);

	private final Map<String, String[]> fields;

	public Form(HttpServletRequest request) {
		this(request.getParameterMap());
	}

	public Form(Map<String, String[]> fields) {
		this.fields = fields;
	}

	/** Trimmed; null when absent or blank. */
	public String text(String name) {
		String value = fields.containsKey(name) ? fields.get(name)[0] : null;
		return value == null || value.trim().isEmpty() ? null : value.trim();
	}

	public String required(String name) {
		String value = text(name);
		if (value == null) {
			throw RetentionException.invalid("retention.web.error.missing", name, name);
		}
		return value;
	}

	/** All that were chosen; empty when none was. */
	public List<String> texts(String name) {
		String[] values = fields.get(name);
		return values == null ? Collections.emptyList() : new ArrayList<>(Arrays.asList(values));
	}

	/** Of fields called {@code name.0}, {@code name.1} and so on: the numbers there are, in order. */
	public List<Integer> lines(String name) {
		String before = name + ".";
		return fields.keySet().stream().filter(field -> field.startsWith(before))
			.map(field -> field.substring(before.length()))
			.filter(line -> LINE.matcher(line).matches()).map(Integer::valueOf).sorted().collect(Collectors.toList());
	}

	public int number(String name) {
		String value = required(name);
		if (!value.matches("-?[0-9]{1,9}")) {
			throw RetentionException.invalid("retention.web.error.wrong-type", name, name, "integer");
		}
		return Integer.parseInt(value);
	}

	/** The name of a constant. */
	public <E extends Enum<E>> E choice(String name, Class<E> type) {
		String value = required(name);
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(value)) {
				return constant;
			}
		}
		throw RetentionException.invalid("retention.web.error.unknown-value", name, name,
			Arrays.toString(type.getEnumConstants()));
	}

	/** A local date; null when absent. */
	public LocalDate date(String name) {
		String text = text(name);
		if (text == null) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text);
			Years.require(date.getYear());
			return date;
		}
		catch (DateTimeException e) {
			throw RetentionException.invalid("retention.web.error.wrong-type", name, name, "2026-11-21");
		}
	}

	/** A month as {@code 2026-11}; null when absent. */
	public YearMonth month(String name) {
		String text = text(name);
		if (text == null) {
			return null;
		}
		try {
			YearMonth month = YearMonth.parse(text);
			Years.require(month.getYear());
			return month;
		}
		catch (DateTimeException e) {
			throw RetentionException.invalid("retention.web.error.wrong-type", name, name, "2026-11");
		}
	}

	/** A time of day, as {@code 14:05}. */
	public LocalTime localTime(String name) {
		try {
			return LocalTime.parse(required(name));
		}
		catch (DateTimeException e) {
			throw RetentionException.invalid("retention.web.error.wrong-type", name, name, "14:05");
		}
	}

	/** A day and a time of that day in a zone; null unless both are given. */
	public Instant time(String day, String time, String zone) {
		LocalDate on = date(day);
		if (on == null || text(time) == null) {
			return null;
		}
		try {
			return on.atTime(LocalTime.parse(text(time))).atZone(PageSettings.zone(zone)).toInstant();
		}
		catch (DateTimeException e) {
			throw RetentionException.invalid("retention.web.error.wrong-type", time, time, "14:05");
		}
	}

	/**
	 * From when: without a time, the day from its beginning in the zone.
	 *
	 * @return null without a day
	 */
	public Instant windowFrom(String day, String time, String zone) {
		return text(time) == null ? window(day, LocalTime.MIN, zone) : timeOfADay(day, time, zone);
	}

	/**
	 * Until when: without a time, the day to its last millisecond in the zone.
	 *
	 * @return null without a day
	 */
	public Instant windowBy(String day, String time, String zone) {
		return text(time) == null ? window(day, DAY_END, zone) : timeOfADay(day, time, zone);
	}

	private Instant window(String day, LocalTime time, String zone) {
		LocalDate on = date(day);
		return on == null ? null : on.atTime(time).atZone(PageSettings.zone(zone)).toInstant();
	}

	private Instant timeOfADay(String day, String time, String zone) {
		required(day);
		return time(day, time, zone);
	}

	/** When the day begins at the clinic. */
	public Instant dayBegin(String name) {
		required(name);
		return date(name).atStartOfDay(PageSettings.zone()).toInstant();
	}

	/** When the day has ended at the clinic. */
	public Instant dayEnd(String name) {
		required(name);
		return date(name).plusDays(1).atStartOfDay(PageSettings.zone()).toInstant();
	}
}
