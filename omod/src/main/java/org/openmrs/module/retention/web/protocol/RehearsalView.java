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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openmrs.module.retention.followup.planning.RehearsalReport;
import org.openmrs.module.retention.followup.planning.RehearsalReport.Spread;
import org.openmrs.module.retention.followup.planning.RehearsedDesk;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.web.calendar.SiteName;
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

	public SimpleObject shown() {
		return new SimpleObject().add("protocol", new SimpleObject().add("uuid", report.getUuid()).add("display",
			report.getName())).add("from", report.getFirstDay().toString()).add("to", report.getLastDay().toString())
			.add("days", days()).add("summary", summary()).add("encountersRead", report.getEncountersRead())
			.add("anchors", report.getAnchors()).add("plans", report.getPlans()).add("tasks", report.getTasks())
			.add("openDays", report.getOpenDays()).add("tasksPerDay", spread(report.getTasksPerDay()))
			.add("minutesPerDay", spread(report.getMinutesPerDay()))
			.add("busiestDay", report.getBusiestDay() == null ? null : report.getBusiestDay().toString())
			.add("weekdays", weekdays()).add("steps", steps()).add("leftOut", leftOut()).add("waiting", waiting())
			.add("desks", desks()).add("capacity", capacity());
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

	private List<SimpleObject> desks() {
		List<SimpleObject> shown = new ArrayList<>();
		for (RehearsedDesk desk : report.getDesks()) {
			List<SimpleObject> weekdays = new ArrayList<>();
			desk.getWeekdays().forEach(w -> weekdays.add(new SimpleObject().add("weekday", w.getDay().name())
				.add("openDays", w.getOpenDays()).add("minutesPerDay", w.getMinutesPerDay())
				.add("limitMinutes", w.getLimitMinutes()).add("daysOver", w.getDaysOver())));
			List<String> daysOver = new ArrayList<>();
			desk.getDaysOver().forEach(day -> daysOver.add(day.toString()));
			shown.add(new SimpleObject().add("calendar", desk.getCalendar() == null ? null
				: new SimpleObject().add("uuid", desk.getCalendar()).add("display", desk.getCalendarName()))
				.add("site", desk.getSite() == null ? null
					: new SimpleObject().add("uuid", desk.getSite()).add("display", SiteName.of(desk.getSite())))
				.add("zone", desk.getZone()).add("role", desk.getRole()).add("tasks", desk.getTasks())
				.add("minutes", desk.getMinutes()).add("daysOfWork", desk.getDaysOfWork()).add("weekdays", weekdays)
				.add("daysOver", daysOver));
		}
		return shown;
	}

	/** Those whose calendar sets them a limit, with what they are called. */
	public Map<String, RehearsedDesk> getLimitedDesks() {
		Map<String, RehearsedDesk> desks = new LinkedHashMap<>();
		for (RehearsedDesk desk : report.getDesks()) {
			if (desk.getDaysOfWork() != null) {
				String place = desk.getSite() == null ? desk.getCalendarName() : SiteName.of(desk.getSite());
				String name = place + " · " + desk.getRole();
				desks.put(desks.containsKey(name) ? name + " · " + desk.getZone() : name, desk);
			}
		}
		return desks;
	}

	public String weekday(DayOfWeek day) {
		return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
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
		getLimitedDesks().forEach((name, desk) -> summary.append(' ').append(Messages.text(TEXT + "desk", locale, name,
			desk.getDaysOfWork(), desk.getDaysOver().size())));
		if (report.getWaitingPerDay() != null) {
			summary.append(' ').append(Messages.text(TEXT + "waiting", locale, report.getWaiting(), daysOfWaiting()));
		}
		return summary.toString();
	}
}
