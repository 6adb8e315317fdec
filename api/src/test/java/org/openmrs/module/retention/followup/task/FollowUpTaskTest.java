/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.followup.task.TaskFixture.EVENING_AFTER_NEXT;
import static org.openmrs.module.retention.followup.task.TaskFixture.NINE;
import static org.openmrs.module.retention.followup.task.TaskFixture.NOON;
import static org.openmrs.module.retention.followup.task.TaskFixture.aTask;
import static org.openmrs.module.retention.followup.task.TaskFixture.aUser;
import static org.openmrs.module.retention.followup.task.TaskFixture.anOpenTask;
import static org.openmrs.module.retention.followup.task.TaskFixture.cause;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;

class FollowUpTaskTest {

	@Test
	void open_shouldBeAsPlanned_whenTaskBegins() {
		FollowUpTask task = anOpenTask();

		assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
		assertThat(task.getDueFrom()).isEqualTo(task.getPlannedFrom()).isEqualTo(NINE);
		assertThat(task.getWakeAt()).isEqualTo(NINE);
		assertThat(task.getListClass()).isEqualTo(ListClass.CARE);
		assertThat(task.getChanges()).singleElement().satisfies(row -> {
			assertThat(row.getFromStatus()).isNull();
			assertThat(row.getToStatus()).isEqualTo(TaskStatus.OPEN);
			assertThat(row.getReason()).isEqualTo("created");
		});
	}

	@Test
	void derivedStates_shouldFollowTheDates_whenTimePasses() {
		FollowUpTask task = anOpenTask();

		assertThat(task.isDue(NINE.minusMillis(1))).isFalse();
		assertThat(task.isDue(NINE)).isTrue();
		assertThat(task.isOverdue(NOON)).isFalse();
		assertThat(task.isOverdue(NOON.plusMillis(1))).isTrue();
		assertThat(task.isDue(EVENING_AFTER_NEXT)).isTrue();
		assertThat(task.isExpired(EVENING_AFTER_NEXT)).isFalse();
		assertThat(task.isExpired(EVENING_AFTER_NEXT.plusMillis(1))).isTrue();
		assertThat(task.isDue(EVENING_AFTER_NEXT.plusMillis(1))).isFalse();
		assertThat(task.isOverdue(EVENING_AFTER_NEXT.plusMillis(1))).isFalse();
	}

	@Test
	void open_shouldRefuse_whenWindowEndsBeforeItStarts() {
		assertThatThrownBy(() -> FollowUpTask.open(aTask().from(NOON).by(NINE).build(), cause("created")))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getCode())
				.isEqualTo("retention.followup.error.window-ends-before-it-starts"));
	}

	@Test
	void open_shouldRefuse_whenWindowIsTooLong() {
		Instant far = NINE.plus(Duration.ofDays(31)).plusMillis(1);
		assertThatThrownBy(() -> FollowUpTask.open(aTask().by(far).expiresAt(far).build(), cause("created")))
			.isInstanceOfSatisfying(RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.window-too-long"));
		Instant farther = NOON.plus(Duration.ofDays(400)).plusMillis(1);
		assertThatThrownBy(() -> FollowUpTask.open(aTask().expiresAt(farther).build(), cause("created")))
			.isInstanceOfSatisfying(RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.grace-too-long"));
	}

	@Test
	void promise_shouldBeatSpacingHoldWindowAndGrace_whenCallBackIsAgreed() {
		FollowUpTask task = anOpenTask();
		task.useTry(NOON);
		task.hold(HoldReason.REST, EVENING_AFTER_NEXT);
		Instant from = EVENING_AFTER_NEXT.plus(Duration.ofDays(4));
		Instant by = from.plus(Duration.ofHours(2));

		task.promise(from, by, by.plus(Duration.ofHours(6)), cause("call-back"));

		assertThat(task.getWakeAt()).isEqualTo(from);
		assertThat(task.getDueBy()).isEqualTo(by);
		assertThat(task.isDue(from)).isTrue();
		assertThat(task.getListClass()).isEqualTo(ListClass.PROMISED);
		assertThat(task.getPlannedFrom()).isEqualTo(NINE);
		assertThat(task.getDueDate()).isEqualTo(LocalDate.of(2026, 3, 16));
	}

	@Test
	void resetToPlanned_shouldForgetEverything_whenAttemptsAreVoided() {
		FollowUpTask task = anOpenTask();
		task.promise(NOON, EVENING_AFTER_NEXT, EVENING_AFTER_NEXT.plusSeconds(60), cause("call-back"));
		task.useTry(EVENING_AFTER_NEXT);
		task.complete(cause("done"));

		task.resetToPlanned(cause("attempt-voided"));

		assertThat(task.isOpen()).isTrue();
		assertThat(task.getDueFrom()).isEqualTo(NINE);
		assertThat(task.getExpiresAt()).isEqualTo(EVENING_AFTER_NEXT);
		assertThat(task.getTriesUsed()).isZero();
		assertThat(task.getWakeAt()).isEqualTo(NINE);
		assertThat(task.getListClass()).isEqualTo(ListClass.CARE);
	}

	@Test
	void replan_shouldKeepThePromise_whenAnchorIsEdited() {
		FollowUpTask task = anOpenTask();
		Instant promised = EVENING_AFTER_NEXT.plusSeconds(3600);
		task.promise(promised, promised.plusSeconds(60), promised.plusSeconds(120), cause("call-back"));

		task.replan("Asia/Almaty", NINE.plusSeconds(10), NOON.plusSeconds(10),
			EVENING_AFTER_NEXT, cause("anchor-edited"));

		assertThat(task.getDueFrom()).isEqualTo(promised);
		assertThat(task.getPlannedFrom()).isEqualTo(NINE.plusSeconds(10));
		assertThat(task.getZone()).isEqualTo("Asia/Almaty");
	}

	@Test
	void replan_shouldMoveTheWindow_whenNothingWasPromised() {
		FollowUpTask task = anOpenTask();

		task.replan("Europe/Oslo", NOON, EVENING_AFTER_NEXT, EVENING_AFTER_NEXT,
			cause("anchor-edited"));

		assertThat(task.getDueFrom()).isEqualTo(NOON);
		assertThat(task.getWakeAt()).isEqualTo(NOON);
		assertThat(task.isPromised()).isFalse();
	}

	@Test
	void replan_shouldKeepWhatItWaitsFor_butWhatGoesByItsDay() {
		FollowUpTask verified = anOpenTask();
		verified.hold(HoldReason.VERIFY, null);
		FollowUpTask moved = anOpenTask();
		moved.hold(HoldReason.CAPACITY, EVENING_AFTER_NEXT);

		verified.replan("Europe/Oslo", NOON, EVENING_AFTER_NEXT, EVENING_AFTER_NEXT, cause("anchor-edited"));
		moved.replan("Europe/Oslo", NOON, EVENING_AFTER_NEXT, EVENING_AFTER_NEXT, cause("anchor-edited"));

		assertThat(verified.getHoldReason()).isEqualTo(HoldReason.VERIFY);
		assertThat(verified.getWakeAt()).isEqualTo(TaskTimes.UNTIL_RELEASED);
		assertThat(moved.getHoldReason()).isNull();
		assertThat(moved.getWakeAt()).isEqualTo(NOON);
	}

	@Test
	void busy_shouldCountAsOneTry_whenHeardThreeTimes() {
		FollowUpTask task = anOpenTask();

		assertThat(task.busy(NINE)).isFalse();
		assertThat(task.busy(NINE)).isFalse();
		assertThat(task.busy(NINE)).isTrue();

		assertThat(task.getTriesUsed()).isEqualTo(1);
		assertThat(task.getBusySignals()).isZero();
	}

	@Test
	void hold_shouldKeepTheLater_whenHeldTwice() {
		FollowUpTask task = anOpenTask();
		task.hold(HoldReason.BOOKED, EVENING_AFTER_NEXT);

		task.hold(HoldReason.REST, NOON);

		assertThat(task.getHoldReason()).isEqualTo(HoldReason.BOOKED);
		assertThat(task.getWakeAt()).isEqualTo(EVENING_AFTER_NEXT);
	}

	@Test
	void hold_shouldNotBeReplaced_whenADeathWasReported() {
		FollowUpTask task = anOpenTask();
		task.hold(HoldReason.DEATH_REPORTED, null);

		task.hold(HoldReason.NO_NUMBER, null);
		task.releaseHold(HoldReason.NO_NUMBER);

		assertThat(task.getHoldReason()).isEqualTo(HoldReason.DEATH_REPORTED);
		assertThat(task.isDue(EVENING_AFTER_NEXT)).isFalse();
	}

	@Test
	void releaseHold_shouldWakeTheTask_whenReasonIsTheSame() {
		FollowUpTask task = anOpenTask();
		task.hold(HoldReason.NO_NUMBER, null);

		task.releaseHold(HoldReason.REST);
		assertThat(task.isDue(NOON)).isFalse();
		task.releaseHold(HoldReason.NO_NUMBER);
		assertThat(task.isDue(NOON)).isTrue();
	}

	@Test
	void claim_shouldExpireByItself_whenTheLeaseIsOver() {
		FollowUpTask task = anOpenTask();
		task.claim(aUser(2), NOON);

		assertThat(task.isClaimedByAnother(aUser(3), NINE)).isTrue();
		assertThat(task.isClaimedByAnother(aUser(2), NINE)).isFalse();
		assertThat(task.isCallable(NINE, aUser(3))).isFalse();
		assertThat(task.isClaimedByAnother(aUser(3), NOON)).isFalse();
		assertThat(task.isCallable(NOON, aUser(3))).isTrue();
	}

	@Test
	void expectVersion_shouldRefuse_whenAnotherWasFaster() {
		FollowUpTask task = anOpenTask();
		task.expectVersion(null);
		task.expectVersion(0);

		assertThatThrownBy(() -> task.expectVersion(7)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getKind()).isEqualTo(RetentionException.Kind.CONFLICT);
			assertThat(e.getCode()).isEqualTo("retention.followup.error.stale-version");
		});
	}

	@Test
	void getAssignmentLinks_shouldReadBack_whatTheDraftSaid() {
		List<AssignmentLink> links = Arrays.asList(AssignmentLink.builder().provider("any").until("16:00").build(),
			AssignmentLink.builder().role("Retention: Nurse").build());

		FollowUpTask task = FollowUpTask.open(aTask().assignment(links).build(), cause("created"));

		assertThat(task.getAssignmentLinks()).isEqualTo(links);
	}

	@Test
	void classify_shouldPutItFirst_whenAnUrgentFindingWaits() {
		FollowUpTask task = FollowUpTask.open(aTask().purpose(Purpose.RECALL).build(), cause("created"));

		task.classify(true);
		assertThat(task.getListClass()).isEqualTo(ListClass.URGENT);
		task.classify(false);
		assertThat(task.getListClass()).isEqualTo(ListClass.RECALL);
	}

	/** Whatever is done to an open task, it wakes at the latest of its window, hold and spacing. */
	@Property
	void wakeAt_shouldBeTheLatestOfAllStarts_whateverIsDone(
		@ForAll @Size(max = 12) List<@IntRange(min = 0, max = 5) Integer> verbs,
		@ForAll @Size(12) List<@IntRange(min = 0, max = 200) Integer> hours) {
		FollowUpTask task = anOpenTask();
		for (int i = 0; i < verbs.size(); i++) {
			Instant at = NINE.plus(Duration.ofHours(hours.get(i)));
			apply(task, verbs.get(i), at);

			assertThat(task.getWakeAt()).isAfterOrEqualTo(task.getDueFrom());
			if (task.getHoldUntil() != null) {
				assertThat(task.getWakeAt()).isAfterOrEqualTo(task.getHoldUntil());
			}
			if (task.getNextTryAt() != null) {
				assertThat(task.getWakeAt()).isAfterOrEqualTo(task.getNextTryAt());
			}
			assertThat(task.getWakeAt()).isIn(task.getDueFrom(), task.getHoldUntil(), task.getNextTryAt());
		}
	}

	private static void apply(FollowUpTask task, int verb, Instant at) {
		switch (verb) {
			case 0:
				task.hold(HoldReason.REST, at);
				break;
			case 1:
				task.releaseHold(HoldReason.REST);
				break;
			case 2:
				task.useTry(at);
				break;
			case 3:
				task.busy(at);
				break;
			case 4:
				task.promise(at, at.plusSeconds(3600), at.plusSeconds(7200), cause("call-back"));
				break;
			default:
				task.resetToPlanned(cause("attempt-voided"));
		}
	}
}
