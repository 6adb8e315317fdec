/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.survey.invitation.InvitationLinks;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.springframework.transaction.annotation.Transactional;

/** See {@link PublicSurveyService}. */
public class PublicSurveyServiceImpl extends BaseOpenmrsService implements PublicSurveyService {

	private final InvitationLinks links;

	private final Responses responses;

	private final Surveys surveys;

	private final Clock clock;

	PublicSurveyServiceImpl(InvitationLinks links, Responses responses, Surveys surveys, Clock clock) {
		this.links = links;
		this.responses = responses;
		this.surveys = surveys;
		this.clock = clock;
	}

	@Override
	@Transactional
	public PublicSurvey open(String token) {
		return at(token, invitation -> invitation.open(occasion()), PublicSurvey.Outcome.OPEN);
	}

	@Override
	@Transactional
	public PublicSurvey start(String token) {
		return at(token, invitation -> invitation.start(occasion()), PublicSurvey.Outcome.OPEN);
	}

	@Override
	@Transactional
	public PublicSurvey submit(String token, Map<String, Object> answers, String language) {
		return at(token, invitation -> {
			invitation.open(occasion());
			responses.answer(invitation, SurveyMode.LINK, answers, language,
				new Responses.Writer(user(), clock.instant(), Context.getLocale()));
		}, PublicSurvey.Outcome.ANSWERED);
	}

	private PublicSurvey at(String token, Consumer<SurveyInvitation> step, PublicSurvey.Outcome outcome) {
		SurveyInvitation invitation = links.lockByToken(token);
		if (invitation == null) {
			return PublicSurvey.closed(PublicSurvey.Outcome.UNKNOWN);
		}
		SurveyDefinition survey = surveys.definition(invitation.getSurvey().getId(), invitation.getSurveyVersion());
		PublicSurvey.Outcome closed = closed(invitation, survey, clock.instant());
		if (closed != null) {
			return PublicSurvey.closed(closed);
		}
		step.accept(invitation);
		return PublicSurvey.of(outcome, survey, invitation.getLanguage());
	}

	/** Null: it can be answered. */
	private static PublicSurvey.Outcome closed(SurveyInvitation invitation, SurveyDefinition survey, Instant now) {
		Patient patient = invitation.getPatient();
		boolean gone = patient == null || Boolean.TRUE.equals(patient.getVoided()) || Boolean.TRUE.equals(patient.getDead());
		if (invitation.getStatus() == InvitationStatus.WITHDRAWN || gone
			|| !survey.allowedModes().contains(SurveyMode.LINK)) {
			return PublicSurvey.Outcome.WITHDRAWN;
		}
		if (invitation.getStatus().isFinal()) {
			return PublicSurvey.Outcome.USED;
		}
		return invitation.isExpired(now) ? PublicSurvey.Outcome.EXPIRED : null;
	}

	private Occasion occasion() {
		return new Occasion(user(), clock.instant(), null);
	}

	private static User user() {
		return Context.getAuthenticatedUser();
	}
}
