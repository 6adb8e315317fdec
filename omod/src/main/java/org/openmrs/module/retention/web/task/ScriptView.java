/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.web.rest.JsonTree;

/** A script as a caller reads it: each text in the patient's language beside the caller's. */
final class ScriptView {

	private final TwoLanguages texts;

	ScriptView(String patientLanguage, String callerLanguage) {
		texts = new TwoLanguages(patientLanguage, callerLanguage);
	}

	/** Null for a task without a script. */
	Map<String, Object> of(Script script) {
		if (script == null) {
			return null;
		}
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("opening", texts.of(script.getOpening()));
		view.put("material", script.getMaterial() == null ? null : texts.of(script.getMaterial()));
		view.put("questions", questions(script.getQuestions()));
		view.put("redFlags", redFlags(script.getRedFlags()));
		view.put("closing", texts.of(script.getClosing()));
		return view;
	}

	private List<Object> questions(Collection<Question> questions) {
		List<Object> views = new ArrayList<>();
		for (Question question : questions) {
			Map<String, Object> view = JsonTree.of(question);
			view.remove("concept");
			view.put("text", texts.of(question.getText()));
			List<Object> options = new ArrayList<>();
			for (Question.Option option : question.getOptions()) {
				Map<String, Object> shown = new LinkedHashMap<>();
				shown.put("key", option.getKey());
				shown.put("text", texts.of(option.getText()));
				options.add(shown);
			}
			view.put("options", options);
			views.add(view);
		}
		return views;
	}

	private List<Object> redFlags(Collection<RedFlag> redFlags) {
		List<Object> views = new ArrayList<>();
		for (RedFlag redFlag : redFlags) {
			Map<String, Object> view = JsonTree.of(redFlag);
			view.put("tell", texts.of(redFlag.getTell()));
			views.add(view);
		}
		return views;
	}

}
