/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.Person;

/** Invitations as those who answer find them: for the module's own features, no privilege is asked. */
@RequiredArgsConstructor
public class InvitationLinks {

	private final InvitationDao dao;

	/** For this transaction alone; null: no invitation has that token. */
	public SurveyInvitation lockByToken(String text) {
		Token token = Token.read(text);
		return token == null ? null : dao.lockByTokenHash(token.hash());
	}

	/** For this transaction alone; null: none was made for that task. */
	public SurveyInvitation lockByTask(Integer task) {
		return dao.lockByTask(task);
	}

	/** Those made for the tasks that can be answered now; in a number of statements that does not grow with them. */
	public List<SurveyInvitation> openOf(Collection<Integer> tasks, Instant now) {
		return dao.openOf(tasks, now);
	}

	/** Ids of those about an encounter in which the person was among who treated the patient; in one statement. */
	public Set<Integer> treatedBy(Person person, Collection<SurveyInvitation> invitations) {
		Set<Integer> encounters = invitations.stream().map(SurveyInvitation::getEncounterId).filter(Objects::nonNull)
			.collect(Collectors.toSet());
		if (person == null || encounters.isEmpty()) {
			return Collections.emptySet();
		}
		List<Integer> own = dao.treatedIn(encounters, person);
		return invitations.stream().filter(one -> own.contains(one.getEncounterId())).map(SurveyInvitation::getId)
			.collect(Collectors.toSet());
	}

	/** For this transaction alone; null: there is none. */
	public SurveyInvitation lockByUuid(String uuid) {
		return dao.lockByUuid(uuid);
	}
}
