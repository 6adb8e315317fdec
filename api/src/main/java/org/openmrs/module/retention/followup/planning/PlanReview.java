/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.protocol.RepeatMode;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.PlanStatus;

/**
 * Holds plans against what they are anchored on: an encounter that was voided, purged, edited or given to another patient,
 * a patient who has died, was voided or merged; and takes back what ended a plan when that is taken back.
 */
class PlanReview {

	/** What can be taken back. */
	private static final Set<String> RESTORABLE = Collections.unmodifiableSet(new HashSet<>(Arrays.asList(
		Reasons.ANCHOR_VOIDED, Reasons.ANCHOR_CHANGED, Reasons.PATIENT_DEAD, Reasons.PATIENT_VOIDED)));

	/** Of a patient whose newest visit is gone, so many before it are looked at. */
	private static final int NEWEST = 20;

	private final EncounterDao encounters;

	private final PlanDao plans;

	private final PlanChanges changes;

	private final PatientMerge merge;

	private final MergeDao merges;

	private final AgreementDao agreements;

	PlanReview(EncounterDao encounters, PlanDao plans, PlanChanges changes, PatientMerge merge, MergeDao merges,
		AgreementDao agreements) {
		this.encounters = encounters;
		this.plans = plans;
		this.changes = changes;
		this.merge = merge;
		this.merges = merges;
		this.agreements = agreements;
	}

	static boolean isRestorable(PlanState plan) {
		return plan.getStatus() == PlanStatus.CANCELLED && RESTORABLE.contains(plan.getStatusReason());
	}

	/** Reviews plans whatever they are anchored on; a constant number of statements finds those that need a change. */
	void review(Collection<PlanState> plans, PlanningRun run) {
		Set<Integer> encounterIds = plans.stream().map(PlanState::getEncounterId).filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Set<Integer> patientIds = plans.stream().map(PlanState::getPatientId).filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Map<Integer, EncounterFacts> facts = new HashMap<>();
		encounters.facts(encounterIds).forEach(e -> facts.put(e.getId(), e));
		Anchors anchors = new Anchors(run, encounters.answers(encounterIds, run.questions(plans)),
			agreements.of(patientIds));
		Map<Integer, boolean[]> patients = encounters.patients(patientIds);
		Map<Integer, LocalDate> born = encounters.birthdays(plans.stream().filter(plan -> isOfBirthday(plan, run))
			.map(PlanState::getPatientId).filter(Objects::nonNull).collect(Collectors.toSet()));
		for (PlanState plan : plans) {
			boolean itsDay = !isOfBirthday(plan, run) || isBirthday(plan, born.get(plan.getPatientId()), run);
			review(plan, facts.get(plan.getEncounterId()), patients.get(plan.getPatientId()), itsDay, anchors, run);
		}
		run.getReport().reviewed(plans.size());
	}

	/** Reviews a plan that is anchored on the encounter. */
	void review(PlanState plan, EncounterFacts anchor, Anchors anchors, PlanningRun run) {
		boolean samePatient = anchor.getPatientId().equals(plan.getPatientId());
		boolean[] patient = samePatient ? new boolean[]{ anchor.isPatientVoided(), anchor.isPatientDead() }
			: encounters.patients(Collections.singleton(plan.getPatientId())).get(plan.getPatientId());
		review(plan, anchor, patient, true, anchors, run);
	}

	private static boolean isOfBirthday(PlanState plan, PlanningRun run) {
		ProtocolRule rule = run.ruleOf(plan);
		return rule.getType() == TriggerType.DATE && rule.getDefinition().getTrigger().dayOfYear() == null;
	}

	/** @param born null: nobody knows for certain */
	private static boolean isBirthday(PlanState plan, LocalDate born, PlanningRun run) {
		return born != null
			&& YearlyDay.bornOn(run.ruleOf(plan).getDefinition().getTrigger(), plan.getAnchorDay()).contains(born);
	}

	/** @param itsDay false: it hangs on a day that the patient does not have any more */
	private void review(PlanState plan, EncounterFacts anchor, boolean[] patient, boolean itsDay, Anchors anchors,
		PlanningRun run) {
		if (!plan.isActive() && !isRestorable(plan)) {
			return;
		}
		if (anchor != null && plan.getPatientId() != null && !anchor.isPatientVoided()
			&& !anchor.getPatientId().equals(plan.getPatientId())) {
			merge.movePlan(plan.getPlanId(), anchor.getPatientId(), run.because(Reasons.PATIENT_CHANGED));
			run.getReport().replanned();
			return;
		}
		String gone = whyPatientIsGone(patient);
		boolean stands = plan.getEncounterUuid() == null ? itsDay : isAnchor(anchor, plan, anchors, run);
		if (plan.isActive()) {
			if (gone != null) {
				patientGone(plan, gone, run);
			} else if (!itsDay) {
				end(plan, Reasons.ANCHOR_CHANGED, run);
			} else if (!stands) {
				anchorGone(plan, anchor, anchors, run);
			} else if (plan.getEncounterUuid() == null) {
				followZone(plan, run);
			} else if (anchor != null && differs(plan, anchor, anchors, run)) {
				replan(plan, anchor, anchors, run);
			}
		} else if (gone == null && stands) {
			restore(plan, anchor, anchors, run);
		}
	}

	private static String whyPatientIsGone(boolean[] patient) {
		if (patient == null) {
			return Reasons.PATIENT_PURGED;
		}
		if (patient[0]) {
			return Reasons.PATIENT_VOIDED;
		}
		return patient[1] ? Reasons.PATIENT_DEAD : null;
	}

	private static boolean isAnchor(EncounterFacts encounter, PlanState plan, Anchors anchors, PlanningRun run) {
		ProtocolRule rule = run.ruleOf(plan);
		return encounter != null && !encounter.isVoided()
			&& (rule.getTrigger() == null || rule.starts(encounter, anchors.getAnswers()));
	}

	private void patientGone(PlanState plan, String reason, PlanningRun run) {
		if (Reasons.PATIENT_VOIDED.equals(reason) && merges.isMerged(plan.getPatientId())) {
			return;
		}
		end(plan, reason, run);
	}

	private void anchorGone(PlanState plan, EncounterFacts anchor, Anchors anchors, PlanningRun run) {
		EncounterFacts other = another(plan, run);
		if (other != null) {
			replan(plan, other, anchors, run);
		} else if (anchor == null) {
			end(plan, Reasons.ANCHOR_PURGED, run);
			giveBack(plan, run);
		} else {
			end(plan, anchor.isVoided() ? Reasons.ANCHOR_VOIDED : Reasons.ANCHOR_CHANGED, run);
			giveBack(plan, run);
		}
		if (other == null && plan.getPatientId() != null && run.ruleOf(plan).isByInterval()) {
			encounters.newestVisits(plan.getPatientId(), run.ruleOf(plan).getTrigger().getTypes(), NEWEST)
				.forEach(encounter -> run.lookAgainAt(plan.getPatientId(), encounter));
		}
	}

	/** What the plan took over from goes on, for it took over in error. */
	private void giveBack(PlanState plan, PlanningRun run) {
		if (plan.getPatientId() != null && changes.giveBack(plan.getPatientId(), plan.getProtocolId(), plan.getAnchorAt(),
			run.because(Reasons.ANCHOR_RESTORED))) {
			run.getReport().reopened();
		}
	}

	/** What the plan had taken over from ends again. */
	private void takeOver(PlanState plan, PlanningRun run) {
		if (run.ruleOf(plan).getDefinition().getOnRepeat() != RepeatMode.RESTART) {
			return;
		}
		plans.statesOfPatients(Collections.singleton(plan.getPatientId())).stream()
			.filter(older -> older.isActive() && older.getProtocolId().equals(plan.getProtocolId())
				&& !older.getPlanId().equals(plan.getPlanId()) && older.getAnchorAt().isBefore(plan.getAnchorAt()))
			.forEach(older -> changes.end(older.getPlanId(), PlanStatus.SUPERSEDED, run.because(Reasons.RESTARTED)));
	}

	/** Another encounter of the same visit or day that the protocol looks for; null: there is none. */
	private EncounterFacts another(PlanState plan, PlanningRun run) {
		ProtocolRule rule = run.ruleOf(plan);
		if (rule.getTrigger() == null || plan.getPatientId() == null) {
			return null;
		}
		List<EncounterFacts> candidates = sameAnchor(plan);
		Answers observed = encounters.answers(
			candidates.stream().map(EncounterFacts::getId).collect(Collectors.toList()), rule.getQuestions());
		return candidates.stream()
			.filter(e -> run.counts(e) && e.getPatientId().equals(plan.getPatientId())
				&& !e.getId().equals(plan.getEncounterId()) && rule.starts(e, observed))
			.findFirst().orElse(null);
	}

	private List<EncounterFacts> sameAnchor(PlanState plan) {
		String[] key = plan.getAnchorKey().split(":", 2);
		if ("visit".equals(key[0])) {
			return encounters.ofVisit(key[1]);
		}
		if ("day".equals(key[0])) {
			LocalDate day = plan.getAnchorDay();
			ZoneId zone = ZoneId.of(plan.getZone());
			return encounters.between(plan.getPatientId(), day.atStartOfDay(zone).toInstant(),
				day.plusDays(1).atStartOfDay(zone).toInstant());
		}
		return Collections.emptyList();
	}

	private static boolean differs(PlanState plan, EncounterFacts encounter, Anchors anchors, PlanningRun run) {
		Anchor anchor = anchors.of(run.ruleOf(plan), encounter);
		return !anchor.getAt().equals(plan.getAnchorAt()) || !anchor.getDay().equals(plan.getAnchorDay())
			|| !anchor.getSite().getZone().getId().equals(plan.getZone())
			|| !Objects.equals(anchor.getLocationId(), plan.getLocationId()) || !anchor.getKey().equals(plan.getAnchorKey());
	}

	/** What hangs on a day or an event; what hangs on a booking follows that. */
	private void followZone(PlanState plan, PlanningRun run) {
		Site site = run.getSites().siteOf(plan.getLocationId());
		ProtocolRule rule = run.ruleOf(plan);
		if (rule.getType() != TriggerType.BOOKING && !site.getZone().getId().equals(plan.getZone())) {
			changes.rezone(plan.getPlanId(), site, rule, run.because(Reasons.REPLANNED));
			run.getReport().replanned();
		}
	}

	private void end(PlanState plan, String reason, PlanningRun run) {
		if (changes.end(plan.getPlanId(), PlanStatus.CANCELLED, run.because(reason))) {
			run.getReport().ended();
		}
		plan.became(PlanStatus.CANCELLED);
	}

	private void replan(PlanState plan, EncounterFacts encounter, Anchors anchors, PlanningRun run) {
		ProtocolRule rule = run.ruleOf(plan);
		changes.replan(plan.getPlanId(), anchors.of(rule, encounter), rule, run.because(Reasons.REPLANNED));
		run.getReport().replanned();
	}

	private void restore(PlanState plan, EncounterFacts anchor, Anchors anchors, PlanningRun run) {
		if (run.ruleOf(plan).getType() == TriggerType.BOOKING || isOvertaken(plan, run)) {
			// the booking, or the later plan, says what goes on
			return;
		}
		if (changes.resume(plan.getPlanId(), plan.getStatusReason(), run.because(Reasons.ANCHOR_RESTORED))) {
			plan.became(PlanStatus.ACTIVE);
			run.getReport().reopened();
			takeOver(plan, run);
			if (anchor == null) {
				followZone(plan, run);
			} else if (differs(plan, anchor, anchors, run)) {
				replan(plan, anchor, anchors, run);
			}
		}
	}

	/** A later anchor has begun meanwhile what would have taken over from it. */
	private boolean isOvertaken(PlanState plan, PlanningRun run) {
		return run.ruleOf(plan).getDefinition().getOnRepeat() == RepeatMode.RESTART
			&& plans.statesOfPatients(Collections.singleton(plan.getPatientId())).stream()
				.anyMatch(later -> later.isActive() && later.getProtocolId().equals(plan.getProtocolId())
					&& later.getAnchorAt().isAfter(plan.getAnchorAt()));
	}
}
