/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform takes a user's language from the property {@code defaultLocale}, whatever the request accepts. */
class LanguageIT {

	private final RestServer server = RestServer.started();

	private final Clinic clinic = new Clinic();

	@ParameterizedTest
	@CsvSource({ "en, There is no such object.", "nb, Objektet finnes ikke.",
		"ru, \u0422\u0430\u043a\u043e\u0433\u043e \u043e\u0431\u044a\u0435\u043a\u0442\u0430 \u043d\u0435\u0442.",
		"zh, \u6ca1\u6709\u8fd9\u4e2a\u5bf9\u8c61\u3002", "es, No existe ese objeto.",
		"fr, Cet objet n\u2019existe pas." })
	void message_shouldBeInTheCallersLanguage(String language, String message) {
		RestServer nurse = clinic.staff("Retention: Nurse");
		String uuid = Clinic.uuidOf(nurse);
		server.post("user/" + uuid, Map.of("userProperties", Map.of("defaultLocale", language))).expect(200);
		assertThat(nurse.get("retention/followuptask/00000000-0000-0000-0000-000000000000").expectError(404,
			"retention.web.error.not-found", null).at("/error/message")).isEqualTo(message);
	}
}
