/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyFixture;

class InvitationLifeCycleTest {

	private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

	@Test
	void table_shouldLeadOnAndNeverBack() {
		Map<InvitationStatus, Set<InvitationStatus>> expected = new EnumMap<>(InvitationStatus.class);
		Set<InvitationStatus> ends = EnumSet.range(InvitationStatus.ANSWERED, InvitationStatus.WITHDRAWN);
		expected.put(InvitationStatus.CREATED, EnumSet.complementOf(EnumSet.of(InvitationStatus.CREATED)));
		expected.put(InvitationStatus.HANDED_OVER,
			EnumSet.complementOf(EnumSet.of(InvitationStatus.CREATED, InvitationStatus.HANDED_OVER)));
		expected.put(InvitationStatus.OPENED, EnumSet.range(InvitationStatus.STARTED, InvitationStatus.WITHDRAWN));
		expected.put(InvitationStatus.STARTED, ends);
		ends.forEach(end -> expected.put(end, EnumSet.noneOf(InvitationStatus.class)));
		for (InvitationStatus from : InvitationStatus.values()) {
			assertThat(InvitationLifeCycle.after(from)).as(from.name()).isEqualTo(expected.get(from));
			for (InvitationStatus to : InvitationStatus.values()) {
				if (expected.get(from).contains(to)) {
					InvitationLifeCycle.check(from, to);
				} else {
					assertThatThrownBy(() -> InvitationLifeCycle.check(from, to)).isInstanceOfSatisfying(
						RetentionException.class,
						e -> assertThat(e.getCode()).isEqualTo("retention.survey.error.transition-not-allowed"));
				}
			}
		}
	}

	/** Whatever is done in whatever order: who has answered has begun, who has begun or opened has had it. */
	@Property
	void flags_shouldNeverSayMoreOfALaterStepThanOfAnEarlierOne(@ForAll List<InvitationStatus> steps,
		@ForAll Privacy privacy) {
		SurveyInvitation invitation = invitation(privacy);
		int changes = 1;
		for (InvitationStatus step : steps) {
			boolean allowed = InvitationLifeCycle.after(invitation.getStatus()).contains(step);
			try {
				perform(invitation, step);
				changes += allowed && (privacy == Privacy.IDENTIFIED || InvitationLifeCycle.byHand().contains(step)) ? 1 : 0;
			}
			catch (RetentionException e) {
				assertThat(allowed && step != InvitationStatus.CREATED).isFalse();
			}
			boolean answered = invitation.getStatus() == InvitationStatus.ANSWERED;
			assertThat(!answered || invitation.isStarted()).isTrue();
			assertThat(!invitation.isStarted() || invitation.isHandedOver()).isTrue();
			assertThat(!invitation.isOpened() || invitation.isHandedOver()).isTrue();
		}
		assertThat(new ArrayList<>(invitation.getChanges())).hasSize(changes);
	}

	@Test
	void expiry_shouldFollowFromTheDate_andNotOverrideAnEnd() {
		SurveyInvitation invitation = invitation(Privacy.IDENTIFIED);
		assertThat(invitation.isExpired(AT)).isFalse();
		assertThat(invitation.isExpired(AT.plusSeconds(60))).isTrue();
		invitation.transition(InvitationStatus.DECLINED, occasion());
		assertThat(invitation.isExpired(AT.plusSeconds(60))).isFalse();
	}

	private static void perform(SurveyInvitation invitation, InvitationStatus step) {
		switch (step) {
			case OPENED:
				if (!invitation.getStatus().isFinal()) {
					invitation.open(occasion());
				}
				break;
			case STARTED:
				invitation.start(occasion());
				break;
			case ANSWERED:
				invitation.answer(occasion());
				break;
			default:
				invitation.transition(step, occasion());
		}
	}

	private static Occasion occasion() {
		return new Occasion(null, AT, null);
	}

	private static SurveyInvitation invitation(Privacy privacy) {
		Patient patient = new Patient();
		Survey survey = SurveyFixture.stored(SurveyFixture.aSurvey().privacy(privacy).clearRecovery().build());
		return SurveyInvitation.make(InvitationDraft.builder().survey(survey).patient(patient)
			.expiresAt(AT.plusSeconds(60)).build(), Token.random(), occasion());
	}
}
