/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;

/** What to say and ask, in the languages that the package brings. */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class Script {

	LocalizedText opening;

	/** What is shown or given to the patient, who is here; null: nothing. */
	LocalizedText material;

	@Singular(ignoreNullCollections = true)
	List<Question> questions;

	@Singular(ignoreNullCollections = true)
	List<RedFlag> redFlags;

	LocalizedText closing;

	/** The worst red flag that an answer raises; null: none. */
	public RedFlag worst(Question question, String answer) {
		RedFlag worst = null;
		for (RedFlag flag : redFlags) {
			boolean raised = flag.getQuestion().equals(question.getKey())
				&& Answers.fits(question, answer, flag.getIn(), flag.getAtLeast(), flag.getAtMost());
			if (raised && (worst == null || flag.getSeverity() == RedFlag.Severity.URGENT)) {
				worst = flag;
			}
		}
		return worst;
	}
}
