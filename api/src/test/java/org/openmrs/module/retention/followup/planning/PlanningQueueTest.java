/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class PlanningQueueTest {

	private final PlanningQueue queue = new PlanningQueue(3);

	private final List<Integer> planned = new ArrayList<>();

	private final List<Runnable> workers = new ArrayList<>();

	@Test
	void offer_shouldStartOneWorkerThatDrainsAll() {
		offer(1);
		offer(2);

		assertThat(workers).hasSize(1);
		workers.get(0).run();
		assertThat(planned).containsExactly(1, 2);
		assertThat(queue.size()).isZero();
	}

	@Test
	void offer_shouldStartAnother_whenTheFirstHasSignedOff() {
		offer(1);
		workers.get(0).run();
		offer(2);

		assertThat(workers).hasSize(2);
		workers.get(1).run();
		assertThat(planned).containsExactly(1, 2);
	}

	@Test
	void offer_shouldTakeAnEncounterOnce_whileItWaits() {
		offer(1);
		offer(1);

		assertThat(queue.size()).isEqualTo(1);
	}

	@Test
	void offer_shouldLeaveToTheSweepWhatDoesNotFit() {
		for (int i = 1; i <= 5; i++) {
			offer(i);
		}

		workers.get(0).run();
		assertThat(planned).containsExactly(1, 2, 3);
	}

	@Test
	void drain_shouldGoOn_whenOneFails() {
		queue.offer(changed(1), each -> plan(each.getEncounterId(), 1), workers::add);
		offer(2);

		workers.get(0).run();

		assertThat(planned).containsExactly(2);
	}

	@Test
	void offer_shouldThrowNothing_andTryAgainNextTime_whenNoWorkerStarts() {
		queue.offer(changed(1), each -> planned.add(each.getEncounterId()), worker -> {
			throw new RejectedExecutionException();
		});
		offer(2);

		workers.get(0).run();
		assertThat(planned).containsExactly(1, 2);
	}

	private void offer(Integer id) {
		queue.offer(changed(id), each -> planned.add(each.getEncounterId()), workers::add);
	}

	private static ChangedEncounter changed(Integer id) {
		return new ChangedEncounter(id, 1);
	}

	/** The worker of the first offer plans all, so the failure is by id. */
	private void plan(Integer id, Integer failing) {
		if (id.equals(failing)) {
			throw new IllegalStateException("this one fails");
		}
		planned.add(id);
	}
}
