/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.springframework.transaction.annotation.Transactional;

/** See {@link AbsenceService}. */
@Transactional
public class AbsenceServiceImpl extends BaseOpenmrsService implements AbsenceService {

	private final AbsenceDao dao;

	private final Clock clock;

	public AbsenceServiceImpl(AbsenceDao dao, Clock clock) {
		this.dao = dao;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Absence getAbsenceByUuid(String uuid) {
		return dao.byUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Absence> findAbsences(AbsenceSearch search, Page page) {
		return dao.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countAbsences(AbsenceSearch search) {
		return dao.count(search);
	}

	@Override
	public Absence enterAbsence(Absence absence) {
		AbsenceRules.check(absence.getUser(), absence.getStartsAt(), absence.getEndsAt(), absence.getDeputy(),
			absence.getReason());
		requireOwn(absence);
		dao.save(absence);
		return absence;
	}

	@Override
	public Absence changeAbsence(Absence absence, Integer version, Instant from, Instant to, User deputy, String reason) {
		AbsenceRules.check(absence.getUser(), from, to, deputy, reason);
		requireOwn(absence);
		if (version != null && version != absence.getVersion()) {
			throw RetentionException.conflict("retention.followup.error.stale-version", "version", version,
				absence.getVersion());
		}
		if (Boolean.TRUE.equals(absence.getVoided())) {
			throw RetentionException.conflict("retention.followup.error.absence-voided", "voided");
		}
		absence.change(from, to, deputy, reason);
		dao.save(absence);
		dao.lookAgain(clock.instant());
		return absence;
	}

	@Override
	public void withdrawAbsence(Absence absence, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid("retention.followup.error.required", "reason");
		}
		requireOwn(absence);
		absence.withdraw(Context.getAuthenticatedUser(), Date.from(clock.instant()), reason.trim());
		dao.save(absence);
		dao.lookAgain(clock.instant());
	}

	@Override
	public void purgeAbsence(Absence absence) {
		dao.delete(absence);
		dao.lookAgain(clock.instant());
	}

	private static void requireOwn(Absence absence) {
		User caller = Context.getAuthenticatedUser();
		boolean own = caller != null && caller.getUserId().equals(absence.getUser().getUserId());
		if (!own && !Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)) {
			throw new APIAuthenticationException("Privilege required: " + RetentionPrivileges.SUPERVISE_FOLLOW_UPS);
		}
	}
}
