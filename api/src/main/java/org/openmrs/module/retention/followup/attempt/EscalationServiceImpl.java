/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** Public because the platform's proxies need it so. */
@RequiredArgsConstructor
public class EscalationServiceImpl extends BaseOpenmrsService implements EscalationService {
	
	private final EscalationDao escalations;
	
	private final References references;
	
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
		return escalations.find(search, clock.instant(), page);
	}
	
	@Override
	@Transactional(readOnly = true)
	public long countEscalations(EscalationSearch search) {
		check(search);
		return escalations.count(search, clock.instant());
	}
	
	@Override
	@Transactional
	public Escalation acknowledgeEscalation(Escalation escalation, Integer version) {
		checkVersion(escalation, version);
		escalation.acknowledge(Context.getAuthenticatedUser(), clock.instant());
		escalations.save(escalation);
		return escalation;
	}
	
	@Override
	@Transactional
	public Escalation closeEscalation(Escalation escalation, Integer version, String resolution) {
		checkVersion(escalation, version);
		escalation.close(Context.getAuthenticatedUser(), resolution, clock.instant());
		escalations.save(escalation);
		return escalation;
	}
	
	@Override
	@Transactional
	public int raiseUnacknowledged() {
		throw new UnsupportedOperationException();
	}
	
	private static void checkVersion(Escalation escalation, Integer version) {
		if (version != null && version != escalation.getVersion()) {
			throw RetentionException.conflict("retention.followup.error.stale-version", "version", version, escalation.getVersion());
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
