/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;

/** When a person is best reached: {@code MONDAY 17:00-19:00; FRIDAY 09:00-11:30}, in the person's local time. */
public final class BestWindows {

	/** One window of one weekday; the end is not part of it. */
	@Value
	public static class Window {

		DayOfWeek day;

		LocalTime from;

		LocalTime to;
	}

	private final List<Window> windows;

	private BestWindows(List<Window> windows) {
		this.windows = Collections.unmodifiableList(windows);
	}

	/**
	 * @param written null or blank: none
	 * @throws IllegalArgumentException with the part that cannot be read
	 */
	public static BestWindows parse(String written) {
		List<Window> windows = new ArrayList<>();
		if (written != null) {
			for (String part : written.split(";")) {
				if (!part.trim().isEmpty()) {
					windows.add(window(part.trim()));
				}
			}
		}
		return new BestWindows(windows);
	}

	private static Window window(String part) {
		String[] words = part.split("[ -]+");
		try {
			if (words.length == 3) {
				Window window = new Window(DayOfWeek.valueOf(words[0]), LocalTime.parse(words[1]),
					LocalTime.parse(words[2]));
				if (window.from.isBefore(window.to)) {
					return window;
				}
			}
		}
		catch (IllegalArgumentException | DateTimeException e) {
			throw new IllegalArgumentException(part, e);
		}
		throw new IllegalArgumentException(part);
	}

	public List<Window> getWindows() {
		return windows;
	}

	/** Those of a weekday, the earliest first. */
	public List<Window> on(DayOfWeek day) {
		return windows.stream().filter(window -> window.day == day).sorted(Comparator.comparing(Window::getFrom))
			.collect(Collectors.toList());
	}

	/** Whether the local time lies in a window; false when there is none. */
	public boolean contains(LocalDateTime time) {
		return windows.stream().anyMatch(window -> window.day == time.getDayOfWeek()
			&& !time.toLocalTime().isBefore(window.from) && time.toLocalTime().isBefore(window.to));
	}
}
