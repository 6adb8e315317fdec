/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.TaskTimes;
import org.openmrs.module.retention.shared.RetentionException;

/** Plans that people ask for: of a protocol, a patient and a local day one. */
class RequestedPlans {

	static final String NOT_BY_HAND = "retention.followup.error.plan-not-by-hand";

	static final String NOT_FOR_PATIENT = "retention.followup.error.plan-not-for-patient";

	static final String TOO_EARLY = "retention.followup.error.plan-before-protocol";

	static final String TOO_FAR_AHEAD = "retention.followup.error.plan-too-far-ahead";

	static final String POINTLESS = "retention.followup.error.plan-pointless";

	private static final String REQUIRED = "retention.followup.error.required";

	private final PlanDao plans;

	private final Planner planner;

	RequestedPlans(PlanDao plans, Planner planner) {
		this.plans = plans;
		this.planner = planner;
	}

	/** Id of the plan: that of the same day, where it was asked for before. */
	Integer begin(PlanRequest request, PlanningRun run) {
		Patient patient = patient(request);
		ProtocolRule rule = rule(request, run);
		Anchor anchor = anchor(request, patient, run);
		PlansOfRun known = new PlansOfRun();
		plans.statesOfPatients(Collections.singleton(patient.getPatientId())).forEach(known::add);
		PlanState existing = known.find(rule, anchor);
		if (existing != null) {
			return active(existing);
		}
		check(rule, patient, anchor, run);
		Collection<Integer> made = planner.begin(rule, Collections.singletonList(anchor), run);
		if (made.isEmpty()) {
			throw RetentionException.conflict(POINTLESS, "protocol");
		}
		return made.iterator().next();
	}

	private static Integer active(PlanState plan) {
		if (!plan.isActive()) {
			throw RetentionException.conflict("retention.followup.error.plan-not-active", "status", plan.getStatus());
		}
		return plan.getPlanId();
	}

	private static Patient patient(PlanRequest request) {
		Patient patient = request.getPatient();
		if (patient == null) {
			throw RetentionException.invalid(REQUIRED, "patient");
		}
		if (Boolean.TRUE.equals(patient.getVoided())) {
			throw RetentionException.invalid("retention.followup.error.unknown-value", "patient", patient.getUuid());
		}
		if (Boolean.TRUE.equals(patient.getDead())) {
			throw RetentionException.invalid("retention.followup.error.patient-is-dead", "patient");
		}
		return patient;
	}

	private static ProtocolRule rule(PlanRequest request, PlanningRun run) {
		if (request.getProtocol() == null) {
			throw RetentionException.invalid(REQUIRED, "protocol");
		}
		return run.getRules().active(TriggerType.MANUAL).stream()
			.filter(rule -> rule.getProtocolId().equals(request.getProtocol().getId())).findFirst()
			.orElseThrow(() -> RetentionException.invalid(NOT_BY_HAND, "protocol"));
	}

	private static Anchor anchor(PlanRequest request, Patient patient, PlanningRun run) {
		Instant at = request.getAt() == null ? run.getNow() : request.getAt();
		if (at.isAfter(run.getNow().plus(TaskTimes.LONGEST_WINDOW))) {
			throw RetentionException.invalid(TOO_FAR_AHEAD, "anchorAt");
		}
		return EventAnchors.anchor(run, patient, request.getLocation(), at, null, request.getContext());
	}

	private static void check(ProtocolRule rule, Patient patient, Anchor anchor, PlanningRun run) {
		LocalDate day = anchor.getDay();
		if (day.isBefore(rule.getFirstAnchorDay())) {
			throw RetentionException.invalid(TOO_EARLY, "anchorAt", rule.getFirstAnchorDay());
		}
		if (!run.isMeant(rule, patient.getPatientId(), patient.getGender(), EventAnchors.birthdate(patient), day)) {
			throw RetentionException.invalid(NOT_FOR_PATIENT, "patient");
		}
	}
}
