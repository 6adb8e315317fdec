/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_COMMENTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_SURVEY_RESPONSES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_THEMES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_COMMENTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_FOLLOW_UPS;

import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class MeasureServiceAuthorizationIT extends ServiceAuthorizationIT {

	MeasureServiceAuthorizationIT() {
		super(MeasureService.class);
	}

	static Stream<Call> calls() {
		Class<MeasureService> service = MeasureService.class;
		Page one = new Page(0, 1);
		MeasureSearch any = MeasureSearch.builder().build();
		return Stream.of(
			call(service, "recordMeasure", s -> s.recordMeasure(MeasureRequest.builder().build()), MANAGE_COMMENTS),
			call(service, "getMeasureByUuid", s -> s.getMeasureByUuid("x"), GET_THEMES),
			call(service, "findMeasures", s -> s.findMeasures(any, one), GET_THEMES),
			call(service, "countMeasures", s -> s.countMeasures(any), GET_THEMES),
			call(service, "getMeasureHistory", s -> s.getMeasureHistory(null), GET_THEMES),
			call(service, "transitionMeasure", s -> s.transitionMeasure(null, null, null, null, null), MANAGE_COMMENTS),
			call(service, "findRaisers", s -> s.findRaisers(new Measure(), one), GET_COMMENTS, GET_SURVEY_RESPONSES,
				GET_CONTACTS),
			call(service, "countRaisers", s -> s.countRaisers(new Measure()), GET_COMMENTS),
			call(service, "countToTell", s -> s.countToTell(new Measure()), GET_COMMENTS),
			call(service, "tellRaisers", s -> s.tellRaisers(null, null), MANAGE_COMMENTS, MANAGE_FOLLOW_UPS),
			call(service, "endGroundlessCalls", s -> s.endGroundlessCalls(), MANAGE_FOLLOW_UPS),
			call(service, "getNotices", s -> s.getNotices(null, null), GET_THEMES));
	}
}
