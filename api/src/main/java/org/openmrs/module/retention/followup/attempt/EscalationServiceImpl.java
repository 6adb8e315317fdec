/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** Public because the platform's proxies need it so. */
@RequiredArgsConstructor
public class EscalationServiceImpl extends BaseOpenmrsService implements EscalationService {

	private static final int BATCH = 100;

	private static final int RESOLUTION_LENGTH = 1000;

	private final EscalationDao dao;

	private final References references;

	private final Escalations escalations;

	private final ServicePause servicePause;

	private final Staff staff;

	private final Clock clock;

	@Override
	@Transactional(readOnly = true)
	public Escalation getEscalationByUuid(String uuid) {
		return references.byUuid(Escalation.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Escalation> findEscalations(EscalationSearch search, Page page) {
		check(search);
		return dao.find(search, Context.getAuthenticatedUser(), clock.instant(), page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countEscalations(EscalationSearch search) {
		check(search);
		return dao.count(search, Context.getAuthenticatedUser(), clock.instant());
	}

	@Override
	@Transactional(readOnly = true)
	public List<WaitingCount> countUnacknowledged() {
		return dao.countUnacknowledged(clock.instant());
	}

	@Override
	@Transactional
	public Escalation acknowledgeEscalation(Escalation escalation, Integer version) {
		checkVersion(escalation, version);
		Caller caller = caller();
		escalations.checkMayOwn(escalation, caller.getUser());
		escalation.acknowledge(caller.getUser(), caller.getNow());
		dao.save(escalation);
		escalations.taken(escalation);
		servicePause.follow(escalation, caller);
		return escalation;
	}

	@Override
	@Transactional
	public Escalation closeEscalation(Escalation escalation, Integer version, String resolution) {
		checkVersion(escalation, version);
		Caller caller = caller();
		escalations.checkMayOwn(escalation, caller.getUser());
		escalation.close(caller.getUser(), Texts.required(resolution, "resolution", RESOLUTION_LENGTH), caller.getNow());
		dao.save(escalation);
		escalations.dealtWith(escalation, caller);
		servicePause.end(escalation, caller);
		return escalation;
	}

	@Override
	@Transactional
	public int raiseUnacknowledged() {
		Caller caller = caller();
		int raised = 0;
		for (Escalation escalation : dao.late(caller.getNow(), Escalations.MANAGER, BATCH)) {
			if (escalations.raise(escalation, caller)) {
				servicePause.follow(escalation, caller);
				raised++;
			}
		}
		return raised;
	}

	@Override
	@Transactional
	public int passOnOfAbsent() {
		Caller caller = caller();
		int passed = 0;
		Set<Integer> cannot = new HashSet<>(staff.away(caller.getNow()));
		dao.ownersOfLive().stream().filter(owner -> !Staff.mayTakeOver(owner))
			.forEach(owner -> cannot.add(owner.getUserId()));
		for (Escalation escalation : dao.ownedBy(cannot, BATCH)) {
			if (escalations.passOn(escalation, caller)) {
				servicePause.follow(escalation, caller);
				passed++;
			}
		}
		return passed;
	}

	@Override
	@Transactional
	public int settleServicePauses() {
		return servicePause.settle(caller(), BATCH);
	}

	private Caller caller() {
		return new Caller(Context.getAuthenticatedUser(), clock.instant(), Context.getLocale());
	}

	private static void checkVersion(Escalation escalation, Integer version) {
		if (version != null && version != escalation.getVersion()) {
			throw RetentionException.conflict("retention.followup.error.stale-version", "version", version,
				escalation.getVersion());
		}
	}

	private void check(EscalationSearch search) {
		if (search.getPatient() != null) {
			references.patient(search.getPatient(), "patient");
		}
		if (search.getOwner() != null) {
			references.user(search.getOwner(), "owner");
		}
		if (search.getRole() != null) {
			references.role(search.getRole(), "role");
		}
	}
}
