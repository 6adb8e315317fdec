/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.Locale;
import lombok.Value;
import org.openmrs.User;
import org.openmrs.module.retention.shared.Messages;

/** Who records, when, and in which language texts for people are written. */
@Value
class Caller {

	User user;

	Instant now;

	Locale locale;

	String text(String code, Object... arguments) {
		return Messages.text(code, locale, arguments);
	}
}
