/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskSearch;
import org.openmrs.module.retention.followup.task.TaskStatusChange;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionException.Kind;

class PlanningServiceIT extends PlanningIT {

	private static final Page TEN = new Page(0, 10);

	private PlanningService service;

	@BeforeEach
	void findService() {
		service = Context.getService(PlanningService.class);
	}

	@Test
	void planEncounter_shouldAnswerWithThePlansMade() {
		load(extractionProtocol());
		LocalDate today = LocalDate.now(OSLO);
		Encounter encounter = encounter(patient, extraction, today.atStartOfDay());

		assertThat(service.planEncounter(encounter.getEncounterId())).extracting(FollowUpPlan::getEncounterUuid)
			.containsExactly(encounter.getUuid());
		assertThat(service.planEncounter(encounter.getEncounterId())).isEmpty();
	}

	@Test
	void planEncounter_shouldRefuseAnEncounterThatDoesNotExist() {
		assertThatExceptionOfType(RetentionException.class).isThrownBy(() -> service.planEncounter(999_999_999))
			.satisfies(e -> {
				assertThat(e.getKind()).isEqualTo(Kind.NOT_FOUND);
				assertThat(e.getCode()).isEqualTo("retention.followup.error.encounter-unknown");
			});
	}

	@Test
	void verifyPlan_shouldLetCallWhatWaitedForIt_once() {
		load(extractionProtocol().verifyAfter("PT48H"));
		LocalDate today = LocalDate.now(OSLO);
		plan(encounter(patient, extraction, today.atStartOfDay()));
		FollowUpTaskService tasks = Context.getService(FollowUpTaskService.class);
		TaskSearch waiting = TaskSearch.builder().hold("VERIFY").build();
		long count = tasks.countTasks(waiting);
		assertThat(count).isPositive();
		FollowUpPlan plan = onlyPlan();

		service.verifyPlan(plan, plan.getVersion(), "the tooth is out");

		assertThat(tasks.countTasks(waiting)).isZero();
		List<FollowUpTask> open = tasks.findTasks(TaskSearch.builder().status("open").build(), TEN);
		assertThat(open).isNotEmpty().allSatisfy(task -> assertThat(task.getWakeAt()).isEqualTo(task.getDueFrom()));
		assertThat(tasks.getTaskHistory(open.get(0))).extracting(TaskStatusChange::getReason).endsWith("the tooth is out");
		assertThatExceptionOfType(RetentionException.class).isThrownBy(() -> service.verifyPlan(plan, null, null))
			.satisfies(e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.nothing-to-verify"));
	}

	@Test
	void findPlans_shouldFilterAndOrderTheLatestAnchorFirst() {
		FollowUpProtocol first = load(extractionProtocol());
		FollowUpProtocol second = load(extractionProtocol().name("Another").trigger(on(restoration).build()));
		Patient other = clinic.aPatient("Berit");
		Encounter early = encounter(extraction, DAY);
		plan(early);
		Encounter late = encounter(other, extraction, DAY.plusDays(1).atTime(10, 0));
		plan(late);
		plan(encounter(restoration, DAY.plusDays(2)));
		service.cancelPlan(again(allPlans().get(0)), null, "test");
		flushAndClear();

		assertThat(days(PlanSearch.builder().build())).containsExactly(DAY.plusDays(2), DAY.plusDays(1), DAY);
		assertThat(days(PlanSearch.builder().patient(again(patient)).build())).containsExactly(DAY.plusDays(2), DAY);
		assertThat(days(PlanSearch.builder().protocol(again(first)).build())).containsExactly(DAY.plusDays(1), DAY);
		assertThat(days(PlanSearch.builder().protocol(again(second)).patient(again(other)).build())).isEmpty();
		assertThat(days(PlanSearch.builder().status(PlanStatus.CANCELLED).build())).containsExactly(DAY);
		assertThat(days(PlanSearch.builder().encounterUuid(late.getUuid()).build())).containsExactly(DAY.plusDays(1));
		assertThat(service.countPlans(PlanSearch.builder().status(PlanStatus.ACTIVE).build())).isEqualTo(2);
		assertThat(service.findPlans(PlanSearch.builder().build(), new Page(1, 1)))
			.extracting(FollowUpPlan::getAnchorDate).containsExactly(DAY.plusDays(1));
	}

	@Test
	void findPlans_shouldLeaveOutVoidedOnes() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));
		onlyPlan().setVoided(true);
		flushAndClear();

		assertThat(service.findPlans(PlanSearch.builder().build(), TEN)).isEmpty();
		assertThat(service.countPlans(PlanSearch.builder().build())).isZero();
	}

	@Test
	void findPlans_shouldCostAConstantNumberOfStatements() {
		load(extractionProtocol());
		for (Patient each : clinic.patients(8)) {
			plan(encounter(each, extraction, DAY.atTime(10, 0)));
		}
		flushAndClear();

		assertThat(statements(8)).isEqualTo(statements(2));
	}

	private long statements(int size) {
		sessionFactory.getStatistics().setStatisticsEnabled(true);
		sessionFactory.getStatistics().clear();
		List<String> shown = new ArrayList<>();
		for (FollowUpPlan plan : service.findPlans(PlanSearch.builder().build(), new Page(0, size))) {
			shown.add(plan.getProtocol().getName() + plan.getPatient().getUuid() + plan.getLocation().getName());
		}
		assertThat(shown).hasSize(size);
		long count = sessionFactory.getStatistics().getPrepareStatementCount();
		sessionFactory.getCurrentSession().clear();
		return count;
	}

	@Test
	void getPlanByUuid_shouldFindOrAnswerNull() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));

		assertThat(service.getPlanByUuid(onlyPlan().getUuid())).isEqualTo(onlyPlan());
		assertThat(service.getPlanByUuid("nobody")).isNull();
	}

	@Test
	void cancelPlan_shouldCancelWhatIsOpen_withTheReasonInTheHistory() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));
		FollowUpPlan plan = onlyPlan();

		service.cancelPlan(plan, plan.getVersion(), " wrong tooth ");
		flushAndClear();

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);
		assertThat(lines(onlyPlan())).allMatch(line -> line.endsWith("CANCELLED cancelled-by-hand"));
		assertThat(tasksOf(onlyPlan()).get(0).getChanges()).extracting(TaskStatusChange::getReason)
			.containsExactly(Reasons.PLANNED, "wrong tooth");
		refused(Kind.CONFLICT, "plan-not-active", () -> service.cancelPlan(onlyPlan(), null, "again"));
	}

	@Test
	void cancelPlan_shouldRefuseAStaleVersionAndABlankReason() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));

		refused(Kind.CONFLICT, "stale-version", () -> service.cancelPlan(onlyPlan(), 7, "because"));
		refused(Kind.INVALID, "plan-reason-missing", () -> service.cancelPlan(onlyPlan(), null, " "));
		assertThat(onlyPlan().isActive()).isTrue();
	}

	@Test
	void resumePlan_shouldOpenWhatEndedWithThePlan_andNothingElse() {
		load(extractionProtocol());
		plan(encounter(patient, extraction, LocalDate.now(OSLO).atStartOfDay()));
		List<FollowUpTask> tasks = tasksOf(onlyPlan());
		tasks.removeIf(task -> !task.isOpen());
		assertThat(tasks).hasSizeGreaterThan(1);
		Cause before = Cause.of(null, Instant.now().minusSeconds(60), "cancelled-by-hand");
		FollowUpTask alone = tasks.get(tasks.size() - 1);
		alone.cancel(before);
		refused(Kind.CONFLICT, "plan-not-cancelled", () -> service.resumePlan(onlyPlan(), null, "x"));
		service.cancelPlan(onlyPlan(), null, "wrong tooth");
		flushAndClear();

		refused(Kind.CONFLICT, "stale-version", () -> service.resumePlan(onlyPlan(), 77, "x"));
		service.resumePlan(onlyPlan(), onlyPlan().getVersion(), " right tooth ");
		flushAndClear();

		assertThat(onlyPlan().isActive()).isTrue();
		assertThat(onlyPlan().getEndedAt()).isNull();
		List<FollowUpTask> again = tasksOf(onlyPlan());
		assertThat(again).filteredOn(FollowUpTask::isOpen).hasSize(tasks.size() - 1).doesNotContain(alone);
		assertThat(again).filteredOn(FollowUpTask::isOpen).first()
			.satisfies(task -> assertThat(task.getChanges()).extracting(TaskStatusChange::getReason).containsExactly(
				Reasons.PLANNED,
				"wrong tooth", "right tooth"));
	}

	@Test
	void resumePlan_shouldBeRefused_whenNothingIsWorthDoingAnyMore() {
		load(extractionProtocol());
		plan(encounter(extraction, DAY));
		service.cancelPlan(onlyPlan(), null, "wrong tooth");
		flushAndClear();
		sessionFactory.getCurrentSession().createQuery("update retention.FollowUpTask t set t.expiresAt = :past")
			.setParameter("past", Instant.now().minusSeconds(60)).executeUpdate();

		refused(Kind.CONFLICT, "task-expired", () -> service.resumePlan(onlyPlan(), null, "x"));
		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.CANCELLED);
	}

	private static void refused(Kind kind, String code, Runnable call) {
		assertThatExceptionOfType(RetentionException.class).isThrownBy(call::run).satisfies(e -> {
			assertThat(e.getKind()).isEqualTo(kind);
			assertThat(e.getCode()).isEqualTo("retention.followup.error." + code);
		});
	}

	private List<LocalDate> days(PlanSearch search) {
		List<LocalDate> days = new ArrayList<>();
		service.findPlans(search, TEN).forEach(p -> days.add(p.getAnchorDate()));
		assertThat(service.countPlans(search)).isEqualTo(days.size());
		return days;
	}
}
