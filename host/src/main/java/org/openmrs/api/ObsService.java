/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import org.openmrs.Obs;
import org.openmrs.annotation.Authorized;

public interface ObsService extends OpenmrsService {

	@Authorized(GET_OBS)
	Obs getObs(Integer obsId);

	@Authorized(GET_OBS)
	Obs getObsByUuid(String uuid);

	@Authorized({ ADD_OBS, EDIT_OBS })
	Obs saveObs(Obs obs, String changeMessage);

	@Authorized(EDIT_OBS)
	Obs voidObs(Obs obs, String reason);

	@Authorized(EDIT_OBS)
	Obs unvoidObs(Obs obs);
}
