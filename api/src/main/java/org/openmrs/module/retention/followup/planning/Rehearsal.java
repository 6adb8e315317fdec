/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.AssignmentRun;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * What a protocol would have made of the past, had it always been in use: the same rules over the stored encounters and
 * bookings, patient by patient, as they were entered. Writes nothing and holds some hundred patients at a time. The charts are as they are
 * today: what has been voided since, and who has died, is not in it.
 */
class Rehearsal {

	private static final int PATIENTS = 200;

	private final EncounterDao encounters;

	private final AgreementDao agreements;

	private final DateAnchors dates;

	private final Bookings bookings;

	private final PlanningRuns runs;

	private final RetentionSettings settings;

	Rehearsal(EncounterDao encounters, AgreementDao agreements, DateAnchors dates, Bookings bookings,
		PlanningRuns runs, RetentionSettings settings) {
		this.encounters = encounters;
		this.agreements = agreements;
		this.dates = dates;
		this.bookings = bookings;
		this.runs = runs;
		this.settings = settings;
	}

	/**
	 * @param protocolId of the protocol that the definition is, or would be, a version of
	 * @param days before today, in the zone of the default site
	 */
	RehearsalTally of(Integer protocolId, ProtocolDefinition definition, int days, Instant now, User actor) {
		PlanningRun run = runs.rehearse(protocolId, definition, now, actor);
		ProtocolRule rule = run.getActive().get(0);
		RehearsalTally tally = new RehearsalTally(rule, run.getSites(),
			settings.text(RetentionSettings.DEFAULT_ROLE, AssignmentRun.DEFAULT_ROLE), days, now);
		if (rule.getType() == TriggerType.DATE) {
			playDays(rule, run, tally);
		} else if (rule.getType() == TriggerType.BOOKING) {
			playBookings(rule, run, tally);
		} else {
			playEncounters(rule, run, tally);
		}
		return tally;
	}

	private void playEncounters(ProtocolRule rule, PlanningRun run, RehearsalTally tally) {
		Instant since = tally.since();
		List<Integer> patients = next(rule, since, 0);
		while (!patients.isEmpty()) {
			run.getGroups().expect(patients);
			Map<Integer, List<EncounterFacts>> charts = charts(patients, since, run, tally);
			Anchors anchors = anchors(charts, patients, run);
			Map<Integer, EncounterFacts> first = rule.isFirstVisitOnly()
				? encounters.firstVisits(patients, run.getVisitTypes()) : Collections.emptyMap();
			charts.values().forEach(chart -> {
				RehearsedPatient patient = new RehearsedPatient(run, anchors, (who, types) -> first, tally);
				patient.live(chart);
				patient.count();
			});
			patients = next(rule, since, patients.get(patients.size() - 1));
		}
	}

	private List<Integer> next(ProtocolRule rule, Instant since, int after) {
		return encounters.patientsSince(since, rule.getTrigger().getTypes(), after, PATIENTS);
	}

	/** Of a reminder the bookings ahead too: what leads up to them may lie in the days. */
	private void playBookings(ProtocolRule rule, PlanningRun run, RehearsalTally tally) {
		LocalDate first = tally.since().atZone(ZoneOffset.UTC).toLocalDate();
		LocalDate last = tally.lastDay().plusYears(1);
		List<Integer> patients = bookings.patientsBetween(first, last, 0, PATIENTS);
		while (!patients.isEmpty()) {
			run.getGroups().expect(patients);
			Map<Integer, List<Booking>> booked = bookings.withHistory(patients, first, last).stream()
				.filter(booking -> BookingEndings.isThere(booking.getPatient()))
				.collect(Collectors.groupingBy(booking -> booking.getPatient().getPatientId()));
			Map<Integer, List<EncounterFacts>> charts = charts(patients, tally.since(), run, tally);
			Anchors facts = anchors(charts, patients, run);
			booked.forEach((patient, theirs) -> new RehearsedBookings(rule, run, tally,
				new RehearsedPatient(run, facts, encounters::firstVisits, tally), theirs)
				.live(charts.getOrDefault(patient, Collections.emptyList())));
			patients = bookings.patientsBetween(first, last, patients.get(patients.size() - 1), PATIENTS);
		}
	}

	private void playDays(ProtocolRule rule, PlanningRun run, RehearsalTally tally) {
		Site site = run.getSites().siteOf(null);
		LocalDate last = tally.lastDay().plusDays(DatePart.AHEAD);
		for (LocalDate day = site.dayOf(tally.since()); !day.isAfter(last); day = day.plusDays(1)) {
			if (YearlyDay.isOn(rule.getDefinition().getTrigger(), day)) {
				Instant moment = day.minusDays(DatePart.AHEAD).atStartOfDay(site.getZone()).toInstant();
				playDay(day, rule, site, run.at(moment, tally.reportOf(moment)), tally);
			}
		}
	}

	private void playDay(LocalDate day, ProtocolRule rule, Site site, PlanningRun then, RehearsalTally tally) {
		DateAnchors.Page page;
		int after = 0;
		do {
			page = dates.on(day, rule, site, then, after);
			List<Integer> patients = page.getAnchors().stream().map(Anchor::getPatientId).collect(Collectors.toList());
			boolean endsByEncounters = rule.canBeFulfilled() || rule.skipsAfterNewerVisit();
			Map<Integer, List<EncounterFacts>> charts = endsByEncounters ? charts(patients, then.getNow(), then, tally)
				: Collections.emptyMap();
			Anchors facts = anchors(charts, patients, then);
			for (Anchor anchor : page.getAnchors()) {
				RehearsedPatient patient = new RehearsedPatient(then, facts, encounters::firstVisits, tally);
				patient.begin(rule, anchor, then);
				patient.live(charts.getOrDefault(anchor.getPatientId(), Collections.emptyList()));
				patient.count();
			}
			after = page.getEnd();
		} while (!page.isLast());
	}

	private Map<Integer, List<EncounterFacts>> charts(Collection<Integer> patients, Instant since, PlanningRun run,
		RehearsalTally tally) {
		List<EncounterFacts> read = encounters.since(patients, since);
		tally.read(read.size());
		return read.stream().filter(run::counts).collect(Collectors.groupingBy(EncounterFacts::getPatientId));
	}

	private Anchors anchors(Map<Integer, List<EncounterFacts>> charts, Collection<Integer> patients, PlanningRun run) {
		List<Integer> ids = charts.values().stream().flatMap(List::stream).map(EncounterFacts::getId)
			.collect(Collectors.toList());
		return new Anchors(run, encounters.answers(ids, run.questions(Collections.emptyList())), agreements.of(patients));
	}
}
