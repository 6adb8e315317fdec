/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.concurrent.atomic.AtomicReference;
import org.openmrs.module.DaemonToken;

/**
 * Whether this node may run the module's jobs: what it needs is installed, and the context is there. The platform starts the
 * scheduler before a module's advice, its daemon token and its {@code started()}, and builds the context anew whenever any
 * module is started or stopped, which only the activator's {@code willRefreshContext} and {@code contextRefreshed} tell.
 */
public final class Readiness {

	private static final AtomicReference<DaemonToken> TOKEN = new AtomicReference<>();

	private static volatile boolean installed;

	private static volatile boolean contextThere;

	private Readiness() {
	}

	public static boolean isReady() {
		return installed && contextThere;
	}

	/** Whether what the module needs has been installed since it started. */
	public static boolean isInstalled() {
		return installed;
	}

	/** The right to run work as the daemon user; null before the platform has given it. */
	public static DaemonToken daemonToken() {
		return TOKEN.get();
	}

	public static void setDaemonToken(DaemonToken token) {
		TOKEN.set(token);
	}

	public static void setInstalled(boolean value) {
		installed = value;
	}

	public static void setContextThere(boolean value) {
		contextThere = value;
	}
}
