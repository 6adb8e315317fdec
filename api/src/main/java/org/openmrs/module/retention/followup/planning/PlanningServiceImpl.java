/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** See {@link PlanningService}. */
public class PlanningServiceImpl extends BaseOpenmrsService implements PlanningService {

	private static final String CANCELLED_BY_HAND = "cancelled-by-hand";

	private static final String RESUMED_BY_HAND = "resumed-by-hand";

	private static final String VERIFIED = "verified";

	private final PlanningRuns runs;

	private final Planner planner;

	private final Sweep sweep;

	private final PlanDao plans;

	private final FloodDao floods;

	private final Clock clock;

	public PlanningServiceImpl(PlanningRuns runs, Planner planner, Sweep sweep, PlanDao plans, FloodDao floods,
		Clock clock) {
		this.runs = runs;
		this.planner = planner;
		this.sweep = sweep;
		this.plans = plans;
		this.floods = floods;
		this.clock = clock;
	}

	@Override
	@Transactional
	public List<FollowUpPlan> planEncounter(Integer encounterId) {
		if (!planner.knows(encounterId)) {
			throw RetentionException.notFound("retention.followup.error.encounter-unknown", "encounter", encounterId);
		}
		PlanningRun run = runs.begin(clock.instant(), Context.getAuthenticatedUser());
		return plans.get(planner.plan(Collections.singleton(encounterId), run));
	}

	@Override
	@Transactional
	public List<FollowUpPlan> announceEvent(FollowUpEvent event) {
		return announceEvents(Collections.singletonList(event));
	}

	@Override
	@Transactional
	public List<FollowUpPlan> announceEvents(Collection<FollowUpEvent> events) {
		PlanningRun run = runs.begin(clock.instant(), Context.getAuthenticatedUser());
		Map<ProtocolRule, List<Anchor>> anchors = new LinkedHashMap<>();
		for (FollowUpEvent event : events) {
			new EventAnchors(event, run).byRule()
				.forEach((rule, anchor) -> anchors.computeIfAbsent(rule, each -> new ArrayList<>()).add(anchor));
		}
		List<Integer> made = new ArrayList<>();
		anchors.forEach((rule, of) -> made.addAll(planner.begin(rule, of, run)));
		return plans.get(made);
	}

	@Override
	@Transactional
	public List<FollowUpPlan> withdrawEvent(Patient patient, String key, String reason) {
		Cause cause = Cause.of(Context.getAuthenticatedUser(), clock.instant(), Reasons.EVENT_WITHDRAWN)
			.withNote(StringUtils.trimToNull(reason));
		List<FollowUpPlan> unworked = plans.unworked(patient, EventAnchors.keyOf(key));
		PlanChanges changes = new PlanChanges(plans);
		for (FollowUpPlan plan : unworked) {
			changes.end(plan.getId(), PlanStatus.CANCELLED, cause);
			plans.flush();
			changes.giveBack(patient.getPatientId(), plan.getProtocol().getId(), plan.getAnchorAt(), cause);
		}
		plans.flush();
		return unworked;
	}

	@Override
	@Transactional
	public FollowUpPlan beginPlan(PlanRequest request) {
		PlanningRun run = runs.begin(clock.instant(), Context.getAuthenticatedUser());
		Integer id = new RequestedPlans(plans, planner).begin(request, run);
		return plans.get(Collections.singleton(id)).get(0);
	}

	@Override
	@Transactional(propagation = Propagation.SUPPORTS)
	public SweepReport sweep() {
		User actor = Context.getAuthenticatedUser();
		return sweep.sweep(() -> runs.begin(clock.instant(), actor));
	}

	@Override
	@Transactional(readOnly = true)
	public List<FollowUpPlan> findPlans(PlanSearch search, Page page) {
		return plans.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countPlans(PlanSearch search) {
		return plans.count(search);
	}

	@Override
	@Transactional(readOnly = true)
	public FollowUpPlan getPlanByUuid(String uuid) {
		return plans.getByUuid(uuid);
	}

	@Override
	@Transactional
	public FollowUpPlan cancelPlan(FollowUpPlan plan, Integer version, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid("retention.followup.error.plan-reason-missing", "reason");
		}
		plan.expectVersion(version);
		if (!plan.isActive()) {
			throw RetentionException.conflict("retention.followup.error.plan-not-active", "status", plan.getStatus());
		}
		Cause cause = Cause.of(Context.getAuthenticatedUser(), clock.instant(), CANCELLED_BY_HAND).withNote(reason.trim());
		new PlanChanges(plans).end(plan.getId(), PlanStatus.CANCELLED, cause);
		plans.flush();
		return plan;
	}

	@Override
	@Transactional
	public FollowUpPlan resumePlan(FollowUpPlan plan, Integer version, String reason) {
		plan.expectVersion(version);
		if (plan.getStatus() != PlanStatus.CANCELLED || !CANCELLED_BY_HAND.equals(plan.getStatusReason())) {
			throw RetentionException.conflict("retention.followup.error.plan-not-cancelled", "status", plan.getStatus());
		}
		Cause cause = Cause.of(Context.getAuthenticatedUser(), clock.instant(), RESUMED_BY_HAND)
			.withNote(StringUtils.trimToNull(reason));
		if (!new PlanChanges(plans).takeBack(plan, cause)) {
			throw RetentionException.conflict("retention.followup.error.task-expired", "to");
		}
		plans.flush();
		return plan;
	}

	@Override
	@Transactional
	public FollowUpPlan verifyPlan(FollowUpPlan plan, Integer version, String reason) {
		plan.expectVersion(version);
		if (!plan.isActive()) {
			throw RetentionException.conflict("retention.followup.error.plan-not-active", "status", plan.getStatus());
		}
		Cause cause = Cause.of(Context.getAuthenticatedUser(), clock.instant(), VERIFIED)
			.withNote(StringUtils.trimToNull(reason));
		if (!new PlanChanges(plans).verify(plan.getId(), cause)) {
			throw RetentionException.conflict("retention.followup.error.nothing-to-verify", "plan");
		}
		plans.flush();
		return plan;
	}

	@Override
	@Transactional(readOnly = true)
	public long countFlood(FollowUpProtocol protocol) {
		return floods.count(protocol.getId());
	}

	@Override
	@Transactional
	public int releaseFlood(FollowUpProtocol protocol) {
		return floods.release(protocol.getId());
	}
}
