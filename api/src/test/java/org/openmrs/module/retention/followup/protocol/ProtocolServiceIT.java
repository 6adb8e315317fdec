/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aProtocol;
import static org.openmrs.module.retention.followup.protocol.ProtocolFixture.aStep;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;

class ProtocolServiceIT extends RetentionIT {

	private ProtocolService service;

	@BeforeEach
	void findService() {
		service = Context.getService(ProtocolService.class);
	}

	@Test
	void saveProtocol_shouldStoreTheDefinitionAsVersionOne() {
		FollowUpProtocol saved = service.saveProtocol(aProtocol().build());
		flushAndClear();

		FollowUpProtocol found = service.getProtocolByUuid(ProtocolFixture.UUID);
		assertThat(found.getId()).isEqualTo(saved.getId());
		assertThat(found.getName()).isEqualTo("After an extraction");
		assertThat(found.getTriggerType()).isEqualTo(TriggerType.ENCOUNTER);
		assertThat(found.getPurpose()).isEqualTo(Purpose.CARE);
		assertThat(found.getPriority()).isEqualTo(70);
		assertThat(found.getProtocolVersion()).isEqualTo(1);
		assertThat(found.getCreator()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(service.getDefinition(found, 1)).isEqualTo(aProtocol().build().complete());
	}

	@Test
	void saveProtocol_shouldBeActiveFromTheClinicsLocalDay() {
		for (String zone : new String[]{ "Pacific/Kiritimati", "Pacific/Pago_Pago" }) {
			Context.getAdministrationService().setGlobalProperty(RetentionSettings.TIMEZONE, zone);
			LocalDate before = LocalDate.now(ZoneId.of(zone));
			FollowUpProtocol saved = save(zone.equals("Pacific/Pago_Pago") ? "1" : "2", zone, Purpose.CARE);
			assertThat(saved.getActiveFrom()).isBetween(before, LocalDate.now(ZoneId.of(zone)));
		}
		Context.getAdministrationService().setGlobalProperty(RetentionSettings.TIMEZONE, "Atlantis");
		assertThat(save("3", "Atlantis", Purpose.CARE).getActiveFrom()).isBetween(LocalDate.now().minusDays(1),
			LocalDate.now());
	}

	@Test
	void saveProtocol_shouldChangeNothing_whenTheContentIsTheSame() {
		FollowUpProtocol saved = service.saveProtocol(aProtocol().build());
		service.saveProtocol(aProtocol().build());
		flushAndClear();
		FollowUpProtocol found = service.getProtocolByUuid(ProtocolFixture.UUID);
		assertThat(found.getProtocolVersion()).isEqualTo(1);
		assertThat(found.getVersion()).isEqualTo(saved.getVersion());
	}

	@Test
	void saveProtocol_shouldKeepTheOldVersion_whenTheContentChanges() {
		service.saveProtocol(aProtocol().build());
		FollowUpProtocol changed = service
			.saveProtocol(aProtocol().name("Renamed").step(aStep("day-30").offset("P30D").build()).build());
		flushAndClear();
		assertThat(changed.getProtocolVersion()).isEqualTo(2);
		assertThat(service.getDefinition(changed, 1).getSteps()).hasSize(2);
		assertThat(service.getDefinition(changed, 2).getSteps()).hasSize(3);
		assertThat(service.getProtocolByUuid(ProtocolFixture.UUID).getName()).isEqualTo("Renamed");
	}

	@Test
	void saveProtocol_shouldTakeActiveFromOfTheDefinition_andElseKeepTheFirstDay() {
		service.saveProtocol(aProtocol().activeFrom("2026-01-15").build());
		FollowUpProtocol again = service.saveProtocol(aProtocol().priority(71).build());
		assertThat(again.getActiveFrom()).isEqualTo(LocalDate.of(2026, 1, 15));
	}

	@Test
	void saveProtocol_shouldRefuseAMistakeWithItsCodeAndProperty() {
		assertThatExceptionOfType(RetentionException.class)
			.isThrownBy(() -> service.saveProtocol(
				aProtocol().clearSteps().step(aStep("day-1").windowFrom("9").build()).build()))
			.satisfies(e -> {
				assertThat(e.getCode()).isEqualTo(StepRules.WINDOW_INVALID);
				assertThat(e.getField()).isEqualTo("steps[0].windowFrom");
				assertThat(e.getKind()).isEqualTo(RetentionException.Kind.INVALID);
			});
		assertThat(service.getProtocolByUuid(ProtocolFixture.UUID)).isNull();
	}

	@Test
	void getDefinition_shouldAnswerWithTheSameObject() {
		FollowUpProtocol saved = service.saveProtocol(aProtocol().build());
		assertThat(service.getDefinition(saved, 1)).isSameAs(service.getDefinition(saved, 1));
	}

	@Test
	void getDefinition_shouldRefuseAVersionThatDoesNotExist() {
		FollowUpProtocol saved = service.saveProtocol(aProtocol().build());
		assertThatExceptionOfType(RetentionException.class).isThrownBy(() -> service.getDefinition(saved, 2))
			.satisfies(e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.protocol-version-unknown"));
	}

	@Test
	void retireProtocol_shouldTakeItOutOfPlanning_andALoadShouldNotBringItBack() {
		FollowUpProtocol saved = service.saveProtocol(aProtocol().build());
		service.retireProtocol(saved, "Not ours");
		service.saveProtocol(aProtocol().priority(10).build());
		flushAndClear();

		FollowUpProtocol found = service.getProtocolByUuid(ProtocolFixture.UUID);
		assertThat(found.getRetired()).isTrue();
		assertThat(found.getRetireReason()).isEqualTo("Not ours");
		assertThat(found.getRetiredBy()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(found.getProtocolVersion()).isEqualTo(2);
		assertThat(ours(service.getActiveProtocols(TriggerType.ENCOUNTER))).isEmpty();

		service.unretireProtocol(found);
		flushAndClear();
		assertThat(ours(service.getActiveProtocols(TriggerType.ENCOUNTER))).hasSize(1);
		assertThat(service.getProtocolByUuid(ProtocolFixture.UUID).getRetiredBy()).isNull();
	}

	@Test
	void retireProtocol_shouldWantAReason() {
		FollowUpProtocol saved = service.saveProtocol(aProtocol().build());
		assertThatExceptionOfType(RetentionException.class).isThrownBy(() -> service.retireProtocol(saved, " "))
			.satisfies(e -> assertThat(e.getField()).isEqualTo("reason"));
	}

	@Test
	void getActiveProtocols_shouldAnswerWithWhatPlanningNeeds() {
		FollowUpProtocol saved = service.saveProtocol(aProtocol().activeFrom("2026-03-31").backfill("P1M").build());
		ActiveProtocol active = ours(service.getActiveProtocols(TriggerType.ENCOUNTER)).get(0);
		assertThat(active.getProtocolId()).isEqualTo(saved.getId());
		assertThat(active.getVersion()).isEqualTo(1);
		assertThat(active.getActiveFrom()).isEqualTo(LocalDate.of(2026, 3, 31));
		assertThat(active.firstAnchorDay()).isEqualTo(LocalDate.of(2026, 2, 28));
		assertThat(active.getDefinition().getSteps()).hasSize(2);
		assertThat(ours(service.getActiveProtocols(TriggerType.MANUAL))).isEmpty();
	}

	@Test
	void findProtocols_shouldFilterPageAndCountAlike() {
		save("b", "Crown 100%", Purpose.CARE);
		save("a", "Crown", Purpose.RECALL);
		save("c", "Filling", Purpose.CARE);
		FollowUpProtocol retired = save("d", "Crown old", Purpose.CARE);
		service.retireProtocol(retired, "Old");
		flushAndClear();

		assertThat(names(ProtocolSearch.builder().name("crown").build(), new Page(0, 10))).containsExactly("Crown",
			"Crown 100%");
		assertThat(names(ProtocolSearch.builder().name("0%").build(), new Page(0, 10))).containsExactly("Crown 100%");
		assertThat(names(ProtocolSearch.builder().name("cr_wn").build(), new Page(0, 10))).isEmpty();
		assertThat(names(ProtocolSearch.builder().name("crown").purpose(Purpose.CARE).build(), new Page(0, 10)))
			.containsExactly("Crown 100%");
		assertThat(names(ProtocolSearch.builder().name("crown").includeRetired(true).build(), new Page(1, 1)))
			.containsExactly("Crown 100%");
		assertThat(service.countProtocols(ProtocolSearch.builder().name("crown").includeRetired(true).build())).isEqualTo(3);
		assertThat(service.countProtocols(
			ProtocolSearch.builder().name("crown").triggerType(TriggerType.MANUAL).build())).isZero();
	}

	private FollowUpProtocol save(String last, String name, Purpose purpose) {
		return service.saveProtocol(aProtocol().uuid("5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1ef" + last).name(name)
			.purpose(purpose).build());
	}

	private List<String> names(ProtocolSearch search, Page page) {
		return service.findProtocols(search, page).stream().map(FollowUpProtocol::getName).collect(Collectors.toList());
	}

	private static List<ActiveProtocol> ours(List<ActiveProtocol> active) {
		return active.stream().filter(a -> ProtocolFixture.UUID.equals(a.getDefinition().getUuid()))
			.collect(Collectors.toList());
	}
}
