/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.persistence.PersistenceException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;

class LockRetryTest {

	private int calls;

	private int cleared;

	@Test
	void of_shouldCallAgain_whenTheTransactionWasLostToAnother() {
		assertThat(LockRetry.of(() -> losing(2), () -> cleared++)).isEqualTo("recorded");
		assertThat(calls).isEqualTo(3);
		assertThat(cleared).isEqualTo(2);
	}

	@Test
	void of_shouldGiveUp_whenItIsLostThreeTimes() {
		assertThatThrownBy(() -> LockRetry.of(() -> losing(3), () -> cleared++)).isInstanceOf(PersistenceException.class);
		assertThat(calls).isEqualTo(3);
	}

	@Test
	void of_shouldNotCallAgain_whenItFailsOtherwise() {
		assertThatThrownBy(() -> LockRetry.of(() -> {
			calls++;
			throw new IllegalStateException();
		}, () -> cleared++)).isInstanceOf(IllegalStateException.class);
		assertThat(calls).isEqualTo(1);
		assertThat(cleared).isZero();
	}

	private String losing(int times) {
		calls++;
		if (calls <= times) {
			throw new PersistenceException(new LockAcquisitionException("deadlock", new SQLException("deadlock")));
		}
		return "recorded";
	}
}
