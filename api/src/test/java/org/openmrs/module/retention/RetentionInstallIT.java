/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openmrs.EncounterType;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.api.EncounterService;
import org.openmrs.api.LocationService;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RetentionInstallIT extends RetentionIT {

	@Autowired
	private RetentionInstall install;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void install_shouldCreateTheFiveRolesWithTheirPrivileges() {
		for (String name : RetentionRoles.names()) {
			Role role = Context.getUserService().getRole(name);
			assertThat(role).as(name).isNotNull();
			assertThat(role.getPrivileges().stream().map(Privilege::getPrivilege).collect(Collectors.toSet())).as(name)
				.containsAll(RetentionRoles.privilegesOf(name).stream().filter(p -> p.contains("Retention"))
					.collect(Collectors.toSet()));
		}
	}

	@Test
	void install_shouldKeepAnAdministratorsEdits() {
		Role nurse = Context.getUserService().getRole(RetentionRoles.NURSE);
		nurse.setPrivileges(new HashSet<>(Collections
			.singleton(Context.getUserService().getPrivilege(RetentionPrivileges.GET_FOLLOW_UPS))));
		nurse.setDescription("Ours");
		Context.getUserService().saveRole(nurse);
		EncounterType type = Context.getEncounterService()
			.getEncounterTypeByUuid(RetentionMetadata.CONTACT_ENCOUNTER_TYPE);
		type.setName("Telephone contact");
		Context.getEncounterService().saveEncounterType(type);
		flushAndClear();

		install.install();
		flushAndClear();

		Role after = Context.getUserService().getRole(RetentionRoles.NURSE);
		assertThat(after.getDescription()).isEqualTo("Ours");
		assertThat(after.getPrivileges()).extracting(Privilege::getPrivilege)
			.containsExactly(RetentionPrivileges.GET_FOLLOW_UPS);
		assertThat(Context.getEncounterService().getEncounterTypeByUuid(RetentionMetadata.CONTACT_ENCOUNTER_TYPE).getName())
			.isEqualTo("Telephone contact");
	}

	@Test
	void install_shouldCreateWhatIsMissingOnce() {
		install.install();
		flushAndClear();
		assertThat(Context.getLocationService().getLocationAttributeTypeByUuid(RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE))
			.isNotNull();
		assertThat(Context.getLocationService().getLocationAttributeTypeByUuid(RetentionMetadata.CALENDAR_ATTRIBUTE_TYPE))
			.isNotNull();
		assertThat(Context.getEncounterService().getAllEncounterTypes(true).stream()
			.filter(t -> RetentionMetadata.CONTACT_ENCOUNTER_TYPE.equals(t.getUuid()))).hasSize(1);
	}

	@Test
	void install_shouldCreateTheRest_whenSomethingCannotBe() {
		LocationService locations = Context.getLocationService();
		giveAway(RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE);
		EncounterService locked = (EncounterService) Proxy.newProxyInstance(getClass().getClassLoader(),
			new Class<?>[]{ EncounterService.class }, (proxy, method, arguments) -> {
				if (method.getName().equals("saveEncounterType")) {
					throw new IllegalStateException("Encounter types are locked");
				}
				return method.getReturnType() == List.class ? Collections.emptyList() : null;
			});

		new RetentionInstall(Context.getUserService(), locked, locations, formKey(), sessionFactory).install();
		flushAndClear();

		assertThat(locations.getLocationAttributeTypeByUuid(RetentionMetadata.TIME_ZONE_ATTRIBUTE_TYPE)).isNotNull();
	}

	@Test
	void install_shouldTakeAnotherName_whenTheClinicHasItForSomethingElse() {
		LocationService locations = Context.getLocationService();
		giveAway(RetentionMetadata.CALENDAR_ATTRIBUTE_TYPE);

		install.install();
		flushAndClear();

		assertThat(locations.getLocationAttributeTypeByUuid(RetentionMetadata.CALENDAR_ATTRIBUTE_TYPE).getName())
			.isEqualTo("Opening hours (Patient Retention)");
	}

	/** The type is the clinic's own now. */
	private void giveAway(String type) {
		assertThat(sessionFactory.getCurrentSession()
			.createNativeQuery("update location_attribute_type set uuid = :other where uuid = :type")
			.setParameter("other", UUID.randomUUID().toString()).setParameter("type", type).executeUpdate()).isOne();
		flushAndClear();
	}

	@Test
	void install_shouldKeepTheKeyOfTheForms_andMakeOneWhereThereIsNone() {
		String key = formKey().get();
		assertThat(key).hasSizeGreaterThan(40);
		install.install();
		assertThat(formKey().get()).isEqualTo(key);
		sessionFactory.getCurrentSession().createNativeQuery("delete from retention_secret").executeUpdate();
		assertThat(formKey().get()).isEmpty();
		install.install();
		assertThat(formKey().get()).isNotBlank().isNotEqualTo(key);
	}

	@Test
	void install_shouldPutTheKeyOfTheForms_whereNoSettingShowsIt() {
		assertThat(
			sessionFactory.getCurrentSession().createQuery("select g.propertyValue from GlobalProperty g", String.class)
				.list())
			.isNotEmpty().doesNotContain(formKey().get());
	}

	/** As a node that has just started. */
	private FormKey formKey() {
		return new FormKey(sessionFactory, new TransactionTemplate(transactions));
	}
}
