/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * Birthdays and days of the year, a few days ahead, in the zone of the default site. How far they are planned is a day per
 * protocol; once a day those ahead are asked for again, for who has come or was corrected since. After an outage the days of the last week are made up for as far as their steps' grace allows.
 */
class DatePart implements SweepPart {

	/** Days ahead, so that the list can be prepared. */
	static final int AHEAD = 3;

	private static final int MADE_UP_FOR = 7;

	private final DateAnchors anchors;

	private final Planner planner;

	private final Slices slices;

	private final Watermarks watermarks;

	DatePart(DateAnchors anchors, Planner planner, Slices slices, Watermarks watermarks) {
		this.anchors = anchors;
		this.planner = planner;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	@Override
	public String getName() {
		return "date";
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		Site site = slices.run(() -> run.getSites().siteOf(null));
		LocalDate today = site.dayOf(run.getNow());
		for (ProtocolRule rule : slices.run(() -> run.getRules().active(TriggerType.DATE))) {
			LocalDate asked = dayOf(nameOfAsking(rule));
			LocalDate next = first(rule, today);
			for (LocalDate day = today.equals(asked) || next.isBefore(today) ? next : today; !day
				.isAfter(today.plusDays(AHEAD)); day = day.plusDays(1)) {
				if (!plan(rule, day, site, run, stillOurs)) {
					return;
				}
				keep(nameOf(rule), day);
			}
			if (!today.equals(asked)) {
				keep(nameOfAsking(rule), today);
			}
		}
	}

	private LocalDate first(ProtocolRule rule, LocalDate today) {
		LocalDate done = dayOf(nameOf(rule));
		if (done == null) {
			return today;
		}
		LocalDate next = done.plusDays(1);
		LocalDate earliest = today.minusDays(MADE_UP_FOR);
		return next.isBefore(earliest) ? earliest : next;
	}

	/** False: another node has taken over. */
	private boolean plan(ProtocolRule rule, LocalDate day, Site site, PlanningRun run, BooleanSupplier stillOurs) {
		if (day.isBefore(rule.getFirstAnchorDay()) || !YearlyDay.isOn(rule.getDefinition().getTrigger(), day)) {
			return true;
		}
		DateAnchors.Page page;
		int after = 0;
		do {
			int from = after;
			page = slices.run(() -> {
				DateAnchors.Page found = anchors.on(day, rule, site, run, from);
				planner.begin(rule, found.getAnchors(), run);
				return found;
			});
			if (!stillOurs.getAsBoolean()) {
				return false;
			}
			after = page.getEnd();
		} while (!page.isLast());
		return true;
	}

	private void keep(String name, LocalDate day) {
		slices.run(() -> {
			watermarks.set(name, day.toEpochDay());
			return null;
		});
	}

	/** Null: there is none. */
	private LocalDate dayOf(String name) {
		Watermarks.Mark mark = slices.run(() -> watermarks.get(name));
		return mark == null ? null : LocalDate.ofEpochDay(mark.getPosition());
	}

	private static String nameOfAsking(ProtocolRule rule) {
		return nameOf(rule) + ".asked";
	}

	private static String nameOf(ProtocolRule rule) {
		return "date/" + rule.getProtocolId();
	}
}
