/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.invitation.InvitationLinks;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;

/** Who asks: people tell their own dentist other things than a stranger. */
@RequiredArgsConstructor
final class Interviewer {

	private final InvitationLinks links;

	/** By all who treated the patient in what the invitation is about; where nobody is known, the asker did not. */
	SurveyMode mode(SurveyInvitation invitation, User asker) {
		return modes(Collections.singleton(invitation), asker).get(invitation.getId());
	}

	/** By the invitations' ids; in one statement. */
	Map<Integer, SurveyMode> modes(Collection<SurveyInvitation> invitations, User asker) {
		Set<Integer> treated = links.treatedBy(asker.getPerson(), invitations);
		return invitations.stream().collect(Collectors.toMap(SurveyInvitation::getId,
			one -> treated.contains(one.getId()) ? SurveyMode.INTERVIEW_TREATING : SurveyMode.INTERVIEW_OTHER));
	}
}
