/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.shared.Readiness;

/** The platform builds its context anew whenever any module is started or stopped, and tells the others only that. */
class RetentionActivatorTest {

	private final RetentionActivator activator = new RetentionActivator();

	@AfterEach
	void forget() {
		Readiness.setInstalled(false);
		Readiness.setContextThere(false);
	}

	@Test
	void contextRefreshed_shouldGoOn_whenAnotherModuleWasStarted() {
		Readiness.setInstalled(true);
		activator.contextRefreshed();
		assertThat(Readiness.isReady()).isTrue();

		activator.willRefreshContext();
		assertThat(Readiness.isReady()).isFalse();

		activator.contextRefreshed();
		assertThat(Readiness.isReady()).isTrue();
	}

	@Test
	void willRefreshContext_shouldHold_whenTheInstallationEndsInTheMidstOfIt() {
		activator.contextRefreshed();
		activator.willRefreshContext();
		Readiness.setInstalled(true);
		assertThat(Readiness.isReady()).isFalse();
	}

	@Test
	void contextRefreshed_shouldNotInstall_beforeTheModuleHasStarted() {
		activator.contextRefreshed();
		assertThat(Readiness.isReady()).isFalse();
	}
}
