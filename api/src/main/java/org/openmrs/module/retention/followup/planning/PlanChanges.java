/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;

/** What happens to a plan after it was made, and to its open tasks with it. */
class PlanChanges implements PlansUnderWay {

	private static final Set<String> STOOD_ASIDE = Collections
		.unmodifiableSet(
			new HashSet<>(Arrays.asList(Reasons.ABSORBED, Reasons.LATE, Reasons.REPLANNED, Reasons.INTERVAL_AGREED)));

	private final PlanDao dao;

	PlanChanges(PlanDao dao) {
		this.dao = dao;
	}

	/** Ends an active plan and all that is open of it; one that has ended already stays as it is. */
	@Override
	public boolean end(Integer planId, PlanStatus to, Cause cause) {
		FollowUpPlan plan = dao.get(planId);
		if (plan == null || !plan.isActive()) {
			return false;
		}
		boolean replaced = to == PlanStatus.SUPERSEDED || to == PlanStatus.MERGED;
		for (FollowUpTask task : dao.tasks(planId, TaskStatus.OPEN)) {
			if (replaced) {
				task.supersede(cause);
			} else {
				task.cancel(cause);
			}
		}
		switch (to) {
			case FULFILLED:
				plan.fulfil(cause);
				break;
			case SUPERSEDED:
				plan.supersede(cause);
				break;
			case MERGED:
				plan.merge(cause);
				break;
			default:
				plan.cancel(cause);
		}
		return true;
	}

	@Override
	public boolean fulfil(Integer planId, Integer encounterId, Cause cause) {
		boolean ended = end(planId, PlanStatus.FULFILLED, cause);
		if (ended) {
			dao.get(planId).fulfilledBy(encounterId);
		}
		return ended;
	}

	/** What has fulfilled it is gone: another encounter does, or none. */
	void fulfilledInstead(Integer planId, Integer encounterId) {
		dao.get(planId).fulfilledBy(encounterId);
	}

	/** Its anchor is as it should be: nothing waits for that any more; false: nothing did. */
	boolean verify(Integer planId, Cause cause) {
		boolean waited = false;
		for (FollowUpTask task : dao.tasks(planId, TaskStatus.OPEN)) {
			waited |= task.endWait(HoldReason.VERIFY, cause);
		}
		return waited;
	}

	/** The patient has come again: steps that are left out then are cancelled. */
	@Override
	public boolean skipAfterNewerVisit(Integer planId, ProtocolRule rule, Cause cause) {
		List<FollowUpTask> open = dao.tasks(planId, TaskStatus.OPEN);
		int left = open.size();
		for (FollowUpTask task : open) {
			StepDefinition step = rule.getDefinition().step(task.getStepKey());
			if (step != null && step.getSkipWhen().contains(SkipRule.NEWER_VISIT)) {
				task.cancel(cause);
				left--;
			}
		}
		if (left == 0 && !open.isEmpty()) {
			dao.get(planId).complete(cause);
		}
		return left < open.size();
	}

	/** Opens again what ended for that reason and is still worth doing; nothing is: the plan stays ended. */
	boolean resume(Integer planId, String endedBecause, Cause cause) {
		boolean any = false;
		for (FollowUpTask task : endedBecause(planId, endedBecause)) {
			if (!task.getExpiresAt().isBefore(cause.getAt())) {
				task.reopen(cause);
				any = true;
			}
		}
		if (any) {
			dao.get(planId).resume(cause);
		}
		return any;
	}

	/**
	 * What a plan took over from goes on, for it took over in error.
	 *
	 * @param anchorAt of the plan that took over
	 * @return false: it took over from none, or nothing of that is worth doing any more
	 */
	boolean giveBack(Integer patientId, Integer protocolId, Instant anchorAt, Cause cause) {
		return dao.statesOfPatients(Collections.singleton(patientId)).stream()
			.filter(older -> older.getProtocolId().equals(protocolId) && older.getStatus() == PlanStatus.SUPERSEDED
				&& Reasons.RESTARTED.equals(older.getStatusReason()) && !older.getAnchorAt().isAfter(anchorAt))
			.max(Comparator.comparing(PlanState::getAnchorAt))
			.map(older -> resume(older.getPlanId(), Reasons.RESTARTED, cause)).orElse(false);
	}

	/** Opens again what ended together with the plan and is still worth doing; nothing is: the plan stays ended. */
	boolean takeBack(FollowUpPlan plan, Cause cause) {
		boolean any = false;
		for (FollowUpTask task : endedBecause(plan.getId(), plan.getStatusReason())) {
			if (plan.getEndedAt().equals(task.getEndedAt()) && !task.getExpiresAt().isBefore(cause.getAt())) {
				task.reopen(cause);
				any = true;
			}
		}
		if (any) {
			plan.resume(cause);
		}
		return any;
	}

	/** A plan whose anchor is gone has another: what would be planned for it now is open again, with its windows. */
	@Override
	public boolean adopt(Integer planId, Anchor anchor, ProtocolRule rule, Cause cause) {
		FollowUpPlan plan = dao.get(planId);
		Map<String, PlannedStep> steps = byKey(
			anchor.schedule().of(rule.getDefinition().getSteps(), cause.getAt()));
		boolean any = false;
		for (FollowUpTask task : endedBecause(planId, plan.getStatusReason())) {
			PlannedStep step = steps.get(keyOf(task.getStepKey(), task.getOccurrence()));
			if (step != null && step.isKept()) {
				task.reopen(cause);
				any = true;
			}
		}
		if (any) {
			plan.resume(cause);
			replan(planId, anchor, rule, cause);
		}
		return any;
	}

	private List<FollowUpTask> endedBecause(Integer planId, String reason) {
		List<FollowUpTask> ended = new ArrayList<>(dao.tasks(planId, TaskStatus.CANCELLED));
		ended.addAll(dao.tasks(planId, TaskStatus.SUPERSEDED));
		ended.removeIf(task -> !reason.equals(task.getStatusReason()));
		return ended;
	}

	/**
	 * The anchor has another time, place or encounter: the plan follows, and what is open gets the windows that it would
	 * have been planned with; a promise keeps its own, and what has ended stays. When the new key is another plan's, this
	 * one ends.
	 */
	void replan(Integer planId, Anchor newAnchor, ProtocolRule rule, Cause cause) {
		FollowUpPlan plan = dao.get(planId);
		Anchor anchor = rule.isByInterval() ? inItsTurn(newAnchor, plan, rule, cause.getAt()) : newAnchor;
		if (!anchor.getKey().equals(plan.getAnchorKey())) {
			if (dao.find(rule.getProtocolId(), anchor.getPatientId(), anchor.getKey()) != null) {
				end(planId, PlanStatus.SUPERSEDED, cause);
				return;
			}
			plan.rekey(anchor.getKey());
		}
		String zone = anchor.getSite().getZone().getId();
		boolean wasOld = rule.isToVerify(plan.getAnchorDate(), plan.getCountedFrom());
		boolean isOld = newAnchor.getCountedFrom().isBefore(anchor.getCountedFrom())
			&& rule.isToVerify(anchor.getDay(), anchor.getCountedFrom());
		plan.anchorEncounter(anchor.getEncounterId(), anchor.getEncounterUuid());
		plan.reanchor(anchor.getAt(), anchor.getDay(), anchor.getCountedFrom(), zone,
			dao.location(anchor.getLocationId()));
		Map<String, PlannedStep> steps = steps(anchor.schedule(), rule.getDefinition().getSteps(), cause.getAt());
		returnWhatStoodAside(planId, steps, cause);
		for (FollowUpTask task : dao.tasks(planId, TaskStatus.OPEN)) {
			PlannedStep step = steps.get(keyOf(task.getStepKey(), task.getOccurrence()));
			if (step == null) {
				continue;
			}
			task.relocate(dao.location(anchor.getLocationId()));
			if (step.isKept() || task.isPromised()) {
				task.replan(zone, step.getFrom(), step.getBy(), step.getExpiresAt(), cause);
			} else {
				task.supersede(cause);
				continue;
			}
			if (isOld && !wasOld) {
				task.hold(HoldReason.VERIFY, null);
			} else if (!isOld && rule.isByInterval()) {
				task.releaseHold(HoldReason.VERIFY);
			}
		}
	}

	/** Its site has another zone: what is open follows; the anchor is when it was, on the day by which it is known. */
	void rezone(Integer planId, Site site, ProtocolRule rule, Cause cause) {
		FollowUpPlan plan = dao.get(planId);
		replan(planId, Anchor.builder().patientId(plan.getPatient().getPatientId()).patientUuid(plan.getPatientUuid())
			.key(plan.getAnchorKey()).at(plan.getAnchorAt()).day(plan.getAnchorDate()).countedFrom(plan.getCountedFrom())
			.site(site).locationId(plan.getLocation() == null ? null : plan.getLocation().getLocationId()).build(), rule,
			cause);
	}

	/** A step that another one had absorbed, or that was late, may have a day of its own by the new times. */
	private void returnWhatStoodAside(Integer planId, Map<String, PlannedStep> steps, Cause cause) {
		for (FollowUpTask task : dao.tasks(planId, TaskStatus.SUPERSEDED)) {
			PlannedStep step = steps.get(keyOf(task.getStepKey(), task.getOccurrence()));
			if (STOOD_ASIDE.contains(task.getStatusReason()) && step != null && step.isKept()
				&& !step.isExpired(cause.getAt())) {
				task.reopen(cause);
			}
		}
		dao.flush();
	}

	/** Another waiting time holds: no day that the backlog gave by the one before is kept. */
	void recount(Integer planId, Anchor anchor, ProtocolRule rule, Cause cause) {
		FollowUpPlan plan = dao.get(planId);
		plan.reanchor(plan.getAnchorAt(), plan.getAnchorDate(), anchor.getCountedFrom(), plan.getZone(),
			plan.getLocation());
		replan(planId, anchor, rule, cause);
	}

	/** One whose time has passed keeps the day on which the backlog has put it, or has its turn now. */
	private static Anchor inItsTurn(Anchor anchor, FollowUpPlan plan, ProtocolRule rule, Instant now) {
		LocalDate today = anchor.getSite().dayOf(now);
		if (!anchor.getCountedFrom().isBefore(today)) {
			return anchor;
		}
		if (plan.getCountedFrom().isAfter(anchor.getCountedFrom())) {
			return anchor.toBuilder().countedFrom(plan.getCountedFrom()).build();
		}
		boolean tooLate = anchor.schedule().of(rule.getDefinition().getSteps(), now).isEmpty();
		return tooLate ? anchor.toBuilder().countedFrom(today).build() : anchor;
	}

	/** As of now where anything is still worth doing, else as they would have been. */
	private static Map<String, PlannedStep> steps(Schedule schedule, List<StepDefinition> definitions, Instant now) {
		List<PlannedStep> planned = schedule.of(definitions, now);
		if (planned.isEmpty()) {
			planned = schedule.of(definitions);
		}
		return byKey(planned);
	}

	private static Map<String, PlannedStep> byKey(List<PlannedStep> steps) {
		Map<String, PlannedStep> byKey = new HashMap<>();
		steps.forEach(step -> byKey.put(keyOf(step.getStep().getKey(), step.getOccurrence()), step));
		return byKey;
	}

	private static String keyOf(String step, int occurrence) {
		return step + "/" + occurrence;
	}
}
