/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition.ProtocolDefinitionBuilder;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans around a day that somebody wrote into the chart, such as the return visit date. */
class ObsDateIT extends PlanningIT {

	private static final LocalDateTime NOON = DAY.atTime(12, 0);

	/** A Wednesday too. */
	private static final LocalDate RETURN = DAY.plusDays(28);

	@Autowired
	private Sweep sweep;

	private Concept question;

	private User actor;

	@BeforeEach
	void who() {
		actor = Context.getAuthenticatedUser();
		question = dateConcept(ConceptDatatype.DATE_UUID);
		sweep(NOON);
	}

	@Test
	void plan_shouldCountFromTheObservedDay_beforeAndAfterIt() {
		load(protocol());
		Encounter encounter = encounter(extraction, DAY);
		observe(encounter, RETURN);

		plan(encounter);

		assertThat(onlyPlan().getAnchorKey()).isEqualTo("encounter:" + encounter.getUuid());
		assertThat(onlyPlan().getAnchorDate()).isEqualTo(RETURN);
		assertThat(onlyPlan().getAnchorAt()).isEqualTo(at(DAY.atTime(10, 0)));
		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getDueDate).containsExactly(RETURN.minusDays(2),
			RETURN.plusDays(1));
	}

	@Test
	void plan_shouldMakeNothing_withoutADay_orOnceItIsLongPast() {
		load(protocol());
		plan(encounter(extraction, DAY));
		Encounter past = encounter(extraction, DAY.minusDays(60));
		observe(past, DAY.minusDays(30));
		plan(past, NOON);

		assertThat(allPlans()).isEmpty();
	}

	@Test
	void plan_shouldReadAMomentInTheZoneOfTheSite() {
		question = dateConcept(ConceptDatatype.DATETIME_UUID);
		load(protocol());
		Encounter encounter = encounter(extraction, DAY);
		observe(encounter, Date.from(RETURN.atTime(0, 30).atZone(OSLO).toInstant()));

		plan(encounter);

		assertThat(onlyPlan().getAnchorDate()).isEqualTo(RETURN);
	}

	@Test
	void sweep_shouldPlan_whenTheDayIsWrittenLater() {
		load(protocol());
		Encounter encounter = encounter(extraction, DAY);
		sweep(NOON);
		assertThat(allPlans()).isEmpty();

		observe(again(encounter), RETURN);
		sweep(NOON);

		assertThat(onlyPlan().getAnchorDate()).isEqualTo(RETURN);
	}

	@Test
	void sweep_shouldFollowTheDay_whenItIsEdited() {
		load(protocol());
		Encounter encounter = encounter(extraction, DAY);
		Obs first = observe(encounter, RETURN);
		sweep(NOON);

		again(first).setVoided(true);
		observe(again(encounter), RETURN.minusDays(7));
		sweep(NOON);

		assertThat(onlyPlan().isActive()).isTrue();
		assertThat(onlyPlan().getAnchorDate()).isEqualTo(RETURN.minusDays(7));
		assertThat(tasksOf(onlyPlan())).extracting(FollowUpTask::getDueDate).containsExactly(RETURN.minusDays(9),
			RETURN.minusDays(6));
	}

	@Test
	void sweep_shouldEndThePlan_whenTheObservationIsVoided_andReopenIt() {
		load(protocol());
		Encounter encounter = encounter(extraction, DAY);
		Obs obs = observe(encounter, RETURN);
		plan(encounter);

		again(obs).setVoided(true);
		sweep(NOON);
		assertThat(onlyPlan().getStatusReason()).isEqualTo(Reasons.ANCHOR_CHANGED);

		again(obs).setVoided(false);
		sweep(NOON);
		assertThat(onlyPlan().isActive()).isTrue();
	}

	@Test
	void plan_shouldLetANewerDayTakeOver_andAskForTheEncounterToo() {
		load(protocol().trigger(trigger().filter(filter(extraction).build()).build()));
		Encounter other = encounter(restoration, DAY.minusDays(1));
		observe(other, RETURN.plusDays(1));
		plan(other);
		assertThat(allPlans()).isEmpty();

		Encounter first = encounter(extraction, DAY);
		observe(first, RETURN);
		plan(first);
		Encounter second = encounter(extraction, DAY.plusDays(3));
		observe(second, RETURN.plusDays(14));
		plan(second);

		assertThat(allPlans()).extracting(plan -> plan.getStatus() + " " + plan.getAnchorDate()).containsExactly(
			PlanStatus.SUPERSEDED + " " + RETURN, PlanStatus.ACTIVE + " " + RETURN.plusDays(14));
	}

	@Test
	void plan_shouldEnd_whenThePatientComesBeforeTheDay() {
		load(protocol().fulfilledBy(filter(restoration).build()));
		Encounter encounter = encounter(extraction, DAY);
		observe(encounter, RETURN);
		plan(encounter);

		plan(encounter(restoration, RETURN.minusDays(5)));

		assertThat(onlyPlan().getStatus()).isEqualTo(PlanStatus.FULFILLED);
	}

	private ProtocolDefinitionBuilder protocol() {
		return ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Return visit")
			.why(text("Asked to come on {date}")).purpose(Purpose.CARE).activeFrom("2026-01-01").trigger(trigger().build())
			.step(step("remind", "P-2D").build()).step(step("missed", "P1D").build());
	}

	private Trigger.TriggerBuilder trigger() {
		return Trigger.builder().type(TriggerType.OBS_DATE).concept(question.getUuid());
	}

	private Concept dateConcept(String datatypeUuid) {
		ConceptDatatype datatype = Context.getConceptService().getConceptDatatypeByUuid(datatypeUuid);
		if (datatype == null) {
			datatype = new ConceptDatatype();
			datatype.setUuid(datatypeUuid);
			datatype.setName("Day " + datatypeUuid);
			datatype.setDescription("test");
			datatype = clinic.save(datatype);
		}
		ConceptClass conceptClass = new ConceptClass();
		conceptClass.setName("Question " + UUID.randomUUID());
		conceptClass.setDescription("test");
		Concept concept = new Concept();
		concept.setDatatype(datatype);
		concept.setConceptClass(clinic.save(conceptClass));
		return clinic.save(concept);
	}

	/** As a form writes a day: midnight of the server. */
	private Obs observe(Encounter encounter, LocalDate day) {
		return observe(encounter, Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant()));
	}

	private Obs observe(Encounter encounter, Date value) {
		Obs obs = new Obs(encounter.getPatient(), question, encounter.getEncounterDatetime(), encounter.getLocation());
		obs.setEncounter(encounter);
		obs.setValueDatetime(value);
		clinic.save(obs);
		flush();
		return obs;
	}

	private SweepReport sweep(LocalDateTime now) {
		flushAndClear();
		SweepReport report = sweep.sweep(() -> runs.begin(at(now), actor));
		flushAndClear();
		return report;
	}
}
