/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.module.retention.chart.ChartAnswers;
import org.openmrs.module.retention.chart.ChartWriter;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.SurveyDefinition;

/**
 * Answers to an identified survey whose questions name concepts, in the patient's chart: an encounter of our own type with an
 * observation for each. Taken back with them.
 */
@RequiredArgsConstructor
class ResponseChart {

	private final ChartWriter chart;

	private final ChartAnswers observations;

	private final RetentionSettings settings;

	void write(SurveyResponse response, SurveyDefinition survey, Map<String, String> answers, Responses.Writer writer) {
		Patient patient = response.getPatient();
		boolean mapped = answers.keySet().stream().anyMatch(key -> survey.question(key).getConcept() != null);
		boolean wanted = survey.getPrivacy() == Privacy.IDENTIFIED && mapped && patient != null
			&& !Boolean.TRUE.equals(patient.getVoided()) && settings.flag(RetentionSettings.CHART_ENCOUNTER, true);
		EncounterType type = wanted ? chart.type() : null;
		if (type == null) {
			return;
		}
		Encounter written = chart.write(ChartWriter.Entry.builder().patient(patient).type(type).at(writer.getAt())
			.location(response.getLocation()).writer(writer.getUser()).writtenAt(writer.getAt())
			.observations(() -> of(survey, answers)).onlyWithObservations(true).build());
		if (written != null) {
			response.chartedAs(written.getUuid());
		}
	}

	private List<Obs> of(SurveyDefinition survey, Map<String, String> answers) {
		List<Obs> all = new ArrayList<>();
		answers.forEach((key, answer) -> all.addAll(observations.of(survey.question(key), answer)));
		return all;
	}

	void withdraw(SurveyResponse response, String reason) {
		chart.withdraw(response.getChartEncounterUuid(), reason);
	}
}
