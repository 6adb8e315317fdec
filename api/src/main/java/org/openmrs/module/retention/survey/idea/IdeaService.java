/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Suggestions of patients: noted, put to the next patients, counted, decided on. */
public interface IdeaService extends OpenmrsService {

	/**
	 * @param question as a patient is to be asked, at most 500 characters
	 * @param comment uuid of the comment that it comes from, for who may read comments; null: none
	 * @param wanted how many patients it is put to, 1 to 1000; null: 20
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	Idea noteIdea(String question, String comment, Integer wanted);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_SURVEYS)
	Idea getIdeaByUuid(String uuid);

	/** The latest first, with their counts. @param status null: any */
	@Authorized(RetentionPrivileges.GET_SURVEYS)
	List<Idea> findIdeas(IdeaStatus status, Page page);

	@Authorized(RetentionPrivileges.GET_SURVEYS)
	long countIdeas(IdeaStatus status);

	/** Those to ask a patient about: too few have been asked, and this one has not. The one that was noted first comes first. */
	@Authorized(RetentionPrivileges.GET_SURVEYS)
	List<Idea> findIdeasToAsk(String patient, Page page);

	/**
	 * Counts what a patient says.
	 *
	 * @param patient uuid; null: it is not to be noted who it was
	 * @throws org.openmrs.module.retention.shared.RetentionException a conflict, when the idea is not being asked, or the patient has said it already
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	Idea answerIdea(Idea idea, String patient, Opinion opinion);

	/**
	 * Counts what a patient says in a contact: all, or nothing is counted.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, when there is no such idea; a conflict as above; under {@code ideas.}
	 */
	@Authorized(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
	void answerIdeas(ContactOpinions said);

	/**
	 * @param version the version that the caller saw; null: whatever it is
	 * @param reason needed where it is adopted or dropped
	 */
	@Authorized(RetentionPrivileges.MANAGE_IDEAS)
	Idea transitionIdea(Idea idea, IdeaStatus to, Integer version, String reason);

	/** What has become of it, in order. */
	@Authorized(RetentionPrivileges.GET_SURVEYS)
	List<IdeaChange> getIdeaHistory(Idea idea);
}
