/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.api.EncounterService;
import org.openmrs.api.ObsService;
import org.openmrs.module.retention.shared.Readiness;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Without a daemon token no worker can be started here: what is queued stays, and nothing is thrown. */
class EncounterAdviceTest {

	private static final AtomicInteger IDS = new AtomicInteger(900_000);

	private final EncounterAdvice advice = new EncounterAdvice();

	private int before;

	@BeforeEach
	void begin() {
		Readiness.setInstalled(true);
		Readiness.setContextThere(true);
		before = EncounterAdvice.waiting();
	}

	@AfterEach
	void end() {
		Readiness.setInstalled(false);
		Readiness.setContextThere(false);
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.clearSynchronization();
		}
	}

	@Test
	void afterReturning_shouldQueueAfterTheCommitOnly() throws NoSuchMethodException {
		TransactionSynchronizationManager.initSynchronization();

		saved("saveEncounter");
		assertThat(EncounterAdvice.waiting()).isEqualTo(before);
		complete(TransactionSynchronization.STATUS_COMMITTED);

		assertThat(EncounterAdvice.waiting()).isEqualTo(before + 1);
	}

	@Test
	void afterReturning_shouldQueueNothing_whenItIsRolledBack() throws NoSuchMethodException {
		TransactionSynchronizationManager.initSynchronization();

		saved("saveEncounter");
		complete(TransactionSynchronization.STATUS_ROLLED_BACK);

		assertThat(EncounterAdvice.waiting()).isEqualTo(before);
	}

	@Test
	void afterReturning_shouldQueueNothing_beforeTheModuleIsReady_norForReads() throws NoSuchMethodException {
		TransactionSynchronizationManager.initSynchronization();
		Readiness.setInstalled(false);
		saved("saveEncounter");
		Readiness.setInstalled(true);
		advice.afterReturning(encounter(), EncounterService.class.getMethod("getEncounter", Integer.class),
			new Object[]{ 1 }, null);

		assertThat(TransactionSynchronizationManager.getSynchronizations()).isEmpty();
	}

	@Test
	void afterReturning_shouldQueueAtOnce_withoutATransaction() throws NoSuchMethodException {
		saved("saveEncounter");

		assertThat(EncounterAdvice.waiting()).isEqualTo(before + 1);
	}

	@Test
	void afterReturning_shouldQueueTheEncounterOfAnObservation() throws NoSuchMethodException {
		Obs obs = new Obs();
		obs.setEncounter(encounter());
		advice.afterReturning(obs, ObsService.class.getMethod("voidObs", Obs.class, String.class), new Object[]{ obs, "" },
			null);
		assertThat(EncounterAdvice.waiting()).isEqualTo(before + 1);
		Obs ofNoEncounter = new Obs();
		advice.afterReturning(ofNoEncounter, ObsService.class.getMethod("unvoidObs", Obs.class),
			new Object[]{ ofNoEncounter }, null);
		assertThat(EncounterAdvice.waiting()).isEqualTo(before + 1);
	}

	@Test
	void afterReturning_shouldQueueWhatIsPurged() throws NoSuchMethodException {
		Method purge = EncounterService.class.getMethod("purgeEncounter", Encounter.class);

		advice.afterReturning(null, purge, new Object[]{ encounter() }, null);

		assertThat(EncounterAdvice.waiting()).isEqualTo(before + 1);
	}

	private void saved(String method) throws NoSuchMethodException {
		Encounter encounter = encounter();
		Method save = EncounterService.class.getMethod(method, Encounter.class);
		advice.afterReturning(encounter, save, new Object[]{ encounter }, null);
	}

	private static Encounter encounter() {
		Encounter encounter = new Encounter();
		encounter.setEncounterId(IDS.incrementAndGet());
		return encounter;
	}

	private static void complete(int status) {
		TransactionSynchronizationManager.getSynchronizations().forEach(s -> s.afterCompletion(status));
	}
}
