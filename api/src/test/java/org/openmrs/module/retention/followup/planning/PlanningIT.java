/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aScript;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.GlobalProperty;
import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.Obs;
import org.openmrs.OpenmrsObject;
import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.calendar.Calendars;
import org.openmrs.module.retention.followup.protocol.EncounterFilter;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.protocol.StepDefinition.StepDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic in Oslo, open on working days from 09:00 to 17:00, and what its planning tests say in its words. */
abstract class PlanningIT extends RetentionIT {

	static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	/** A Wednesday. */
	static final LocalDate DAY = LocalDate.of(2026, 11, 18);

	static final String OFFICE = "5a1cbd7e-6a37-4a9e-a5f5-0ab5a26e6b8b";

	@Autowired
	PlanningRuns runs;

	@Autowired
	Planner planner;

	@Autowired
	PlanDao plans;

	Clinic clinic;

	Location place;

	EncounterType extraction;

	EncounterType restoration;

	Patient patient;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		place = clinic.aLocation("Surgery", null);
		extraction = encounterType("Extraction");
		restoration = encounterType("Restoration");
		patient = clinic.aPatient("Anna");
		setting(RetentionSettings.TIMEZONE, OSLO.getId());
		Context.getService(CalendarService.class).saveCalendar(Calendars.office(OFFICE).standard(true).build());
		flush();
	}

	/** Same day before closing, next day, after one week. */
	ProtocolDefinitionBuilder extractionProtocol() {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("After an extraction")
			.why(text("Tooth extracted on {date}")).purpose(Purpose.CARE).priority(70).activeFrom("2026-01-01")
			.trigger(on(extraction).build())
			.step(step("same-day", "P0D").windowFrom("CLOSE-PT90M").windowTo("CLOSE").notBefore("PT2H").grace(0)
				.critical(false).target("PT1M").build())
			.step(step("next-day", "P1D").build()).step(step("one-week", "P7D").grace(2).build());
	}

	static Trigger.TriggerBuilder on(EncounterType... types) {
		return Trigger.builder().type(TriggerType.ENCOUNTER).filter(filter(types).build());
	}

	static EncounterFilter.EncounterFilterBuilder filter(EncounterType... types) {
		EncounterFilter.EncounterFilterBuilder filter = EncounterFilter.builder();
		for (EncounterType type : types) {
			filter.encounterType(type.getUuid());
		}
		return filter;
	}

	static StepDefinitionBuilder step(String key, String offset) {
		return StepDefinition.builder().key(key).title(text("Call")).offset(offset).script(aScript().build());
	}

	FollowUpProtocol load(ProtocolDefinitionBuilder protocol) {
		FollowUpProtocol loaded = Context.getService(ProtocolService.class).saveProtocol(protocol.build());
		flush();
		return loaded;
	}

	/** At ten o'clock. */
	Encounter encounter(EncounterType type, LocalDate day) {
		return encounter(patient, type, day.atTime(10, 0));
	}

	Encounter encounter(Patient whose, EncounterType type, LocalDateTime time) {
		Encounter encounter = new Encounter();
		encounter.setPatient(whose);
		encounter.setEncounterType(type);
		encounter.setLocation(place);
		encounter.setEncounterDatetime(Date.from(at(time)));
		clinic.save(encounter);
		flush();
		return encounter;
	}

	Visit visit(LocalDate day) {
		VisitType type = new VisitType("Visit " + UUID.randomUUID(), "test");
		Visit visit = new Visit(patient, clinic.save(type), Date.from(at(day.atTime(8, 0))));
		return clinic.save(visit);
	}

	static void zone(Location location, String id) {
		LocationAttribute zone = new LocationAttribute();
		zone.setAttributeType(Context.getLocationService()
			.getLocationAttributeTypeByUuid(RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE));
		zone.setValue(id);
		location.addAttribute(zone);
		Context.getLocationService().saveLocation(location);
	}

	EncounterType encounterType(String name) {
		return clinic.save(new EncounterType(name + " " + UUID.randomUUID(), name));
	}

	Concept concept() {
		ConceptDatatype datatype = new ConceptDatatype();
		datatype.setName("Coded " + UUID.randomUUID());
		datatype.setDescription("test");
		ConceptClass conceptClass = new ConceptClass();
		conceptClass.setName("Question " + UUID.randomUUID());
		conceptClass.setDescription("test");
		Concept concept = new Concept();
		concept.setDatatype(clinic.save(datatype));
		concept.setConceptClass(clinic.save(conceptClass));
		return clinic.save(concept);
	}

	Obs obs(Encounter encounter, Concept question, Concept answer) {
		Obs obs = new Obs(encounter.getPatient(), question, encounter.getEncounterDatetime(), encounter.getLocation());
		obs.setEncounter(encounter);
		obs.setValueCoded(answer);
		clinic.save(obs);
		flush();
		return obs;
	}

	void setting(String name, String value) {
		Context.getAdministrationService().saveGlobalProperty(new GlobalProperty(name, value));
	}

	/** Plans the encounter as of then. */
	SweepReport plan(Encounter encounter, LocalDateTime now) {
		flush();
		PlanningRun run = runs.begin(at(now), Context.getAuthenticatedUser());
		planner.plan(Collections.singleton(encounter.getEncounterId()), run);
		flushAndClear();
		return run.getReport();
	}

	/** Five minutes after it. */
	SweepReport plan(Encounter encounter) {
		return plan(encounter, LocalDateTime.ofInstant(encounter.getEncounterDatetime().toInstant(), OSLO).plusMinutes(5));
	}

	List<FollowUpPlan> allPlans() {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpPlan p order by p.id", FollowUpPlan.class)
			.list();
	}

	FollowUpPlan onlyPlan() {
		List<FollowUpPlan> all = allPlans();
		if (all.size() != 1) {
			throw new AssertionError("plans: " + all.size());
		}
		return all.get(0);
	}

	List<FollowUpTask> tasksOf(FollowUpPlan plan) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.FollowUpTask t where t.plan = :plan order by t.id", FollowUpTask.class)
			.setParameter("plan", plan).list();
	}

	/** Step and status, and the reason where there is one: {@code next-day OPEN}, {@code same-day SUPERSEDED late}. */
	List<String> lines(FollowUpPlan plan) {
		List<String> lines = new ArrayList<>();
		for (FollowUpTask task : tasksOf(plan)) {
			String reason = task.getStatusReason() == null ? "" : " " + task.getStatusReason();
			lines.add(task.getStepKey() + " " + task.getStatus() + reason);
		}
		return lines;
	}

	static Instant at(LocalDateTime local) {
		return local.atZone(OSLO).toInstant();
	}

	@SuppressWarnings("unchecked")
	<T> T again(T object) {
		Serializable id = ((OpenmrsObject) object).getId();
		return (T) sessionFactory.getCurrentSession().get(Hibernate.getClass(object), id);
	}
}
