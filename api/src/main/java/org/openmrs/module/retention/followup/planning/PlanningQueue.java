/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import lombok.extern.slf4j.Slf4j;

/**
 * Encounters that were saved on this node and wait to be planned. Bounded: what does not fit is left to the sweep, as is
 * what a crash takes along. One worker at a time drains it; it is started when there is something to do and ends when
 * there is nothing left. Nothing that goes wrong here reaches the one who saved the encounter.
 */
@Slf4j
class PlanningQueue {

	private final int capacity;

	private final Set<ChangedEncounter> waiting = new LinkedHashSet<>();

	private final AtomicLong dropped = new AtomicLong();

	private boolean working;

	PlanningQueue(int capacity) {
		this.capacity = capacity;
	}

	/**
	 * Takes an encounter in.
	 *
	 * @param startWorker called, with the worker, when none is at work; it must run it on another thread
	 */
	void offer(ChangedEncounter changed, Consumer<ChangedEncounter> plan, Consumer<Runnable> startWorker) {
		synchronized (waiting) {
			if (waiting.size() >= capacity && !waiting.contains(changed)) {
				if (dropped.getAndIncrement() % capacity == 0) {
					log.warn("The queue of encounters to plan is full; the sweep plans what does not fit");
				}
				return;
			}
			waiting.add(changed);
			if (working) {
				return;
			}
			working = true;
		}
		try {
			startWorker.accept(() -> drain(plan));
		}
		catch (RuntimeException e) {
			stopped();
			log.warn("No worker could be started to plan encounters; the sweep plans them", e);
		}
	}

	/** How many wait. */
	int size() {
		synchronized (waiting) {
			return waiting.size();
		}
	}

	private void drain(Consumer<ChangedEncounter> plan) {
		try {
			for (ChangedEncounter next = next(); next != null; next = next()) {
				try {
					plan.accept(next);
				}
				catch (RuntimeException e) {
					log.error("Encounter {} could not be planned after it was saved; the sweep tries again",
						next.getEncounterId(), e);
				}
			}
		}
		catch (Error e) {
			stopped();
			throw e;
		}
	}

	/** Null: nothing is left, and the worker has signed off. */
	private ChangedEncounter next() {
		synchronized (waiting) {
			if (waiting.isEmpty()) {
				working = false;
				return null;
			}
			ChangedEncounter next = waiting.iterator().next();
			waiting.remove(next);
			return next;
		}
	}

	private void stopped() {
		synchronized (waiting) {
			working = false;
		}
	}
}
