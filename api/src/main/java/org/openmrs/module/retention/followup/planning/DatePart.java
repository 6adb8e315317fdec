/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;

/**
 * Birthdays and days of the year, a few days ahead, in the zone of the default site. How far they are planned is a day per
 * protocol; after an outage the days of the last week are made up for as far as their steps' grace allows.
 */
class DatePart implements SweepPart {

	/** Days ahead, so that the list can be prepared. */
	static final int AHEAD = 3;

	private static final int MADE_UP_FOR = 7;

	private static final int SIZE = 500;

	private final PersonDao persons;

	private final AgreementDao agreements;

	private final Planner planner;

	private final Slices slices;

	private final Watermarks watermarks;

	DatePart(PersonDao persons, AgreementDao agreements, Planner planner, Slices slices, Watermarks watermarks) {
		this.persons = persons;
		this.agreements = agreements;
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
			for (LocalDate day = first(rule, today); !day.isAfter(today.plusDays(AHEAD)); day = day.plusDays(1)) {
				if (!plan(rule, day, site, run, stillOurs)) {
					return;
				}
				keep(rule, day);
			}
		}
	}

	private LocalDate first(ProtocolRule rule, LocalDate today) {
		Watermarks.Mark done = slices.run(() -> watermarks.get(nameOf(rule)));
		if (done == null) {
			return today;
		}
		LocalDate next = LocalDate.ofEpochDay(done.getPosition()).plusDays(1);
		LocalDate earliest = today.minusDays(MADE_UP_FOR);
		return next.isBefore(earliest) ? earliest : next;
	}

	/** False: another node has taken over. */
	private boolean plan(ProtocolRule rule, LocalDate day, Site site, PlanningRun run, BooleanSupplier stillOurs) {
		Trigger trigger = rule.getDefinition().getTrigger();
		if (day.isBefore(rule.getFirstAnchorDay()) || !YearlyDay.isOn(trigger, day)) {
			return true;
		}
		List<LocalDate> born = YearlyDay.bornOn(trigger, day);
		Instant visitedSince = trigger.getVisitedWithin() == null ? null
			: day.minus(Period.parse(trigger.getVisitedWithin())).atStartOfDay(site.getZone()).toInstant();
		int after = 0;
		List<PersonFacts> page;
		do {
			int from = after;
			page = slices.run(() -> {
				List<PersonFacts> found = persons.find(born, visitedSince, run.getVisitTypes(), from, SIZE);
				begin(rule, found, day, site, run);
				return found;
			});
			if (!stillOurs.getAsBoolean()) {
				return false;
			}
			after = page.isEmpty() ? after : page.get(page.size() - 1).getPatientId();
		} while (page.size() == SIZE);
		return true;
	}

	private void begin(ProtocolRule rule, List<PersonFacts> found, LocalDate day, Site site, PlanningRun run) {
		Agreements agreed = agreements.of(found.stream().map(PersonFacts::getPatientId).collect(Collectors.toSet()));
		planner.begin(rule, found.stream().filter(p -> rule.isFor(p.getSex(), p.getBirthdate(), day))
			.filter(p -> !agreed.hasEnded(p.getPatientId())).map(p -> anchor(p, day, site, run))
			.collect(Collectors.toList()), run);
	}

	/** Contacts may be made from the moment it is planned. */
	private static Anchor anchor(PersonFacts person, LocalDate day, Site site, PlanningRun run) {
		Instant start = day.atStartOfDay(site.getZone()).toInstant();
		return Anchor.builder().patientId(person.getPatientId()).patientUuid(person.getUuid()).key("date:" + day)
			.at(start.isBefore(run.getNow()) ? start : run.getNow()).day(day).countedFrom(day).site(site).build();
	}

	private void keep(ProtocolRule rule, LocalDate day) {
		slices.run(() -> {
			watermarks.set(nameOf(rule), day.toEpochDay());
			return null;
		});
	}

	private static String nameOf(ProtocolRule rule) {
		return "date/" + rule.getProtocolId();
	}
}
