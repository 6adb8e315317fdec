/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmrs.GlobalProperty;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.test.context.transaction.TestTransaction;

/** Of two who record at once neither is lost. Commits, and removes what it committed. */
class ConcurrentAttemptIT extends RetentionIT {

	private static final String[] OURS = { "retention_task_change", "retention_attempt_task", "retention_attempt",
		"retention_task" };

	@Test
	void recordAttempt_shouldLoseNeitherOfTwo_whenTheyAreMadeAtOnce() throws Exception {
		FollowUpTask task = committedTask();

		CyclicBarrier together = new CyclicBarrier(2);
		ExecutorService nurses = Executors.newFixedThreadPool(2);
		try {
			Future<String> one = nurses.submit(recording(request(task).build(), together::await));
			Future<String> two = nurses.submit(recording(request(task).build(), together::await));
			assertThat(one.get(60, TimeUnit.SECONDS)).isNotEqualTo(two.get(60, TimeUnit.SECONDS));
		}
		finally {
			nurses.shutdownNow();
		}

		TestTransaction.start();
		sessionFactory.getCurrentSession().clear();
		FollowUpTask read = sessionFactory.getCurrentSession().get(FollowUpTask.class, task.getId());
		assertThat(read.getTriesUsed()).isEqualTo(2);
		assertThat(Context.getService(ContactAttemptService.class)
			.countAttempts(AttemptSearch.builder().task(task.getUuid()).build())).isEqualTo(2);
	}

	@Test
	void recordAttempt_shouldCountBoth_whenOneWaitedUntilTheOtherHadCompletedTheTask() throws Exception {
		FollowUpTask task = committedTask();
		TestTransaction.start();
		sessionFactory.getCurrentSession()
			.createNativeQuery("select task_id from retention_task where uuid = :uuid for update")
			.setParameter("uuid", task.getUuid()).list();
		ExecutorService nurse = Executors.newSingleThreadExecutor();
		try {
			Future<String> earlier = nurse.submit(
				recording(request(task).startedAt(Instant.now().minusSeconds(600)).build(), () -> {
				}));
			// until it waits for the task; were it slower, it would see everything
			Thread.sleep(2000);
			Context.getService(ContactAttemptService.class)
				.recordAttempt(request(task).result(AttemptResult.SPOKE).disposition(Disposition.DONE).build());
			commit();
			assertThat(earlier.get(60, TimeUnit.SECONDS)).isNotNull();
		}
		finally {
			nurse.shutdownNow();
		}

		TestTransaction.start();
		sessionFactory.getCurrentSession().clear();
		FollowUpTask read = sessionFactory.getCurrentSession().get(FollowUpTask.class, task.getId());
		assertThat(read.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(read.getTriesUsed()).isEqualTo(2);
	}

	private FollowUpTask committedTask() {
		Clinic clinic = new Clinic(sessionFactory);
		Patient patient = clinic.aPatient("Ada");
		Context.getAdministrationService()
			.saveGlobalProperty(new GlobalProperty(RetentionSettings.CHART_ENCOUNTER, "false"));
		Instant now = Instant.now();
		FollowUpTask task = clinic.save(FollowUpTask.open(TaskDraft.builder().source(TaskSource.MANUAL).purpose(Purpose.CARE)
			.patient(patient).zone("UTC").from(now.minusSeconds(3600)).by(now.plus(Duration.ofDays(20)))
			.expiresAt(now.plus(Duration.ofDays(30))).triesMax(9).build(),
			Cause.of(Context.getAuthenticatedUser(), now.minusSeconds(3600), "planned")));
		commit();
		return task;
	}

	private static AttemptRequest.AttemptRequestBuilder request(FollowUpTask task) {
		return AttemptRequest.builder().tasks(Collections.singletonList(task.getUuid())).result(AttemptResult.NO_ANSWER);
	}

	@AfterEach
	void removeWhatWasCommitted() {
		if (!TestTransaction.isActive()) {
			TestTransaction.start();
		}
		for (String table : OURS) {
			sessionFactory.getCurrentSession().createNativeQuery("delete from " + table).executeUpdate();
		}
		sessionFactory.getCurrentSession().createNativeQuery("delete from global_property where property = :name")
			.setParameter("name", RetentionSettings.CHART_ENCOUNTER).executeUpdate();
		commit();
	}

	private static void commit() {
		TestTransaction.flagForCommit();
		TestTransaction.end();
	}

	private static Callable<String> recording(AttemptRequest request, Pause before) {
		return () -> {
			Context.openSession();
			try {
				Context.authenticate("admin", "test");
				before.pause();
				return Context.getService(ContactAttemptService.class).recordAttempt(request).getUuid();
			}
			finally {
				Context.closeSession();
			}
		};
	}

	/** What is waited for. */
	private interface Pause {

		void pause() throws Exception;
	}
}
