/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lombok.Getter;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.SitesOfRun;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.AssignmentRun;

/**
 * What comes together in a rehearsal. Plans count by the day on which they would have been made, tasks by the day on which
 * they would have been due; both in the days before today. As large as the days are many.
 */
@Getter
class RehearsalTally {

	/** Steps roll to open days, and anchors may be entered late. */
	private static final int SLACK_DAYS = 45;

	private final ProtocolRule rule;

	private final Site site;

	private final LocalDate firstDay;

	private final LocalDate today;

	/** Tasks of each day. */
	private final int[] tasks;

	private final long[] seconds;

	/** By step: tasks and seconds. */
	private final Map<String, long[]> steps = new LinkedHashMap<>();

	/** By reason: steps of those days that would have been planned and never been due. */
	private final Map<String, Long> notDue = new TreeMap<>();

	private final Set<OpeningHours> hours = new HashSet<>();

	private final DeskTally desks;

	private final String defaultRole;

	/** Of the days. */
	private final SweepReport report = new SweepReport();

	/** Of what was read because it reaches into them. */
	private final SweepReport before = new SweepReport();

	private long encountersRead;

	private long plans;

	/** Patients whose time has passed by now: they would have their turn so many a day. */
	private long waiting;

	/** @param defaultRole in whose queue a contact is whose step does not say */
	RehearsalTally(ProtocolRule rule, SitesOfRun sites, String defaultRole, int days, Instant now) {
		this.rule = rule;
		this.site = sites.siteOf(null);
		this.defaultRole = defaultRole;
		this.today = site.dayOf(now);
		this.firstDay = today.minusDays(days);
		this.tasks = new int[days];
		this.seconds = new long[days];
		this.desks = new DeskTally(sites, firstDay, days);
		rule.getDefinition().getSteps().forEach(step -> steps.put(step.getKey(), new long[2]));
	}

	/** From when on what happened may still be due in the days. */
	Instant since() {
		LocalDate earliest = firstDay.minusDays(reach() + SLACK_DAYS);
		LocalDate history = firstDay.minus(Rules.HISTORY);
		boolean looksBack = rule.isByInterval() || rule.getType() == TriggerType.OBS_DATE;
		LocalDate day = looksBack && history.isBefore(earliest) ? history : earliest;
		return day.atStartOfDay(site.getZone()).toInstant();
	}

	/** Days from an anchor to the last of its steps. */
	private long reach() {
		Instant anchor = firstDay.atStartOfDay(site.getZone()).toInstant();
		LocalDate countedFrom = firstDay.plus(rule.getDefinition().getTrigger().waitPeriod());
		List<PlannedStep> planned = new Schedule(anchor, site, countedFrom).of(rule.getDefinition().getSteps());
		return planned.stream().mapToLong(step -> ChronoUnit.DAYS.between(firstDay, step.getDay())).max().orElse(0);
	}

	LocalDate lastDay() {
		return today.minusDays(1);
	}

	SweepReport reportOf(Instant moment) {
		return isInside(site.dayOf(moment)) ? report : before;
	}

	void read(int encounters) {
		encountersRead += encounters;
	}

	void count(RehearsedPlan plan) {
		Anchor anchor = plan.getDraft().getAnchor();
		if (isInside(site.dayOf(plan.getMadeAt()))) {
			plans++;
		}
		if (rule.isByInterval() && plan.isActive() && anchor.getCountedFrom().isBefore(today)
			&& !anchor.getDay().isBefore(today.minus(Rules.HISTORY))) {
			waiting++;
		}
		plan.getDraft().getSteps().forEach(step -> count(step, plan.reasonNotDue(step), anchor.getSite()));
	}

	private void count(PlannedStep step, String reasonNotDue, Site where) {
		if (!isInside(step.getDay())) {
			return;
		}
		if (reasonNotDue != null) {
			notDue.merge(reasonNotDue, 1L, Long::sum);
			return;
		}
		hours.add(where.getHours());
		StepDefinition definition = step.getStep();
		int day = (int) ChronoUnit.DAYS.between(firstDay, step.getDay());
		long expected = definition.targetDuration().getSeconds();
		tasks[day]++;
		seconds[day] += expected;
		desks.count(step.getDay(), where, AssignmentRun.queueOf(definition.getAssignment(), defaultRole), expected);
		long[] ofStep = steps.get(definition.getKey());
		ofStep[0]++;
		ofStep[1] += expected;
	}

	/** Whether any site that had tasks was open on the day; without tasks, whether the default site was. */
	boolean isOpen(LocalDate day) {
		return hours.isEmpty() ? site.getHours().isOpen(day) : hours.stream().anyMatch(h -> h.isOpen(day));
	}

	private boolean isInside(LocalDate day) {
		return !day.isBefore(firstDay) && day.isBefore(today);
	}
}
