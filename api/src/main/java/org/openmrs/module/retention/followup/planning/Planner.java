/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.protocol.TriggerType;

/**
 * Takes encounters in and makes of them what the protocols say: new plans, and what they mean for plans that exist.
 * Running it twice on the same encounters makes nothing twice. In the caller's transaction.
 */
class Planner {

	private final EncounterDao encounters;

	private final PlanDao plans;

	private final PlanWriter writer;

	private final PlanChanges changes;

	private final PlanReview review;

	private final Returns agreements;

	private final Backlog backlog;

	private final BookingArrivals arrivals;

	private final BookingWaits waits;

	Planner(EncounterDao encounters, PlanDao plans, PlanWriter writer, PlanChanges changes, PlanReview review,
		Returns agreements, Backlog backlog, BookingArrivals arrivals, BookingWaits waits) {
		this.encounters = encounters;
		this.plans = plans;
		this.writer = writer;
		this.changes = changes;
		this.review = review;
		this.agreements = agreements;
		this.backlog = backlog;
		this.arrivals = arrivals;
		this.waits = waits;
	}

	boolean knows(Integer encounterId) {
		return !encounters.facts(Collections.singleton(encounterId)).isEmpty();
	}

	/** Ids of the plans made. */
	Collection<Integer> plan(Collection<Integer> encounterIds, PlanningRun run) {
		List<EncounterFacts> facts = encounters.facts(encounterIds);
		run.getGroups().expect(patientsOf(facts));
		PlansOfRun known = new PlansOfRun();
		plans.statesOfPatients(patientsOf(facts)).forEach(known::add);
		plans.statesOfEncounters(encounterIds).forEach(known::add);
		Anchors anchors = new Anchors(run, encounters.answers(encounterIds, run.questions(known.all())),
			agreements.of(patientsOf(facts), run));
		arrivals.see(encounterIds, facts, known, run);
		reviewAnchored(facts, known, anchors, run);
		lookBehindVoided(facts, run);
		List<PlanDraft> drafts = new EncounterPass(run, known, anchors, changes, encounters::firstVisits).over(facts);
		drafts.addAll(again(encounterIds, known, anchors, run));
		reviewFulfilled(facts, known, anchors, run);
		Collection<Integer> made = write(drafts, run);
		run.getLookAgain().clear();
		waits.begin(patientsOf(facts), run);
		return made;
	}

	/**
	 * The encounter was purged: what it had started ends, what it had fulfilled or kept goes on, as after a void. The patient
	 * may be gone as well.
	 */
	void forget(Integer encounterId, Integer patientId, PlanningRun run) {
		Set<Integer> patients = Collections.singleton(patientId);
		run.getGroups().expect(patients);
		PlansOfRun known = new PlansOfRun();
		plans.statesOfPatients(patients).forEach(known::add);
		arrivals.see(Collections.singleton(encounterId), Collections.emptyList(), known, run);
		review.review(known.all().stream().filter(PlanState::hasAnchorPurged).collect(Collectors.toList()), run);
		lookBehind(patients, run);
		Anchors anchors = new Anchors(run, Answers.NONE, agreements.of(patients, run));
		List<PlanDraft> drafts = again(Collections.emptySet(), known, anchors, run);
		new FulfilmentReview(encounters, changes, run).review(known.all(), patients);
		write(drafts, run);
		run.getLookAgain().clear();
		waits.begin(patients, run);
	}

	/** Ids of the plans made of anchors of one protocol, which concern their patients. */
	Collection<Integer> begin(ProtocolRule rule, List<Anchor> anchors, PlanningRun run) {
		PlansOfRun known = new PlansOfRun();
		plans.statesOfPatients(anchors.stream().map(Anchor::getPatientId).collect(Collectors.toSet())).forEach(known::add);
		Beginnings beginnings = new Beginnings(run, known, changes);
		anchors.forEach(anchor -> beginnings.begin(rule, anchor));
		Collection<Integer> made = write(beginnings.getDrafts(), run);
		waits.begin(anchors.stream().map(Anchor::getPatientId).collect(Collectors.toSet()), run);
		return made;
	}

	private Collection<Integer> write(List<PlanDraft> begun, PlanningRun run) {
		List<PlanDraft> drafts = begun.stream().filter(draft -> !LapsePart.isFarAhead(draft, run.getNow()))
			.collect(Collectors.toList());
		new LaterEncounters(encounters, run).applyTo(drafts);
		backlog.release(drafts, run);
		List<PlanDraft> worthwhile = drafts.stream().filter(PlanDraft::isWorthWriting).collect(Collectors.toList());
		for (int i = worthwhile.size(); i < drafts.size(); i++) {
			run.getReport().overtaken();
		}
		if (run.getFlood() != null) {
			run.getFlood().admit(worthwhile);
		}
		Map<PlanDraft, Integer> written = writer.write(worthwhile, run.getNow(), run.getActor().getUserId());
		written.keySet().forEach(run.getReport()::made);
		if (run.getFlood() != null) {
			run.getFlood().remember(written);
		}
		return new ArrayList<>(written.values());
	}

	/** What the newest visits before one that turned out to be none start. */
	private List<PlanDraft> again(Collection<Integer> done, PlansOfRun known, Anchors anchors, PlanningRun run) {
		Set<Integer> ids = run.encountersAgain();
		ids.removeAll(done);
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		PlanningRun byInterval = run.with(ProtocolRule::isByInterval);
		Anchors theirs = new Anchors(run, encounters.answers(ids, byInterval.questions(Collections.emptyList())),
			anchors.getAgreements());
		return new EncounterPass(byInterval, known, theirs, changes, encounters::firstVisits).over(encounters.facts(ids));
	}

	private void reviewAnchored(List<EncounterFacts> facts, PlansOfRun known, Anchors anchors, PlanningRun run) {
		for (EncounterFacts encounter : facts) {
			for (PlanState plan : known.anchoredOn(encounter)) {
				review.review(plan, encounter, anchors, run);
			}
		}
	}

	/** In a sweep only where it shows by the encounters themselves that they fulfil no more what they did. */
	private void reviewFulfilled(List<EncounterFacts> facts, PlansOfRun known, Anchors anchors, PlanningRun run) {
		FulfilmentReview fulfilments = new FulfilmentReview(encounters, changes, run);
		if (run.getFlood() == null) {
			fulfilments.review(known.all(), null);
		} else {
			fulfilments.review(known.all(), run.getLookAgain().keySet());
			fulfilments.review(fulfilments.undone(known.all(), facts, anchors.getAnswers()), null);
		}
	}

	private void lookBehindVoided(List<EncounterFacts> facts, PlanningRun run) {
		lookBehind(patientsOf(facts.stream().filter(e -> e.isVoided() && run.isVisit(e)).collect(Collectors.toList())),
			run);
	}

	/** A visit that is gone had no plan of a lapse that was far ahead; the one before it may be near. */
	private void lookBehind(Set<Integer> patients, PlanningRun run) {
		if (run.getActive().stream().anyMatch(rule -> rule.getType() == TriggerType.LAPSE)) {
			encounters.lastVisits(patients, run.getVisitTypes())
				.forEach((patient, last) -> run.lookAgainAt(patient, last.getId()));
		}
	}

	private static Set<Integer> patientsOf(List<EncounterFacts> facts) {
		Set<Integer> patients = new HashSet<>();
		facts.forEach(f -> patients.add(f.getPatientId()));
		return patients;
	}
}
