/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptName;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.util.OpenmrsConstants;

class ChartEncounterIT extends AttemptIT {

	private static final String PAIN = "3a6dbd5d-6d1c-4d43-9c53-3e5e5d8c7a01";

	private static final String HEALING = "3a6dbd5d-6d1c-4d43-9c53-3e5e5d8c7a02";

	private static final String GOOD = "3a6dbd5d-6d1c-4d43-9c53-3e5e5d8c7a03";

	private static final String OUTCOME = "3a6dbd5d-6d1c-4d43-9c53-3e5e5d8c7a04";

	private Patient patient;

	private FollowUpTask care;

	@BeforeEach
	void aTask() {
		patient = clinic.aPatient("Ada");
		care = task(patient, Purpose.CARE);
	}

	@Test
	void conversation_shouldBeInTheChartOfItsPatient() {
		ContactAttempt attempt = record(spoke(Disposition.DONE, care).startedAt(at("13:00")));
		Encounter encounter = only(patient);
		assertThat(encounter.getUuid()).isEqualTo(attempt.getEncounterUuid());
		assertThat(encounter.getEncounterId()).isEqualTo(attempt.getEncounterId());
		assertThat(encounter.getEncounterType().getUuid()).isEqualTo(RetentionMetadata.CONTACT_ENCOUNTER_TYPE);
		assertThat(encounter.getEncounterDatetime().toInstant()).isEqualTo(at("13:00"));
		assertThat(encounter.getCreator()).isEqualTo(caller());
		assertThat(encounter.getVisit()).isNull();
		assertThat(encounter.getObs()).isEmpty();
	}

	@Test
	void conversation_shouldBeInTheChartOfEachPatientOnce() {
		Patient brother = clinic.aPatient("Bo");
		ContactAttempt attempt = record(
			spoke(Disposition.DONE, care, task(patient, Purpose.RECALL), task(brother, Purpose.RECALL)));
		assertThat(only(patient).getUuid()).isEqualTo(attempt.getEncounterUuid());
		assertThat(only(brother).getUuid()).isEqualTo(attempt.getLinks().get(2).getEncounterUuid());
	}

	@ParameterizedTest
	@EnumSource(value = AttemptResult.class, names = { "NO_ANSWER", "VOICEMAIL", "BUSY" })
	void attempt_shouldNotBeInTheChart_whenNobodySpoke(AttemptResult result) {
		record(request(result, care));
		assertThat(charts(patient)).isEmpty();
	}

	@Test
	void setting_shouldTurnItOff() {
		setting(RetentionSettings.CHART_ENCOUNTER, "false");
		assertThat(record(spoke(Disposition.DONE, care)).getEncounterUuid()).isNull();
		assertThat(charts(patient)).isEmpty();
	}

	@Test
	void contact_shouldBeRecorded_whenTheSiteHasNoSuchEncounterType() {
		setting(RetentionSettings.CHART_ENCOUNTER_TYPE, "6f2b7d0e-0000-4000-8000-000000000000");
		assertThat(record(spoke(Disposition.DONE, care)).getEncounterUuid()).isNull();
	}

	@Test
	void caller_shouldBeItsProvider_whenThereIsAProviderAccount_andNeedNoPrivilegeOfTheChart() {
		User nurse = clinic.aUser("anna", clinic.aRole("Caller", RetentionPrivileges.MANAGE_CONTACTS));
		Provider provider = clinic.aProvider(nurse.getPerson());
		clinic.logInAs(nurse);
		record(spoke(Disposition.DONE, care));
		Context.logout();
		Context.authenticate("admin", "test");
		Encounter encounter = only(patient);
		assertThat(encounter.getEncounterProviders()).singleElement().satisfies(p -> {
			assertThat(p.getProvider()).isEqualTo(provider);
			assertThat(p.getEncounterRole().getUuid()).isEqualTo("a0b03050-c99b-11e0-9572-0800200c9a66");
		});
		assertThat(encounter.getCreator()).isEqualTo(nurse);
	}

	@ParameterizedTest
	@ValueSource(strings = { "NoVisitAssignmentHandler", "ExistingVisitAssignmentHandler",
		"ExistingOrNewVisitAssignmentHandler" })
	void encounter_shouldNeitherJoinNorMakeAVisit_whateverTheHandler(String handler) {
		setting(OpenmrsConstants.GP_VISIT_ASSIGNMENT_HANDLER, "org.openmrs.api.handler." + handler);
		VisitType type = visitType();
		Patient inTheBuilding = clinic.aPatient("Bo");
		Visit visit = new Visit(inTheBuilding, type, Date.from(at("08:00")));
		clinic.save(visit);
		flush();
		record(spoke(Disposition.DONE, task(inTheBuilding, Purpose.CARE)));
		record(spoke(Disposition.DONE, care));
		flushAndClear();
		assertThat(only(inTheBuilding).getVisit()).isNull();
		assertThat(only(patient).getVisit()).isNull();
		assertThat(visits(inTheBuilding)).hasSize(1);
		assertThat(visits(patient)).isEmpty();
	}

	@Test
	void encounter_shouldBeWritten_whenTheSiteMapsItsEncounterTypesToVisitTypesAndOursIsNotAmongThem() {
		setting(OpenmrsConstants.GP_VISIT_ASSIGNMENT_HANDLER,
			"org.openmrs.api.handler.ExistingOrNewVisitAssignmentHandler");
		setting(OpenmrsConstants.GP_ENCOUNTER_TYPE_TO_VISIT_TYPE_MAPPING, "99999:" + visitType().getUuid());
		record(spoke(Disposition.DONE, care));
		assertThat(only(patient).getVisit()).isNull();
	}

	@Test
	void answers_shouldBeObservations_whereTheirQuestionsNameConcepts() {
		concept(PAIN, "Pain score", ConceptDatatype.TEXT_UUID);
		concept(HEALING, "Healing", ConceptDatatype.CODED_UUID);
		concept(GOOD, "Good", ConceptDatatype.N_A_UUID);
		concept(OUTCOME, "Outcome", ConceptDatatype.TEXT_UUID);
		setting(RetentionSettings.CHART_CONCEPTS, "disposition=" + OUTCOME + ",result=unknown:1");
		FollowUpPlan plan = plan(patient);
		FollowUpTask step = step(plan, "day-1", Purpose.CARE);
		Map<String, Object> answers = new HashMap<>();
		answers.put("words", "Throbs 😀");
		answers.put("healing", "good");
		answers.put("unmapped", true);
		record(spoke(Disposition.DONE, step).answers(Collections.singletonMap(step.getUuid(), answers)));
		flushAndClear();
		Encounter encounter = only(patient);
		Map<String, Obs> byConcept = new HashMap<>();
		encounter.getObs().forEach(o -> byConcept.put(o.getConcept().getUuid(), o));
		assertThat(byConcept).containsOnlyKeys(PAIN, HEALING, OUTCOME);
		assertThat(byConcept.get(PAIN).getValueText()).isEqualTo("Throbs 😀");
		assertThat(byConcept.get(HEALING).getValueCoded().getUuid()).isEqualTo(GOOD);
		assertThat(byConcept.get(OUTCOME).getValueText()).isEqualTo("DONE");
		assertThat(byConcept.get(PAIN).getPerson().getPersonId()).isEqualTo(patient.getId());
	}

	@Test
	void voiding_shouldVoidTheEncounters() {
		ContactAttempt attempt = record(spoke(Disposition.DONE, care, task(clinic.aPatient("Bo"), Purpose.CARE)));
		service.voidAttempt(attempt, "Wrong patient");
		flushAndClear();
		for (AttemptTask link : service.getAttemptByUuid(attempt.getUuid()).getLinks()) {
			Encounter encounter = Context.getEncounterService().getEncounterByUuid(link.getEncounterUuid());
			assertThat(encounter.getVoided()).isTrue();
			assertThat(encounter.getVoidReason()).isEqualTo("Wrong patient");
		}
	}

	@Override
	ProtocolDefinition.ProtocolDefinitionBuilder protocol() {
		Script script = Script.builder().opening(ProtocolFixture.text("Hello")).closing(ProtocolFixture.text("Bye"))
			.question(Question.builder().key("words").type(Question.Type.TEXT).text(ProtocolFixture.text("How is it?"))
				.concept(PAIN).build())
			.question(Question.builder().key("healing").type(Question.Type.CHOICE).text(ProtocolFixture.text("Healing?"))
				.concept(HEALING)
				.option(Question.Option.builder().key("good").text(ProtocolFixture.text("Good")).concept(GOOD).build())
				.option(Question.Option.builder().key("bad").text(ProtocolFixture.text("Bad")).build()).build())
			.question(Question.builder().key("unmapped").type(Question.Type.YES_NO).text(ProtocolFixture.text("Sure?"))
				.concept("5b1e4f80-0000-4000-8000-000000000000").build())
			.build();
		return ProtocolFixture.aProtocol().clearSteps()
			.step(ProtocolFixture.aStep("day-1").offset("P1D").script(script).build());
	}

	private Encounter only(Patient of) {
		List<Encounter> charts = charts(of);
		assertThat(charts).hasSize(1);
		return charts.get(0);
	}

	private List<Encounter> charts(Patient of) {
		flush();
		return new ArrayList<>(sessionFactory.getCurrentSession().createQuery(
			"select e from Encounter e where e.patient.patientId = :patient and e.encounterType.uuid = :type",
			Encounter.class)
			.setParameter("patient", of.getId()).setParameter("type", RetentionMetadata.CONTACT_ENCOUNTER_TYPE)
			.getResultList());
	}

	private List<Visit> visits(Patient of) {
		return sessionFactory.getCurrentSession()
			.createQuery("select v from Visit v where v.patient.patientId = :patient", Visit.class)
			.setParameter("patient", of.getId()).getResultList();
	}

	private VisitType visitType() {
		VisitType type = new VisitType();
		type.setName("Dental");
		type.setDescription("test");
		return clinic.save(type);
	}

	private void concept(String uuid, String name, String datatype) {
		Concept concept = new Concept();
		concept.setUuid(uuid);
		concept.setDatatype(Context.getConceptService().getConceptDatatypeByUuid(datatype));
		concept.setConceptClass(first(ConceptClass.class));
		ConceptName named = new ConceptName(name, Locale.ENGLISH);
		concept.setFullySpecifiedName(named);
		clinic.save(concept);
		flush();
	}

	private <T> T first(Class<T> type) {
		return sessionFactory.getCurrentSession().createQuery("from " + type.getSimpleName(), type).setMaxResults(1)
			.uniqueResult();
	}
}
