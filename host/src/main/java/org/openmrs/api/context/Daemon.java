/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.context;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.DaemonToken;
import org.openmrs.module.ModuleFactory;
import org.openmrs.util.OpenmrsThreadPoolHolder;

/** Threads that need no privilege and act as the daemon user. Only who holds a token may start one. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class Daemon {

	static final String DAEMON_USER_UUID = "A4F30A1B-5EB9-11DF-A648-37A07F9C90FB";
	private static final ThreadLocal<Boolean> IN_DAEMON = ThreadLocal.withInitial(() -> false);
	private static final ThreadLocal<User> USER = new ThreadLocal<>();

	public static boolean isDaemonThread() {
		return IN_DAEMON.get();
	}

	public static User getDaemonThreadUser() {
		if (!isDaemonThread()) {
			return null;
		}
		if (USER.get() == null) {
			USER.set(Context.host().getUserByUuid(DAEMON_USER_UUID));
		}
		return USER.get();
	}

	public static Future<?> runInDaemonThreadWithoutResult(Runnable runnable, DaemonToken token) {
		check(token);
		return submit(() -> {
			runnable.run();
			return null;
		});
	}

	private static void check(DaemonToken token) {
		if (!ModuleFactory.isTokenValid(token)) {
			throw new ContextAuthenticationException("Invalid token");
		}
	}

	static <T> Future<T> submit(Callable<T> callable) {
		return OpenmrsThreadPoolHolder.threadExecutor.submit(() -> {
			IN_DAEMON.set(true);
			try {
				Context.openSession();
				return callable.call();
			}
			finally {
				try {
					Context.closeSession();
				}
				finally {
					IN_DAEMON.remove();
					USER.remove();
				}
			}
		});
	}
}
