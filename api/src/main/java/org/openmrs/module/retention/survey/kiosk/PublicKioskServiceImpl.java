/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import java.time.Clock;
import java.util.Map;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.survey.invitation.Token;
import org.openmrs.module.retention.survey.response.PublicSurvey;
import org.openmrs.module.retention.survey.response.ResponseRequest;
import org.openmrs.module.retention.survey.response.SurveyResponseService;
import org.springframework.transaction.annotation.Transactional;

/** See {@link PublicKioskService}. */
public class PublicKioskServiceImpl extends BaseOpenmrsService implements PublicKioskService {

	private final KioskDao dao;

	private final Surveys surveys;

	private final SurveyResponseService responses;

	private final Clock clock;

	PublicKioskServiceImpl(KioskDao dao, Surveys surveys, SurveyResponseService responses, Clock clock) {
		this.dao = dao;
		this.surveys = surveys;
		this.responses = responses;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public PublicSurvey look(String token) {
		SurveyKiosk kiosk = byToken(token);
		PublicSurvey.Outcome closed = closed(kiosk);
		return closed == null ? PublicSurvey.of(PublicSurvey.Outcome.OPEN, definition(kiosk), null)
			: PublicSurvey.closed(closed);
	}

	@Override
	@Transactional
	public PublicSurvey submit(String token, String key, Map<String, Object> answers, String language) {
		SurveyKiosk kiosk = byToken(token);
		PublicSurvey.Outcome closed = closed(kiosk);
		if (closed != null) {
			return PublicSurvey.closed(closed);
		}
		if (key == null) {
			throw RetentionException.invalid("retention.question.error.required", "key", "key");
		}
		responses.recordResponse(ResponseRequest.builder().survey(kiosk.getSurvey().getUuid())
			.location(kiosk.getLocation() == null || Boolean.TRUE.equals(kiosk.getLocation().getRetired()) ? null
				: kiosk.getLocation().getUuid())
			.mode(SurveyMode.KIOSK).answers(answers).language(language).key(key).build());
		return PublicSurvey.of(PublicSurvey.Outcome.ANSWERED, definition(kiosk), null);
	}

	private SurveyKiosk byToken(String text) {
		Token token = Token.read(text);
		return token == null ? null : dao.getByTokenHash(token.hash());
	}

	/** Null: it can be used. */
	private PublicSurvey.Outcome closed(SurveyKiosk kiosk) {
		if (kiosk == null) {
			return PublicSurvey.Outcome.UNKNOWN;
		}
		if (kiosk.getClosedAt() != null || kiosk.getSurvey().getRetired()
			|| !definition(kiosk).allowedModes().contains(SurveyMode.KIOSK)) {
			return PublicSurvey.Outcome.WITHDRAWN;
		}
		return kiosk.isOpen(clock.instant()) ? null : PublicSurvey.Outcome.EXPIRED;
	}

	private SurveyDefinition definition(SurveyKiosk kiosk) {
		return surveys.definition(kiosk.getSurvey().getId(), kiosk.getSurvey().getSurveyVersion());
	}
}
