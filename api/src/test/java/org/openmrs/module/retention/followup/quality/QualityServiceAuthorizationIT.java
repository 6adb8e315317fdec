/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_CONTACTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.SUPERVISE_FOLLOW_UPS;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

/** Those of one's own contacts need no supervisor: {@link QualityIT}. */
class QualityServiceAuthorizationIT extends ServiceAuthorizationIT {

	QualityServiceAuthorizationIT() {
		super(QualityService.class);
	}

	static Stream<Call> calls() {
		QualitySearch all = QualitySearch.builder().build();
		Page page = new Page(0, 1);
		return Stream.of(call("getCriteria", QualityService::getCriteria, GET_CONTACTS),
			call("drawSample", s -> s.drawSample(SampleRequest.builder().build()), SUPERVISE_FOLLOW_UPS),
			call("getSampleByUuid", s -> s.getSampleByUuid("x"), SUPERVISE_FOLLOW_UPS),
			call("findSamples", s -> s.findSamples(false, page), SUPERVISE_FOLLOW_UPS),
			call("countSamples", s -> s.countSamples(false), SUPERVISE_FOLLOW_UPS),
			call("withdrawSample", s -> s.withdrawSample(null, " "), SUPERVISE_FOLLOW_UPS),
			call("recordReview", s -> s.recordReview(null, null, null), SUPERVISE_FOLLOW_UPS),
			call("correctReview", s -> s.correctReview(null, null, null), SUPERVISE_FOLLOW_UPS),
			call("withdrawReview", s -> s.withdrawReview(null, " "), SUPERVISE_FOLLOW_UPS),
			call("getReviewByUuid", s -> s.getReviewByUuid("x"), GET_CONTACTS),
			call("findReviews", s -> s.findReviews(all, page), GET_CONTACTS, SUPERVISE_FOLLOW_UPS),
			call("countReviews", s -> s.countReviews(all), GET_CONTACTS, SUPERVISE_FOLLOW_UPS),
			call("getFigures", s -> s.getFigures(all), GET_CONTACTS));
	}

	private static Call call(String method, Consumer<QualityService> call, String... privileges) {
		return call(QualityService.class, method, call, privileges);
	}
}
