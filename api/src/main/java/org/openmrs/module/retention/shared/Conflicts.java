/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import javax.persistence.LockTimeoutException;
import javax.persistence.OptimisticLockException;
import javax.persistence.PessimisticLockException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hibernate.StaleStateException;
import org.hibernate.exception.LockAcquisitionException;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells that somebody else was faster from what went wrong: the same again, on what is there now, may do. */
public final class Conflicts {

	private Conflicts() {
	}

	/** Whether rows had another version than the one that was read, or a lock was waited for in vain. */
	public static boolean isConflict(Throwable thrown) {
		return ExceptionUtils.getThrowableList(thrown).stream()
			.anyMatch(cause -> cause instanceof ConcurrencyFailureException || cause instanceof OptimisticLockException
				|| cause instanceof StaleStateException || cause instanceof LockAcquisitionException
				|| cause instanceof PessimisticLockException || cause instanceof LockTimeoutException
				|| cause instanceof org.hibernate.PessimisticLockException);
	}
}
