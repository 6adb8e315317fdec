/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEYS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_IDEAS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_SURVEY_RESPONSES;

import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class IdeaAuthorizationIT extends ServiceAuthorizationIT {

	IdeaAuthorizationIT() {
		super(IdeaService.class);
	}

	static Stream<Call> calls() {
		Class<IdeaService> service = IdeaService.class;
		Page one = new Page(0, 1);
		return Stream.of(call(service, "noteIdea", s -> s.noteIdea(null, null, null), MANAGE_SURVEY_RESPONSES),
			call(service, "getIdeaByUuid", s -> s.getIdeaByUuid("x"), GET_SURVEYS),
			call(service, "findIdeas", s -> s.findIdeas(null, one), GET_SURVEYS),
			call(service, "countIdeas", s -> s.countIdeas(null), GET_SURVEYS),
			call(service, "findIdeasToAsk", s -> s.findIdeasToAsk("x", one), GET_SURVEYS),
			call(service, "answerIdea", s -> s.answerIdea(null, null, null), MANAGE_SURVEY_RESPONSES),
			call(service, "answerIdeas",
				s -> s.answerIdeas(new ContactOpinions("x", "x", Instant.EPOCH, Collections.emptyMap())),
				MANAGE_SURVEY_RESPONSES),
			call(service, "transitionIdea", s -> s.transitionIdea(null, null, null, null), MANAGE_IDEAS),
			call(service, "getIdeaHistory", s -> s.getIdeaHistory(new Idea()), GET_SURVEYS));
	}
}
