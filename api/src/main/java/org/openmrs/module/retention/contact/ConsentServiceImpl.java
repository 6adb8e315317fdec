/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link ConsentService}. */
public class ConsentServiceImpl extends BaseOpenmrsService implements ConsentService {

	private static final String BY_HAND = "by-hand";

	private final ConsentDao dao;

	private final ContactCircles circles;

	private final Sites sites;

	private final Clock clock;

	ConsentServiceImpl(ConsentDao dao, ContactCircles circles, Sites sites, Clock clock) {
		this.dao = dao;
		this.circles = circles;
		this.sites = sites;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<ConsentEntry> getConsents(Patient patient) {
		return dao.standing(patient.getPatientId());
	}

	@Override
	@Transactional(readOnly = true)
	public ConsentEntry getConsentByUuid(String uuid) {
		return dao.byUuid(uuid);
	}

	@Override
	@Transactional
	public ConsentEntry recordConsent(Patient patient, Purpose purpose, boolean granted, boolean byAnother) {
		if (purpose == null) {
			throw RetentionException.invalid("retention.contact.error.purpose-missing", "purpose");
		}
		Instant now = clock.instant();
		if (granted) {
			dao.refusedAtNumbersBy(patient.getPatientId(), purpose).forEach(ConsentEntry::withdraw);
		}
		boolean byGuardian = byAnother && circles.of(patient.getPatientId(), now).isMinor(sites.siteOf(null).dayOf(now));
		return dao
			.save(new ConsentEntry(patient, purpose, granted, byGuardian, BY_HAND, Context.getAuthenticatedUser(), now));
	}

	@Override
	@Transactional
	public ConsentEntry withdrawConsent(ConsentEntry entry) {
		if (entry.isWithdrawn()) {
			throw RetentionException.conflict("retention.contact.error.consent-withdrawn", null);
		}
		entry.withdraw();
		return dao.save(entry);
	}
}
