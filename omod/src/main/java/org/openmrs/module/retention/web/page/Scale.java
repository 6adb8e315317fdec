/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openmrs.module.retention.question.Question;

/** The numbers of a question as buttons, and which answers lead to another question. */
public final class Scale {

	private static final int NPS = 10;

	private static final int CSAT = 5;

	private static final int CES = 7;

	/** A wider scale is typed. */
	private static final int MOST_BUTTONS = 11;

	private Scale() {
	}

	/** The numbers to choose from; empty: it is typed, or no number. */
	public static List<Integer> of(Question question) {
		switch (question.getType()) {
			case NPS:
				return range(0, NPS);
			case CSAT:
				return range(1, CSAT);
			case CES:
				return range(1, CES);
			case RATING:
				return question.getMax() - question.getMin() < MOST_BUTTONS ? range(question.getMin(), question.getMax())
					: Collections.emptyList();
			default:
				return Collections.emptyList();
		}
	}

	private static List<Integer> range(int from, int to) {
		return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toList());
	}

	/** What the lowest and the highest number mean is said beside them. */
	public static boolean isNamed(Question question) {
		return question.getType() == Question.Type.NPS || question.getType() == Question.Type.CSAT
			|| question.getType() == Question.Type.CES;
	}

	/** Answers to an earlier one of the questions after which this one is asked, with spaces; empty: not by a choice. */
	public static String shownFor(Question question, List<Question> all) {
		Question.ShowIf showIf = question.getShowIf();
		List<String> answers = new ArrayList<>(showIf.getIn());
		all.stream().filter(q -> q.getKey().equals(showIf.getQuestion())).forEach(
			asked -> of(asked).stream().filter(n -> isWithin(n, showIf)).map(String::valueOf).forEach(answers::add));
		return String.join(" ", answers);
	}

	private static boolean isWithin(int number, Question.ShowIf showIf) {
		boolean bounded = showIf.getAtLeast() != null || showIf.getAtMost() != null;
		return bounded && (showIf.getAtLeast() == null || number >= showIf.getAtLeast())
			&& (showIf.getAtMost() == null || number <= showIf.getAtMost());
	}
}
