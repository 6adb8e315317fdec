/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.time.Clock;
import java.time.Instant;
import org.openmrs.api.context.Context;

/** The time that the module's services go by. */
public final class ModuleClock {

	private ModuleClock() {
	}

	public static Instant now() {
		return Context.getRegisteredComponent("retention.clock", Clock.class).instant();
	}
}
