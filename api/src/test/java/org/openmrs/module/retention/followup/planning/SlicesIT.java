/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransactionRollbackException;
import java.util.function.Supplier;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.RetentionIT;
import org.springframework.beans.factory.annotation.Autowired;

class SlicesIT extends RetentionIT {

	@Autowired
	private Slices slices;

	private int runs;

	@Test
	void run_shouldBeDoneOnceMore_whenTheDatabaseHasUndoneItForOthers() {
		assertThat(slices.run(losing(1))).isEqualTo("done");
		assertThat(runs).isEqualTo(2);
	}

	@Test
	void run_shouldGiveUp_whenItIsUndoneAgain() {
		assertThatThrownBy(() -> slices.run(losing(2))).isInstanceOf(LockAcquisitionException.class);
		assertThat(runs).isEqualTo(2);
	}

	private Supplier<String> losing(int times) {
		return () -> {
			if (++runs <= times) {
				throw new LockAcquisitionException("undone", new SQLTransactionRollbackException("deadlock"));
			}
			return "done";
		};
	}
}
