/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.module.retention.shared.Messages;

/** Texts, days and times in the reader's language; in templates {@code $words}. */
public final class Words {

	private static final int MINUTE = 60;

	private final Locale locale;

	Words(Locale locale) {
		this.locale = locale;
	}

	/** The text of a code; the code itself when there is none. */
	public String of(String code) {
		return Messages.text(code, locale);
	}

	public String of(String code, Object argument) {
		return Messages.text(code, locale, argument);
	}

	public String of(String code, Object first, Object second) {
		return Messages.text(code, locale, first, second);
	}

	public String of(String code, Object first, Object second, Object third) {
		return Messages.text(code, locale, first, second, third);
	}

	public String name(Person person) {
		return Names.of(person, locale);
	}

	public String name(User user) {
		return Names.of(user, locale);
	}

	/** A constant, by {@code retention.page.<kind>.<NAME>}. */
	public String named(String kind, Object constant) {
		String name = constant instanceof Enum ? ((Enum<?>) constant).name() : String.valueOf(constant);
		return of("retention.page." + kind + "." + name);
	}

	/** @param zone id of the site's zone; empty: the clinic's */
	public String time(Instant at, String zone) {
		ZoneId there = PageSettings.zone(zone);
		boolean today = at.atZone(there).toLocalDate().equals(LocalDate.now(there));
		return today ? format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), at.atZone(there))
			: format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), at.atZone(there));
	}

	/** From a time to another at the clinic; whole days as days, the last one included. */
	public String span(Instant from, Instant before) {
		ZonedDateTime first = from.atZone(PageSettings.zone());
		ZonedDateTime end = before.atZone(first.getZone());
		if (!isDayBegin(first) || !isDayBegin(end)) {
			return time(from, "") + " – " + time(before, "");
		}
		LocalDate last = end.toLocalDate().minusDays(1);
		return last.equals(first.toLocalDate()) ? day(last) : day(first.toLocalDate()) + " – " + day(last);
	}

	private static boolean isDayBegin(ZonedDateTime time) {
		return time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
	}

	public String day(LocalDate day) {
		return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), day);
	}

	/** Short, with the day and month. */
	public String weekday(LocalDate day) {
		return format(DateTimeFormatter.ofPattern("EEE d.M."), day);
	}

	/** The weekday alone, short. */
	public String day(DayOfWeek day) {
		return day.getDisplayName(TextStyle.SHORT, locale);
	}

	/** Seconds as whole minutes, begun ones included. */
	public long minutes(long seconds) {
		return (seconds + MINUTE - 1) / MINUTE;
	}

	private String format(DateTimeFormatter format, TemporalAccessor time) {
		return format.withLocale(locale).format(time);
	}

	public String getLanguage() {
		return locale.getLanguage();
	}
}
