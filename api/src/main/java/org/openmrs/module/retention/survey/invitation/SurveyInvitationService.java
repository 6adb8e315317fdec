/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.util.List;
import org.openmrs.Patient;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Who is asked which survey, and how far it has come. */
public interface SurveyInvitationService extends OpenmrsService {

	/**
	 * Invites the patient, or a minor's guardian. Asked for again with the same key, or without one for the same person and
	 * survey on the same local day, it is the invitation that there is.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, when it names what does not exist; a conflict,
	 *         when the person is not to be asked now
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_INVITATIONS)
	IssuedInvitation invite(InvitationRequest request);

	/** Who would be asked for the patient, and what speaks against it now. Nothing is written. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_INVITATIONS)
	InvitationOutlook getOutlook(Patient patient);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_SURVEY_INVITATIONS)
	SurveyInvitation getInvitationByUuid(String uuid);

	/** The newest first. */
	@Authorized(RetentionPrivileges.GET_SURVEY_INVITATIONS)
	List<SurveyInvitation> findInvitations(InvitationSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_SURVEY_INVITATIONS)
	long countInvitations(InvitationSearch search);

	/** A row for each survey that has invitations among these, by name. */
	@Authorized(RetentionPrivileges.GET_SURVEY_INVITATIONS)
	List<InvitationFigures> getFigures(InvitationSearch search);

	/** What has happened to it, in order. */
	@Authorized(RetentionPrivileges.GET_SURVEY_INVITATIONS)
	List<InvitationChange> getInvitationHistory(SurveyInvitation invitation);

	/**
	 * Handed over, declined or withdrawn.
	 *
	 * @param version the version that the caller saw; null: whatever it is
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_INVITATIONS)
	SurveyInvitation transitionInvitation(SurveyInvitation invitation, InvitationStatus to, Integer version, String reason);

	/**
	 * A new link, for nobody knows the old one any more; the old one leads nowhere from then on.
	 *
	 * @param version the version that the caller saw; null: whatever it is
	 * @throws org.openmrs.module.retention.shared.RetentionException a conflict, when the survey cannot be answered by link, or
	 *         the invitation is over
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_INVITATIONS)
	IssuedInvitation renewLink(SurveyInvitation invitation, Integer version);

	/**
	 * Job: ids of tasks of protocols whose steps ask and have not yet; a bounded number, in order.
	 *
	 * @param after the last id that was told before; 0: none
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_INVITATIONS)
	List<Integer> findDueTasks(int after);

	/** Job: invites whom the task's step asks; where the person is not to be asked now, the task ends and says why. */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_INVITATIONS)
	void inviteForTask(Integer taskId);
}
