/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.concurrent.atomic.AtomicReference;
import org.openmrs.module.DaemonToken;

/**
 * Whether this node may run the module's jobs. The platform starts the scheduler before a module's advice, its daemon
 * token and its {@code started()}; until all of these are there, a job does nothing.
 */
public final class Readiness {

	private static final AtomicReference<DaemonToken> TOKEN = new AtomicReference<>();

	private static volatile boolean ready;

	private Readiness() {
	}

	public static boolean isReady() {
		return ready;
	}

	/** The right to run work as the daemon user; null before the platform has given it. */
	public static DaemonToken daemonToken() {
		return TOKEN.get();
	}

	public static void setDaemonToken(DaemonToken token) {
		TOKEN.set(token);
	}

	public static void ready() {
		ready = true;
	}

	public static void notReady() {
		ready = false;
	}
}
