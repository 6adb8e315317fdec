/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.retention.shared.Readiness;

/** Does something as the daemon user, whoever is or is not signed in, and waits for it. */
final class AsDaemon {

	private AsDaemon() {
	}

	static <T> T run(Supplier<T> work) {
		AtomicReference<T> result = new AtomicReference<>();
		AtomicReference<RuntimeException> failure = new AtomicReference<>();
		try {
			Daemon.runInDaemonThreadWithoutResult(() -> {
				try {
					result.set(work.get());
				}
				catch (RuntimeException e) {
					failure.set(e);
				}
			}, Readiness.daemonToken()).get();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
		catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
		if (failure.get() != null) {
			throw failure.get();
		}
		return result.get();
	}
}
