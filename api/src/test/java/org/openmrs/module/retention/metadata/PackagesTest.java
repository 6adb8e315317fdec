/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.followup.protocol.BookingMoment;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.SkipRule;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.metadata.source.CsvRow;
import org.openmrs.module.retention.metadata.source.PackageFolder;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageParser;
import org.openmrs.module.retention.metadata.source.ParsedFile;
import org.openmrs.module.retention.metadata.source.SourceFile;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.RecoveryRule;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyKind;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.theme.taxonomy.TaxonomyDefinition;
import org.openmrs.module.retention.theme.taxonomy.ThemeDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** The packages that the project ships. */
class PackagesTest {

	static final Path METADATA = Paths.get("..", "metadata");

	private static final List<String> LANGUAGES = Arrays.asList("en", "nb", "ru", "zh");

	private static final Pattern UUID = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	/** Shared with the reference application, whose clinics have it already. */
	private static final String TELEPHONE_NUMBER = "14d4f066-15f5-102d-96e4-000c29c2a5d7";

	@Test
	void packages_shouldHaveNoProblem() throws IOException {
		for (ParsedFile file : all()) {
			assertThat(file.getProblems()).as(file.getSource().getPath()).isEmpty();
		}
		assertThat(protocols()).hasSize(33);
	}

	@Test
	void protocols_shouldShowEveryTriggerThatTimeOrAnEncounterStarts() throws IOException {
		assertThat(protocols()).extracting(p -> p.getTrigger().getType()).contains(TriggerType.ENCOUNTER,
			TriggerType.RECALL, TriggerType.LAPSE, TriggerType.ABSENCE_OF, TriggerType.DATE, TriggerType.BOOKING);
	}

	@Test
	void surveys_shouldAskWhyBesideEveryScore() throws IOException {
		assertThat(surveys()).hasSize(5).extracting(SurveyDefinition::getKind).contains(SurveyKind.VISIT, SurveyKind.CALL,
			SurveyKind.COMPLAINT);
		assertThat(surveys()).allMatch(s -> s.getQuestions().stream()
			.anyMatch(q -> q.getType() == Question.Type.TEXT && q.getTextKind() != null));
		assertThat(surveys()).extracting(SurveyDefinition::getPrivacy).contains(Privacy.values());
	}

	@Test
	void recovery_shouldBeAwaitedByAProtocol() throws IOException {
		List<String> awaited = protocols().stream().map(p -> p.getTrigger().getEvent()).collect(Collectors.toList());
		for (SurveyDefinition survey : surveys()) {
			assertThat(awaited).as(survey.getName())
				.containsAll(survey.getRecovery().stream().map(RecoveryRule::eventName).collect(Collectors.toList()));
		}
	}

	/** In every package somebody is asked after a visit without staff thinking of it; nobody twice within the survey's own pause. */
	@Test
	void surveys_shouldBeAskedAfterVisits() throws IOException {
		Map<String, SurveyDefinition> surveys = surveys().stream()
			.collect(Collectors.toMap(SurveyDefinition::getUuid, one -> one, (one, same) -> one));
		List<ProtocolDefinition> asking = protocols().stream()
			.filter(p -> p.getSteps().stream().anyMatch(step -> step.getSurvey() != null)).collect(Collectors.toList());
		assertThat(asking).extracting(ProtocolDefinition::getName).containsExactlyInAnyOrder("Survey after a dental visit",
			"Survey after a dental treatment", "Survey after an eye examination", "Survey after a consultation");
		assertThat(asking).allSatisfy(protocol -> {
			SurveyDefinition survey = surveys.get(protocol.getSteps().get(0).getSurvey());
			assertThat(protocol.getPurpose()).isEqualTo(Purpose.SURVEY);
			assertThat(protocol.getTrigger().getType()).isEqualTo(TriggerType.ENCOUNTER);
			assertThat(survey.getKind()).isEqualTo(SurveyKind.VISIT);
			assertThat(protocol.getIgnoreWithin()).isEqualTo(survey.getCoolDown());
			assertThat(survey.allowedModes()).as("by link, or asked in the call").contains(SurveyMode.LINK,
				SurveyMode.INTERVIEW_OTHER);
		});
	}

	/** Months from what a clinic has done to when it calls again; where they come from stands in the files. */
	@Test
	void recalls_shouldHaveTheIntervalsOfTheirSources() throws IOException {
		Map<String, Long> months = new TreeMap<>();
		protocols().stream().filter(p -> !p.getTrigger().waitPeriod().isZero())
			.forEach(p -> months.put(p.getName(), p.getTrigger().waitPeriod().toTotalMonths()));
		assertThat(months).containsOnly(entry("Hygiene recall", 6L), entry("Periodontal maintenance", 3L),
			entry("Extraction without restoration", 6L), entry("Root canal without crown", 2L),
			entry("Not seen for eighteen months", 18L), entry("Win-back after two years", 24L),
			entry("Eye examination recall", 24L), entry("Contact lens recall", 12L), entry("Check-up recall", 12L));
	}

	/** P1: four calls, the last of which is an offer and no care. */
	@Test
	void extraction_shouldBeFollowedByFourCalls() throws IOException {
		ProtocolDefinition extraction = protocol("After a tooth extraction");

		assertThat(extraction.getSteps()).extracting(StepDefinition::getOffset).containsExactly("P0D", "P1D", "P7D", "P90D");
		assertThat(extraction.getSteps()).extracting(StepDefinition::getChannel).containsOnly(Channel.PHONE);
		StepDefinition sameDay = extraction.getSteps().get(0);
		assertThat(sameDay.getWindowFrom()).as("before closing").isEqualTo("CLOSE-PT90M");
		assertThat(sameDay.getWindowTo()).isEqualTo("CLOSE");
		assertThat(sameDay.notBeforeDuration()).as("not while the anaesthetic works").isEqualTo(Duration.ofHours(2));
		assertThat(sameDay.targetDuration()).isEqualTo(Duration.ofMinutes(1));
		assertThat(extraction.getSteps()).extracting(StepDefinition::getPurpose).containsExactly(null, null, null,
			Purpose.RECALL);
		assertThat(extraction.getSteps().get(0).getAssignment().get(0).getProvider()).as("who treated").isEqualTo("any");
	}

	/** P45. */
	@Test
	void extraction_shouldBeAnnouncedAtTheVisit() throws IOException {
		assertThat(protocol("At the tooth extraction").getSteps()).singleElement().satisfies(step -> {
			assertThat(step.isAtVisit()).isTrue();
			assertThat(step.getScript().getMaterial()).isNotNull();
			assertThat(step.getScript().getQuestions()).extracting(Question::getKey).contains("agreed", "number", "hour");
		});
		assertThat(protocol("At the tooth extraction").getTrigger().getFilter())
			.isEqualTo(protocol("After a tooth extraction").getTrigger().getFilter());
	}

	/** P16, P17. */
	@Test
	void visits_shouldBeFollowedUp_theFirstApart_andWhatLedToNoTreatment() throws IOException {
		ProtocolDefinition first = protocol("After the first dental visit");
		assertThat(first.getTrigger().isFirstVisitOnly()).isTrue();
		assertThat(first.getPurpose()).isEqualTo(Purpose.CARE);
		ProtocolDefinition untreated = protocol("After an examination without treatment");
		assertThat(untreated.getTrigger().isFirstVisitOnly()).isFalse();
		assertThat(untreated.getPurpose()).as("an offer").isEqualTo(Purpose.RECALL);
		assertThat(untreated.getSteps().get(0).offsetPeriod()).as("time to think").isEqualTo(Period.ofDays(14));
		assertThat(first.getSteps().get(0).getScript()).isNotEqualTo(untreated.getSteps().get(0).getScript());
	}

	private static ProtocolDefinition protocol(String name) throws IOException {
		return protocols().stream().filter(p -> p.getName().equals(name)).findFirst().orElseThrow(AssertionError::new);
	}

	@Test
	void missedBooking_shouldBeFollowedUpTheNextDay_andStopAtAVisit() throws IOException {
		ProtocolDefinition missed = protocols().stream().filter(p -> p.getTrigger().getWhen() == BookingMoment.MISSED)
			.findFirst().orElseThrow(AssertionError::new);
		assertThat(missed.getSteps()).extracting(StepDefinition::getOffset).startsWith("P1D");
		assertThat(missed.getSteps()).allMatch(s -> s.getSkipWhen().contains(SkipRule.NEWER_VISIT));
	}

	/** Who thinks it over or has booked is left in peace, and what is only an offer never ranks as care. */
	@Test
	void offers_shouldStopAtABooking() throws IOException {
		for (ProtocolDefinition protocol : protocols()) {
			if (!protocol.getTrigger().waitPeriod().isZero()) {
				assertThat(protocol.getPurpose()).as(protocol.getName()).isEqualTo(Purpose.RECALL);
				assertThat(protocol.getSteps()).as(protocol.getName())
					.allMatch(s -> s.getSkipWhen().contains(SkipRule.BOOKED));
			}
		}
	}

	@Test
	void uuids_shouldBeRandomAndEachMeanOneThing() throws IOException {
		Set<String> seen = new HashSet<>();
		for (ParsedFile file : all()) {
			for (PackageItem item : file.getItems()) {
				if (!PackageFormats.SETTINGS.equals(file.getSource().getKind())) {
					assertThat(seen.add(item.getKey())).as(item.getKey()).isTrue();
					assertThat(item.getKey()).matches(UUID);
					assertThat(item.getKey().charAt(14) == '4' || item.getKey().equals(TELEPHONE_NUMBER)).isTrue();
				}
			}
		}
	}

	@Test
	void uuids_shouldAllBeBrought_whereAPackageRefersToThem() throws IOException {
		Set<String> brought = new HashSet<>();
		Set<String> wanted = new LinkedHashSet<>();
		for (ParsedFile file : all()) {
			for (PackageItem item : file.getItems()) {
				brought.add(item.getKey());
				if (item.getDefinition() instanceof TaxonomyDefinition) {
					((TaxonomyDefinition) item.getDefinition()).getThemes().forEach(theme -> brought.add(theme.getUuid()));
				}
				Object definition = item.getDefinition();
				Matcher uuids = UUID.matcher(definition instanceof CsvRow ? ((CsvRow) definition).getValues().toString()
					: DefinitionJson.write(definition));
				while (uuids.find()) {
					wanted.add(uuids.group());
				}
			}
		}
		assertThat(brought).containsAll(wanted);
	}

	@Test
	void files_shouldNotMeet_whenAllPackagesAreUnpackedInOnePlace() throws IOException {
		List<String> paths = all().stream().map(f -> f.getSource().getPath()).collect(Collectors.toList());
		assertThat(paths).doesNotHaveDuplicates().hasSize(53);
	}

	@Test
	void concepts_shouldAllBeAskedFor() throws IOException {
		Set<String> wanted = new HashSet<>();
		for (ParsedFile file : all()) {
			for (PackageItem item : file.getItems()) {
				if (item.getDefinition() instanceof ProtocolDefinition) {
					Matcher uuids = UUID.matcher(DefinitionJson.write(item.getDefinition()));
					while (uuids.find()) {
						wanted.add(uuids.group());
					}
				} else if (item.getDefinition() instanceof CsvRow) {
					CsvRow row = (CsvRow) item.getDefinition();
					wanted.addAll(Arrays.asList((row.get("answers") + row.get("value")).split("[;,=]")));
				}
			}
		}
		for (ParsedFile file : all()) {
			if (PackageFormats.CONCEPTS.equals(file.getSource().getKind())) {
				assertThat(wanted)
					.containsAll(file.getItems().stream().map(PackageItem::getKey).collect(Collectors.toList()));
			}
		}
	}

	@Test
	void words_shouldBeThereInFourLanguages() throws IOException {
		List<String> missing = new ArrayList<>();
		for (ProtocolDefinition protocol : protocols()) {
			untranslated(protocol.getName(), new ObjectMapper().readTree(DefinitionJson.write(protocol)), missing);
		}
		for (SurveyDefinition survey : surveys()) {
			untranslated(survey.getName(), new ObjectMapper().readTree(DefinitionJson.write(survey)), missing);
		}
		for (TaxonomyDefinition taxonomy : taxonomies()) {
			untranslated(taxonomy.getName(), new ObjectMapper().readTree(DefinitionJson.write(taxonomy)), missing);
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void concepts_shouldHaveNamesInFourLanguages() throws IOException {
		for (ParsedFile file : all()) {
			if (PackageFormats.CONCEPTS.equals(file.getSource().getKind())) {
				for (PackageItem item : file.getItems()) {
					for (String language : LANGUAGES) {
						assertThat(((CsvRow) item.getDefinition()).get("fully specified name:" + language))
							.as(item.getName() + " " + language).isNotEmpty();
					}
				}
			}
		}
	}

	@Test
	void answers_shouldGoToTheChart_whereTheQuestionDoes() throws IOException {
		for (ProtocolDefinition protocol : protocols()) {
			protocol.getSteps().stream().flatMap(s -> s.getScript().getQuestions().stream())
				.filter(q -> q.getConcept() != null).flatMap(q -> q.getOptions().stream())
				.forEach(o -> assertThat(o.getConcept()).as(protocol.getName() + ": " + o.getKey()).isNotNull());
		}
	}

	/** Every object whose keys are languages holds all of them. */
	private static void untranslated(String path, JsonNode node, List<String> missing) {
		if (node.isObject() && node.has("en")) {
			LANGUAGES.stream()
				.filter(l -> !node.hasNonNull(l) || node.get(l).isValueNode() && node.get(l).asText().trim().isEmpty())
				.forEach(l -> missing.add(path + " " + l));
		}
		node.fields().forEachRemaining(f -> untranslated(path + "." + f.getKey(), f.getValue(), missing));
		if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				untranslated(path + "[" + i + "]", node.get(i), missing);
			}
		}
	}

	private static List<ProtocolDefinition> protocols() throws IOException {
		return all().stream().filter(f -> PackageFormats.PROTOCOLS.equals(f.getSource().getKind()))
			.flatMap(f -> f.getItems().stream()).map(i -> (ProtocolDefinition) i.getDefinition())
			.collect(Collectors.toList());
	}

	private static List<SurveyDefinition> surveys() throws IOException {
		return all().stream().filter(f -> PackageFormats.SURVEYS.equals(f.getSource().getKind()))
			.flatMap(f -> f.getItems().stream()).map(i -> (SurveyDefinition) i.getDefinition())
			.collect(Collectors.toList());
	}

	/** P25: starters everywhere, and codes to map to; whatever stands below another is brought with it. */
	@Test
	void themes_shouldBeTrees_withPhrasesToBeginWith() throws IOException {
		List<ThemeDefinition> themes = taxonomies().stream().flatMap(t -> t.getThemes().stream())
			.collect(Collectors.toList());
		Set<String> codes = themes.stream().map(ThemeDefinition::getCode).collect(Collectors.toSet());
		assertThat(taxonomies()).hasSize(3).allSatisfy(t -> assertThat(t.getSource()).isNotBlank());
		assertThat(themes).extracting(ThemeDefinition::getUuid).doesNotHaveDuplicates().allMatch(u -> u.charAt(14) == '4');
		assertThat(themes).extracting(ThemeDefinition::getCode).doesNotHaveDuplicates().contains("waiting",
			"dental-anaesthesia",
			"optical-fit");
		assertThat(themes).allSatisfy(t -> {
			assertThat(t.getParent() == null || codes.contains(t.getParent())).as(t.getCode()).isTrue();
			assertThat(t.getParent() == null || t.getPhrases().keySet().containsAll(LANGUAGES)).as(t.getCode()).isTrue();
		});
		assertThat(themes.stream().flatMap(t -> t.getMappings().stream())).contains("HCAT:quality", "HCAT:safety",
			"HCAT:environment", "HCAT:institutional-processes", "HCAT:listening", "HCAT:communication",
			"HCAT:respect-and-rights", "DENTAL:records");
	}

	private static List<TaxonomyDefinition> taxonomies() throws IOException {
		return all().stream().filter(f -> PackageFormats.THEMES.equals(f.getSource().getKind()))
			.flatMap(f -> f.getItems().stream()).map(i -> (TaxonomyDefinition) i.getDefinition())
			.collect(Collectors.toList());
	}

	private static List<ParsedFile> all() throws IOException {
		List<SourceFile> sources = new ArrayList<>();
		for (String name : new String[]{ "common", "dental", "optical", "general" }) {
			for (String part : new String[]{ "backend_configuration", "retention" }) {
				sources.addAll(new PackageFolder(METADATA.resolve(name).resolve("configuration").resolve(part)).read());
			}
		}
		return PackageParser.parse(sources);
	}
}
