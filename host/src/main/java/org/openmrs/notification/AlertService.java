/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.notification;

import static org.openmrs.util.PrivilegeConstants.MANAGE_ALERTS;

import java.util.List;

import org.openmrs.User;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;

public interface AlertService extends OpenmrsService {

	@Authorized(MANAGE_ALERTS)
	Alert saveAlert(Alert alert);

	List<Alert> getAlerts(User user, boolean includeRead, boolean includeExpired);
}
