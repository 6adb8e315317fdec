/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.RetentionException;

/** What a search for results has to say, and what it may not. */
final class ResultRules {

	private ResultRules() {
	}

	static void check(ResultSearch search) {
		if (search.getSurvey() == null) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, "survey", "survey");
		}
		if (search.getVersion() != null
			&& (search.getVersion() < 1 || search.getVersion() > search.getSurvey().getSurveyVersion())) {
			throw RetentionException.invalid("retention.survey.error.version-unknown", "version", search.getVersion());
		}
		if (search.getFrom() != null && search.getTo() != null && search.getFrom().isAfter(search.getTo())) {
			throw RetentionException.invalid("retention.survey.error.period-crossed", "from");
		}
	}
}
