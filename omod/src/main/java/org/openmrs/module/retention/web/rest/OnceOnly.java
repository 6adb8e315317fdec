/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.sql.SQLIntegrityConstraintViolationException;
import java.util.function.Supplier;
import org.openmrs.api.context.Context;

/** What has a key of the caller's: of two that are sent at once the other is done again, and finds what the first has done. */
public final class OnceOnly {

	private static final int MAX_DEPTH = 10;

	private OnceOnly() {
	}

	public static <T> T of(Supplier<T> call) {
		try {
			return LockRetry.of(call);
		}
		catch (RuntimeException e) {
			if (!isOvertaken(e)) {
				throw e;
			}
			Context.clearSession();
			return LockRetry.of(call);
		}
	}

	private static boolean isOvertaken(Throwable thrown) {
		Throwable cause = thrown;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			if (cause instanceof SQLIntegrityConstraintViolationException) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}
}
