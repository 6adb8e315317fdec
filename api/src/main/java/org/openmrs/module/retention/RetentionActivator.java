/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.BaseModuleActivator;
import org.openmrs.module.DaemonToken;
import org.openmrs.module.DaemonTokenAware;
import org.openmrs.module.retention.metadata.PackageLoading;
import org.openmrs.module.retention.shared.Readiness;

/**
 * Starts and stops the module. An exception that leaves {@code started()} can take the whole server down, so everything
 * is caught and reported, and what takes time runs in a daemon thread after the start.
 */
@Slf4j
public class RetentionActivator extends BaseModuleActivator implements DaemonTokenAware {

	private volatile boolean started;

	@Override
	public void setDaemonToken(DaemonToken token) {
		Readiness.setDaemonToken(token);
	}

	/** Also when another module was started or stopped: then {@code started()} is not called again. */
	@Override
	public void contextRefreshed() {
		Readiness.setContextThere(true);
		if (started && !Readiness.isInstalled()) {
			installInTheBackground();
		}
	}

	@Override
	public void started() {
		started = true;
		installInTheBackground();
	}

	@Override
	public void willRefreshContext() {
		Readiness.setContextThere(false);
	}

	@Override
	public void willStop() {
		started = false;
		Readiness.setInstalled(false);
		try {
			Context.getRegisteredComponent("retention.jobs", RetentionJobs.class).stop();
		}
		catch (RuntimeException e) {
			log.warn("Patient Retention could not stop its jobs; without the module they do nothing", e);
		}
	}

	private static void installInTheBackground() {
		try {
			Daemon.runInDaemonThreadWithoutResult(RetentionActivator::installAndLoad, Readiness.daemonToken());
		}
		catch (RuntimeException e) {
			log.error("Patient Retention could not begin its work; the server goes on without it", e);
		}
	}

	/** One at a time, for the context may be built anew while it runs, which breaks it off and begins it again. */
	private static synchronized void installAndLoad() {
		if (Readiness.isInstalled()) {
			return;
		}
		try {
			Context.getRegisteredComponent("retention.install", RetentionInstall.class).install();
			Context.getRegisteredComponent("retention.packageLoading", PackageLoading.class).loadAtStart();
			Readiness.setInstalled(true);
			Context.getRegisteredComponent("retention.jobs", RetentionJobs.class).start();
			log.info("Patient Retention is ready");
		}
		catch (RuntimeException | LinkageError e) {
			log.error("Patient Retention could not install what it needs; its jobs stay off", e);
		}
	}
}
