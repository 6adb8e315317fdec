/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.protocol;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openmrs.module.retention.followup.planning.RehearsalReport;
import org.openmrs.module.retention.followup.planning.RehearsalReport.Spread;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.webservices.rest.SimpleObject;

/** A rehearsal as REST shows it, with what it comes to in words. */
public final class RehearsalView {

	private static final String TEXT = "retention.followup.rehearsal.";

	private final RehearsalReport report;

	private final Locale locale;

	public RehearsalView(RehearsalReport report, Locale locale) {
		this.report = report;
		this.locale = locale;
	}

	SimpleObject shown() {
		return new SimpleObject().add("protocol", new SimpleObject().add("uuid", report.getUuid()).add("display",
			report.getName())).add("from", report.getFirstDay().toString()).add("to", report.getLastDay().toString())
			.add("days", days()).add("summary", summary()).add("encountersRead", report.getEncountersRead())
			.add("anchors", report.getAnchors()).add("plans", report.getPlans()).add("tasks", report.getTasks())
			.add("openDays", report.getOpenDays()).add("tasksPerDay", spread(report.getTasksPerDay()))
			.add("minutesPerDay", spread(report.getMinutesPerDay()))
			.add("busiestDay", report.getBusiestDay() == null ? null : report.getBusiestDay().toString())
			.add("weekdays", weekdays()).add("steps", steps()).add("leftOut", leftOut()).add("waiting", waiting())
			.add("capacity", capacity());
	}

	private long days() {
		return ChronoUnit.DAYS.between(report.getFirstDay(), report.getLastDay()) + 1;
	}

	private static SimpleObject spread(Spread spread) {
		return new SimpleObject().add("mean", spread.getMean()).add("median", spread.getMedian()).add("max",
			spread.getMax());
	}

	private List<SimpleObject> weekdays() {
		List<SimpleObject> shown = new ArrayList<>();
		report.getWeekdays().forEach(w -> shown.add(new SimpleObject().add("weekday", w.getDay().name())
			.add("openDays", w.getOpenDays()).add("tasks", w.getTasks()).add("tasksPerDay", w.getTasksPerDay())
			.add("minutesPerDay", w.getMinutesPerDay())));
		return shown;
	}

	private List<SimpleObject> steps() {
		List<SimpleObject> shown = new ArrayList<>();
		report.getSteps().forEach(s -> shown.add(new SimpleObject().add("step", s.getKey()).add("tasks", s.getTasks())
			.add("minutes", s.getMinutes())));
		return shown;
	}

	private SimpleObject leftOut() {
		SimpleObject tasks = new SimpleObject();
		tasks.putAll(report.getNotDue());
		return new SimpleObject().add("anchorsOvertaken", report.getAnchorsOvertaken())
			.add("anchorsPastGrace", report.getAnchorsPastGrace()).add("tasks", tasks);
	}

	private SimpleObject waiting() {
		return report.getWaitingPerDay() == null ? null : new SimpleObject().add("patients", report.getWaiting())
			.add("perDay", report.getWaitingPerDay()).add("openDays", daysOfWaiting());
	}

	private long daysOfWaiting() {
		return (report.getWaiting() + report.getWaitingPerDay() - 1) / report.getWaitingPerDay();
	}

	private SimpleObject capacity() {
		return report.getCapacity() == null ? null : new SimpleObject().add("minutes", report.getCapacity())
			.add("daysOver", report.getDaysOverCapacity());
	}

	public String summary() {
		DayOfWeek busiest = report.getBusiestWeekday();
		if (busiest == null) {
			return Messages.text(TEXT + "summary-none", locale, days());
		}
		double most = report.getWeekdays().get(busiest.ordinal()).getTasksPerDay();
		StringBuilder summary = new StringBuilder(Messages.text(TEXT + "summary", locale, days(),
			report.getTasksPerDay().getMean(), report.getMinutesPerDay().getMean(),
			busiest.getDisplayName(TextStyle.FULL_STANDALONE, locale), most));
		if (report.getCapacity() != null) {
			summary.append(' ').append(Messages.text(TEXT + "capacity", locale, report.getCapacity(),
				report.getDaysOverCapacity(), report.getOpenDays()));
		}
		if (report.getWaitingPerDay() != null) {
			summary.append(' ').append(Messages.text(TEXT + "waiting", locale, report.getWaiting(), daysOfWaiting()));
		}
		return summary.toString();
	}
}
