/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.context;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** The host's own way into a daemon thread, which needs no token. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class HostDaemon {

	public static <T> T run(Callable<T> callable) throws Exception {
		try {
			return Daemon.submit(callable).get();
		}
		catch (ExecutionException e) {
			throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
		}
	}
}
