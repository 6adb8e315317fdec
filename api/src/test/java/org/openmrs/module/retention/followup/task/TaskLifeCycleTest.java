/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.followup.task.TaskFixture.aTaskThatIs;
import static org.openmrs.module.retention.followup.task.TaskFixture.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.Patient;
import org.openmrs.module.retention.shared.RetentionException;

/** The whole table, over every pair of states, told a second time and by hand. */
class TaskLifeCycleTest {

	private static final List<String> LEGAL = Arrays.asList("OPEN-COMPLETED", "OPEN-MISSED", "OPEN-CANCELLED",
		"OPEN-SUPERSEDED", "COMPLETED-OPEN", "MISSED-OPEN", "MISSED-COMPLETED", "CANCELLED-OPEN", "CANCELLED-COMPLETED",
		"SUPERSEDED-OPEN", "SUPERSEDED-COMPLETED");

	private static final List<String> LEGAL_PLANS = Arrays.asList("ACTIVE-COMPLETED", "ACTIVE-FULFILLED",
		"ACTIVE-CANCELLED", "ACTIVE-SUPERSEDED", "ACTIVE-MERGED", "COMPLETED-ACTIVE", "FULFILLED-ACTIVE",
		"CANCELLED-ACTIVE", "SUPERSEDED-ACTIVE");

	private static final Map<TaskStatus, BiConsumer<FollowUpTask, Cause>> VERBS = new EnumMap<>(TaskStatus.class);

	private static final Map<PlanStatus, BiConsumer<FollowUpPlan, Cause>> PLAN_VERBS = new EnumMap<>(PlanStatus.class);

	static {
		VERBS.put(TaskStatus.OPEN, FollowUpTask::reopen);
		VERBS.put(TaskStatus.COMPLETED, FollowUpTask::complete);
		VERBS.put(TaskStatus.MISSED, FollowUpTask::miss);
		VERBS.put(TaskStatus.CANCELLED, FollowUpTask::cancel);
		VERBS.put(TaskStatus.SUPERSEDED, FollowUpTask::supersede);
		PLAN_VERBS.put(PlanStatus.ACTIVE, FollowUpPlan::resume);
		PLAN_VERBS.put(PlanStatus.COMPLETED, FollowUpPlan::complete);
		PLAN_VERBS.put(PlanStatus.FULFILLED, FollowUpPlan::fulfil);
		PLAN_VERBS.put(PlanStatus.CANCELLED, FollowUpPlan::cancel);
		PLAN_VERBS.put(PlanStatus.SUPERSEDED, FollowUpPlan::supersede);
		PLAN_VERBS.put(PlanStatus.MERGED, FollowUpPlan::merge);
	}

	static Stream<Arguments> pairsOfTaskStates() {
		return pairs(TaskStatus.values());
	}

	static Stream<Arguments> pairsOfPlanStates() {
		return pairs(PlanStatus.values());
	}

	private static <T> Stream<Arguments> pairs(T[] states) {
		List<Arguments> pairs = new ArrayList<>();
		for (T from : states) {
			for (T to : states) {
				pairs.add(Arguments.of(from, to));
			}
		}
		return pairs.stream();
	}

	@ParameterizedTest
	@MethodSource("pairsOfTaskStates")
	void verb_shouldFollowTheTable_whenTaskIsInAnyState(TaskStatus from, TaskStatus to) {
		FollowUpTask task = aTaskThatIs(from);
		int rows = task.getChanges().size();

		if (LEGAL.contains(from + "-" + to)) {
			VERBS.get(to).accept(task, cause("test"));

			assertThat(task.getStatus()).isEqualTo(to);
			assertThat(task.getStatusReason()).isEqualTo("test");
			assertThat(task.getEndedAt()).isEqualTo(to == TaskStatus.OPEN ? null : cause("test").getAt());
			TaskStatusChange row = task.getChanges().get(rows);
			assertThat(row.getFromStatus()).isEqualTo(from);
			assertThat(row.getToStatus()).isEqualTo(to);
			assertThat(row.getActor()).isEqualTo(cause("test").getActor());
			assertThat(task.getChanges()).hasSize(rows + 1);
		} else {
			assertThatThrownBy(() -> VERBS.get(to).accept(task, cause("test"))).isInstanceOfSatisfying(
				RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.transition-not-allowed"));
			assertThat(task.getStatus()).isEqualTo(from);
			assertThat(task.getChanges()).hasSize(rows);
		}
	}

	@ParameterizedTest
	@MethodSource("pairsOfPlanStates")
	void verb_shouldFollowTheTable_whenPlanIsInAnyState(PlanStatus from, PlanStatus to) {
		FollowUpPlan plan = FollowUpPlan.begin().patient(new Patient()).anchorKey("visit:1").active();
		if (from != PlanStatus.ACTIVE) {
			PLAN_VERBS.get(from).accept(plan, cause("before"));
		}

		if (LEGAL_PLANS.contains(from + "-" + to)) {
			PLAN_VERBS.get(to).accept(plan, cause("test"));

			assertThat(plan.getStatus()).isEqualTo(to);
			assertThat(plan.getEndedAt()).isEqualTo(to == PlanStatus.ACTIVE ? null : cause("test").getAt());
		} else {
			assertThatThrownBy(() -> PLAN_VERBS.get(to).accept(plan, cause("test"))).isInstanceOfSatisfying(
				RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.transition-not-allowed"));
			assertThat(plan.getStatus()).isEqualTo(from);
		}
	}

	static Stream<Arguments> verbsOfOpenTasks() {
		List<BiConsumer<FollowUpTask, Cause>> verbs = Arrays.asList((t, c) -> t.hold(HoldReason.REST, null),
			(t, c) -> t.releaseHold(HoldReason.REST), (t, c) -> t.useTry(c.getAt()), (t, c) -> t.busy(c.getAt()),
			(t, c) -> t.tryAgain(c.getAt()),
			(t, c) -> t.promise(TaskFixture.NINE, TaskFixture.NOON, TaskFixture.NOON, c),
			(t, c) -> t.replan("Europe/Oslo", TaskFixture.NINE, TaskFixture.NOON, TaskFixture.NOON, c),
			(t, c) -> t.assignByHand(TaskFixture.aUser(2), null, c), (t, c) -> t.assignByRuleAgain(c),
			(t, c) -> t.assignByRule(Assignee.queue("Nurse", null), c),
			(t, c) -> t.claim(TaskFixture.aUser(2), TaskFixture.NOON));
		return verbs.stream().map(Collections::singletonList)
			.flatMap(verb -> Arrays.stream(TaskStatus.values()).map(status -> Arguments.of(verb.get(0), status)));
	}

	@ParameterizedTest
	@MethodSource("verbsOfOpenTasks")
	void verb_shouldBeRefused_whenTaskHasEnded(BiConsumer<FollowUpTask, Cause> verb, TaskStatus status) {
		FollowUpTask task = aTaskThatIs(status);

		if (status == TaskStatus.OPEN) {
			verb.accept(task, cause("test"));
			assertThat(task.isOpen()).isTrue();
		} else {
			assertThatThrownBy(() -> verb.accept(task, cause("test"))).isInstanceOfSatisfying(RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.task-not-open"));
		}
	}
}
