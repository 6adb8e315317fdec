/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.Concept;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptNumeric;
import org.openmrs.Obs;
import org.openmrs.api.ConceptService;
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
@Slf4j
class ChartFindings {

	private static final int TEXT_LENGTH = 60000;

	private final ConceptService concepts;

	private final TaskWorlds worlds;

	private final RetentionSettings settings;

	private final References references;

	private final Set<String> reported = Collections.synchronizedSet(new HashSet<>());

	List<Obs> of(ContactAttempt attempt, List<FollowUpTask> tasks) {
		List<Obs> all = new ArrayList<>();
		Map<String, String> mapped = mapped();
		named(mapped, "result", attempt.getResult().name(), all);
		named(mapped, "disposition", attempt.getDisposition().name(), all);
		for (AttemptAnswer answer : attempt.getAnswers()) {
			if (tasks.contains(answer.getTask())) {
				Question question = Answers.question(worlds.questions(answer.getTask()), answer.getQuestionKey(), "answers");
				answered(question, answer.getAnswer(), all);
			}
		}
		return all;
	}

	/** {@code result} and {@code disposition} name the concepts of the questions, {@code SPOKE} and the like their answers. */
	private void named(Map<String, String> mapped, String what, String value, List<Obs> all) {
		if (!mapped.containsKey(what)) {
			return;
		}
		Concept concept = concept(mapped.get(what));
		Obs obs = obs(concept);
		if (concept == null || is(concept, ConceptDatatype.TEXT_UUID)) {
			setText(obs, value);
		} else if (is(concept, ConceptDatatype.CODED_UUID)) {
			setCoded(obs, mapped.containsKey(value) ? concept(mapped.get(value)) : null);
		}
		add(all, obs, what + " " + value);
	}

	private void answered(Question question, String answer, List<Obs> all) {
		if (question.getConcept() == null) {
			return;
		}
		Concept concept = concept(question.getConcept());
		for (String value : Answers.values(question, answer)) {
			Obs obs = obs(concept);
			if (concept != null) {
				setValue(obs, concept, question, value);
			}
			add(all, obs, question.getConcept() + " (" + question.getKey() + ")");
		}
	}

	private void setValue(Obs obs, Concept concept, Question question, String value) {
		switch (question.getType()) {
			case YES_NO:
				setYesNo(obs, concept, "yes".equals(value));
				break;
			case CHOICE:
			case MULTI_CHOICE:
				setOption(obs, concept, question, value);
				break;
			case DATE:
				if (is(concept, ConceptDatatype.DATE_UUID) || is(concept, ConceptDatatype.DATETIME_UUID)) {
					obs.setValueDatetime(Timestamp.valueOf(LocalDate.parse(value).atStartOfDay()));
				}
				break;
			case TEXT:
				if (is(concept, ConceptDatatype.TEXT_UUID)) {
					setText(obs, Texts.cut(value, TEXT_LENGTH));
				}
				break;
			default:
				setNumber(obs, concept, Double.parseDouble(value));
		}
	}

	private void setYesNo(Obs obs, Concept concept, boolean yes) {
		if (is(concept, ConceptDatatype.BOOLEAN_UUID) || is(concept, ConceptDatatype.CODED_UUID)) {
			setCoded(obs, yes ? concepts.getTrueConcept() : concepts.getFalseConcept());
		}
	}

	private void setOption(Obs obs, Concept concept, Question question, String value) {
		String reference = question.getOptions().stream().filter(o -> o.getKey().equals(value))
			.map(Question.Option::getConcept).filter(c -> c != null).findFirst().orElse(null);
		if (is(concept, ConceptDatatype.CODED_UUID) && reference != null) {
			setCoded(obs, concept(reference));
		} else if (is(concept, ConceptDatatype.TEXT_UUID)) {
			setText(obs, value);
		}
	}

	private void setNumber(Obs obs, Concept concept, double number) {
		if (!is(concept, ConceptDatatype.NUMERIC_UUID)) {
			return;
		}
		ConceptNumeric numeric = references.byUuid(ConceptNumeric.class, concept.getUuid());
		boolean fits = numeric != null && (numeric.getLowAbsolute() == null || number >= numeric.getLowAbsolute())
			&& (numeric.getHiAbsolute() == null || number <= numeric.getHiAbsolute())
			&& (Boolean.TRUE.equals(numeric.getAllowDecimal()) || number == Math.rint(number));
		if (fits) {
			obs.setValueNumeric(number);
		}
	}

	private static void setText(Obs obs, String value) {
		obs.setValueText(value);
	}

	private static void setCoded(Obs obs, Concept value) {
		obs.setValueCoded(value);
	}

	private static Obs obs(Concept concept) {
		Obs obs = new Obs();
		obs.setConcept(concept);
		return obs;
	}

	private void add(List<Obs> all, Obs obs, String what) {
		boolean hasValue = obs.getValueCoded() != null || obs.getValueText() != null || obs.getValueNumeric() != null
			|| obs.getValueDatetime() != null;
		if (obs.getConcept() != null && hasValue) {
			all.add(obs);
		} else if (reported.add(what)) {
			log.warn("No observation for {}: no concept, one of another kind, or for yes and no the platform's settings"
				+ " concept.true and concept.false name none; further ones are not reported", what);
		}
	}

	private static boolean is(Concept concept, String datatype) {
		return concept.getDatatype() != null && datatype.equals(concept.getDatatype().getUuid());
	}

	/** By uuid, or by {@code source:code}; null: there is none. */
	private Concept concept(String reference) {
		int colon = reference.indexOf(':');
		Concept concept = colon < 0 ? concepts.getConceptByUuid(reference)
			: concepts.getConceptByMapping(reference.substring(colon + 1), reference.substring(0, colon));
		return concept == null || Boolean.TRUE.equals(concept.getRetired()) ? null : concept;
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
