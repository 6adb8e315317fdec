/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.web.page.PublicPage;
import org.openmrs.module.retention.web.page.Scale;

/** A survey as the page shows it; in templates {@code $survey}. */
@Getter
@RequiredArgsConstructor
public final class AnswerView {

	/** Of the 64 kB that a form may have; the rest is for what is not typed. */
	private static final int TYPED_BYTES = 60_000;

	/** Of a Chinese character in a form, the longest of those that a text field counts as one. */
	private static final int CHARACTER_BYTES = 9;

	private static final int LONGEST_TEXT = 5_000;

	private final SurveyDefinition definition;

	@Getter(AccessLevel.NONE)
	private final Locale locale;

	/** By question; empty: all is well. */
	private final Map<String, Problem> problems;

	/** Of the pages' own languages those in which the survey speaks; at least one. */
	public static List<String> languages(SurveyDefinition survey) {
		List<String> both = PublicPage.languages().stream().filter(survey.getIntroduction().getByTag()::containsKey)
			.collect(Collectors.toList());
		return both.isEmpty() ? Collections.singletonList(PublicPage.languages().get(0)) : both;
	}

	public List<String> getLanguages() {
		return languages(definition);
	}

	/** By its own name. */
	public String languageName(String tag) {
		Locale language = Locale.forLanguageTag(tag);
		String name = language.getDisplayLanguage(language);
		return name.substring(0, 1).toUpperCase(language) + name.substring(1);
	}

	public String text(LocalizedText text) {
		return text.in(locale);
	}

	/** Characters of each answer in words, so that a form with all of them full is taken in, whatever the writing. */
	public int getTextLength() {
		long texts = definition.getQuestions().stream().filter(q -> q.getType() == Question.Type.TEXT).count();
		return (int) Math.min(LONGEST_TEXT, TYPED_BYTES / CHARACTER_BYTES / Math.max(1, texts));
	}

	/** The numbers to choose from; empty: it is typed. */
	public List<Integer> scale(Question question) {
		return Scale.of(question);
	}

	/** What the lowest and the highest number mean. */
	public boolean isNamed(Question question) {
		return Scale.isNamed(question);
	}

	/** Answers to an earlier question after which this one is asked, for the script; empty: not by a choice. */
	public String shownFor(Question question) {
		return Scale.shownFor(question, definition.getQuestions());
	}

	/** Null: nothing is wrong with the answer. */
	public String problem(String question) {
		Problem problem = problems.get(question);
		return problem == null ? null : Messages.text(problem.getCode(), locale, told(problem));
	}

	/** The page names the question itself. */
	private Object[] told(Problem problem) {
		Object[] arguments = problem.getArguments().toArray();
		for (int i = 0; i < arguments.length; i++) {
			Object argument = arguments[i];
			arguments[i] = definition.getQuestions().stream().filter(q -> q.getKey().equals(argument)).findFirst()
				.map(q -> (Object) ("“" + text(q.getText()) + "”")).orElse(argument);
		}
		return arguments;
	}
}
