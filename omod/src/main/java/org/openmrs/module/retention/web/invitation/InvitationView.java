/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import java.time.Instant;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.invitation.InvitationFigures;
import org.openmrs.module.retention.survey.invitation.InvitationLifeCycle;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.web.rest.ModuleClock;

/** Invitations as the pages tell of them; in templates {@code $view}. */
public final class InvitationView {

	private static final String EXPIRED = "EXPIRED";

	private static final int PERCENT = 100;

	private final Instant now = ModuleClock.now();

	/** The status, or that its time is over. */
	public String state(SurveyInvitation invitation) {
		return invitation.isExpired(now) ? EXPIRED : invitation.getStatus().name();
	}

	/** Nothing can be answered by the link any more. */
	public boolean isOver(SurveyInvitation invitation) {
		return invitation.getStatus().isFinal() || invitation.isExpired(now);
	}

	/** What was filled in on paper in time can be entered later. */
	public boolean isEnterable(SurveyInvitation invitation) {
		return !invitation.getStatus().isFinal();
	}

	public boolean mayBecome(SurveyInvitation invitation, String to) {
		return InvitationLifeCycle.after(invitation.getStatus()).contains(InvitationStatus.valueOf(to));
	}

	/** The last day on which it can be answered lies before the end. */
	public Instant lastMoment(SurveyInvitation invitation) {
		return invitation.getExpiresAt().minusMillis(1);
	}

	/** Somebody else is asked than the patient. */
	public boolean isForAnother(SurveyInvitation invitation) {
		return invitation.getReached() != null && invitation.getPatient() != null
			&& !invitation.getReached().getPersonId().equals(invitation.getPatient().getPersonId());
	}

	/** Of those who had it, in whole hundredths; null: nobody had it. */
	public Long rate(InvitationFigures figures) {
		return figures.getHandedOver() == 0 ? null
			: Math.round((double) PERCENT * figures.getAnswered() / figures.getHandedOver());
	}

	/** What of its history is not told, for with the time an answer could be found. */
	public boolean isHistoryShort(SurveyInvitation invitation) {
		return invitation.getSurvey().getPrivacy() != Privacy.IDENTIFIED;
	}
}
