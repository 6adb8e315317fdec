/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.Comments;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;

/** Stores what was answered, as the survey's privacy promises, and lets follow what follows. */
@RequiredArgsConstructor
class Responses {

	private static final Set<Question.Type> NUMBERS = EnumSet.of(Question.Type.NPS, Question.Type.RATING,
		Question.Type.CSAT, Question.Type.CES, Question.Type.NUMBER);

	private final ResponseDao dao;

	private final Surveys surveys;

	private final Sites sites;

	private final Recovery recovery;

	private final Comments comments;

	private final ResponseChart chart;

	/** To an invitation that this transaction has locked and that can be answered. */
	SurveyResponse answer(SurveyInvitation invitation, SurveyMode mode, Map<String, Object> given, String language,
		Writer writer) {
		SurveyDefinition definition = surveys.definition(invitation.getSurvey().getId(), invitation.getSurveyVersion());
		Map<String, String> answers = read(definition, mode, given, language);
		boolean anonymous = definition.getPrivacy() == Privacy.ANONYMOUS;
		SurveyResponse response = new SurveyResponse(invitation.getSurvey(), invitation.getSurveyVersion(), mode,
			anonymous ? null : language);
		date(response, definition, invitation.getLocation(), writer);
		invitation.answer(new Occasion(writer.getUser(), writer.getAt(), null));
		if (anonymous) {
			dao.flush();
			response.take(isOneOfMany(invitation, writer) ? invitation.getLocation() : null, null);
		} else {
			response.take(invitation.getLocation(), invitation.getEncounterTypeId());
			response.belongTo(invitation);
			completeTask(invitation, writer);
		}
		store(response, definition, answers, writer);
		chart.write(response, definition, answers, writer);
		recovery.of(response, definition, answers, writer.getAt(), writer.getLocale());
		return response;
	}

	/** It is no answer any more: neither here nor in the chart, and nobody need call because of it. */
	void annul(SurveyResponse response, String reason) {
		response.annul(reason);
		dao.update(response);
		comments.annul(Comment.Source.SURVEY, response.getUuid());
		chart.withdraw(response, reason);
		recovery.withdraw(response, reason);
	}

	/** Where few have answered, the place would lead back to the invitation. */
	private boolean isOneOfMany(SurveyInvitation invitation, Writer writer) {
		return invitation.getLocation() != null
			&& dao.answeredAt(invitation, writer.getAt().minus(Duration.ofDays(7))) >= SmallCells.FEWEST;
	}

	/** To an anonymous survey that nobody was invited to: cards in a box, a tablet at the desk. */
	SurveyResponse answer(Survey survey, Location location, SurveyMode mode, Map<String, Object> given, String language,
		Writer writer) {
		if (survey.getPrivacy() != Privacy.ANONYMOUS) {
			throw RetentionException.invalid("retention.survey.error.invitation-needed", "invitation");
		}
		if (survey.getRetired()) {
			throw RetentionException.conflict("retention.survey.error.survey-retired", "survey");
		}
		SurveyDefinition definition = surveys.definition(survey.getId(), survey.getSurveyVersion());
		Map<String, String> answers = read(definition, mode, given, language);
		SurveyResponse response = new SurveyResponse(survey, survey.getSurveyVersion(), mode, language);
		response.take(location, null);
		date(response, definition, location, writer);
		store(response, definition, answers, writer);
		return response;
	}

	/** Whether a form is taken in for the first time; of two at once the other fails, and finds it when it is sent again. */
	boolean isFirst(String key, Instant at) {
		String hash = DefinitionJson.checksum("form\n" + key);
		if (dao.isTakenIn(hash)) {
			return false;
		}
		dao.add(new Submission(hash, sites.siteOf(null).dayOf(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
		dao.flush();
		return true;
	}

	private static Map<String, String> read(SurveyDefinition definition, SurveyMode mode, Map<String, Object> given,
		String language) {
		if (!definition.allowedModes().contains(mode)) {
			throw RetentionException.invalid("retention.survey.error.mode-not-allowed", "mode", mode,
				definition.allowedModes());
		}
		if (language != null && !Languages.isKnown(language)) {
			throw RetentionException.invalid("retention.survey.error.language-unknown", "language", language);
		}
		return AnswerSheet.read(definition.getQuestions(), given);
	}

	private void date(SurveyResponse response, SurveyDefinition definition, Location location, Writer writer) {
		LocalDate day = sites.siteOf(location).dayOf(writer.getAt());
		if (definition.getPrivacy() == Privacy.IDENTIFIED) {
			response.date(writer.getAt(), day);
		} else {
			response.dateByWeek(day);
		}
	}

	private void store(SurveyResponse response, SurveyDefinition definition, Map<String, String> answers, Writer writer) {
		if (definition.getPrivacy() == Privacy.IDENTIFIED && response.getMode() != SurveyMode.LINK) {
			response.enteredBy(writer.getUser());
		}
		answers.forEach((key, value) -> {
			Question.Type type = definition.question(key).getType();
			if (type != Question.Type.TEXT) {
				response.answer(key, value, NUMBERS.contains(type));
			}
		});
		dao.add(response);
		answers.forEach((key, value) -> {
			Question question = definition.question(key);
			if (question.getType() == Question.Type.TEXT) {
				comments.add(response.said().question(key).textKind(question.getTextKind()).text(value).build());
			}
		});
		dao.flush();
	}

	/** The step that asked has what it wanted. */
	private void completeTask(SurveyInvitation invitation, Writer writer) {
		FollowUpTask task = invitation.getTaskId() == null ? null : dao.task(invitation.getTaskId());
		if (task != null && task.getStatus() == TaskStatus.OPEN) {
			task.complete(Cause.of(writer.getUser(), writer.getAt(), "survey-answered"));
		}
	}

	/** Who stores it, when, and in which language others are told of it. */
	@Value
	static class Writer {

		/** The daemon user when the patient answers. */
		User user;

		Instant at;

		Locale locale;
	}
}
