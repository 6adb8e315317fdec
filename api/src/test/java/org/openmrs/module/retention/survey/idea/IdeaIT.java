/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;

class IdeaIT extends RetentionIT {

	private static final Page ALL = new Page(0, 100);

	private Clinic clinic;

	private Idea idea;

	@BeforeEach
	void anIdea() {
		clinic = new Clinic(sessionFactory);
		idea = ideas().noteIdea(" Open on Saturdays? ", null, 2);
		flush();
	}

	@Test
	void idea_shouldBePutToTheNextPatients_andCountedOncePerPatient() {
		assertThat(idea.getQuestion()).isEqualTo("Open on Saturdays?");
		Patient anna = clinic.aPatient("Anna");
		Patient bo = clinic.aPatient("Bo");
		flush();
		assertCode("idea-not-asked", () -> ideas().answerIdea(idea, anna.getUuid(), Opinion.AGREE));
		ideas().transitionIdea(idea, IdeaStatus.ASKING, idea.getVersion(), null);
		assertThat(toAsk(anna)).contains(idea.getUuid());

		ideas().answerIdea(idea, anna.getUuid(), Opinion.AGREE);
		assertThat(toAsk(anna)).doesNotContain(idea.getUuid());
		assertThat(toAsk(bo)).contains(idea.getUuid());
		assertCode("idea-answered", () -> ideas().answerIdea(idea, anna.getUuid(), Opinion.DISAGREE));
		ideas().answerIdea(idea, null, Opinion.INDIFFERENT);
		flushAndClear();

		Idea counted = ideas().getIdeaByUuid(idea.getUuid());
		assertThat(counted.count(Opinion.AGREE)).isEqualTo(1);
		assertThat(counted.count(Opinion.DISAGREE)).isZero();
		assertThat(counted.count(Opinion.INDIFFERENT)).isEqualTo(1);
		assertThat(counted.isEnough()).isTrue();
		assertThat(toAsk(bo)).as("enough have been asked").doesNotContain(idea.getUuid());
		ideas().answerIdea(counted, bo.getUuid(), Opinion.AGREE);
		assertThat(ideas().getIdeaByUuid(idea.getUuid()).getAnswered()).as("what is said all the same counts").isEqualTo(3);
	}

	@Test
	void transition_shouldBeNotedWithItsReason() {
		assertCode("stale-version", () -> ideas().transitionIdea(idea, IdeaStatus.ASKING, 7, null));
		assertThatThrownBy(() -> ideas().transitionIdea(idea, IdeaStatus.DROPPED, null, " "))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getField()).isEqualTo("reason"));
		ideas().transitionIdea(idea, IdeaStatus.ASKING, null, null);
		ideas().transitionIdea(idea, IdeaStatus.ADOPTED, null, "From March on");
		assertCode("idea-transition-not-allowed", () -> ideas().transitionIdea(idea, IdeaStatus.DROPPED, null, "No staff"));
		flushAndClear();
		assertThat(ideas().getIdeaHistory(idea)).extracting(IdeaChange::getFromStatus, IdeaChange::getToStatus,
			IdeaChange::getReason, IdeaChange::getActor)
			.containsExactly(tuple(IdeaStatus.NOTED, IdeaStatus.ASKING, null, Context.getAuthenticatedUser()),
				tuple(IdeaStatus.ASKING, IdeaStatus.ADOPTED, "From March on", Context.getAuthenticatedUser()));
		assertThat(ideas().findIdeas(IdeaStatus.ADOPTED, ALL)).extracting(Idea::getUuid).contains(idea.getUuid());
		assertThat(ideas().findIdeas(IdeaStatus.NOTED, ALL)).extracting(Idea::getUuid).doesNotContain(idea.getUuid());
	}

	@Test
	void note_shouldRefuseWhatCannotBeAsked() {
		assertThatThrownBy(() -> ideas().noteIdea(" ", null, null)).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getField()).isEqualTo("question"));
		assertCode("too-long", () -> ideas().noteIdea(StringUtils.repeat('x', 501), null, null));
		assertCode("wanted-out-of-range", () -> ideas().noteIdea("x", null, 1001));
		assertCode("unknown-reference", () -> ideas().noteIdea("x", UUID.randomUUID().toString(), null));
		assertCode("unknown-reference", () -> ideas().answerIdea(idea, UUID.randomUUID().toString(), Opinion.AGREE));
		assertThat(ideas().noteIdea("x", null, null).getWanted()).isEqualTo(20);
	}

	@Test
	void comment_shouldBeNamedByWhoMayReadComments() {
		String comment = UUID.randomUUID().toString();
		sessionFactory.getCurrentSession()
			.createNativeQuery("INSERT INTO retention_comment (comment_id, source, source_uuid, questionnaire_uuid,"
				+ " question_key, text_kind, text, said_on, released, voided) VALUES (:id, 'CALL', :id, :id, 'q', 'SUGGESTION',"
				+ " 'Open on Saturdays', '2026-11-01', TRUE, FALSE)")
			.setParameter("id", comment).executeUpdate();
		assertThat(ideas().noteIdea("Open on Saturdays?", comment, null).getCommentUuid()).isEqualTo(comment);
		User desk = clinic.aUser("idea-desk", clinic.aRole("Idea desk", RetentionPrivileges.MANAGE_SURVEY_RESPONSES));
		flush();
		clinic.logInAs(desk);
		assertThatThrownBy(() -> ideas().noteIdea("Open on Saturdays?", comment, null))
			.isInstanceOf(APIAuthenticationException.class);
	}

	@Test
	void list_shouldCostTheSame_howeverLong() {
		ideas().findIdeas(null, ALL);
		long few = statements();
		for (int i = 0; i < 15; i++) {
			ideas().answerIdea(
				ideas().transitionIdea(ideas().noteIdea("Idea " + i, null, null), IdeaStatus.ASKING, null, null),
				null, Opinion.AGREE);
		}
		assertThat(statements()).isEqualTo(few);
	}

	private long statements() {
		flushAndClear();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		ideas().findIdeas(null, ALL);
		return statistics.getPrepareStatementCount() - before;
	}

	private List<String> toAsk(Patient patient) {
		return ideas().findIdeasToAsk(patient.getUuid(), ALL).stream().map(Idea::getUuid)
			.collect(Collectors.toList());
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.survey.error." + code));
	}

	private static IdeaService ideas() {
		return Context.getService(IdeaService.class);
	}
}
