/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.retention.shared.Readiness;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Plans an encounter soon after its save has been committed, or that of an observation in it: edits, voids and purges come
 * this way too, and what a voided observation had fulfilled is looked at again. Only ids are queued, those of a purge while
 * they can still be read; the work is done by a daemon thread in transactions of its own, for the saving thread still holds
 * its connection, and a purge is the clinic's, whatever becomes of its follow-up. The platform makes one of these for each of
 * its service proxies, so what they share is static.
 */
@Slf4j
public class EncounterAdvice implements AfterReturningAdvice {

	private static final Set<String> CHANGES = Collections
		.unmodifiableSet(new HashSet<>(Arrays.asList("saveEncounter", "voidEncounter", "unvoidEncounter",
			"purgeEncounter", "saveObs", "voidObs", "unvoidObs", "purgeObs")));

	private static final PlanningQueue QUEUE = new PlanningQueue(10_000);

	@Override
	public void afterReturning(Object returned, Method method, Object[] arguments, Object service) {
		try {
			if (Readiness.isReady() && CHANGES.contains(method.getName())) {
				Object changed = returned == null ? arguments[0] : returned;
				Encounter encounter = changed instanceof Obs ? ((Obs) changed).getEncounter() : (Encounter) changed;
				afterCommit(encounter);
			}
		}
		catch (RuntimeException e) {
			log.warn("A saved encounter could not be queued for planning; the sweep plans it", e);
		}
	}

	/** How many saved encounters wait on this node. */
	static int waiting() {
		return QUEUE.size();
	}

	private static void afterCommit(Encounter encounter) {
		if (encounter == null || encounter.getEncounterId() == null) {
			return;
		}
		ChangedEncounter changed = ChangedEncounter.of(encounter);
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			offer(changed);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_COMMITTED) {
					offer(changed);
				}
			}
		});
	}

	private static void offer(ChangedEncounter changed) {
		try {
			QUEUE.offer(changed, EncounterAdvice::plan,
				worker -> Daemon.runInDaemonThreadWithoutResult(worker, Readiness.daemonToken()));
		}
		catch (RuntimeException e) {
			log.warn("Encounter {} could not be queued for planning; the sweep plans it", changed.getEncounterId(), e);
		}
	}

	private static void plan(ChangedEncounter changed) {
		if (Readiness.isReady()) {
			try {
				Context.getRegisteredComponent("retention.changedEncounters", ChangedEncounters.class).follow(changed,
					Context.getAuthenticatedUser());
			}
			finally {
				Context.clearSession();
			}
		}
	}
}
