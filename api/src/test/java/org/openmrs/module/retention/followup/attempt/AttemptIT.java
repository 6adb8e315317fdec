/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openmrs.Encounter;
import org.openmrs.GlobalProperty;
import org.openmrs.Patient;
import org.openmrs.PersonAttributeType;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskDraft;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * Ground of the tests that record contacts: a clinic that never closes, on Monday 2024-01-08 at 14:00 in Oslo. The services
 * are the module's own, on this test's clock.
 */
abstract class AttemptIT extends RetentionIT {

	static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	static final LocalDate MONDAY = LocalDate.of(2024, 1, 8);

	private static final String[] BEANS = { "attemptDao", "attemptReferences", "attemptRecorder", "attemptConsequences" };

	Clinic clinic;

	private PersonAttributeType phoneType;

	Instant now = at("14:00");

	ContactAttemptService service;

	EscalationService escalations;

	PromiseService promises;

	@BeforeEach
	void openClinic() {
		clinic = new Clinic(sessionFactory);
		setting("retention.timezone", OSLO.getId());
		Clock clock = new Clock() {

			@Override
			public ZoneId getZone() {
				return OSLO;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return now;
			}
		};
		service = new ContactAttemptServiceImpl(bean(BEANS[0], AttemptDao.class), bean(BEANS[1], References.class),
			bean(BEANS[2], AttemptRecorder.class), bean(BEANS[3], AttemptConsequences.class), clock);
		escalations = new EscalationServiceImpl(bean("escalationDao", EscalationDao.class),
			bean("attemptReferences", References.class), bean("escalations", Escalations.class),
			bean("servicePause", ServicePause.class), bean("attemptStaff", Staff.class), clock);
		promises = new PromiseServiceImpl(bean("promiseDao", PromiseDao.class),
			bean("attemptReferences", References.class), bean("escalations", Escalations.class), clock);
	}

	/** The next test begins as the administrator, whoever was logged in here. */
	@AfterEach
	void logOut() {
		Context.logout();
	}

	static <T> T bean(String name, Class<T> type) {
		return Context.getRegisteredComponent("retention." + name, type);
	}

	static Instant at(String local) {
		return at(0, local);
	}

	static Instant at(int daysAfterMonday, String local) {
		return MONDAY.plusDays(daysAfterMonday).atTime(LocalTime.parse(local)).atZone(OSLO).toInstant();
	}

	void setting(String name, String value) {
		Context.getAdministrationService().saveGlobalProperty(new GlobalProperty(name, value));
		flush();
	}

	/** On Monday from 09:00 to 17:00, worth doing until Friday; three tries. */
	TaskDraft.TaskDraftBuilder draft(Patient patient, Purpose purpose) {
		return TaskDraft.builder().source(TaskSource.STEP).purpose(purpose).patient(patient).zone(OSLO.getId())
			.from(at("09:00")).by(at("17:00")).expiresAt(at(4, "17:00")).triesMax(3);
	}

	FollowUpTask task(Patient patient, Purpose purpose) {
		return task(draft(patient, purpose));
	}

	FollowUpTask task(TaskDraft.TaskDraftBuilder draft) {
		FollowUpTask task = clinic.save(
			FollowUpTask.open(draft.build(), Cause.of(Context.getAuthenticatedUser(), at(-3, "10:00"), "planned")));
		flush();
		return task;
	}

	/** A number that these people share, as their charts have it. */
	ContactPoint number(String number, Patient... patients) {
		neverShown(number, patients);
		ContactService contacts = Context.getService(ContactService.class);
		for (Patient patient : patients) {
			contacts.getContactDetails(patient);
		}
		flush();
		return contacts.getContactPointByKey(contacts.getContactKey(number));
	}

	/** The charts have it, and nobody has looked at them. */
	void neverShown(String number, Patient... patients) {
		PersonAttributeType type = phoneType();
		for (Patient patient : patients) {
			clinic.give(patient, type, number);
		}
		flush();
	}

	private PersonAttributeType phoneType() {
		if (phoneType == null) {
			phoneType = new PersonAttributeType();
			phoneType.setName("Telephone");
			phoneType.setDescription("test");
			phoneType.setFormat("java.lang.String");
			phoneType.setSortWeight(1.0);
			clinic.save(phoneType);
			setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, phoneType.getUuid());
		}
		return phoneType;
	}

	/** After an encounter of the clinician, by a protocol whose steps ask for pain and bleeding. */
	FollowUpPlan plan(Patient patient, Provider... clinicians) {
		Encounter encounter = clinic.anEncounter(patient, clinic.anEncounterRole("Clinician " + UUID.randomUUID()),
			clinicians);
		FollowUpProtocol protocol = Context.getService(ProtocolService.class).saveProtocol(protocol().build());
		flush();
		FollowUpPlan plan = FollowUpPlan.begin().protocol(protocol).protocolVersion(protocol.getProtocolVersion())
			.patient(patient).anchorKey("encounter:" + encounter.getUuid()).encounterId(encounter.getEncounterId())
			.encounterUuid(encounter.getUuid()).anchorAt(at(-1, "10:00")).anchorDate(MONDAY.minusDays(1))
			.zone(OSLO.getId()).active();
		clinic.save(plan);
		flush();
		return plan;
	}

	ProtocolDefinition.ProtocolDefinitionBuilder protocol() {
		return ProtocolFixture.aProtocol();
	}

	FollowUpTask step(FollowUpPlan plan, String stepKey, Purpose purpose) {
		return task(draft(plan.getPatient(), purpose).plan(plan).stepKey(stepKey));
	}

	AttemptRequest.AttemptRequestBuilder request(AttemptResult result, FollowUpTask... tasks) {
		List<String> uuids = Arrays.stream(tasks).map(FollowUpTask::getUuid).collect(Collectors.toList());
		return AttemptRequest.builder().tasks(uuids).result(result);
	}

	AttemptRequest.AttemptRequestBuilder spoke(Disposition disposition, FollowUpTask... tasks) {
		return request(AttemptResult.SPOKE, tasks).disposition(disposition);
	}

	ContactAttempt record(AttemptRequest.AttemptRequestBuilder request) {
		ContactAttempt attempt = service.recordAttempt(request.build());
		flush();
		return attempt;
	}

	/** Tasks of the patient that are open or not, the oldest first. */
	List<FollowUpTask> tasksOf(Patient patient) {
		flush();
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpTask t where t.patient = :patient order by t.id", FollowUpTask.class)
			.setParameter("patient", patient).getResultList();
	}

	User caller() {
		return Context.getAuthenticatedUser();
	}
}
