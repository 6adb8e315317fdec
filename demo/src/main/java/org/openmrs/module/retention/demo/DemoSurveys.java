/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the demo's own people do about surveys over REST, so that what follows from it is seen too. */
final class DemoSurveys {

	private static final int NOT_TO_BE_ASKED = 409;

	private static final List<Map<String, Object>> ANSWERS = List.of(
		Map.of("recommend", 3, "satisfied", 2, "better",
			"I waited for an hour, and then it had to be quick. Nobody told me why."),
		Map.of("recommend", 7, "satisfied", 4, "better", "I have a question about my bill.", "call-me", "yes"),
		Map.of("recommend", 10, "satisfied", 5, "good", "She took time for me and explained every step."));

	private final Rest nurse;

	DemoSurveys(DemoServer server) {
		nurse = new Rest(server.url(), "nurse1", DemoStaff.PASSWORD);
	}

	/** Some ring, each once: one would hardly recommend the clinic, one wishes to be called, one is content. */
	void answerToday(List<ClinicSurveys.Unasked> unasked) {
		Set<String> asked = new HashSet<>();
		Iterator<Map<String, Object>> answers = ANSWERS.iterator();
		for (Iterator<ClinicSurveys.Unasked> visits = unasked.iterator(); answers.hasNext() && visits.hasNext();) {
			ClinicSurveys.Unasked visit = visits.next();
			if (!asked.add(visit.patient())) {
				continue;
			}
			Rest.Answer invitation = nurse.post("retention/surveyinvitation", Map.of("survey",
				ClinicSurveys.AFTER_A_VISIT, "patient", visit.patient(), "encounter", visit.encounter()));
			if (invitation.status() != NOT_TO_BE_ASKED) {
				nurse.post("retention/surveyresponse", Map.of("invitation", invitation.uuid(), "mode", "INTERVIEW_OTHER",
					"language", "en", "answers", answers.next())).ok();
			}
		}
	}
}
