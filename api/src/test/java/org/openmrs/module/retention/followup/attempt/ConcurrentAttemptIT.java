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
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.test.context.transaction.TestTransaction;

/** Of two who record at once neither is lost. Commits, and removes what it committed. */
class ConcurrentAttemptIT extends RetentionIT {

	private static final String[] OURS = { "retention_task_change", "retention_attempt_task", "retention_attempt",
		"retention_task" };

	@Test
	void recordAttempt_shouldLoseNeitherOfTwo_whenTheyAreMadeAtOnce() throws Exception {
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

		CyclicBarrier together = new CyclicBarrier(2);
		ExecutorService nurses = Executors.newFixedThreadPool(2);
		try {
			Future<String> one = nurses.submit(recording(task.getUuid(), together));
			Future<String> two = nurses.submit(recording(task.getUuid(), together));
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

	private static Callable<String> recording(String task, CyclicBarrier together) {
		return () -> {
			Context.openSession();
			try {
				Context.authenticate("admin", "test");
				together.await(30, TimeUnit.SECONDS);
				return Context.getService(ContactAttemptService.class).recordAttempt(
					AttemptRequest.builder().tasks(Collections.singletonList(task)).result(AttemptResult.NO_ANSWER).build())
					.getUuid();
			}
			finally {
				Context.closeSession();
			}
		};
	}
}
