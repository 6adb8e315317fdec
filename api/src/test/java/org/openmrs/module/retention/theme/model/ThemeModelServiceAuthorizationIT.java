/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_THEMES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_COMMENTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_THEMES;

import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class ThemeModelServiceAuthorizationIT extends ServiceAuthorizationIT {

	ThemeModelServiceAuthorizationIT() {
		super(ThemeModelService.class);
	}

	static Stream<Call> calls() {
		Class<ThemeModelService> service = ThemeModelService.class;
		return Stream.of(call(service, "getModelByUuid", s -> s.getModelByUuid("x"), GET_THEMES),
			call(service, "findModels", s -> s.findModels(new Page(0, 1)), GET_THEMES),
			call(service, "countModels", s -> s.countModels(), GET_THEMES),
			call(service, "retrain", s -> s.retrain(), MANAGE_THEMES),
			call(service, "retrainWhenDue", s -> s.retrainWhenDue(), MANAGE_THEMES),
			call(service, "proposeThemes", s -> s.proposeThemes(), MANAGE_COMMENTS),
			call(service, "proposeFor", s -> s.proposeFor(null), MANAGE_COMMENTS));
	}
}
