/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.springframework.transaction.annotation.Transactional;

/** See {@link IdeaService}. */
@RequiredArgsConstructor
public class IdeaServiceImpl extends BaseOpenmrsService implements IdeaService {

	static final int LONGEST_QUESTION = 500;

	/** Before the uuid of an idea, in what is refused of a contact. */
	static final String FIELD = "ideas.";

	private static final int LONGEST_REASON = 255;

	private static final int WANTED = 20;

	private static final int MOST_WANTED = 1000;

	private final IdeaDao dao;

	private final Clock clock;

	@Override
	@Transactional
	public Idea noteIdea(String question, String comment, Integer wanted) {
		require("question", StringUtils.trimToNull(question));
		if (question.trim().length() > LONGEST_QUESTION) {
			throw RetentionException.invalid("retention.survey.error.too-long", "question", LONGEST_QUESTION);
		}
		if (wanted != null && (wanted < 1 || wanted > MOST_WANTED)) {
			throw RetentionException.invalid("retention.survey.error.wanted-out-of-range", "wanted", MOST_WANTED);
		}
		if (comment != null) {
			if (!Context.hasPrivilege(RetentionPrivileges.GET_COMMENTS)) {
				throw new APIAuthenticationException("Privilege required: " + RetentionPrivileges.GET_COMMENTS);
			}
			if (!dao.isComment(comment)) {
				throw unknown("comment", comment);
			}
		}
		Idea idea = new Idea(question.trim(), comment, wanted == null ? WANTED : wanted, Context.getAuthenticatedUser(),
			now());
		dao.add(idea);
		return idea;
	}

	@Override
	@Transactional(readOnly = true)
	public Idea getIdeaByUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Idea> findIdeas(IdeaStatus status, Page page) {
		return dao.find(status, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countIdeas(IdeaStatus status) {
		return dao.count(status);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Idea> findIdeasToAsk(String patient, Page page) {
		return dao.toAsk(patient, page);
	}

	@Override
	@Transactional
	public Idea answerIdea(Idea idea, String patient, Opinion opinion) {
		require("idea", idea);
		require("opinion", opinion);
		if (patient != null && !dao.isPatient(patient)) {
			throw unknown("patient", patient);
		}
		Idea asked = asked(idea, "idea", patient, "patient");
		dao.add(new IdeaAnswer(asked, patient, opinion, Context.getAuthenticatedUser(), now(), null));
		dao.count(Collections.singletonList(asked));
		return asked;
	}

	@Override
	@Transactional
	public void answerIdeas(ContactOpinions said) {
		said.getOpinions().forEach((uuid, opinion) -> {
			String field = FIELD + uuid;
			Idea idea = dao.getByUuid(uuid);
			if (idea == null) {
				throw unknown(field, uuid);
			}
			dao.add(new IdeaAnswer(asked(idea, field, said.getPatient(), field), said.getPatient(), opinion,
				Context.getAuthenticatedUser(), said.getAt(), said.getContact()));
		});
	}

	/** For this transaction alone, if the patient may be asked about it. */
	private Idea asked(Idea idea, String field, String patient, String patientField) {
		Idea asked = dao.lock(idea.getId());
		if (asked.getStatus() != IdeaStatus.ASKING) {
			throw RetentionException.conflict("retention.survey.error.idea-not-asked", field);
		}
		if (patient != null && dao.hasAnswered(asked, patient)) {
			throw RetentionException.conflict("retention.survey.error.idea-answered", patientField);
		}
		return asked;
	}

	@Override
	@Transactional
	public Idea transitionIdea(Idea idea, IdeaStatus to, Integer version, String reason) {
		require("idea", idea);
		require("to", to);
		Idea one = dao.lock(idea.getId());
		if (version != null && version != one.getVersion()) {
			throw RetentionException.conflict("retention.survey.error.stale-version", "version", version, one.getVersion());
		}
		String why = StringUtils.trimToNull(reason);
		if (why == null && (to == IdeaStatus.ADOPTED || to == IdeaStatus.DROPPED)) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, "reason", "reason");
		}
		dao.add(one.become(to, Context.getAuthenticatedUser(), now(), StringUtils.left(why, LONGEST_REASON)));
		dao.count(Collections.singletonList(one));
		return one;
	}

	@Override
	@Transactional(readOnly = true)
	public List<IdeaChange> getIdeaHistory(Idea idea) {
		return dao.history(idea);
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private static void require(String field, Object value) {
		if (value == null) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, field, field);
		}
	}

	private static RetentionException unknown(String field, String uuid) {
		return RetentionException.invalid("retention.survey.error.unknown-reference", field, field, uuid);
	}
}
