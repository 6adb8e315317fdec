/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.OptimisticLockException;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.Test;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

class RetentionUpkeepTaskTest {

	private final AtomicInteger runs = new AtomicInteger();

	private final AtomicInteger forgotten = new AtomicInteger();

	@Test
	void run_shouldDoItOnceMore_whenSomebodyElseWasFaster() {
		run(1, new ObjectOptimisticLockingFailureException("task", 1));

		assertThat(runs).hasValue(2);
		assertThat(forgotten).as("what was read is stale").hasValue(1);
	}

	@Test
	void run_shouldLeaveItToTheNextRun_whenThatHappensAgain() {
		run(9, new IllegalStateException(new OptimisticLockException(new StaleObjectStateException("task", 1))));

		assertThat(runs).hasValue(2);
	}

	@Test
	void run_shouldNotRepeatWhatFailsByItself_norThrow() {
		run(9, new IllegalStateException("wrong"));

		assertThat(runs).hasValue(1);
		assertThat(forgotten).hasValue(0);
	}

	private void run(int failing, RuntimeException failure) {
		RetentionUpkeepTask.run("do something", () -> {
			if (runs.incrementAndGet() <= failing) {
				throw failure;
			}
		}, forgotten::incrementAndGet);
	}
}
