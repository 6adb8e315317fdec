/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.openmrs.Concept;
import org.openmrs.ConceptDatatype;
import org.openmrs.Obs;
import org.openmrs.module.retention.chart.ChartAnswers;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * The coded findings of a contact as observations: answers whose question names a concept, and result and disposition where
 * the site's setting does. What is not mapped, or does not fit its concept, becomes none and is reported once; a contact is
 * never refused because of it.
 */
@RequiredArgsConstructor
class ChartFindings {

	private final ChartAnswers answers;

	private final TaskWorlds worlds;

	private final RetentionSettings settings;

	List<Obs> of(ContactAttempt attempt, List<FollowUpTask> tasks) {
		List<Obs> all = new ArrayList<>();
		Map<String, String> mapped = mapped();
		named(mapped, "result", attempt.getResult().name(), all);
		named(mapped, "disposition", attempt.getDisposition().name(), all);
		for (AttemptAnswer answer : attempt.getAnswers()) {
			if (tasks.contains(answer.getTask())) {
				Question question = Answers.question(worlds.questions(answer.getTask()), answer.getQuestionKey(), "answers");
				all.addAll(answers.of(question, answer.getAnswer()));
			}
		}
		return all;
	}

	/** {@code result} and {@code disposition} name the concepts of the questions, {@code SPOKE} and the like their answers. */
	private void named(Map<String, String> mapped, String what, String value, List<Obs> all) {
		if (!mapped.containsKey(what)) {
			return;
		}
		Concept concept = answers.concept(mapped.get(what));
		Obs obs = new Obs();
		obs.setConcept(concept);
		if (concept == null || ChartAnswers.is(concept, ConceptDatatype.TEXT_UUID)) {
			obs.setValueText(value);
		} else if (ChartAnswers.is(concept, ConceptDatatype.CODED_UUID)) {
			obs.setValueCoded(mapped.containsKey(value) ? answers.concept(mapped.get(value)) : null);
		}
		answers.add(all, obs, what + " " + value);
	}

	private Map<String, String> mapped() {
		Map<String, String> mapped = new HashMap<>();
		for (String entry : settings.list(RetentionSettings.CHART_CONCEPTS)) {
			int equals = entry.indexOf('=');
			if (equals > 0 && equals < entry.length() - 1) {
				mapped.put(entry.substring(0, equals).trim(), entry.substring(equals + 1).trim());
			}
		}
		return mapped;
	}
}
