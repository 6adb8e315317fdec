/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.OptimisticLockException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.springframework.beans.factory.annotation.Autowired;

class SlicesIT extends RetentionIT {

	@Autowired
	private Slices slices;

	@Autowired
	private PlanningRuns planningRuns;

	private int runs;

	@Test
	void run_shouldBeDoneOnceMore_whenTheDatabaseHasUndoneItForOthers() {
		assertThat(slices.run(losing(1))).isEqualTo("done");
		assertThat(runs).isEqualTo(2);
	}

	@Test
	void run_shouldGiveUp_whenItIsUndoneAgain() {
		assertThatThrownBy(() -> slices.run(losing(2))).isInstanceOf(LockAcquisitionException.class);
		assertThat(runs).isEqualTo(2);
	}

	@Test
	void each_shouldCostOneRowOnly_thatSomebodyElseHasChanged() {
		PlanningRun run = planningRuns.begin(Instant.now(), Context.getAuthenticatedUser());
		List<Integer> done = new ArrayList<>();

		slices.each(Arrays.asList(1, 2, 3, 4, 5), some -> {
			if (some.contains(3)) {
				throw new OptimisticLockException("changed meanwhile");
			}
			done.addAll(some);
		}, Function.identity(), run);

		assertThat(done).containsExactly(1, 2, 4, 5);
		assertThat(run.getReport().getFailures()).as("it is no failure").isZero();
	}

	@Test
	void each_shouldCountWhatFailsByItself() {
		PlanningRun run = planningRuns.begin(Instant.now(), Context.getAuthenticatedUser());

		slices.each(Arrays.asList(1, 2), some -> {
			if (some.contains(1)) {
				throw new IllegalStateException("wrong");
			}
		}, Function.identity(), run);

		assertThat(run.getReport().getFailures()).isEqualTo(1);
	}

	private Supplier<String> losing(int times) {
		return () -> {
			if (++runs <= times) {
				throw new LockAcquisitionException("undone", new SQLTransactionRollbackException("deadlock"));
			}
			return "done";
		};
	}
}
