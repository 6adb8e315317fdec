/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.attempt.SpokeWith;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Ideas that patients are asked about in a contact. */
class IdeaContactIT extends RetentionIT {

	private Clinic clinic;

	private Patient patient;

	private Idea idea;

	@BeforeEach
	void anIdeaBeingAsked() {
		clinic = new Clinic(sessionFactory);
		patient = clinic.aPatient("Anna");
		idea = ideas().transitionIdea(ideas().noteIdea("Open on Saturdays?", null, null), IdeaStatus.ASKING, null, null);
		flush();
	}

	@Test
	void contact_shouldCountWhatWasSaid_once() {
		AttemptRequest request = spoke("AGREE").toBuilder().uuid(UUID.randomUUID().toString()).build();
		ContactAttempt attempt = record(request);
		assertThat(counted(Opinion.AGREE)).isEqualTo(1);
		assertThat(isToAsk()).isFalse();
		assertThat(record(request)).as("sent again").isEqualTo(attempt);
		assertThat(counted(Opinion.AGREE)).isEqualTo(1);
		assertThat(answer().getAnsweredAt()).isEqualTo(attempt.getStartedAt());
		assertThat(answer().getPatientUuid()).isEqualTo(patient.getUuid());
		assertRefused("retention.survey.error.idea-answered", field(), spoke("DISAGREE"));
	}

	@Test
	void undo_shouldForgetWhatWasSaid_soThatThePatientCanBeAskedAgain() {
		ContactAttempt attempt = record(spoke("AGREE"));
		ideas().answerIdea(idea, clinic.aPatient("Bo").getUuid(), Opinion.AGREE);
		Context.getService(ContactAttemptService.class).voidAttempt(attempt, "another patient");
		flushAndClear();
		assertThat(counted(Opinion.AGREE)).as("what others said stays").isEqualTo(1);
		assertThat(isToAsk()).isTrue();
		record(spoke("INDIFFERENT"));
		assertThat(counted(Opinion.INDIFFERENT)).isEqualTo(1);
	}

	@Test
	void contact_shouldBeRefused_whenNobodyCouldHaveSaidIt() {
		String code = "retention.followup.error.does-not-go-with-the-result";
		assertRefused(code, "ideas", but(r -> r.toBuilder().result(AttemptResult.NO_ANSWER).disposition(null).build()));
		assertRefused(code, "ideas", but(r -> r.toBuilder().disposition(Disposition.LANGUAGE).language("ru").build()));
		assertRefused(code, "ideas", but(r -> r.toBuilder().disposition(Disposition.DEATH_REPORTED).build()));
		assertRefused(code, "ideas", but(r -> r.toBuilder().spokeWith(SpokeWith.OTHER).build()));
	}

	@Test
	void contact_shouldBeRefused_withAnIdeaThatIsNotAsked() {
		String unknown = UUID.randomUUID().toString();
		assertRefused("retention.survey.error.unknown-reference", "ideas." + unknown,
			spoke("AGREE").toBuilder().ideas(Collections.singletonMap(unknown, "AGREE")).build());
		assertRefused("retention.survey.error.unknown-opinion", field(), spoke("MAYBE"));
		assertRefused("retention.survey.error.unknown-opinion", field(), spoke(null));
		ideas().transitionIdea(idea, IdeaStatus.DROPPED, null, "No staff");
		assertRefused("retention.survey.error.idea-not-asked", field(), spoke("AGREE"));
	}

	@Test
	void counting_shouldNeedItsPrivilege() {
		User caller = clinic.aUser("idea-caller",
			clinic.aRole("Idea caller", RetentionPrivileges.MANAGE_CONTACTS, RetentionPrivileges.GET_CONTACTS));
		flush();
		clinic.logInAs(caller);
		assertThatThrownBy(() -> record(spoke("AGREE"))).isInstanceOf(APIAuthenticationException.class);
	}

	private AttemptRequest but(UnaryOperator<AttemptRequest> changed) {
		return changed.apply(spoke("AGREE"));
	}

	private AttemptRequest spoke(Object opinion) {
		return AttemptRequest.builder().patient(patient.getUuid()).result(AttemptResult.SPOKE).disposition(Disposition.DONE)
			.ideas(Collections.singletonMap(idea.getUuid(), opinion)).build();
	}

	private String field() {
		return "ideas." + idea.getUuid();
	}

	private void assertRefused(String code, String field, AttemptRequest request) {
		assertThatThrownBy(() -> record(request)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo(code);
			assertThat(e.getField()).isEqualTo(field);
		});
	}

	private ContactAttempt record(AttemptRequest request) {
		ContactAttempt attempt = Context.getService(ContactAttemptService.class).recordAttempt(request);
		flush();
		return attempt;
	}

	private long counted(Opinion opinion) {
		return ideas().getIdeaByUuid(idea.getUuid()).count(opinion);
	}

	private boolean isToAsk() {
		return ideas().findIdeasToAsk(patient.getUuid(), new Page(0, 100)).stream()
			.anyMatch(one -> one.getUuid().equals(idea.getUuid()));
	}

	private IdeaAnswer answer() {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.IdeaAnswer a where a.idea = :idea", IdeaAnswer.class).setParameter("idea", idea)
			.getSingleResult();
	}

	private static IdeaService ideas() {
		return Context.getService(IdeaService.class);
	}
}
