/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.sql.SQLTransactionRollbackException;
import java.util.function.Supplier;
import javax.persistence.LockTimeoutException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hibernate.PessimisticLockException;
import org.hibernate.exception.LockAcquisitionException;
import org.openmrs.api.context.Context;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Calls a service again when the database has sacrificed its transaction to another's. Nothing of it was written, and what
 * the caller asked for is as good as before. Only around a call that is a transaction of its own.
 */
public final class LockRetry {

	private static final int MOST = 3;

	private LockRetry() {
	}

	public static <T> T of(Supplier<T> call) {
		return of(call, Context::clearSession);
	}

	/** @param before done before each further call: what was read in the lost transaction is stale */
	static <T> T of(Supplier<T> call, Runnable before) {
		for (int tries = 1; tries < MOST; tries++) {
			try {
				return call.get();
			}
			catch (RuntimeException e) {
				if (!isLost(e)) {
					throw e;
				}
				before.run();
			}
		}
		return call.get();
	}

	private static boolean isLost(Throwable thrown) {
		return ExceptionUtils.getThrowableList(thrown).stream().anyMatch(LockRetry::isOfLock);
	}

	/** Whether it says that the transaction waited for another too long, or was the one of two that had to give way. */
	static boolean isOfLock(Throwable cause) {
		return cause instanceof PessimisticLockingFailureException || cause instanceof LockAcquisitionException
			|| cause instanceof PessimisticLockException || cause instanceof javax.persistence.PessimisticLockException
			|| cause instanceof LockTimeoutException || cause instanceof SQLTransactionRollbackException;
	}
}
