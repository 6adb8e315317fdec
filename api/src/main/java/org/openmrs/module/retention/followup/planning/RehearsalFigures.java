/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.planning.RehearsalReport.Spread;
import org.openmrs.module.retention.followup.planning.RehearsalReport.Step;
import org.openmrs.module.retention.followup.planning.RehearsalReport.Weekday;

/** The figures of a rehearsal. What fell on closed days is in the totals, and shared out over the open ones. */
final class RehearsalFigures {

	private static final double MINUTE = 60;

	private final RehearsalTally tally;

	private final List<LocalDate> openDays = new ArrayList<>();

	RehearsalFigures(RehearsalTally tally) {
		this.tally = tally;
		for (int i = 0; i < tally.getTasks().length; i++) {
			LocalDate day = tally.getFirstDay().plusDays(i);
			if (tally.isOpen(day)) {
				openDays.add(day);
			}
		}
	}

	/** @param capacity minutes that there are on an open day; null: not said */
	RehearsalReport report(Integer capacity) {
		SweepReport report = tally.getReport();
		boolean waits = tally.getWaiting() > 0;
		return RehearsalReport.builder().uuid(tally.getRule().getDefinition().getUuid())
			.name(tally.getRule().getDefinition().getName()).firstDay(tally.getFirstDay()).lastDay(tally.lastDay())
			.encountersRead(tally.getEncountersRead()).anchors(report.getAnchors()).plans(tally.getPlans())
			.tasks(Arrays.stream(tally.getTasks()).sum()).openDays(openDays.size())
			.tasksPerDay(spread(Arrays.stream(tally.getTasks()).asDoubleStream().toArray()))
			.minutesPerDay(spread(minutes())).busiestDay(busiestDay()).weekdays(weekdays()).steps(steps())
			.anchorsOvertaken(report.getOvertaken()).anchorsPastGrace(report.getPastGrace()).notDue(tally.getNotDue())
			.waiting(tally.getWaiting()).waitingPerDay(waits ? (Integer) Backlog.perDay(tally.getRule()) : null)
			.desks(tally.getDesks().report()).capacity(capacity)
			.daysOverCapacity(capacity == null ? null : daysOver(capacity)).build();
	}

	private double[] minutes() {
		return Arrays.stream(tally.getSeconds()).mapToDouble(seconds -> seconds / MINUTE).toArray();
	}

	private Spread spread(double[] byDay) {
		double total = Arrays.stream(byDay).sum();
		double max = Arrays.stream(byDay).max().orElse(0);
		double[] open = openDays.stream().mapToDouble(day -> byDay[indexOf(day)]).sorted().toArray();
		if (open.length == 0) {
			return new Spread(0, 0, rounded(max));
		}
		double median = (open[(open.length - 1) / 2] + open[open.length / 2]) / 2;
		return new Spread(rounded(total / open.length), rounded(median), rounded(max));
	}

	private LocalDate busiestDay() {
		int busiest = 0;
		for (int i = 1; i < tally.getTasks().length; i++) {
			busiest = tally.getTasks()[i] > tally.getTasks()[busiest] ? i : busiest;
		}
		return tally.getTasks()[busiest] == 0 ? null : tally.getFirstDay().plusDays(busiest);
	}

	private List<Weekday> weekdays() {
		List<Weekday> weekdays = new ArrayList<>();
		for (DayOfWeek weekday : DayOfWeek.values()) {
			long tasks = 0;
			long seconds = 0;
			for (int i = 0; i < tally.getTasks().length; i++) {
				if (tally.getFirstDay().plusDays(i).getDayOfWeek() == weekday) {
					tasks += tally.getTasks()[i];
					seconds += tally.getSeconds()[i];
				}
			}
			int open = (int) openDays.stream().filter(day -> day.getDayOfWeek() == weekday).count();
			int days = Math.max(1, open);
			weekdays
				.add(new Weekday(weekday, open, tasks, rounded((double) tasks / days), rounded(seconds / MINUTE / days)));
		}
		return weekdays;
	}

	private List<Step> steps() {
		return tally.getSteps().entrySet().stream()
			.map(step -> new Step(step.getKey(), step.getValue()[0], rounded(step.getValue()[1] / MINUTE)))
			.collect(Collectors.toList());
	}

	private int daysOver(int capacity) {
		return (int) openDays.stream().filter(day -> tally.getSeconds()[indexOf(day)] > capacity * MINUTE).count();
	}

	private int indexOf(LocalDate day) {
		return (int) (day.toEpochDay() - tally.getFirstDay().toEpochDay());
	}

	static double rounded(double value) {
		return Math.round(value * 10) / 10.0;
	}
}
