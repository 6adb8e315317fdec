/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.survey.invitation.Token;
import org.springframework.transaction.annotation.Transactional;

/** See {@link SurveyKioskService}. */
public class SurveyKioskServiceImpl extends BaseOpenmrsService implements SurveyKioskService {

	private final KioskDao dao;

	private final Surveys surveys;

	private final Sites sites;

	private final Clock clock;

	SurveyKioskServiceImpl(KioskDao dao, Surveys surveys, Sites sites, Clock clock) {
		this.dao = dao;
		this.surveys = surveys;
		this.sites = sites;
		this.clock = clock;
	}

	@Override
	@Transactional
	public IssuedKiosk openKiosk(String survey, String location, int days) {
		Survey asked = askable(survey);
		Location place = location == null ? null : dao.location(location);
		if (location != null && place == null) {
			throw unknown("location", location);
		}
		if (days < 1 || days > MOST_DAYS) {
			throw RetentionException.invalid("retention.survey.error.kiosk-days", "days", MOST_DAYS);
		}
		Instant now = clock.instant();
		Site site = sites.siteOf(place);
		Instant end = site.dayOf(now).plusDays(days).atStartOfDay(site.getZone()).toInstant();
		Token token = Token.random();
		SurveyKiosk kiosk = new SurveyKiosk(asked, place, token, Context.getAuthenticatedUser(), now, end);
		dao.add(kiosk);
		return new IssuedKiosk(kiosk, token);
	}

	/** Nobody says at a device who answers: what is not anonymous is answered by invitation. */
	private Survey askable(String uuid) {
		Survey survey = uuid == null ? null : surveys.byUuid(uuid);
		if (survey == null) {
			throw unknown("survey", uuid);
		}
		if (survey.getPrivacy() != Privacy.ANONYMOUS) {
			throw RetentionException.invalid("retention.survey.error.invitation-needed", "survey");
		}
		if (survey.getRetired()) {
			throw RetentionException.conflict("retention.survey.error.survey-retired", "survey");
		}
		if (!surveys.definition(survey.getId(), survey.getSurveyVersion()).allowedModes().contains(SurveyMode.KIOSK)) {
			throw RetentionException.invalid("retention.survey.error.mode-not-allowed", "survey", SurveyMode.KIOSK,
				surveys.definition(survey.getId(), survey.getSurveyVersion()).allowedModes());
		}
		return survey;
	}

	@Override
	@Transactional(readOnly = true)
	public SurveyKiosk getKioskByUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<SurveyKiosk> findOpenKiosks(Page page) {
		return dao.open(clock.instant(), page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countOpenKiosks() {
		return dao.countOpen(clock.instant());
	}

	@Override
	@Transactional
	public SurveyKiosk closeKiosk(SurveyKiosk kiosk) {
		kiosk.close(Context.getAuthenticatedUser(), clock.instant());
		dao.update(kiosk);
		return kiosk;
	}

	private static RetentionException unknown(String field, String uuid) {
		return RetentionException.invalid("retention.survey.error.unknown-reference", field, field, String.valueOf(uuid));
	}
}
