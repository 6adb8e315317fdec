/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.springframework.test.context.transaction.TestTransaction;

/** A task that somebody changes while it is assigned keeps no other from being assigned. Commits, and removes what it committed. */
class ConcurrentUpkeepIT extends RetentionIT {

	@Test
	void resolveAssignees_shouldAssignAll_whenSomebodyEndsOneMeanwhile() throws Exception {
		List<Integer> tasks = committedTasks();
		TestTransaction.start();
		sql("update retention_task set status = 'CANCELLED', version = version + 1 where task_id = " + tasks.get(0));
		ExecutorService upkeep = Executors.newSingleThreadExecutor();
		try {
			Future<Integer> assigned = upkeep.submit(() -> {
				Context.openSession();
				try {
					Context.authenticate("admin", "test");
					return Context.getService(FollowUpTaskService.class).resolveAssignees();
				}
				finally {
					Context.closeSession();
				}
			});
			// until it waits for the task; were it slower, it would not meet the other
			Thread.sleep(1500);
			commit();
			assertThat(assigned.get(60, TimeUnit.SECONDS)).isEqualTo(3);
		}
		finally {
			upkeep.shutdownNow();
		}

		TestTransaction.start();
		List<FollowUpTask> read = tasks.stream().map(id -> sessionFactory.getCurrentSession().get(FollowUpTask.class, id))
			.collect(Collectors.toList());
		assertThat(read).extracting(FollowUpTask::getStatus).containsExactly(TaskStatus.CANCELLED, TaskStatus.OPEN,
			TaskStatus.OPEN);
		assertThat(read).extracting(FollowUpTask::getAssigneeRole).containsExactly(null, AssignmentRun.DEFAULT_ROLE,
			AssignmentRun.DEFAULT_ROLE);
	}

	private List<Integer> committedTasks() {
		Clinic clinic = new Clinic(sessionFactory);
		Instant now = Instant.now();
		List<Integer> ids = new ArrayList<>();
		for (String name : new String[]{ "Ada", "Bo", "Cy" }) {
			ids.add(clinic.save(FollowUpTask.open(TaskDraft.builder().source(TaskSource.MANUAL).purpose(Purpose.CARE)
				.patient(clinic.aPatient(name)).zone("UTC").from(now.minusSeconds(3600)).by(now.plus(Duration.ofDays(20)))
				.expiresAt(now.plus(Duration.ofDays(30))).build(),
				Cause.of(Context.getAuthenticatedUser(), now.minusSeconds(3600), "planned"))).getId());
		}
		commit();
		return ids;
	}

	@AfterEach
	void removeWhatWasCommitted() {
		if (!TestTransaction.isActive()) {
			TestTransaction.start();
		}
		sql("delete from retention_task_change");
		sql("delete from retention_task");
		commit();
	}

	private void sql(String statement) {
		sessionFactory.getCurrentSession().createNativeQuery(statement).executeUpdate();
	}

	private static void commit() {
		TestTransaction.flagForCommit();
		TestTransaction.end();
	}
}
