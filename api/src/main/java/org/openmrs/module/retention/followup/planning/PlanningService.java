/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Collection;
import java.util.List;
import org.openmrs.Patient;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Makes plans of encounters, and keeps them in step with what happens to encounters and patients. */
public interface PlanningService extends OpenmrsService {

	/**
	 * Plans what the encounter starts and brings what exists in step with it; running it again makes nothing again.
	 *
	 * @return the plans made
	 * @throws org.openmrs.module.retention.shared.RetentionException not found, when there is no such encounter and no plan
	 *         was ever made of it
	 */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	List<FollowUpPlan> planEncounter(Integer encounterId);

	/**
	 * Takes in what came by other ways than the application: imports, synchronisation, direct SQL; late observations; merges;
	 * and reviews a slice of the open plans. Each part is done by one node at a time. Each slice is a transaction of its own.
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	SweepReport sweep();

	/**
	 * Extension point for other features: begins the plans of the protocols that wait for the event, in the caller's
	 * transaction. None for a patient who has died or was voided; none twice for one key.
	 *
	 * @return the plans made
	 */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	List<FollowUpPlan> announceEvent(FollowUpEvent event);

	/** {@link #announceEvent} for many, together. */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	List<FollowUpPlan> announceEvents(Collection<FollowUpEvent> events);

	/**
	 * Takes an event back that was announced in error, in the caller's transaction: what was planned of it and nobody has
	 * worked yet is cancelled, and what it took over from goes on. A plan about which somebody has been contacted, or of which a
	 * task is done, goes on too.
	 *
	 * @param patient whom the event was about
	 * @param key what it was announced with
	 * @return the plans that have ended
	 */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	List<FollowUpPlan> withdrawEvent(Patient patient, String key, String reason);

	/**
	 * Begins the plan of a protocol with the trigger MANUAL for a patient. Asked for again on the same local day it is the
	 * plan that there is.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, when protocol or patient are not such that a
	 *         plan can be begun; a conflict, when the plan of that day has ended, or nothing of it is worth doing any more
	 */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	FollowUpPlan beginPlan(PlanRequest request);

	/** By the time of their anchors, the latest first. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	List<FollowUpPlan> findPlans(PlanSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	long countPlans(PlanSearch search);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	FollowUpPlan getPlanByUuid(String uuid);

	/**
	 * Ends the plan and all that is open of it.
	 *
	 * @param version the version that the caller saw; null: whatever it is
	 */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	FollowUpPlan cancelPlan(FollowUpPlan plan, Integer version, String reason);

	/**
	 * Takes back that a plan was cancelled by hand: what ended with it and is still worth doing is open again, with its windows.
	 *
	 * @param version the version that the caller saw; null: whatever it is
	 */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	FollowUpPlan resumePlan(FollowUpPlan plan, Integer version, String reason);

	/**
	 * A supervisor has looked at the anchor: what waited for that may be called for from now on.
	 *
	 * @param version the version that the caller saw; null: whatever it is
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	FollowUpPlan verifyPlan(FollowUpPlan plan, Integer version, String reason);

	/** How many open tasks of the protocol sweeps hold because it made more than its limit. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	long countFlood(FollowUpProtocol protocol);

	/**
	 * Gives free what sweeps have held because it was more than the protocol's limit.
	 *
	 * @return how many tasks
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	int releaseFlood(FollowUpProtocol protocol);
}
