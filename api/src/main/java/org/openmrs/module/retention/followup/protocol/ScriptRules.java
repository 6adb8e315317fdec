/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.question.QuestionRules;
import org.openmrs.module.retention.question.TextRules;
import org.openmrs.module.retention.shared.Problems;

/** What must hold of a script: its texts, its questions, and its red flags. */
final class ScriptRules {

	private final Problems problems;

	private final QuestionRules questions = new QuestionRules();

	ScriptRules(Problems problems) {
		this.problems = problems;
	}

	void check(Script script) {
		new TextRules(problems).checkPresent("opening", script.getOpening());
		new TextRules(problems).checkPresent("closing", script.getClosing());
		if (script.getMaterial() != null) {
			new TextRules(problems).check("material", script.getMaterial());
		}
		questions.check(problems, script.getQuestions());
		for (int i = 0; i < script.getRedFlags().size(); i++) {
			redFlag(problems.in("redFlags", i), script.getRedFlags().get(i));
		}
	}

	private void redFlag(Problems at, RedFlag flag) {
		DefinitionRules.present(at, "severity", flag.getSeverity());
		new TextRules(at).checkPresent("tell", flag.getTell());
		questions.condition(at, flag.getQuestion(), flag.getIn(), flag.getAtLeast(), flag.getAtMost());
	}
}
