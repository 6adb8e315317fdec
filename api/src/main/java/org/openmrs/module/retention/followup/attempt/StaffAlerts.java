/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.User;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.notification.Alert;
import org.openmrs.notification.AlertService;
import org.openmrs.util.PrivilegeConstants;

/** Tells colleagues by the platform's alerts; no patient is named in one. */
@RequiredArgsConstructor
@Slf4j
class StaffAlerts {

	private static final Duration SHOWN = Duration.ofDays(7);

	private final AlertService alerts;

	/** One alert for all of them; whoever reads it first has read it for all. */
	void tell(List<User> users, String text, Instant now) {
		if (users.isEmpty()) {
			log.warn("Nobody is there to be told: {}", text);
			return;
		}
		Alert alert = new Alert(Texts.cut(text, Alert.TEXT_MAX_LENGTH), users);
		alert.setSatisfiedByAny(true);
		alert.setDateToExpire(Date.from(now.plus(SHOWN)));
		SystemActions.asSystem(Collections.singletonList(PrivilegeConstants.MANAGE_ALERTS), () -> alerts.saveAlert(alert));
	}
}
