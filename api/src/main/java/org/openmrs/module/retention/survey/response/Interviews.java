/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskInterview;
import org.openmrs.module.retention.followup.task.TaskInterviews;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.survey.invitation.InvitationLinks;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;

/** Surveys asked in the contacts of the tasks that invited to them. */
@RequiredArgsConstructor
class Interviews implements TaskInterviews {

	private static final String FIELD = "surveyAnswers";

	private final InvitationLinks links;

	private final Surveys surveys;

	private final SurveyResponseService service;

	private final ResponseDao dao;

	private final Responses responses;

	private final Clock clock;

	@Override
	public Map<Integer, TaskInterview> of(Collection<FollowUpTask> tasks, User caller) {
		Set<Integer> ids = tasks.stream().map(FollowUpTask::getId).collect(Collectors.toSet());
		Map<Integer, TaskInterview> interviews = new HashMap<>();
		List<SurveyInvitation> open = links.openOf(ids, clock.instant());
		Map<Integer, SurveyMode> modes = new Interviewer(links).modes(open, caller);
		for (SurveyInvitation invitation : open) {
			SurveyDefinition survey = surveys.definition(invitation.getSurvey().getId(), invitation.getSurveyVersion());
			if (survey.allowedModes().stream().anyMatch(SurveyMode::isInterview)) {
				boolean may = survey.allowedModes().contains(modes.get(invitation.getId()));
				interviews.put(invitation.getTaskId(), new TaskInterview(survey.getName(), may ? script(survey) : null));
			}
		}
		return interviews;
	}

	private static Script script(SurveyDefinition survey) {
		return Script.builder().opening(survey.getIntroduction()).questions(survey.getQuestions())
			.closing(survey.getThanks()).build();
	}

	@Override
	public void answer(FollowUpTask task, User asker, Instant at, Map<String, Object> given) {
		try {
			service.recordInterview(new InterviewRequest(task.getId(), asker, at, given));
		}
		catch (RetentionException e) {
			throw asOfContact(e);
		}
	}

	/** The fields as a contact calls them. */
	private static RetentionException asOfContact(RetentionException refusal) {
		if (!refusal.getProblems().isEmpty()) {
			return RetentionException.invalid(refusal.getProblems().stream().map(
				p -> Problem.of(p.getPath().replaceFirst("^answers", FIELD), p.getCode(), p.getArguments().toArray()))
				.collect(Collectors.toList()));
		}
		return new RetentionException(refusal.getKind(), refusal.getCode(), FIELD, refusal.getArguments());
	}

	@Override
	public void withdraw(FollowUpTask task, User actor, Instant at, String reason) {
		SurveyInvitation invitation = links.lockByTask(task.getId());
		SurveyResponse response = invitation == null ? null : dao.lockByInvitation(invitation);
		if (response != null && !isAmongOthers(response)) {
			response.letGoOfInvitation();
			responses.annul(response, reason);
			invitation.reopen(new Occasion(actor, at, reason));
		}
	}

	/** Others were shown with it: if it went, it would be seen which one it was. */
	private static boolean isAmongOthers(SurveyResponse response) {
		return response.isReleased() && response.getSurvey().getPrivacy() != Privacy.IDENTIFIED;
	}
}
