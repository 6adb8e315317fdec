/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.hibernate.stat.Statistics;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.Privilege;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.util.PrivilegeConstants;

/** What a call shows of the visit that it is about, and of what the plan says beside it. */
class CallVisitIT extends RetentionIT {

	private static final String CHART_ONLY = "Read the teeth";

	private WorklistDesk desk;

	private Clinic clinic;

	private FollowUpProtocol protocol;

	private Patient ada;

	private Encounter encounter;

	private int readers;

	@BeforeEach
	void visit() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
		protocol = Context.getService(ProtocolService.class).saveProtocol(ProtocolFixture.aProtocol().build());
		ada = clinic.aPatient("Ada");
		EncounterRole role = clinic.anEncounterRole("Dentist");
		Location room = clinic.aLocation("Room 2", clinic.aLocation("Harbour", null));
		encounter = clinic.anEncounter(ada, role, clinic.aProvider(clinic.aPerson("Olav")),
			clinic.aProvider(clinic.aPerson("Anna")));
		encounter.setLocation(room);
		plan(encounter, "visit:1", null);
	}

	private FollowUpTask plan(Encounter about, String key, String context) {
		FollowUpPlan plan = clinic.save(FollowUpPlan.begin().protocol(protocol)
			.protocolVersion(protocol.getProtocolVersion()).patient(ada).anchorKey(key)
			.encounterId(about == null ? null : about.getEncounterId()).encounterUuid(about == null ? null : about.getUuid())
			.anchorAt(WorklistDesk.TEN.minus(Duration.ofDays(1))).anchorDate(LocalDate.of(2026, 3, 9)).zone("Europe/Oslo")
			.context(context).active());
		return desk.task(ada, t -> t.plan(plan).source(TaskSource.STEP).stepKey("day-1").title(null));
	}

	private CallScript.Part part() {
		flushAndClear();
		return desk.at(WorklistDesk.TEN).getScript(ada.getUuid()).getParts().get(0);
	}

	@Test
	void visit_shouldSayWhatWhereAndByWhom() {
		CallVisit visit = part().getVisit();
		assertThat(visit.getUuid()).isEqualTo(encounter.getUuid());
		assertThat(visit.getType()).isEqualTo(encounter.getEncounterType().getName());
		assertThat(visit.getAt()).isEqualTo(encounter.getEncounterDatetime().toInstant());
		assertThat(visit.getPlaces()).containsExactly("Room 2", "Harbour");
		assertThat(visit.getClinicians()).containsExactly("Anna Test", "Olav Test");
	}

	@Test
	void visit_shouldShowNoMoreThanTheChartWouldShowTheCaller() {
		CallVisit bare = new CallVisits(sessionFactory.getCurrentSession()).of(Collections.singleton(part().getTask()),
			PrivilegeConstants.GET_ENCOUNTERS::equals).values().iterator().next();
		assertThat(bare.getUuid()).isEqualTo(encounter.getUuid());
		assertThat(bare.getType()).isNull();
		assertThat(bare.getPlaces()).isEmpty();
		assertThat(bare.getClinicians()).isEmpty();
		logIn(PrivilegeConstants.GET_LOCATIONS, PrivilegeConstants.GET_PROVIDERS, PrivilegeConstants.GET_ENCOUNTER_TYPES);
		assertThat(part().getVisit()).isNull();
	}

	@Test
	void visit_shouldBeHidden_whenItsTypeAsksForAPrivilegeOfItsOwn() {
		Privilege privilege = clinic.save(new Privilege(CHART_ONLY, "test"));
		EncounterType type = encounter.getEncounterType();
		type.setViewPrivilege(privilege);
		logIn(PrivilegeConstants.GET_ENCOUNTERS);
		assertThat(part().getVisit()).isNull();
		logIn(PrivilegeConstants.GET_ENCOUNTERS, CHART_ONLY);
		assertThat(part().getVisit()).isNotNull();
	}

	@Test
	void visit_shouldBeHidden_whenItIsVoidedOrSomebodyElses() {
		encounter.setVoided(true);
		encounter.setVoidReason("test");
		assertThat(part().getVisit()).isNull();
		Encounter again = sessionFactory.getCurrentSession().get(Encounter.class, encounter.getEncounterId());
		again.setVoided(false);
		again.setPatient(clinic.aPatient("Bea"));
		assertThat(part().getVisit()).isNull();
	}

	@Test
	void visit_shouldBeShown_whoeverTreatedHasNoName() {
		Person nobody = clinic.aPerson("Struck");
		Provider provider = clinic.aProvider(nobody);
		clinic.present(encounter, clinic.anEncounterRole("Assistant"), provider);
		nobody.getPersonName().setVoided(true);
		assertThat(part().getVisit().getClinicians()).containsExactly("Anna Test", "Olav Test");
	}

	@Test
	void context_shouldBeInWords() {
		FollowUpTask task = plan(null, "event:1", "Low score (Would you recommend us? 3)\n2026-02-03\n\n2026-99-99");
		TaskTexts texts = applicationContext.getBean("retention.taskTexts", TaskTexts.class);
		assertThat(texts.context(task, Locale.ENGLISH)).containsExactly("Low score (Would you recommend us? 3)",
			"It is also about Feb 3, 2026.", "2026-99-99");
		assertThat(texts.context(task, Locale.forLanguageTag("nb")).get(1)).startsWith("Det gjelder også")
			.doesNotContain("2026-02-03");
		assertThat(texts.context(desk.task(ada, t -> t.title("By hand")), Locale.ENGLISH)).isEmpty();
		flushAndClear();
		assertThat(desk.at(WorklistDesk.TEN).getScript(ada.getUuid()).getParts())
			.filteredOn(one -> one.getTask().getId().equals(task.getId())).singleElement().satisfies(one -> {
				assertThat(one.getContext()).hasSize(3).first().isEqualTo("Low score (Would you recommend us? 3)");
				assertThat(one.getVisit()).isNull();
			});
	}

	@Test
	void visit_shouldCostAConstantNumberOfStatements() {
		List<FollowUpTask> tasks = new ArrayList<>();
		EncounterRole role = clinic.anEncounterRole("Hygienist");
		for (int i = 0; i < 12; i++) {
			tasks.add(plan(clinic.anEncounter(ada, role, clinic.aProvider(clinic.aPerson("P" + i))), "visit:of-" + i, null));
		}
		flushAndClear();
		assertThat(statements(tasks.subList(0, 2))).isEqualTo(statements(tasks));
	}

	/** But for those by which the platform looks up how names are laid out, one each. */
	private long statements(List<FollowUpTask> tasks) {
		sessionFactory.getCurrentSession().clear();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		statistics.clear();
		Map<Integer, CallVisit> visits = new CallVisits(sessionFactory.getCurrentSession()).of(tasks, privilege -> true);
		assertThat(visits.values()).hasSize(tasks.size()).allSatisfy(visit -> assertThat(visit.getClinicians()).hasSize(1));
		return statistics.getPrepareStatementCount()
			- Arrays.stream(statistics.getQueries()).filter(query -> query.contains("GlobalProperty"))
				.mapToLong(query -> statistics.getQueryStatistics(query).getExecutionCount()).sum();
	}

	private void logIn(String... privileges) {
		flushAndClear();
		Context.logout();
		Context.authenticate("admin", "test");
		String name = "reader" + readers++;
		clinic.logInAs(clinic.aUser(name, clinic.aRole(name, privileges)));
	}
}
