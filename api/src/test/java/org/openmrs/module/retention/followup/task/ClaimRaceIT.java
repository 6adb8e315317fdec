/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two callers at one row at one moment, each in a transaction of their own; so its two tasks are really committed. */
class ClaimRaceIT extends RetentionIT {

	private static final Instant TEN = Instant.parse("2026-03-10T09:00:00Z");

	@Autowired
	private PlatformTransactionManager transactionManager;

	private WorklistDao dao;

	private List<Integer> tasks;

	private List<Integer> callers;

	@BeforeEach
	void writeTwoTasks() {
		TestTransaction.end();
		dao = applicationContext.getBean("retention.worklistDao", WorklistDao.class);
		inTransaction(() -> {
			insertTask();
			insertTask();
			return null;
		});
		tasks = inTransaction(() -> sessionFactory.getCurrentSession()
			.createQuery("select t.id from retention.FollowUpTask t where t.patientUuid = 'claim-race' order by t.id",
				Integer.class)
			.list());
		callers = inTransaction(() -> sessionFactory.getCurrentSession()
			.createQuery("select u.userId from User u order by u.userId", Integer.class).setMaxResults(2).list());
	}

	@AfterEach
	void deleteThem() {
		inTransaction(() -> sessionFactory.getCurrentSession()
			.createNativeQuery("delete from retention_task where patient_uuid = 'claim-race'").executeUpdate());
	}

	@RepeatedTest(5)
	void claimAll_shouldGiveEverythingToOneCaller_whenTwoOpenTheRowAtOnce() throws Exception {
		assertThat(callers).hasSize(2);
		CyclicBarrier start = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		List<Future<Boolean>> claims = new ArrayList<>();
		for (Integer caller : callers) {
			claims.add(threads.submit(() -> claim(caller, start)));
		}
		List<Boolean> won = Arrays.asList(claims.get(0).get(1, TimeUnit.MINUTES), claims.get(1).get(1, TimeUnit.MINUTES));
		threads.shutdown();

		assertThat(won).containsExactlyInAnyOrder(true, false);
		Integer winner = callers.get(won.indexOf(true));
		List<Integer> owners = inTransaction(() -> sessionFactory.getCurrentSession()
			.createQuery("select t.claimUser.userId from retention.FollowUpTask t where t.id in (:ids)", Integer.class)
			.setParameterList("ids", tasks).list());
		assertThat(owners).containsExactly(winner, winner);
	}

	/** As the service does: who does not get all of it gets nothing. */
	private boolean claim(Integer caller, CyclicBarrier start) {
		Context.openSession();
		try {
			return new TransactionTemplate(transactionManager).execute(transaction -> {
				User user = sessionFactory.getCurrentSession().get(User.class, caller);
				await(start);
				boolean claimed = dao.claimAll(tasks, user, TEN, TEN.plusSeconds(1200));
				if (!claimed) {
					transaction.setRollbackOnly();
				}
				return claimed;
			});
		}
		finally {
			Context.closeSession();
		}
	}

	private static void await(CyclicBarrier start) {
		try {
			start.await(1, TimeUnit.MINUTES);
		}
		catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private void insertTask() {
		sessionFactory.getCurrentSession()
			.createNativeQuery(
				"insert into retention_task (uuid, creator, date_created, voided, occurrence, source, purpose,"
					+ " channel, list_class, priority, list_order, critical, patient_uuid, zone, due_date, planned_from,"
					+ " planned_by, planned_expires_at, due_from, due_by, expires_at, wake_at, tries_used, tries_max,"
					+ " busy_signals, assigned_by_hand, status, target_seconds, version) values (:uuid, 1,"
					+ " current_timestamp, false, 0, 'MANUAL', 'CARE', 'PHONE', 3, 50, -50, false, 'claim-race', 'UTC',"
					+ " current_date, :from, :by, :by, :from, :by, :by, :from, 0, 3, 0, false, 'OPEN', 60, 0)")
			.setParameter("uuid", UUID.randomUUID().toString()).setParameter("from", TEN.toEpochMilli())
			.setParameter("by", TEN.plusSeconds(3600).toEpochMilli()).executeUpdate();
	}

	private <T> T inTransaction(Callable<T> work) {
		return new TransactionTemplate(transactionManager).execute(transaction -> {
			try {
				return work.call();
			}
			catch (Exception e) {
				throw new IllegalStateException(e);
			}
		});
	}
}
