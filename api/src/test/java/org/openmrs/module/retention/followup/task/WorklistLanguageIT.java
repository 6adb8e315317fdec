/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.followup.task.WorklistDesk.TEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttributeType;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;

/** A clinic whose patients speak several languages, and whose nurse speaks two of them. */
class WorklistLanguageIT extends RetentionIT {

	private WorklistDesk desk;

	private Clinic clinic;

	private PersonAttributeType language;

	private User nurse;

	@BeforeEach
	void openTheClinic() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
		language = clinic.anAttributeType("Test language");
		clinic.setting(RetentionSettings.LANGUAGE_ATTRIBUTE_TYPE, language.getUuid());
		nurse = clinic.aUser("nurse",
			clinic.aRole("Test desk", RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS));
		nurse.setUserProperty("proficientLocales", "nb_NO, ru");
	}

	@Test
	void getWorklist_shouldKeepWhoSpeaksTheLanguageInForce() {
		desk.task(chart("chart ru", "ru-RU"), t -> t);
		desk.task(said("said ru", "ru", "en"), t -> t);
		desk.task(said("said en", "en", "ru"), t -> t);
		desk.task(chart("chart en", "en"), t -> t);
		desk.task(clinic.aPatient("unknown"), t -> t);
		desk.task(chart("chart nb", "NB"), t -> t.purpose(Purpose.RECALL));

		assertThat(listed("ru")).containsExactlyInAnyOrder("chart ru", "said ru");
		assertThat(listed("ru-UA")).as("the language counts, not the region").containsExactlyInAnyOrder("chart ru",
			"said ru");
		assertThat(listed("fil")).isEmpty();
		clinic.logInAs(nurse);
		assertThat(listed("mine")).containsExactlyInAnyOrder("chart ru", "said ru", "unknown", "chart nb");
	}

	@Test
	void getWorklist_shouldGoByThePersonToRing() {
		Person mother = clinic.aPerson("mother");
		clinic.give(mother, language, "ru");
		desk.task(chart("child", "en"), t -> t.personToRingId(mother.getPersonId()));

		assertThat(listed("ru")).containsExactly("mother");
		assertThat(listed("en")).isEmpty();
	}

	@Test
	void getWorklist_shouldKeepThoseWhoseLanguageNobodyKnows_whenTheCallerHasSaidNone() {
		desk.task(chart("chart ru", "ru"), t -> t);
		desk.task(clinic.aPatient("unknown"), t -> t);
		clinic.logInAs(clinic.aUser("silent",
			clinic.aRole("Test silent", RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS)));

		assertThat(listed("mine")).containsExactly("unknown");
	}

	@Test
	void getWorklist_shouldGoByWhatWasSaidAlone_whenTheChartHasNoLanguages() {
		desk.task(said("said ru", "ru", "en"), t -> t);
		desk.task(said("said en", "en", "ru"), t -> t);
		desk.task(chart("chart ru", "ru"), t -> t);
		clinic.setting(RetentionSettings.LANGUAGE_ATTRIBUTE_TYPE, "");
		clinic.logInAs(nurse);

		assertThat(listed("ru")).containsExactly("said ru");
		assertThat(listed("mine")).containsExactlyInAnyOrder("said ru", "chart ru");
	}

	/** The list reads the chart as the rest of the module does. */
	@ParameterizedTest
	@ValueSource(strings = { "ru", "RU-ru", "nb", "en-GB", "fil", "", " ", "r", "Russian", "\u0440\u0443\u0441", "ru_RU",
		"ru RU", "12", "e2", "x-y", "-ru" })
	void getWorklist_shouldTakeForALanguage_whatIsOne(String written) {
		desk.task(chart("Ada", written), t -> t);
		clinic.logInAs(nurse);
		boolean known = Languages.isTag(written);

		assertThat(listed("ru").isEmpty()).isEqualTo(!known || !"ru".equals(Languages.of(written)));
		assertThat(listed("mine").isEmpty()).isEqualTo(known && !Languages.spokenBy(nurse).contains(Languages.of(written)));
	}

	@Test
	void getWorklist_shouldReadTheFirstInTheChartThatCanBeRead() {
		Patient ada = chart("Ada", "Russian");
		clinic.give(ada, language, "en");
		clinic.give(ada, language, "ru");
		desk.task(ada, t -> t);
		Patient bo = chart("Bo", "en");
		bo.getAttribute(language).setVoided(true);
		clinic.give(bo, language, "ru");
		desk.task(bo, t -> t);

		assertThat(listed("ru")).containsExactly("Bo");
		assertThat(listed("en")).containsExactly("Ada");
	}

	@Test
	void getWorklist_shouldCountAndPageWhatIsKept() {
		for (int i = 0; i < 5; i++) {
			desk.task(chart("ru " + i, "ru"), t -> t);
			desk.task(chart("ru later " + i, "ru"), t -> t).useTry(TEN.plus(Duration.ofHours(1)));
			desk.task(chart("en " + i, "en"), t -> t);
		}
		sessionFactory.getCurrentSession().flush();
		List<String> read = new ArrayList<>();
		for (int start = 0; start < 12; start += 3) {
			Worklist page = desk.at(TEN).getWorklist(WorklistSearch.builder().language("ru").build(), new Page(start, 3));
			assertThat(page.getCallableRows()).isEqualTo(5);
			assertThat(page.getExpectedSeconds()).isEqualTo(5 * 60);
			read.addAll(names(page));
		}

		assertThat(read).hasSize(10).doesNotHaveDuplicates().allMatch(name -> name.startsWith("ru"));
		assertThat(desk.rows(TEN, s -> s.language("ru"))).isEqualTo(10);
		assertThat(desk.rows(TEN, s -> s.language("ru").callable("now"))).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Russian", "qq", "ru_RU", "me", "MINE" })
	void getWorklist_shouldRefuse_whatIsNoLanguage(String text) {
		assertThatThrownBy(() -> listed(text)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.followup.error.unknown-filter-value");
			assertThat(e.getField()).isEqualTo("language");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mine", "ru" })
	void getWorklist_shouldCostTheSameNumberOfStatements_whateverThePageSize(String filter) {
		PersonAttributeType mobile = clinic.anAttributeType("Test mobile");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		for (int i = 0; i < 13; i++) {
			Patient patient = chart("P" + i, "ru");
			clinic.give(patient, mobile, "22 33 44 " + (10 + i));
			desk.task(patient, t -> t);
		}
		clinic.logInAs(nurse);
		listed(filter);

		long few = statements(filter, new Page(0, 2));
		long many = statements(filter, new Page(0, 12));

		assertThat(many).isEqualTo(few);
	}

	private long statements(String filter, Page page) {
		flushAndClear();
		sessionFactory.getCache().evictAllRegions();
		assertThat(Context.getAuthenticatedUser().getAllRoles()).isNotNull();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		assertThat(desk.at(TEN).getWorklist(WorklistSearch.builder().language(filter).build(), page).getRows())
			.hasSize(page.getSize());
		return statistics.getPrepareStatementCount() - before;
	}

	private List<String> listed(String filter) {
		return names(desk.list(TEN, s -> s.language(filter)));
	}

	/** Whose chart says so. */
	private Patient chart(String name, String tag) {
		Patient patient = clinic.aPatient(name);
		clinic.give(patient, language, tag);
		return patient;
	}

	/** Who has said to speak the first, and whose chart has the second. */
	private Patient said(String name, String tag, String inChart) {
		Patient patient = chart(name, inChart);
		ContactService contacts = Context.getService(ContactService.class);
		ContactProfile profile = contacts.getProfile(patient);
		profile.setLanguage(tag);
		contacts.saveContactProfile(profile);
		return patient;
	}

	private static List<String> names(Worklist list) {
		return list.getRows().stream().map(row -> row.getPerson().getGivenName()).collect(Collectors.toList());
	}
}
