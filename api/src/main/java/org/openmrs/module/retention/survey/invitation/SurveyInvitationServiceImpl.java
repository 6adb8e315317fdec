/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Page;
import org.springframework.transaction.annotation.Transactional;

/** See {@link SurveyInvitationService}. */
public class SurveyInvitationServiceImpl extends BaseOpenmrsService implements SurveyInvitationService {

	private static final int TASKS_AT_A_TIME = 100;

	private final InvitationDao dao;

	private final Invitations invitations;

	private final Clock clock;

	SurveyInvitationServiceImpl(InvitationDao dao, Invitations invitations, Clock clock) {
		this.dao = dao;
		this.invitations = invitations;
		this.clock = clock;
	}

	@Override
	@Transactional
	public IssuedInvitation invite(InvitationRequest request) {
		return invitations.invite(request, occasion(null));
	}

	@Override
	@Transactional
	public InvitationOutlook getOutlook(Patient patient) {
		return invitations.outlook(patient);
	}

	@Override
	@Transactional(readOnly = true)
	public SurveyInvitation getInvitationByUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<SurveyInvitation> findInvitations(InvitationSearch search, Page page) {
		return dao.find(search, page, clock.instant());
	}

	@Override
	@Transactional(readOnly = true)
	public long countInvitations(InvitationSearch search) {
		return dao.count(search, clock.instant());
	}

	@Override
	@Transactional(readOnly = true)
	public List<InvitationFigures> getFigures(InvitationSearch search) {
		return dao.figures(search, clock.instant());
	}

	@Override
	@Transactional(readOnly = true)
	public List<InvitationChange> getInvitationHistory(SurveyInvitation invitation) {
		return new ArrayList<>(dao.getByUuid(invitation.getUuid()).getChanges());
	}

	@Override
	@Transactional
	public SurveyInvitation transitionInvitation(SurveyInvitation invitation, InvitationStatus to, Integer version,
		String reason) {
		invitation.expectVersion(version);
		invitations.transition(invitation, to, occasion(reason));
		return invitation;
	}

	@Override
	@Transactional
	public IssuedInvitation renewLink(SurveyInvitation invitation, Integer version) {
		invitation.expectVersion(version);
		return invitations.renewLink(invitation, occasion(null));
	}

	@Override
	@Transactional(readOnly = true)
	public List<Integer> findDueTasks(int after) {
		return dao.dueTasks(clock.instant(), after, TASKS_AT_A_TIME);
	}

	@Override
	@Transactional
	public void inviteForTask(Integer taskId) {
		invitations.inviteForTask(taskId, occasion(null));
	}

	private Occasion occasion(String reason) {
		return new Occasion(Context.getAuthenticatedUser(), clock.instant(), reason);
	}
}
