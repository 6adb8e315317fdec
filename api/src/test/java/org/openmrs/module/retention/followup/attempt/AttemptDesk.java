/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Clock;
import org.openmrs.api.context.Context;

/** The module's own service for contacts, on another clock; for tests of the features that record contacts. */
public final class AttemptDesk {

	private AttemptDesk() {
	}

	public static ContactAttemptService on(Clock clock) {
		return new ContactAttemptServiceImpl(bean("attemptDao", AttemptDao.class),
			bean("attemptReferences", References.class), bean("attemptRecorder", AttemptRecorder.class),
			bean("attemptConsequences", AttemptConsequences.class), clock);
	}

	private static <T> T bean(String name, Class<T> type) {
		return Context.getRegisteredComponent("retention." + name, type);
	}
}
