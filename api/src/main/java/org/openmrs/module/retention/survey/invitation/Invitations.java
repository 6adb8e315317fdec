/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.Surveys;
import org.springframework.beans.factory.ObjectProvider;

/** Makes invitations, each of them once: what staff and programs ask for, and what steps of protocols do. */
@Slf4j
@RequiredArgsConstructor
class Invitations {

	private final InvitationDao dao;

	private final Surveys surveys;

	private final InvitationRules rules;

	private final Protocols protocols;

	private final ObjectProvider<InvitationListener> listeners;

	InvitationOutlook outlook(Patient patient) {
		return rules.outlook(patient);
	}

	IssuedInvitation invite(InvitationRequest request, Occasion occasion) {
		IssuedInvitation issued = issue(request, occasion);
		tell(issued, occasion);
		return issued;
	}

	/** Nothing of what was made before. */
	private void tell(IssuedInvitation issued, Occasion occasion) {
		if (issued.getToken() != null) {
			listeners.orderedStream().forEach(listener -> listener.made(issued, occasion));
		}
	}

	private IssuedInvitation issue(InvitationRequest request, Occasion occasion) {
		Survey survey = request.getSurvey() == null ? null : surveys.byUuid(request.getSurvey());
		if (survey == null) {
			throw RetentionException.invalid("retention.survey.error.unknown-reference", "survey", "survey",
				String.valueOf(request.getSurvey()));
		}
		InvitationDraft draft = rules.draft(request, survey);
		dao.lockPeople(rules.reachedWith(draft));
		SurveyInvitation known = dao.getByKey(draft.getKey());
		if (known != null && !(InvitationRules.isKeyOfADay(request) && known.getStatus() == InvitationStatus.WITHDRAWN)) {
			if (!known.isFor(draft) && request.getKey() != null) {
				throw RetentionException.conflict("retention.survey.error.key-taken", "key");
			}
			return new IssuedInvitation(known, null, isLinkable(known));
		}
		rules.require(draft);
		if (known != null) {
			known.giveUpKey();
			dao.update(known);
		}
		Token token = Token.random();
		SurveyInvitation invitation = SurveyInvitation.make(draft, token, occasion);
		dao.add(invitation);
		return new IssuedInvitation(invitation, token, isLinkable(invitation));
	}

	/** As the survey was when somebody was invited. */
	private boolean isLinkable(SurveyInvitation invitation) {
		return surveys.definition(invitation.getSurvey().getId(), invitation.getSurveyVersion()).allowedModes()
			.contains(SurveyMode.LINK);
	}

	IssuedInvitation renewLink(SurveyInvitation invitation, Occasion occasion) {
		if (!isLinkable(invitation)) {
			throw RetentionException.conflict("retention.survey.error.link-none", null);
		}
		Token token = Token.random();
		invitation.renew(token, occasion);
		dao.update(invitation);
		return new IssuedInvitation(invitation, token, true);
	}

	/** Nothing, where the task has ended meanwhile or its step asks nothing. */
	void inviteForTask(Integer id, Occasion occasion) {
		FollowUpTask task = dao.lockTask(id);
		if (task == null || task.getStatus() != TaskStatus.OPEN || task.getProtocol() == null) {
			return;
		}
		StepDefinition step = protocols.definition(task.getProtocol().getId(), task.getProtocolVersion())
			.step(task.getStepKey());
		if (step != null && step.getSurvey() != null) {
			inviteFor(task, step.getSurvey(), occasion);
		}
	}

	/** By hand. Who does not want to answer, or shall not, is not to be asked by the step that invited either. */
	void transition(SurveyInvitation invitation, InvitationStatus to, Occasion occasion) {
		invitation.transition(to, occasion);
		dao.update(invitation);
		FollowUpTask task = invitation.getTaskId() == null || !to.isFinal() ? null : dao.lockTask(invitation.getTaskId());
		if (task != null && task.getStatus() == TaskStatus.OPEN) {
			task.cancel(Cause.of(occasion.getActor(), occasion.getAt(), "survey-" + to.name().toLowerCase(Locale.ROOT)));
		}
	}

	/** What cannot be asked is not worked: the task ends, and its history says why. */
	private void inviteFor(FollowUpTask task, String survey, Occasion occasion) {
		IssuedInvitation issued;
		try {
			issued = issue(
				InvitationRequest.builder().survey(survey).patient(task.getPatientUuid()).channel(task.getChannel())
					.encounter(task.getPlan() == null ? null : task.getPlan().getEncounterUuid()).taskId(task.getId())
					.build(),
				occasion);
		}
		catch (RetentionException e) {
			if (e.getKind() == RetentionException.Kind.CONFLICT) {
				task.cancel(Cause.of(occasion.getActor(), occasion.getAt(), reason(e)));
			} else {
				log.warn("Task {} asks for a survey that cannot be put: {} {}", task.getUuid(), e.getCode(), e.getField());
			}
			return;
		}
		tell(issued, occasion);
	}

	private static String reason(RetentionException refusal) {
		return "survey-" + refusal.getCode().substring(refusal.getCode().lastIndexOf('.') + 1);
	}
}
