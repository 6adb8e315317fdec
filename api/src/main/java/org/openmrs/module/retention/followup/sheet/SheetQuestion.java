/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.RetentionException;

/** A question as it stands in a row on paper: numbered through the scripts of the row, its answers by letters. */
@Value
public class SheetQuestion {

	public static final String YES = "y";

	public static final String NO = "n";

	private static final int LETTERS = 26;

	int number;

	/** Uuid of the task that asks it. */
	String task;

	Question question;

	/** Those of a task's script, numbered on from what stands before it in the row. */
	static List<SheetQuestion> of(String task, Script script, int before) {
		List<SheetQuestion> numbered = new ArrayList<>();
		if (script != null) {
			script.getQuestions()
				.forEach(question -> numbered.add(new SheetQuestion(before + numbered.size() + 1, task, question)));
		}
		return numbered;
	}

	/** What one ticks for the option in this place of the question. */
	public static String letter(int place) {
		return place < LETTERS ? String.valueOf((char) ('a' + place)) : String.valueOf(place + 1);
	}

	/** What one ticks for an answer that is a choice; the answer itself where it is none of the choices. */
	public String ticked(String answer) {
		if (question.getType() == Question.Type.YES_NO) {
			return "yes".equals(answer) ? YES : "no".equals(answer) ? NO : answer;
		}
		for (int i = 0; i < question.getOptions().size(); i++) {
			if (question.getOptions().get(i).getKey().equals(answer)) {
				return letter(i);
			}
		}
		return answer;
	}

	/** What was ticked or written, as an answer to the question. */
	Object answer(Object given) {
		switch (question.getType()) {
			case YES_NO:
				return YES.equals(given) ? Boolean.TRUE : NO.equals(given) ? Boolean.FALSE : given;
			case CHOICE:
				return option(given);
			case MULTI_CHOICE:
				return given instanceof Collection
					? ((Collection<?>) given).stream().map(this::option).collect(Collectors.toList())
					: option(given);
			default:
				return given;
		}
	}

	private Object option(Object given) {
		for (int i = 0; i < question.getOptions().size(); i++) {
			if (letter(i).equals(given)) {
				return question.getOptions().get(i).getKey();
			}
		}
		throw RetentionException.invalid("retention.question.error.answer-does-not-fit", "answers." + number,
			String.valueOf(given).length() > 100 ? String.valueOf(given).substring(0, 100) : given);
	}
}
