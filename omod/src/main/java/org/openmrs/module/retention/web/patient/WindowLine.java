/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.contact.BestWindows;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.TypedForm;

/** One of the lines in which the best times are chosen: a weekday, from when and until when. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class WindowLine {

	private static final String DAY = "bestday";

	private static final String FROM = "bestfrom";

	private static final String UNTIL = "bestuntil";

	/** To be filled in beside what is written already. */
	private static final int EMPTY = 2;

	private static final int MOST = 50;

	/** Null: nothing is chosen yet. */
	private final BestWindows.Window window;

	/** What is written, and some empty ones; after a refusal no fewer than were sent. */
	static List<WindowLine> of(String written, TypedForm was) {
		List<WindowLine> lines = new ArrayList<>();
		BestWindows.parse(written).getWindows().forEach(window -> lines.add(new WindowLine(window)));
		int number = Math.max(lines.size() + EMPTY,
			Math.min(MOST, Math.max(was.lines(DAY), Math.max(was.lines(FROM), was.lines(UNTIL)))));
		while (lines.size() < number) {
			lines.add(new WindowLine(null));
		}
		return lines;
	}

	/** As the profile holds them; null: none. A line that is filled in half is refused at what it lacks. */
	static String read(Form form) {
		List<String> windows = new ArrayList<>();
		TreeSet<Integer> lines = new TreeSet<>(form.lines(DAY));
		lines.addAll(form.lines(FROM));
		lines.addAll(form.lines(UNTIL));
		for (int i : lines) {
			String day = DAY + "." + i;
			String from = FROM + "." + i;
			String until = UNTIL + "." + i;
			if (form.text(day) != null || form.text(from) != null || form.text(until) != null) {
				DayOfWeek weekday = form.choice(day, DayOfWeek.class);
				LocalTime begin = form.localTime(from);
				LocalTime end = form.localTime(until);
				if (!begin.isBefore(end)) {
					throw RetentionException.invalid("retention.followup.error.window-ends-before-it-starts", until);
				}
				windows.add(weekday + " " + begin + "-" + end);
			}
		}
		return windows.isEmpty() ? null : String.join("; ", windows);
	}

	public boolean is(DayOfWeek day) {
		return window != null && window.getDay() == day;
	}

	/** Null: not chosen yet. */
	public LocalTime getFrom() {
		return window == null ? null : window.getFrom();
	}

	/** Null: not chosen yet. */
	public LocalTime getUntil() {
		return window == null ? null : window.getTo();
	}
}
