/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.openmrs.Location;
import org.openmrs.module.retention.followup.planning.FollowUpEvent;
import org.openmrs.module.retention.shared.Messages;

/** What follow-up protocols wait for, one event for each patient. Its key is the measure: no protocol takes it twice. */
@RequiredArgsConstructor
class MeasureEvents {

	static final String NAME = "theme.measure";

	/** What a plan keeps of an event. */
	private static final int LONGEST_CONTEXT = 1000;

	private final Measure measure;

	private final Instant at;

	private final Locale locale;

	static String keyOf(Measure measure) {
		return "measure:" + measure.getUuid();
	}

	FollowUpEvent of(Raisers.ToTell raiser, Location location) {
		return FollowUpEvent.builder().name(NAME).patient(raiser.getPatient()).at(at).key(keyOf(measure))
			.once(true).location(location).context(context(raiser.getSaidOn())).build();
	}

	/** When this patient raised it, what was done, and that in the other languages that it is worded in, as far as there is room. */
	private String context(LocalDate saidOn) {
		String did = measure.getDid().in(locale);
		List<String> lines = new ArrayList<>();
		lines.add(line("retention.measure.context.said", saidOn, measure.saidIn(locale)));
		lines.add(line("retention.measure.context.did", measure.getDoneOn(), did));
		for (Map.Entry<String, String> other : measure.getDid().getByTag().entrySet()) {
			String line = other.getKey() + ": " + oneLine(other.getValue());
			if (!other.getValue().equals(did) && String.join("\n", lines).length() + line.length() < LONGEST_CONTEXT) {
				lines.add(line);
			}
		}
		return String.join("\n", lines);
	}

	private String line(String code, LocalDate day, String words) {
		String date = day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
		return Messages.text(code, locale, date, oneLine(words));
	}

	private static String oneLine(String words) {
		return words.trim().replaceAll("\\s+", " ");
	}
}
