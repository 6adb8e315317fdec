/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartAddressTest {

	@ParameterizedTest
	@CsvSource({ "/openmrs/spa/patient/{uuid}/chart,/openmrs/spa/patient/p-1/chart",
		"/openmrs/patientDashboard.form?patientId={uuid}&again={uuid},/openmrs/patientDashboard.form?patientId=p-1&again=p-1",
		"https://chart.example:8443/{uuid}#top,https://chart.example:8443/p-1#top",
		"HTTP://chart.example/{uuid},HTTP://chart.example/p-1",
		"/kart/ø/{uuid},/kart/%C3%B8/p-1" })
	void of_shouldBeThePatients_whenItIsAPathOrOfTheWeb(String pattern, String address) {
		assertThat(ChartAddress.of(pattern, "p-1")).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/chart", "chart/{uuid}", "//elsewhere.example/{uuid}", "///{uuid}",
		"/\\elsewhere.example/{uuid}",
		"\\\\elsewhere.example/{uuid}", "javascript:alert('{uuid}')", "JavaScript://x/%0aalert(1)//{uuid}",
		"data:text/html,{uuid}",
		"file:///etc/{uuid}", "http:{uuid}", "https:///{uuid}", "/chart/{uuid}\"onclick=\"x", "/chart/<b>{uuid}",
		"/chart/{uuid} x",
		"/chart/{uuid}\nx", "{uuid}", "/{uuid}/{other}" })
	void of_shouldBeNone_otherwise(String pattern) {
		assertThat(ChartAddress.of(pattern, "p-1")).isNull();
	}
}
