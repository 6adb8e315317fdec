/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.Date;
import java.util.List;

import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.notification.Alert;
import org.openmrs.notification.AlertService;

public class AlertServiceImpl extends HostService implements AlertService {

	@Override
	public Alert saveAlert(Alert alert) {
		if (alert.getCreator() == null) {
			alert.setCreator(Context.getAuthenticatedUser());
		}
		if (alert.getDateCreated() == null) {
			alert.setDateCreated(new Date());
		}
		return dao.save(alert);
	}

	@Override
	public List<Alert> getAlerts(User user, boolean includeRead, boolean includeExpired) {
		return dao.list(Alert.class, "exists (select r from AlertRecipient r where r.alert = e and r.recipient = ?1"
			+ " and (?2 = true or r.alertRead = false)) and (?2 = true or e.alertRead = false)"
			+ " and (?3 = true or e.dateToExpire is null or e.dateToExpire > ?4) order by e.dateChanged desc",
			user, includeRead, includeExpired, new Date());
	}
}
