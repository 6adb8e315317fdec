/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import org.openmrs.User;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;

/** Who asks: people tell their own dentist other things than a stranger. */
final class Interviewer {

	private Interviewer() {
	}

	/** By who treated the patient in what the invitation is about; where nobody is known, the asker did not. */
	static SurveyMode mode(SurveyInvitation invitation, User asker) {
		boolean treating = invitation.getProvider() != null && asker.getPerson() != null
			&& asker.getPerson().equals(invitation.getProvider().getPerson());
		return treating ? SurveyMode.INTERVIEW_TREATING : SurveyMode.INTERVIEW_OTHER;
	}
}
