/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.hosttest;

import java.util.concurrent.ExecutionException;

import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.DaemonToken;
import org.openmrs.module.DaemonTokenAware;
import org.openmrs.module.ModuleActivator;

/** Writes down when it is called; a class loader of its own hides its fields, so it does so in a system property. */
public class LifeActivator implements ModuleActivator, DaemonTokenAware {

	static final String LOG = "hosttest.life";

	private DaemonToken token;

	private void note(String what) {
		System.setProperty(LOG, System.getProperty(LOG, "") + " " + what);
	}

	@Override
	public void setDaemonToken(DaemonToken token) {
		this.token = token;
		note("token");
	}

	@Override
	public void willRefreshContext() {
		note("willRefreshContext");
	}

	@Override
	public void contextRefreshed() {
		note("contextRefreshed");
	}

	@Override
	public void willStart() {
		note("willStart:" + Context.getAdministrationService().getGlobalProperty("hosttest.days"));
	}

	@Override
	public void started() {
		note("started:" + Context.getRegisteredComponent("hosttest.word", String.class));
		try {
			Daemon.runInDaemonThreadWithoutResult(
				() -> note("daemon:" + Context.getAuthenticatedUser().getSystemId() + ":" + Daemon.isDaemonThread()), token)
				.get();
		}
		catch (InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void willStop() {
		note("willStop");
	}

	@Override
	public void stopped() {
		note("stopped");
	}
}
