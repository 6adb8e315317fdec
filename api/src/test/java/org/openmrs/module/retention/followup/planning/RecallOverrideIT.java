/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.planning.RecallOverride.RecallOverrideBuilder;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.beans.factory.annotation.Autowired;

/** Another interval than the protocol's, agreed with one patient. */
class RecallOverrideIT extends PlanningIT {

	@Autowired
	private AgreementDao agreements;

	@Autowired
	private Recount recount;

	@Autowired
	private PatientMerge merge;

	private RecallOverrideService overrides;

	private FollowUpProtocol protocol;

	@Autowired
	private EncounterDao encounters;

	@BeforeEach
	void aRecall() {
		overrides = serviceAt(at(DAY.atTime(12, 0)));
		protocol = load(ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Recall")
			.why(text("Last here on {date}")).purpose(Purpose.RECALL).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.RECALL).filter(filter(extraction).build()).interval("P6M").build())
			.step(step("lead", "P-14D").build())
			.step(step("due", "P0D").repeatEvery("P1M").repeatTimes(2).grace(5).build()));
		born(patient, DAY.minusYears(40));
	}

	@Test
	void agree_shouldHoldForTheNextPlans_ofThatPatientAlone() {
		agree("P12M");
		plan(encounter(extraction, DAY));
		Patient other = clinic.aPatient("Berit");
		plan(encounter(other, extraction, DAY.atTime(10, 0)));

		assertThat(allPlans().stream().map(p -> p.getCountedFrom()).collect(Collectors.toList()))
			.containsExactly(DAY.plusMonths(12), DAY.plusMonths(6));
	}

	@Test
	void agree_shouldPlanTheOpenRecallAnew() {
		plan(encounter(extraction, DAY));

		agree("P4M");

		assertThat(onlyPlan().getCountedFrom()).isEqualTo(DAY.plusMonths(4));
		assertThat(days()).containsExactly("2027-03-04", "2027-03-18", "2027-04-19", "2027-05-18");
	}

	@Test
	void withdraw_shouldPlanTheOpenRecallAnew_withWhatHadBeenLeftOut() {
		plan(encounter(extraction, DAY.minusMonths(4)), DAY.minusMonths(4).atTime(12, 0));
		List<String> before = days();
		RecallOverride override = agree("P3M");
		assertThat(lines(onlyPlan())).containsExactly("lead SUPERSEDED interval-agreed", "due SUPERSEDED interval-agreed",
			"due OPEN", "due OPEN");

		overrides.withdrawInterval(overrides.getOverrideByUuid(override.getUuid()), "a mistake");
		flushAndClear();

		assertThat(days()).isEqualTo(before);
		assertThat(tasksOf(onlyPlan())).allMatch(task -> task.isOpen());
		assertThat(overrides.getOverrideByUuid(override.getUuid()).getVoidReason()).isEqualTo("a mistake");
	}

	@Test
	void agree_shouldLetItsTurnBeToday_whenTheTimeIsLongPast() {
		plan(encounter(extraction, DAY.minusMonths(5).minusDays(20)), DAY.minusMonths(5).atTime(12, 0));
		load(ProtocolDefinition.builder().uuid(UUID.randomUUID().toString()).name("Other").why(text("On {date}"))
			.purpose(Purpose.RECALL).activeFrom("2026-01-01")
			.trigger(Trigger.builder().type(TriggerType.RECALL).filter(filter(restoration).build()).interval("P6M").build())
			.step(step("due", "P0D").build()));

		agree("P3M");

		assertThat(onlyPlan().getCountedFrom()).isIn(DAY, DAY.minusMonths(2).minusDays(20));
		assertThat(tasksOf(onlyPlan())).filteredOn(task -> task.isOpen()).isNotEmpty()
			.allMatch(task -> !task.isExpired(at(DAY.atTime(12, 0))));
	}

	@Test
	void agree_shouldReplaceWhatWasAgreedBefore() {
		agree("P4M");
		RecallOverride second = agree("P9M");

		RecallOverrideSearch search = RecallOverrideSearch.builder().patient(patient).build();
		assertThat(overrides.findOverrides(search, new Page(0, 10))).extracting(RecallOverride::getUuid)
			.containsExactly(second.getUuid());
		assertThat(overrides.countOverrides(search)).isEqualTo(1);
		assertThat(overrides.countOverrides(RecallOverrideSearch.builder().protocol(protocol).includeVoided(true).build()))
			.isEqualTo(2);
	}

	@Test
	void agree_shouldKeepTheLimitsByAge() {
		agree("P24M");
		refuse(override("P25M"), RecallOverrideRules.OUT_OF_RANGE, "interval");
		refuse(override("P89D"), RecallOverrideRules.OUT_OF_RANGE, "interval");
		born(patient, DAY.minusYears(18).plusDays(1));
		agree("P12M");
		refuse(override("P13M"), RecallOverrideRules.OUT_OF_RANGE, "interval");
		born(patient, DAY.minusYears(18));
		agree("P13M");
	}

	@Test
	void agree_shouldGoByTheDayWhereThePatientIsTreated() {
		Location auckland = clinic.aLocation("Auckland", null);
		zone(auckland, "Pacific/Auckland");
		overrides = serviceAt(at(DAY.atTime(22, 0)));
		born(patient, DAY.minusYears(18).plusDays(1));
		refuse(override("P13M"), RecallOverrideRules.OUT_OF_RANGE, "interval");
		encounter(extraction, DAY.minusMonths(2));
		refuse(override("P13M"), RecallOverrideRules.OUT_OF_RANGE, "interval");
		encounter(extraction, DAY.minusMonths(1)).setLocation(auckland);
		flush();

		assertThat(agree("P13M").getInterval()).as("of age there already").isEqualTo("P13M");
	}

	@Test
	void agree_shouldSayWhatIsWrong() {
		refuse(override("six months"), RecallOverrideRules.INTERVAL_INVALID, "interval");
		refuse(override("P999999999Y"), RecallOverrideRules.INTERVAL_INVALID, "interval");
		refuse(override(null), RecallOverrideRules.REQUIRED, "interval");
		refuse(override("P4M").reason(" "), RecallOverrideRules.REQUIRED, "reason");
		refuse(override("P4M").agreedBy(null), RecallOverrideRules.REQUIRED, "agreedBy");
		refuse(override("P4M").patient(null), RecallOverrideRules.REQUIRED, "patient");
		refuse(override("P4M").protocol(null), RecallOverrideRules.REQUIRED, "protocol");
		refuse(override("P4M").reason(String.join("", Collections.nCopies(256, "a"))), RecallOverrideRules.TOO_LONG,
			"reason");
		refuse(override("P4M").protocol(load(extractionProtocol())), RecallOverrideRules.NOT_A_RECALL, "protocol");
		RecallOverride override = agree("P4M");
		assertThatThrownBy(() -> overrides.withdrawInterval(override, ""))
			.isInstanceOfSatisfying(RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo(RecallOverrideRules.REQUIRED));
	}

	@Test
	void merge_shouldKeepWhatWasAgreedWithTheSurvivor_elseTakeTheOthers() {
		Patient loser = born(clinic.aPatient("Berit"), DAY.minusYears(40));
		Patient third = born(clinic.aPatient("Cato"), DAY.minusYears(40));
		agree("P4M");
		overrides.agreeInterval(override("P9M").patient(loser).build());

		merge.move(loser.getPatientId(), third.getPatientId(), Cause.of(Context.getAuthenticatedUser(),
			at(DAY.atTime(12, 0)), Reasons.MERGED));
		merge.move(third.getPatientId(), patient.getPatientId(), Cause.of(Context.getAuthenticatedUser(),
			at(DAY.atTime(12, 0)), Reasons.MERGED));
		flushAndClear();

		RecallOverrideSearch all = RecallOverrideSearch.builder().patient(again(patient)).build();
		assertThat(overrides.findOverrides(all, new Page(0, 10))).extracting(RecallOverride::getInterval)
			.containsExactly("P4M");
	}

	private RecallOverrideBuilder override(String interval) {
		return RecallOverride.builder().patient(patient).protocol(protocol).interval(interval).reason("Periodontitis")
			.agreedBy("Dr Berg and the patient");
	}

	private RecallOverride agree(String interval) {
		RecallOverride agreed = overrides.agreeInterval(override(interval).build());
		flush();
		return agreed;
	}

	private void refuse(RecallOverrideBuilder override, String code, String field) {
		assertThatThrownBy(() -> overrides.agreeInterval(override.build())).isInstanceOfSatisfying(RetentionException.class,
			e -> {
				assertThat(e.getCode()).isEqualTo(code);
				assertThat(e.getField()).isEqualTo(field);
			});
	}

	private RecallOverrideService serviceAt(Instant now) {
		return new RecallOverrideServiceImpl(agreements, encounters, runs, recount, Clock.fixed(now, OSLO));
	}

	private List<String> days() {
		flush();
		return tasksOf(onlyPlan()).stream().map(task -> task.getDueDate().toString()).collect(Collectors.toList());
	}

	private static Patient born(Patient patient, LocalDate day) {
		patient.setBirthdate(Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant()));
		return patient;
	}
}
