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
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.protocol.Trigger;

/** The patients whose day of the year it is, a page at a time. */
class DateAnchors {

	private static final int SIZE = 500;

	private final PersonDao persons;

	private final AgreementDao agreements;

	DateAnchors(PersonDao persons, AgreementDao agreements) {
		this.persons = persons;
		this.agreements = agreements;
	}

	/** @param after the patient with whom the page before ended; 0: this is the first */
	Page on(LocalDate day, ProtocolRule rule, Site site, PlanningRun run, int after) {
		Trigger trigger = rule.getDefinition().getTrigger();
		Instant visitedSince = trigger.getVisitedWithin() == null ? null
			: day.minus(Period.parse(trigger.getVisitedWithin())).atStartOfDay(site.getZone()).toInstant();
		List<PersonFacts> found = persons.find(YearlyDay.bornOn(trigger, day), visitedSince, run.getVisitTypes(), after,
			SIZE);
		Agreements agreed = agreements.of(found.stream().map(PersonFacts::getPatientId).collect(Collectors.toSet()));
		run.getGroups().expect(found.stream().map(PersonFacts::getPatientId).collect(Collectors.toSet()));
		List<Anchor> anchors = found.stream()
			.filter(p -> run.isMeant(rule, p.getPatientId(), p.getSex(), p.getBirthdate(), day))
			.filter(p -> !agreed.hasEnded(p.getPatientId())).map(p -> anchor(p, day, site, run))
			.collect(Collectors.toList());
		boolean last = found.size() < SIZE;
		return new Page(anchors, last ? after : found.get(found.size() - 1).getPatientId(), last);
	}

	/** Contacts may be made from the moment it is planned. */
	private static Anchor anchor(PersonFacts person, LocalDate day, Site site, PlanningRun run) {
		Instant start = day.atStartOfDay(site.getZone()).toInstant();
		return Anchor.builder().patientId(person.getPatientId()).patientUuid(person.getUuid()).key("date:" + day)
			.at(start.isBefore(run.getNow()) ? start : run.getNow()).day(day).countedFrom(day).site(site).build();
	}

	/** Some of them, and the patient after whom the next page begins. */
	@Value
	static class Page {

		List<Anchor> anchors;

		int end;

		boolean last;
	}
}
