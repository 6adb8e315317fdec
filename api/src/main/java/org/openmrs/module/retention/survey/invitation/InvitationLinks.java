/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;

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

	/** For this transaction alone; null: there is none. */
	public SurveyInvitation lockByUuid(String uuid) {
		return dao.lockByUuid(uuid);
	}
}
