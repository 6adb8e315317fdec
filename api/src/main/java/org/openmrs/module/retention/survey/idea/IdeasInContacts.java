/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.followup.task.ContactIdeas;
import org.openmrs.module.retention.shared.RetentionException;

/** Ideas put to patients in the contacts there are anyway. */
@RequiredArgsConstructor
class IdeasInContacts implements ContactIdeas {

	private final IdeaService service;

	private final IdeaDao dao;

	@Override
	public void answer(String contact, String patient, Instant at, Map<String, Object> opinions) {
		Map<String, Opinion> read = new TreeMap<>();
		opinions.forEach((idea, opinion) -> read.put(idea, read(IdeaServiceImpl.FIELD + idea, opinion)));
		service.answerIdeas(new ContactOpinions(contact, patient, at, read));
	}

	private static Opinion read(String field, Object opinion) {
		return Arrays.stream(Opinion.values()).filter(one -> one.name().equals(opinion)).findFirst()
			.orElseThrow(() -> RetentionException.invalid("retention.survey.error.unknown-opinion", field,
				Arrays.toString(Opinion.values())));
	}

	@Override
	public void withdraw(String contact) {
		dao.forget(contact);
	}
}
