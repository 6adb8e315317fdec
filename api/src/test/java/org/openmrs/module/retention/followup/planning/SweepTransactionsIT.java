/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.support.TransactionTemplate;

/** The sweep as the scheduler's thread runs it: with a session, and no transaction but those of its slices. */
class SweepTransactionsIT extends RetentionIT {

	@Autowired
	private TransactionTemplate ownTransactions;

	@BeforeEach
	void endTheTestsTransaction() {
		TestTransaction.end();
	}

	@AfterEach
	void takeAway() {
		ownTransactions.execute(status -> sessionFactory.getCurrentSession()
			.createNativeQuery("DELETE FROM retention_watermark").executeUpdate());
	}

	@Test
	void sweep_shouldReadAndWriteInItsSlicesOnly_thatFindsNothingToPlan() {
		PlanningService planning = Context.getService(PlanningService.class);
		assertThat(planning.sweep().getFailures()).isZero();
		assertThat(planning.sweep().getFailures()).isZero();
	}
}
