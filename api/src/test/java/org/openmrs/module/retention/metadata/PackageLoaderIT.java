/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptName;
import org.openmrs.ConceptNumeric;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.followup.planning.RehearsalReport;
import org.openmrs.module.retention.followup.planning.RehearsalService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;
import org.openmrs.util.OpenmrsUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads from a folder of its own, within the test's transaction: what must hold across transactions is tested apart. */
class PackageLoaderIT extends RetentionIT {

	private static final String TYPE = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e01";

	private static final String PROTOCOL = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e02";

	private static final String CALENDAR = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e03";

	private static final String OTHER = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e04";

	@TempDir
	Path folder;

	@Autowired
	private PlatformTransactionManager transactionManager;

	@Autowired
	private HostReferences host;

	@Autowired
	private RetentionSettings settings;

	private PackageFileDao files;

	private PackageLoader loader;

	@BeforeEach
	void wire() {
		files = new PackageFileDao(sessionFactory);
		loader = loader(Clock.fixed(NOW, ZoneOffset.UTC));
	}

	@Test
	void load_shouldBringWhatTheFilesSay_inTheOrderOfTheirKinds() throws IOException {
		write("protocols/extraction.yml", protocol("After an extraction", TYPE));
		write("encountertypes/types.csv", "Uuid,Name,Description\n" + TYPE + ",Test extraction,A tooth was taken out\n");
		write("calendars/clinic.yml", calendar(CALENDAR, "Clinic"));

		PackageReport report = loader.load(false);
		flushAndClear();

		assertThat(problems(report)).isEmpty();
		assertThat(report.getFiles()).extracting(FileReport::getFile).containsExactly("encountertypes/types.csv",
			"calendars/clinic.yml", "protocols/extraction.yml");
		assertThat(report.getFiles()).allMatch(f -> f.getOutcome() == FileReport.Outcome.LOADED);
		assertThat(report.countChanges()).isEqualTo(3);
		assertThat(Context.getEncounterService().getEncounterTypeByUuid(TYPE).getName()).isEqualTo("Test extraction");
		assertThat(Context.getService(CalendarService.class).getCalendarByUuid(CALENDAR).toDefinition().isStandard())
			.isTrue();
		assertThat(protocol().getProtocolVersion()).isEqualTo(1);
		PackageFile row = files.getByPath("protocols/extraction.yml");
		assertThat(row.getStatus()).isEqualTo(PackageFile.Status.LOADED);
		assertThat(row.getLoadedAt()).isEqualTo(NOW);
		assertThat(row.getReport()).isNull();
	}

	@Test
	void load_shouldChangeNothing_whenNothingHasChanged_andSaySoInADryRun() throws IOException {
		write("protocols/extraction.yml", protocol("After an extraction", TYPE));
		write("encountertypes/types.csv", "Uuid,Name\n" + TYPE + ",Test extraction\n");
		loader.load(false);

		for (boolean dryRun : new boolean[]{ true, false }) {
			PackageReport again = loader.load(dryRun);
			assertThat(again.isDryRun()).isEqualTo(dryRun);
			assertThat(again.getFiles()).allMatch(f -> f.getOutcome() == FileReport.Outcome.UNCHANGED);
			assertThat(again.countChanges()).isZero();
		}
		assertThat(protocol().getProtocolVersion()).isEqualTo(1);
	}

	@Test
	void load_shouldNoteThatAFileIsGone_andTakeItUpAgain() throws IOException {
		write("encountertypes/types.csv", "Uuid,Name\n" + TYPE + ",Test extraction\n");
		loader.load(false);
		Path file = folder.resolve("encountertypes/types.csv");
		byte[] content = Files.readAllBytes(file);
		Files.delete(file);

		loader.load(true);
		assertThat(files.getByPath("encountertypes/types.csv").getStatus()).isEqualTo(PackageFile.Status.LOADED);
		loader.load(false);
		assertThat(files.getByPath("encountertypes/types.csv").getStatus()).isEqualTo(PackageFile.Status.GONE);
		assertThat(Context.getEncounterService().getEncounterTypeByUuid(TYPE)).as("what it brought stays").isNotNull();

		Files.write(file, content);
		loader.load(false);
		assertThat(files.getByPath("encountertypes/types.csv").getStatus()).isEqualTo(PackageFile.Status.LOADED);
	}

	@Test
	void load_shouldOnlySayWhatItWouldDo_inADryRun() throws IOException {
		write("protocols/extraction.yml", protocol("After an extraction", TYPE));
		write("encountertypes/types.csv", "Uuid,Name\n" + TYPE + ",Test extraction\n");

		PackageReport report = loader.load(true);

		assertThat(problems(report)).isEmpty();
		assertThat(report.getFiles()).flatExtracting(FileReport::getChanges).extracting(PackageChange::getAction)
			.containsOnly(PackageChange.Action.CREATE);
		assertThat(protocol()).isNull();
		assertThat(Context.getEncounterService().getEncounterTypeByUuid(TYPE)).isNull();
		assertThat(files.count()).isZero();
	}

	@Test
	void rehearse_shouldTellWhatNewAndChangedProtocolsWouldHaveMade_andWriteNothing() throws IOException {
		write("encountertypes/types.csv", "Uuid,Name\n" + TYPE + ",Test extraction\n");
		loader.load(false);
		Clinic clinic = new Clinic(sessionFactory);
		Encounter encounter = new Encounter();
		encounter.setPatient(clinic.aPatient("Ada"));
		encounter.setEncounterType(Context.getEncounterService().getEncounterTypeByUuid(TYPE));
		encounter.setEncounterDatetime(Date.from(Instant.now().minus(Duration.ofDays(40))));
		clinic.save(encounter);
		write("protocols/extraction.yml", protocol("After an extraction", TYPE));
		write("protocols/by-hand.yml", protocol("By hand", TYPE).replace(PROTOCOL, UUID.randomUUID().toString())
			.replaceAll("ENCOUNTER\\n.*\\n.*\\n", "MANUAL\n"));
		flush();

		PackageReport report = loader.rehearse(60);

		assertThat(problems(report)).isEmpty();
		assertThat(report.isDryRun()).isTrue();
		assertThat(report.getFiles()).flatExtracting(FileReport::getRehearsals)
			.extracting(RehearsalReport::getName, RehearsalReport::getPlans, RehearsalReport::getTasks)
			.as("what a person asks for has no past").containsExactly(tuple("After an extraction", 1L, 1L));
		assertThat(protocol()).isNull();
		loader.load(false);
		assertThat(loader.rehearse(60).getFiles()).as("nothing is new").allMatch(f -> f.getRehearsals().isEmpty());
	}

	@Test
	void load_shouldMakeANewVersion_whenAProtocolsFileChanges_butNotForAComment() throws IOException {
		write("encountertypes/types.csv", "Uuid,Name\n" + TYPE + ",Test extraction\n");
		write("protocols/extraction.yml", protocol("After an extraction", TYPE));
		loader.load(false);
		write("protocols/extraction.yml", "# reviewed\n" + protocol("After an extraction", TYPE));
		assertThat(loader.load(false).countChanges()).isZero();
		assertThat(protocol().getProtocolVersion()).isEqualTo(1);

		write("protocols/extraction.yml", protocol("After any extraction", TYPE));
		assertThat(loader.load(true).getFiles()).flatExtracting(FileReport::getChanges)
			.extracting(PackageChange::getAction).containsExactly(PackageChange.Action.UPDATE);
		loader.load(false);
		flushAndClear();
		assertThat(protocol().getProtocolVersion()).isEqualTo(2);
		assertThat(protocol().getName()).isEqualTo("After any extraction");
	}

	@Test
	void load_shouldKeepWhatIsInForce_whenAFileTurnsBad_andTakeItAgainWhenItIsMended() throws IOException {
		write("encountertypes/types.csv", "Uuid,Name\n" + TYPE + ",Test extraction\n");
		write("protocols/extraction.yml", protocol("After an extraction", TYPE));
		loader.load(false);
		write("protocols/extraction.yml", protocol("Changed", TYPE).replace("purpose: CARE", "purpose: Care"));

		PackageReport bad = loader.load(false);
		flushAndClear();

		assertThat(problems(bad)).containsExactly("protocols/extraction.yml:4 retention.metadata.error.unknown-value");
		assertThat(protocol().getName()).isEqualTo("After an extraction");
		PackageFile row = files.getByPath("protocols/extraction.yml");
		assertThat(row.getStatus()).isEqualTo(PackageFile.Status.FAILED);
		assertThat(row.getReport()).contains("\"line\":4", "Unknown value Care; known here: CARE, RECALL");
		assertThat(loader.load(false).getFiles().get(1).getOutcome()).isEqualTo(FileReport.Outcome.FAILED);

		write("protocols/extraction.yml", protocol("After an extraction", TYPE));
		assertThat(loader.load(false).getFiles().get(1).getOutcome()).isEqualTo(FileReport.Outcome.LOADED);
		assertThat(files.getByPath("protocols/extraction.yml").getStatus()).isEqualTo(PackageFile.Status.LOADED);
	}

	@Test
	void load_shouldWarnOfSitesThatTheServerLacks() throws IOException {
		write("calendars/hours.yml", calendar(OTHER, "Hours") + "sites:\n  - location: " + TYPE
			+ "\n    capacity: {'Retention: Nurse': {MONDAY: 30}}\n");

		FileReport report = loader.load(false).getFiles().get(0);

		assertThat(report.getOutcome()).isEqualTo(FileReport.Outcome.LOADED);
		assertThat(report.getProblems()).extracting(PackageProblem::getPath).containsExactly("sites[0].location");
	}

	@Test
	void load_shouldWarnOfGroupsAndVisitTypesThatTheServerLacks() throws IOException {
		write("protocols/extraction.yml", protocol("After an extraction", TYPE).replace("steps:",
			"patients: {groups: [" + OTHER + "], exceptGroups: [" + OTHER + "]}\nfulfilledBy: {visitTypes: [" + OTHER
				+ "]}\nsteps:"));

		assertThat(loader.load(false).getFiles().get(0).getProblems()).extracting(PackageProblem::getPath)
			.contains("fulfilledBy.visitTypes", "patients.groups", "patients.exceptGroups");
	}

	@Test
	void load_shouldWarnOfWhatTheServerLacks_andLookAgainUntilItIsThere() throws IOException {
		write("protocols/extraction.yml", protocol("After an extraction", OTHER));

		PackageReport report = loader.load(false);

		assertThat(problems(report))
			.containsExactly("protocols/extraction.yml:8 retention.metadata.warning.reference-unknown");
		assertThat(report.getFiles().get(0).getOutcome()).isEqualTo(FileReport.Outcome.LOADED);
		assertThat(protocol().getProtocolVersion()).isEqualTo(1);
		assertThat(problems(loader.load(false))).hasSize(1);

		EncounterType type = new EncounterType("Another type", "x");
		type.setUuid(OTHER);
		Context.getEncounterService().saveEncounterType(type);
		flush();
		PackageReport settled = loader.load(false);
		assertThat(problems(settled)).isEmpty();
		assertThat(settled.getFiles().get(0).getOutcome()).isEqualTo(FileReport.Outcome.LOADED);
		assertThat(loader.load(false).getFiles().get(0).getOutcome()).isEqualTo(FileReport.Outcome.UNCHANGED);
		assertThat(protocol().getProtocolVersion()).isEqualTo(1);
	}

	@Test
	void load_shouldKeepAnAdministratorsEncounterType_andNotTakeANameTwice() throws IOException {
		EncounterType type = new EncounterType("Ours", "x");
		type.setUuid(TYPE);
		Context.getEncounterService().saveEncounterType(type);
		flush();
		write("encountertypes/types.csv",
			"Uuid,Void/Retire,Name\n" + TYPE + ",,Theirs\n" + OTHER + ",,Ours\n" + PROTOCOL + ",TRUE,Never made\n");

		PackageReport report = loader.load(false);

		assertThat(problems(report)).containsExactly("encountertypes/types.csv:3 retention.metadata.warning.name-taken");
		assertThat(report.countChanges()).isZero();
		assertThat(Context.getEncounterService().getEncounterTypeByUuid(TYPE).getName()).isEqualTo("Ours");
		assertThat(Context.getEncounterService().getEncounterTypeByUuid(OTHER)).isNull();
		assertThat(Context.getEncounterService().getEncounterTypeByUuid(PROTOCOL)).isNull();
	}

	@Test
	void load_shouldCreateAttributeTypesOfPersonsAndLocations() throws IOException {
		write("personattributetypes/a.csv", "Uuid,Name,Format\n" + TYPE + ",Test number,\n");
		write("attributetypes/a.csv",
			"Uuid,Entity name,Name,Min occurs,Max occurs\n" + OTHER + ",Location,Test floor,0,1\n");
		assertThat(problems(loader.load(false))).isEmpty();
		flushAndClear();
		assertThat(Context.getPersonService().getPersonAttributeTypeByUuid(TYPE).getFormat()).isEqualTo("java.lang.String");
		assertThat(Context.getLocationService().getLocationAttributeTypeByUuid(OTHER).getMaxOccurs()).isEqualTo(1);
	}

	@Test
	void load_shouldCreateConceptsWithNamesAnswersAndBounds() throws IOException {
		write("concepts/a.csv",
			"Uuid,Fully specified name:en,Fully specified name:nb,Description:en,Data class,Data type,Answers,Absolute low,Absolute high\n"
				+ TYPE + ",Test pain score,Smerteskår,How much it hurts,Question,Numeric,,0,10\n" + OTHER
				+ ",Test bleeding heavy,,,Misc,N/A,,,\n" + PROTOCOL + ",Test bleeding,,,Question,Coded," + OTHER + ",,\n");

		PackageReport report = loader.load(false);
		flushAndClear();

		assertThat(problems(report)).isEmpty();
		Concept pain = Context.getConceptService().getConceptByUuid(TYPE);
		assertThat(pain.getName(Locale.ENGLISH).getName()).isEqualTo("Test pain score");
		assertThat(pain.getName(Locale.forLanguageTag("nb"), true).getName()).isEqualTo("Smerteskår");
		assertThat(((ConceptNumeric) Context.getConceptService().getConcept(pain.getConceptId())).getHiAbsolute())
			.isEqualTo(10);
		Concept bleeding = Context.getConceptService().getConceptByUuid(PROTOCOL);
		assertThat(bleeding.getAnswers()).hasSize(1);
		assertThat(bleeding.getAnswers().iterator().next().getAnswerConcept().getUuid()).isEqualTo(OTHER);
	}

	@Test
	void load_shouldLeaveALockedDictionaryAlone() throws IOException {
		Context.getAdministrationService().saveGlobalProperty(new GlobalProperty("concepts.locked", "true"));
		flush();
		write("concepts/a.csv",
			"Uuid,Fully specified name:en,Data class,Data type\n" + TYPE + ",Test pain score,Question,Numeric\n");
		assertThat(problems(loader.load(false)))
			.containsExactly("concepts/a.csv:2 retention.metadata.warning.concepts-locked");
		assertThat(Context.getConceptService().getConceptByUuid(TYPE)).isNull();
	}

	@Test
	void load_shouldFillSettingsThatAreEmpty_andLeaveTheOthers() throws IOException {
		Context.getAdministrationService()
			.saveGlobalProperty(new GlobalProperty(RetentionSettings.EMERGENCY_NUMBER, "112"));
		flush();
		write("settings/a.csv", "Property,Value\nretention.timezone,Europe/Oslo\nretention.contact.emergencyNumber,113\n");
		loader.load(false);
		flushAndClear();
		assertThat(settings.text(RetentionSettings.TIMEZONE, "")).isEqualTo("Europe/Oslo");
		assertThat(settings.text(RetentionSettings.EMERGENCY_NUMBER, "")).isEqualTo("112");
	}

	@Test
	void loadPackages_shouldReadTheServersFolder_andSayInWordsWhatIsWrong() throws IOException {
		Path file = Paths.get(OpenmrsUtil.getApplicationDataDirectory(), "configuration", "retention", "calendars",
			"bad.yml");
		Files.createDirectories(file.getParent());
		Files.write(file, Collections.singletonList("name: [Clinic]"));
		try {
			PackageReport report = Context.getService(PackageService.class).loadPackages(true);
			FileReport bad = report.getFiles().stream().filter(f -> f.getFile().equals("calendars/bad.yml")).findFirst()
				.get();
			assertThat(bad.getOutcome()).isEqualTo(FileReport.Outcome.FAILED);
			assertThat(bad.getProblems()).extracting(PackageProblem::getText).contains("A single value is expected here");
		}
		finally {
			Files.delete(file);
		}
	}

	@Test
	void load_shouldAddPrivilegesToOurRoles() throws IOException {
		Context.getUserService().savePrivilege(new Privilege("Test Privilege", "x"));
		flush();
		write("roles/a.csv", "Role,Privilege\nRetention: Nurse,Test Privilege\nRetention: Nurse,No Such Privilege\n");
		assertThat(problems(loader.load(false)))
			.containsExactly("roles/a.csv:3 retention.metadata.warning.reference-unknown");
		flushAndClear();
		assertThat(Context.getUserService().getRole("Retention: Nurse").getPrivileges())
			.extracting(Privilege::getPrivilege).contains("Test Privilege");
	}

	@Test
	void load_shouldStoreASecondStandardCalendarWithoutThat() throws IOException {
		write("calendars/a.yml", calendar(CALENDAR, "Dental"));
		write("calendars/b.yml", calendar(OTHER, "Optical"));
		assertThat(problems(loader.load(false)))
			.containsExactly("calendars/b.yml:3 retention.metadata.warning.standard-calendar-taken");
		flushAndClear();
		CalendarService calendars = Context.getService(CalendarService.class);
		assertThat(calendars.getCalendarByUuid(CALENDAR).toDefinition().isStandard()).isTrue();
		assertThat(calendars.getCalendarByUuid(OTHER).toDefinition().isStandard()).isFalse();
	}

	@Test
	void load_shouldKeepAnAdministratorsEdits_ofAFileThatWasLoadedWithAWarning() throws IOException {
		CalendarService calendars = Context.getService(CalendarService.class);
		write("calendars/a.yml", calendar(CALENDAR, "Dental"));
		write("calendars/b.yml", calendar(OTHER, "Optical"));
		write("protocols/extraction.yml", protocol("After an extraction", OTHER));
		loader.load(false);
		flushAndClear();
		calendars.saveCalendar(calendars.getCalendarByUuid(OTHER).toDefinition().toBuilder().name("Ours").build());
		ProtocolService protocols = Context.getService(ProtocolService.class);
		protocols.saveProtocol(protocols.getDefinition(protocol(), 1).toBuilder().name("Our way").build());
		flushAndClear();

		PackageReport report = loader.load(false);

		assertThat(problems(report)).hasSize(2);
		assertThat(report.countChanges()).isZero();
		flushAndClear();
		assertThat(calendars.getCalendarByUuid(OTHER).toDefinition().getName()).isEqualTo("Ours");
		assertThat(protocol().getName()).isEqualTo("Our way");
		assertThat(protocol().getProtocolVersion()).isEqualTo(2);
	}

	@Test
	void load_shouldAddAPrivilegeThatCameLater_andNoneThatAnAdministratorTookAway() throws IOException {
		Context.getUserService().savePrivilege(new Privilege("Test Privilege", "x"));
		flush();
		write("roles/a.csv", "Role,Privilege\nRetention: Nurse,Test Privilege\nRetention: Nurse,Later Privilege\n");
		loader.load(false);
		flushAndClear();
		Role nurse = Context.getUserService().getRole("Retention: Nurse");
		nurse.getPrivileges().removeIf(p -> p.getPrivilege().equals("Test Privilege"));
		Context.getUserService().saveRole(nurse);
		Context.getUserService().savePrivilege(new Privilege("Later Privilege", "x"));
		flush();

		assertThat(problems(loader.load(false))).isEmpty();

		flushAndClear();
		assertThat(Context.getUserService().getRole("Retention: Nurse").getPrivileges())
			.extracting(Privilege::getPrivilege).contains("Later Privilege").doesNotContain("Test Privilege");
	}

	@Test
	void load_shouldRefuseASurveyWhoseQuestionDoesNotFitItsConcept() throws IOException {
		Concept words = new Concept();
		words.setUuid("00000000-0000-4000-8000-000000100098");
		words.setDatatype(Context.getConceptService().getConceptDatatypeByUuid(ConceptDatatype.TEXT_UUID));
		words.setConceptClass(sessionFactory.getCurrentSession().createQuery("from ConceptClass", ConceptClass.class)
			.setMaxResults(1).getSingleResult());
		words.setFullySpecifiedName(new ConceptName("Own words", Locale.ENGLISH));
		new Clinic(sessionFactory).save(words);
		flush();
		String survey = "uuid: 00000000-0000-4000-8000-000000100097\nname: Asked\nintroduction: {en: Hello}\n"
			+ "thanks: {en: Thanks}\nquestions:\n  - {key: score, type: NPS, concept: " + words.getUuid()
			+ ", text: {en: Score}}\n  - {key: why, type: TEXT, concept: " + words.getUuid() + ", text: {en: Why}}\n";
		write("surveys/asked.yml", survey);
		assertThat(problems(loader.load(true)))
			.containsExactly("surveys/asked.yml:0 retention.metadata.error.concept-datatype");
		loader.load(false);
		flushAndClear();
		assertThat(Context.getService(SurveyService.class).getSurveyByUuid("00000000-0000-4000-8000-000000100097")).isNull();
		write("surveys/asked.yml", survey.replace("type: NPS, concept: " + words.getUuid(), "type: NPS"));
		assertThat(loader.load(false).getFiles().get(0).getOutcome()).isEqualTo(FileReport.Outcome.LOADED);
	}

	@Test
	void load_shouldMakeVersionsOfSurveys_andWarnOfARecoveryThatNobodyWaitsFor() throws IOException {
		String survey = "uuid: 00000000-0000-4000-8000-000000100099\nname: Asked\nintroduction: {en: Hello}\n"
			+ "thanks: {en: Thanks}\nquestions:\n  - {key: why, type: TEXT, text: {en: Why}}\n"
			+ "  - {key: call, type: YES_NO, concept: CIEL:99, text: {en: Call}}\nrecovery:\n"
			+ "  - {question: call, in: ['yes'], severity: URGENT, title: {en: Call}}\n";
		write("surveys/asked.yml", survey);

		assertThat(problems(loader.load(true))).containsExactly(
			"surveys/asked.yml:7 retention.metadata.warning.reference-unknown",
			"surveys/asked.yml:9 retention.metadata.warning.event-not-awaited");
		loader.load(false);
		write("surveys/asked.yml", survey.replace("en: Why", "en: Why so"));
		loader.load(false);
		flushAndClear();

		Survey stored = Context.getService(SurveyService.class).getSurveyByUuid("00000000-0000-4000-8000-000000100099");
		assertThat(stored.getSurveyVersion()).isEqualTo(2);
		assertThat(loader.load(false).countChanges()).isZero();
	}

	@Test
	void load_shouldBringThemes_andWarnOfAParentThatIsNotThere() throws IOException {
		String themes = "uuid: 00000000-0000-4000-8000-000000100098\nname: Ours\nthemes:\n"
			+ "  - {uuid: 00000000-0000-4000-8000-000000100097, code: test-chairs, parent: nosuch, name: {en: Chairs}}\n";
		write("themes/ours.yml", themes);
		PackageReport dry = loader.load(true);
		assertThat(problems(dry)).containsExactly("themes/ours.yml:4 retention.metadata.warning.reference-unknown");
		assertThat(Context.getService(ThemeService.class).getThemeByUuid("00000000-0000-4000-8000-000000100097")).isNull();
		loader.load(false);
		write("themes/ours.yml", themes.replace("en: Chairs", "en: Seats").replace("parent: nosuch, ", ""));
		assertThat(loader.load(false).getFiles().get(0).getChanges()).extracting(PackageChange::getAction)
			.containsExactly(PackageChange.Action.UPDATE);

		assertThat(Context.getService(ThemeService.class).getThemeByUuid("00000000-0000-4000-8000-000000100097").getName())
			.isEqualTo("Seats");
	}

	@Test
	void load_shouldBringTheShippedPackagesOnce() throws IOException {
		for (String name : new String[]{ "common", "dental" }) {
			unzip(name);
		}
		PackageReport report = loader.load(true);
		assertThat(problems(report)).isEmpty();
		long planned = report.countChanges();

		assertThat(loader.load(false).countChanges()).isEqualTo(planned);
		flushAndClear();

		assertThat(Context.getService(ProtocolService.class).getActiveProtocols(TriggerType.ENCOUNTER))
			.extracting(p -> p.getDefinition().getName())
			.contains("After a tooth extraction", "After implant surgery", "After an examination without treatment");
		assertThat(loader.load(true).countChanges()).isZero();
		assertThat(loader.load(false).getFiles()).allMatch(f -> f.getOutcome() == FileReport.Outcome.UNCHANGED);

		unzip("optical");
		unzip("general");
		assertThat(problems(loader.load(false))).containsExactly(
			"calendars/general.yml:4 retention.metadata.warning.standard-calendar-taken",
			"calendars/optical.yml:4 retention.metadata.warning.standard-calendar-taken");
	}

	@Test
	void load_shouldBeRefused_whileAnotherNodeLoads_andNotAfterItsLeaseHasRunOut() throws IOException {
		write("encountertypes/types.csv", "Uuid,Name\n" + TYPE + ",Test extraction\n");
		assertThat(lease(Clock.fixed(NOW, ZoneOffset.UTC)).acquire()).isNotNull();
		assertThatExceptionOfType(RetentionException.class).isThrownBy(() -> loader.load(false)).satisfies(e -> {
			assertThat(e.getCode()).isEqualTo("retention.metadata.error.busy");
			assertThat(e.getKind()).isEqualTo(RetentionException.Kind.CONFLICT);
		});
		assertThat(loader.load(true).countChanges()).isEqualTo(1);

		PackageLoader later = loader(Clock.fixed(NOW.plus(Duration.ofMinutes(6)), ZoneOffset.UTC));
		assertThat(later.load(false).countChanges()).isEqualTo(1);
		String next = lease(Clock.fixed(NOW.plus(Duration.ofMinutes(6)), ZoneOffset.UTC)).acquire();
		assertThat(next).as("released after the load").isNotNull();
	}

	@Test
	void loadAtStart_shouldNotThrow_whateverIsWrong() throws IOException {
		write("protocols/a.yml", "}{");
		new PackageLoading(loader).loadAtStart();
		assertThat(files.getByPath("protocols/a.yml").getStatus()).isEqualTo(PackageFile.Status.FAILED);
		assertThat(lease(Clock.fixed(NOW, ZoneOffset.UTC)).acquire()).isNotNull();
		write("protocols/b.yml", "}{");
		new PackageLoading(loader).loadAtStart();
	}

	/** As the built package lies in the configuration folder. */
	private void unzip(String name) throws IOException {
		for (String part : new String[]{ "backend_configuration", "retention" }) {
			Path root = PackagesTest.METADATA.resolve(name).resolve("configuration").resolve(part);
			if (Files.isDirectory(root)) {
				try (Stream<Path> found = Files.walk(root)) {
					for (Path file : found.filter(Files::isRegularFile).collect(Collectors.toList())) {
						Path target = folder.resolve(root.relativize(file).toString());
						Files.createDirectories(target.getParent());
						Files.copy(file, target);
					}
				}
			}
		}
	}

	private PackageLoader loader(Clock clock) {
		return new PackageLoader(files, lease(clock),
			Arrays.asList(new EncounterTypeKind(Context.getEncounterService(), host),
				new ConceptKind(Context.getConceptService(), host, settings),
				new SettingKind(Context.getAdministrationService(), settings),
				new PersonAttributeTypeKind(Context.getPersonService(), host),
				new LocationAttributeTypeKind(Context.getLocationService(), host),
				new RoleKind(Context.getUserService(), host),
				new CalendarKind(Context.getService(CalendarService.class), host),
				new ProtocolKind(Context.getService(ProtocolService.class),
					Context.getService(RehearsalService.class), host),
				new ThemeKind(Context.getService(ThemeService.class)),
				new SurveyPackageKind(Context.getService(SurveyService.class), Context.getService(ProtocolService.class),
					host)),
			new TransactionTemplate(transactionManager), clock, () -> folder);
	}

	private PackageLease lease(Clock clock) {
		return new PackageLease(sessionFactory, new TransactionTemplate(transactionManager), clock);
	}

	private static FollowUpProtocol protocol() {
		return Context.getService(ProtocolService.class).getProtocolByUuid(PROTOCOL);
	}

	private static List<String> problems(PackageReport report) {
		return report.getFiles().stream().flatMap(f -> f.getProblems().stream().map(p -> f.getFile() + brief(p)))
			.collect(Collectors.toList());
	}

	private static String brief(PackageProblem problem) {
		return ":" + problem.getLine() + " " + problem.getCode();
	}

	private static String protocol(String name, String encounterType) {
		return "uuid: " + PROTOCOL + "\nname: " + name + "\nwhy: {en: Tooth extracted}\npurpose: CARE\ntrigger:\n"
			+ "  type: ENCOUNTER\n  filter:\n    encounterTypes: [" + encounterType + "]\nsteps:\n  - key: day-1\n"
			+ "    title: {en: Call}\n    offset: P1D\n    script: {opening: {en: Hello}, closing: {en: Thank you}}\n";
	}

	private static String calendar(String uuid, String name) {
		return "uuid: " + uuid + "\nname: " + name + "\nstandard: true\nhours: {MONDAY: ['09:00-16:00']}\n";
	}

	private void write(String path, String text) throws IOException {
		Files.createDirectories(folder.resolve(path).getParent());
		Files.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
	}
}
