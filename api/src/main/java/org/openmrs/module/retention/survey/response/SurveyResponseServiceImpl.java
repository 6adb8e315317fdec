/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.Clock;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.survey.invitation.InvitationLinks;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.springframework.transaction.annotation.Transactional;

/** See {@link SurveyResponseService}. */
public class SurveyResponseServiceImpl extends BaseOpenmrsService implements SurveyResponseService {

	private final ResponseDao dao;

	private final Responses responses;

	private final InvitationLinks links;

	private final Surveys surveys;

	private final Releases releases;

	private final Comments comments;

	private final Clock clock;

	SurveyResponseServiceImpl(ResponseDao dao, Responses responses, InvitationLinks links, Surveys surveys,
		Releases releases, Comments comments, Clock clock) {
		this.dao = dao;
		this.responses = responses;
		this.links = links;
		this.surveys = surveys;
		this.releases = releases;
		this.comments = comments;
		this.clock = clock;
	}

	@Override
	@Transactional
	public SurveyResponse recordResponse(ResponseRequest request) {
		if (request.getMode() == null || request.getMode() == SurveyMode.LINK) {
			throw RetentionException.invalid("retention.survey.error.mode-not-by-staff", "mode");
		}
		Responses.Writer writer = new Responses.Writer(Context.getAuthenticatedUser(), clock.instant(), Context.getLocale());
		if (request.getInvitation() == null) {
			if (request.getKey() != null && !responses.isFirst(request.getKey(), writer.getAt())) {
				return null;
			}
			return responses.answer(surveyOf(request), locationOf(request), request.getMode(), request.getAnswers(),
				request.getLanguage(), writer);
		}
		requireUnsaid("survey", request.getSurvey());
		requireUnsaid("location", request.getLocation());
		SurveyInvitation invitation = links.lockByUuid(request.getInvitation());
		if (invitation == null) {
			throw unknown("invitation", request.getInvitation());
		}
		boolean late = request.getMode() != SurveyMode.PAPER && invitation.isExpired(clock.instant());
		if (invitation.getStatus().isFinal() || late) {
			throw RetentionException.conflict("retention.survey.error.invitation-over", "invitation");
		}
		return responses.answer(invitation, mode(request.getMode(), invitation, writer.getUser()), request.getAnswers(),
			request.getLanguage(), writer);
	}

	@Override
	@Transactional
	public SurveyResponse recordInterview(InterviewRequest request) {
		SurveyInvitation invitation = links.lockByTask(request.getTaskId());
		if (invitation == null || invitation.getStatus().isFinal() || invitation.isExpired(request.getAt())) {
			throw RetentionException.conflict("retention.survey.error.invitation-over", "invitation");
		}
		return responses.answer(invitation, new Interviewer(links).mode(invitation, request.getAsker()),
			request.getAnswers(),
			invitation.getLanguage(),
			new Responses.Writer(Context.getAuthenticatedUser(), request.getAt(), Context.getLocale()));
	}

	private Survey surveyOf(ResponseRequest request) {
		Survey survey = request.getSurvey() == null ? null : surveys.byUuid(request.getSurvey());
		if (survey == null) {
			throw unknown("survey", request.getSurvey());
		}
		return survey;
	}

	/** Null: not said. */
	private Location locationOf(ResponseRequest request) {
		Location location = request.getLocation() == null ? null : dao.location(request.getLocation());
		if (request.getLocation() != null && location == null) {
			throw unknown("location", request.getLocation());
		}
		return location;
	}

	private static void requireUnsaid(String field, String value) {
		if (value != null) {
			throw RetentionException.invalid("retention.survey.error.said-by-invitation", field);
		}
	}

	/** Where it is known who treated the patient, an interview says by itself whether that person asked. */
	private SurveyMode mode(SurveyMode mode, SurveyInvitation invitation, User caller) {
		return !mode.isInterview() || invitation.getProvider() == null ? mode
			: new Interviewer(links).mode(invitation, caller);
	}

	@Override
	@Transactional(readOnly = true)
	public SurveyResponse getResponseByUuid(String uuid) {
		SurveyResponse response = dao.getByUuid(uuid);
		return response == null || !response.isReleased() ? null : response;
	}

	@Override
	@Transactional(readOnly = true)
	public List<SurveyResponse> findResponses(ResponseSearch search, Page page) {
		return dao.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countResponses(ResponseSearch search) {
		return dao.count(search);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Comment> getComments(SurveyResponse response) {
		return comments.of(Comment.Source.SURVEY, response.getUuid());
	}

	@Override
	@Transactional
	public SurveyResponse annulResponse(SurveyResponse response, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, "reason", "reason");
		}
		responses.annul(response, reason.trim());
		return response;
	}

	@Override
	@Transactional
	public int releaseResponses() {
		return releases.release(clock.instant());
	}

	private static RetentionException unknown(String field, String uuid) {
		return RetentionException.invalid("retention.survey.error.unknown-reference", field, field, String.valueOf(uuid));
	}
}
