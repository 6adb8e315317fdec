/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.followup.planning.FollowUpEvent;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.RecoveryRule;
import org.openmrs.module.retention.survey.SurveyDefinition;

/** Announces answers after which somebody calls, in the transaction that stores them and once for each response. */
@RequiredArgsConstructor
class Recovery {

	private static final String SURVEY = "survey:";

	private final PlanningService planning;

	/** The worst that the answers open; its event is announced, and all of them are told to the caller. */
	void of(SurveyResponse response, SurveyDefinition survey, Map<String, String> answers, Instant at, Locale locale) {
		List<RecoveryRule> opened = survey.getRecovery().stream()
			.filter(rule -> answers.containsKey(rule.getQuestion())
				&& rule.isOpenedBy(survey.question(rule.getQuestion()), answers.get(rule.getQuestion())))
			.collect(Collectors.toList());
		if (opened.isEmpty() || response.getPatient() == null) {
			return;
		}
		RecoveryRule worst = opened.stream().filter(rule -> rule.getSeverity() == RecoveryRule.Severity.URGENT).findFirst()
			.orElse(opened.get(0));
		response.recoverBy(key(response, survey));
		FollowUpEvent event = FollowUpEvent.builder().name(worst.eventName()).patient(response.getPatient()).at(at)
			.key(SURVEY + response.getRecoveryKey()).location(response.getLocation())
			.context(opened.stream().map(rule -> line(rule, survey, answers, locale)).collect(Collectors.joining("\n")))
			.build();
		SystemActions.asSystem(Collections.singletonList(RetentionPrivileges.MANAGE_FOLLOW_UPS),
			() -> planning.announceEvent(event));
	}

	/** It was no answer: nobody need call who has not called yet. */
	void withdraw(SurveyResponse response, String reason) {
		if (response.getRecoveryKey() != null && response.getPatient() != null) {
			SystemActions.asSystem(Collections.singletonList(RetentionPrivileges.MANAGE_FOLLOW_UPS),
				() -> planning.withdrawEvent(response.getPatient(), SURVEY + response.getRecoveryKey(), reason));
		}
	}

	/** The plan shows it beside the patient: it leads to the answers only where the patient stands beside these too. */
	private static String key(SurveyResponse response, SurveyDefinition survey) {
		return survey.getPrivacy() == Privacy.IDENTIFIED ? response.getUuid() : UUID.randomUUID().toString();
	}

	private static String line(RecoveryRule rule, SurveyDefinition survey, Map<String, String> answers, Locale locale) {
		Question asked = survey.question(rule.getQuestion());
		return rule.getTitle().in(locale) + " (" + asked.getText().in(locale) + " "
			+ told(asked, answers.get(asked.getKey()), locale) + ")";
	}

	private static String told(Question asked, String answer, Locale locale) {
		return Answers.values(asked, answer).stream().map(value -> word(asked, value, locale))
			.collect(Collectors.joining(", "));
	}

	private static String word(Question asked, String value, Locale locale) {
		if (asked.getType() == Question.Type.YES_NO) {
			return Messages.text("retention.page." + value, locale);
		}
		return asked.getOptions().stream().filter(option -> option.getKey().equals(value))
			.map(option -> option.getText().in(locale)).findFirst().orElse(value);
	}
}
