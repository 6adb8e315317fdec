/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.survey.SurveyFixture.aQuestion;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;
import static org.openmrs.module.retention.survey.SurveyFixture.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptName;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.invitation.InvitationRequest;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;

/** Answers to an identified survey whose questions name concepts, in the chart. */
class ResponseChartIT extends RetentionIT {

	private static final String WORDS = "7d3a1111-0000-4000-8000-000000000001";

	private static final String TASTE = "7d3a1111-0000-4000-8000-000000000002";

	private static final String GOOD = "7d3a1111-0000-4000-8000-000000000003";

	private static final String DAY = "7d3a1111-0000-4000-8000-000000000004";

	private Clinic clinic;

	private Patient patient;

	@BeforeEach
	void aClinic() {
		clinic = new Clinic(sessionFactory);
		patient = clinic.aPatient("Anna");
		concept(WORDS, "Own words", ConceptDatatype.TEXT_UUID);
		concept(TASTE, "Taste", ConceptDatatype.CODED_UUID);
		concept(GOOD, "Good taste", ConceptDatatype.N_A_UUID);
		concept(DAY, "Day of it", ConceptDatatype.DATE_UUID);
		flush();
	}

	@Test
	void answers_shouldBeObservations_untilTheyAreTakenBack() {
		answer(given("recommend", "9", "words", "Kind 😀", "taste", "good", "day", "2026-11-20", "wrong", "yes"));
		Encounter encounter = encounters().get(0);
		assertThat(encounters()).hasSize(1);
		assertThat(encounter.getVisit()).isNull();
		Map<String, Obs> found = new HashMap<>();
		encounter.getObs().forEach(obs -> found.put(obs.getConcept().getUuid(), obs));
		assertThat(found).containsOnlyKeys(WORDS, TASTE, DAY);
		assertThat(found.get(WORDS).getValueText()).isEqualTo("Kind 😀");
		assertThat(found.get(TASTE).getValueCoded().getUuid()).isEqualTo(GOOD);
		assertThat(new java.sql.Date(found.get(DAY).getValueDatetime().getTime()).toLocalDate())
			.isEqualTo(LocalDate.of(2026, 11, 20));
		SurveyResponse response = response();
		assertThat(response.getChartEncounterUuid()).isEqualTo(encounter.getUuid());

		Context.getService(SurveyResponseService.class).annulResponse(response, "another patient");
		flushAndClear();
		assertThat(encounters()).isEmpty();
		Encounter voided = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
		assertThat(voided.getVoided()).isTrue();
		assertThat(voided.getAllObs(true)).isNotEmpty().allMatch(Obs::getVoided);
	}

	@Test
	void nothing_shouldBeWritten_whereNoAnswerIsMapped() {
		answer(given("recommend", "9"));
		assertThat(encounters()).isEmpty();
		assertThat(response().getChartEncounterUuid()).isNull();
	}

	@Test
	void nothing_shouldBeWritten_whereNoAnswerFitsItsConcept() {
		answer(given("recommend", "9", "wrong", "yes"));
		assertThat(encounters()).isEmpty();
	}

	private SurveyResponse response() {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.SurveyResponse r where r.patient = :patient", SurveyResponse.class)
			.setParameter("patient", patient).getSingleResult();
	}

	private List<Encounter> encounters() {
		return sessionFactory.getCurrentSession()
			.createQuery("from Encounter e where e.patient = :patient and e.voided = false and e.encounterType.uuid = :type",
				Encounter.class)
			.setParameter("patient", patient).setParameter("type", RetentionMetadata.CONTACT_ENCOUNTER_TYPE).list();
	}

	private void answer(Map<String, Object> answers) {
		Survey survey = Context.getService(SurveyService.class).saveSurvey(aSurvey().clearRecovery()
			.question(aQuestion("words", Question.Type.TEXT).concept(WORDS).build())
			.question(aQuestion("taste", Question.Type.CHOICE).concept(TASTE)
				.option(Question.Option.builder().key("good").text(text("Good")).concept(GOOD).build())
				.option(Question.Option.builder().key("bad").text(text("Bad")).build()).build())
			.question(aQuestion("day", Question.Type.DATE).concept(DAY).build())
			.question(aQuestion("wrong", Question.Type.YES_NO).concept(WORDS).build()).build());
		String token = Context.getService(SurveyInvitationService.class)
			.invite(InvitationRequest.builder().patient(patient.getUuid()).survey(survey.getUuid()).build()).getToken()
			.getText();
		Context.getService(PublicSurveyService.class).submit(token, answers, "en");
		flushAndClear();
	}

	private static Map<String, Object> given(Object... pairs) {
		Map<String, Object> given = new HashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			given.put((String) pairs[i], pairs[i + 1]);
		}
		return given;
	}

	private void concept(String uuid, String name, String datatype) {
		Concept concept = new Concept();
		concept.setUuid(uuid);
		concept.setDatatype(Context.getConceptService().getConceptDatatypeByUuid(datatype));
		concept.setConceptClass(sessionFactory.getCurrentSession().createQuery("from ConceptClass", ConceptClass.class)
			.setMaxResults(1).getSingleResult());
		concept.setFullySpecifiedName(new ConceptName(name, Locale.ENGLISH));
		clinic.save(concept);
	}
}
