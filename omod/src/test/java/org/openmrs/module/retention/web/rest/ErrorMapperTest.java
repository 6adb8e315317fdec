/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import javax.persistence.LockTimeoutException;
import org.hibernate.PessimisticLockException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;

class ErrorMapperTest {

	@Test
	void refused_shouldSayThatItWasOvertaken_whenAnotherHeldTheRow() {
		for (RuntimeException lost : Arrays.asList(new StaleStateException("stale"),
			new PessimisticLockException("waited too long", new SQLException("1205"), null),
			new LockAcquisitionException("deadlock", new SQLException("1213")), new LockTimeoutException("waited too long"),
			new javax.persistence.PessimisticLockException("waited too long"))) {
			RestError error = new ErrorMapper().refused(new IllegalStateException(lost));
			assertThat(error).as(lost.getClass().getName()).isNotNull();
			assertThat(error.getStatus()).isEqualTo(409);
		}
	}

	@Test
	void refused_shouldKnowNothingOfTheRest() {
		assertThat(new ErrorMapper().refused(new IllegalStateException("broken"))).isNull();
	}
}
