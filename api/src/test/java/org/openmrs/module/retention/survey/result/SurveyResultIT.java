/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.openmrs.module.retention.survey.SurveyFixture.aQuestion;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.stat.Statistics;
import org.hibernate.type.BigDecimalType;
import org.hibernate.type.IntegerType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyFixture;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.invitation.InvitationRequest;
import org.openmrs.module.retention.survey.invitation.InvitationStatus;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.openmrs.module.retention.theme.taxonomy.ThemeDefinition;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;

class SurveyResultIT extends RetentionIT {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

	private Clinic clinic;

	private Survey survey;

	@BeforeEach
	void aClinic() {
		clinic = new Clinic(sessionFactory);
		survey = save(aSurvey().clearRecovery().build());
	}

	@Test
	void results_shouldTellTheScoreAndEachAnswer_andNeverPoolHowTheyWereGiven() {
		for (int score : new int[]{ 10, 9, 8, 6, 0 }) {
			answered(SurveyMode.LINK, score, response -> {
			});
		}
		answered(SurveyMode.INTERVIEW_TREATING, 10, response -> {
		});

		SurveyResults results = results(search());
		assertThat(results.getRows()).extracting(ResultRow::getMode, ResultRow::getResponses)
			.containsExactly(tuple(SurveyMode.LINK, 5L), tuple(SurveyMode.INTERVIEW_TREATING, 1L));
		QuestionResult nps = results.getRows().get(0).getQuestions().get(0);
		assertThat(nps.getQuestion().getKey()).isEqualTo("recommend");
		assertThat(nps.getVersions()).containsExactly(1);
		assertThat(nps.getAnswered()).isEqualTo(5);
		assertThat(nps.getNps().getValue()).isCloseTo(0, within(1e-9));
		assertThat(nps.getCounts()).contains(entry("10", 1L), entry("6", 1L), entry("7", 0L));
		assertThat(results.getRows().get(1).getQuestions().get(0).getNps().getValue()).isCloseTo(100, within(1e-9));
	}

	@Test
	void results_shouldCountWords_andLeaveOutWhatIsAnnulledOrNotReleased() {
		String kept = answered(SurveyMode.LINK, 9, response -> {
		});
		comment(kept, "better");
		String annulled = answered(SurveyMode.LINK, 0, response -> response.voided = true);
		comment(annulled, "better");
		answered(SurveyMode.LINK, 0, response -> response.released = false);
		ResultRow row = results(search()).getRows().get(0);
		assertThat(row.getResponses()).isEqualTo(1);
		assertThat(row.getQuestions()).extracting(one -> one.getQuestion().getKey(), QuestionResult::getAnswered)
			.containsExactly(tuple("recommend", 1L), tuple("better", 1L));
	}

	@Test
	void results_shouldBeToldApartByTimePlaceProviderAndType() {
		Encounter encounter = clinic.anEncounter(clinic.aPatient("Anna"), clinic.anEncounterRole("Dentist"));
		Location north = clinic.aLocation("North", null);
		Location room = clinic.aLocation("Room", north);
		Provider dentist = clinic.aProvider(clinic.aPerson("Dentist"));
		flush();
		answered(SurveyMode.LINK, 10, response -> {
			response.location = room.getLocationId();
			response.provider = dentist.getProviderId();
			response.encounterType = encounter.getEncounterType().getEncounterTypeId();
		});
		answered(SurveyMode.LINK, 0, response -> response.day = DAY.minusMonths(1));

		assertThat(results(search().by(Breakdown.MONTH)).getRows()).extracting(ResultRow::getPeriod)
			.containsExactly("2026-11", "2026-10");
		assertThat(results(search().by(Breakdown.WEEK)).getRows()).extracting(ResultRow::getPeriod)
			.containsExactly("2026-11-16", "2026-10-12");
		assertThat(results(search().by(Breakdown.LOCATION)).getRows()).extracting(ResultRow::getLocation)
			.containsExactly(room, null);
		assertThat(results(search().by(Breakdown.PROVIDER)).getRows()).extracting(ResultRow::getProvider)
			.containsExactly(dentist, null);
		assertThat(results(search().by(Breakdown.ENCOUNTER_TYPE)).getRows()).extracting(ResultRow::getEncounterType)
			.containsExactly(encounter.getEncounterType(), null);
		assertThat(count(search().location(north))).as("with the places below").isEqualTo(1);
		assertThat(count(search().provider(dentist))).isEqualTo(1);
		assertThat(count(search().encounterType(encounter.getEncounterType()))).isEqualTo(1);
		assertThat(count(search().from(DAY).to(DAY))).isEqualTo(1);
		assertThat(count(search().to(DAY.minusDays(1)))).isEqualTo(1);
		assertThat(count(search().version(1))).isEqualTo(2);
		assertThat(results(search().mode(SurveyMode.PAPER)).getRows()).isEmpty();
	}

	/** Other words are the same question; another scale is another. */
	@Test
	void versions_shouldBeToldTogether_whereKeyTypeAndBoundsAreTheSame() {
		SurveyDefinition first = aSurvey().clearRecovery()
			.question(aQuestion("comfort", Question.Type.RATING).min(1).max(4).build()).build();
		survey = save(first);
		String early = answered(SurveyMode.LINK, 9, response -> {
		});
		answer(early, "comfort", "4", true);
		survey = save(aSurvey().uuid(first.getUuid()).clearRecovery()
			.question(aQuestion("comfort", Question.Type.RATING).min(1).max(5).build()).name("Reworded").build());
		String late = answered(SurveyMode.LINK, 9, response -> response.version = 2);
		answer(late, "comfort", "5", true);

		ResultRow row = results(search()).getRows().get(0);
		assertThat(row.getQuestions()).extracting(one -> one.getQuestion().getKey(), QuestionResult::getVersions,
			one -> one.getQuestion().getMax())
			.containsExactly(tuple("recommend", Arrays.asList(1, 2), null),
				tuple("comfort", Arrays.asList(2), 5), tuple("comfort", Arrays.asList(1), 4));
	}

	/** What is shown, taken from the total, leads to no group of fewer than five. */
	@Test
	void results_shouldWithholdFew_andWhatWouldTellThem_whereTheyAreNotIdentified() {
		survey = save(aSurvey().privacy(Privacy.CONFIDENTIAL).clearRecovery().build());
		int[] months = { 3, 6, 9 };
		for (int month = 0; month < months.length; month++) {
			LocalDate day = DAY.minusMonths(month);
			for (int i = 0; i < months[month]; i++) {
				answered(SurveyMode.LINK, 10, response -> response.day = day);
			}
		}
		for (int i = 0; i < 4; i++) {
			answered(SurveyMode.PAPER, 10, response -> {
			});
		}
		assertThat(results(search()).getRows()).extracting(ResultRow::getMode, ResultRow::getResponses)
			.containsExactly(tuple(SurveyMode.LINK, 18L), tuple(SurveyMode.PAPER, null));
		SurveyResults byMonth = results(search().by(Breakdown.MONTH).mode(SurveyMode.LINK));
		assertThat(byMonth.getRows()).extracting(ResultRow::getPeriod, ResultRow::getResponses).containsExactly(
			tuple("2026-11", null), tuple("2026-10", null), tuple("2026-09", 9L));
		assertThat(byMonth.getRows().get(0).getQuestions()).isEmpty();
	}

	@Test
	void question_shouldBeWithheld_whereFewHaveAnsweredIt() {
		survey = save(aSurvey().privacy(Privacy.ANONYMOUS).clearRecovery().build());
		for (int i = 0; i < 6; i++) {
			String response = answered(SurveyMode.PAPER, i < 2 ? 1 : 9, one -> {
			});
			if (i < 2) {
				answer(response, "call-me", "yes", false);
			}
		}
		ResultRow row = results(search()).getRows().get(0);
		assertThat(row.getQuestions()).extracting(one -> one.getQuestion().getKey(), QuestionResult::getAnswered)
			.containsExactly(tuple("recommend", 6L), tuple("call-me", null));
	}

	@Test
	void responseRate_shouldBeOutOfWhoHadTheInvitation() {
		Patient first = clinic.aPatient("First");
		Patient second = clinic.aPatient("Second");
		Patient third = clinic.aPatient("Third");
		flush();
		invite(first, InvitationStatus.HANDED_OVER);
		invite(second, InvitationStatus.DECLINED);
		invite(third, InvitationStatus.WITHDRAWN);
		flushAndClear();
		SurveyResults results = results(search());
		assertThat(results.getHandedOver()).as("who declines has had it").isEqualTo(2);
		assertThat(results.getAnswered()).isZero();
		assertThat(results(search().to(LocalDate.now().minusDays(2))).getHandedOver()).isZero();
	}

	@Test
	void results_shouldCostTheSame_howeverManyPlacesThereAre() {
		long few = 0;
		for (int i = 0; i < 20; i++) {
			Location place = clinic.aLocation("Place " + i, null);
			flush();
			answered(SurveyMode.LINK, 9, response -> response.location = place.getLocationId());
			if (i == 1) {
				results(search());
				few = statements(search().by(Breakdown.LOCATION));
			}
		}
		assertThat(statements(search().by(Breakdown.LOCATION))).isEqualTo(few).isLessThanOrEqualTo(10);
	}

	private long statements(ResultSearch.ResultSearchBuilder search) {
		flushAndClear();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		results(search);
		return statistics.getPrepareStatementCount() - before;
	}

	@Test
	void export_shouldHoldEachResponseOnce_inPartsAndNoted() {
		String first = answered(SurveyMode.LINK, 9, response -> response.day = DAY.minusDays(1));
		comment(first, "better");
		for (int i = 0; i < 1002; i++) {
			answered(SurveyMode.PAPER, i % 11, response -> {
			});
		}
		answered(SurveyMode.PAPER, 0, response -> response.voided = true);
		List<String> lines = new ArrayList<>();
		SurveyExport export = exports().beginExport(search().from(DAY.minusDays(1)).build());
		assertThat(export.getRowCount()).isNull();
		exports().writeExport(export, search().from(DAY.minusDays(1)).build(), lines::add);
		flushAndClear();

		assertThat(lines).hasSize(1004);
		assertThat(lines.get(0)).isEqualTo(
			"answeredOn,version,mode,language,location,encounterType,response,answeredAt,provider,patient,recommend,better,call-me");
		assertThat(lines.get(1)).isEqualTo("2026-11-17,1,LINK,,,," + first + ",,,,9,More light,");
		assertThat(new HashSet<>(lines)).hasSize(1004);
		SurveyExport noted = exports().getExportByUuid(export.getUuid());
		assertThat(noted.getRowCount()).isEqualTo(1003);
		assertThat(noted.getExportedBy()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(noted.getFilters()).isEqualTo("{\"from\":\"2026-11-17\",\"words\":true}");
		assertThat(exports().findExports(new Page(0, 5))).contains(noted);
		assertThat(exports().countExports()).isPositive();
	}

	@Test
	void export_shouldTellNobody_whereAnswersAreNotIdentified() {
		survey = save(aSurvey().privacy(Privacy.CONFIDENTIAL).clearRecovery().build());
		for (int i = 0; i < 5; i++) {
			answered(SurveyMode.LINK, 9, response -> {
			});
		}
		answered(SurveyMode.LINK, 0, response -> response.released = false);
		List<String> lines = new ArrayList<>();
		exports().writeExport(exports().beginExport(search().build()), search().build(), lines::add);
		assertThat(lines).hasSize(6);
		assertThat(lines.get(0))
			.isEqualTo("answeredOn,version,mode,language,location,encounterType,recommend,better,call-me");
		Provider dentist = clinic.aProvider(clinic.aPerson("Dentist"));
		assertThatThrownBy(() -> exports().beginExport(search().provider(dentist).build()))
			.isInstanceOfSatisfying(RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.survey.error.provider-not-told"));
	}

	private static SurveyExportService exports() {
		return Context.getService(SurveyExportService.class);
	}

	/** P26: what people grumble about need not be what the score, or coming again, goes with. */
	@Test
	void drivers_shouldCompareWhoSpokeOfAThemeWithWhoDidNot() {
		int waiting = aTheme();
		spokeOf(waiting, "CONFIRMED", 2, response -> {
		});
		spokeOf(waiting, "CONFIRMED", 4, response -> {
		});
		spokeOf(waiting, "PROPOSED", 9, response -> {
		});
		spokeOf(null, null, 10, response -> {
		});
		answered(SurveyMode.LINK, 0, response -> {
		});
		List<DriverRow> rows = Context.getService(SurveyResultService.class).getDrivers(search().build());
		assertThat(rows).singleElement().satisfies(row -> {
			assertThat(row.getTheme().getId()).isEqualTo(waiting);
			assertThat(row.getWith()).isEqualTo(2);
			assertThat(row.getScoreWith()).isEqualTo(3);
			assertThat(row.getWithout()).as("read, not of the theme; who wrote nothing is on no side").isEqualTo(2);
			assertThat(row.getScoreWithout()).isEqualTo(9.5);
			assertThat(row.getScoreDifference().getValue()).isCloseTo(-6.5, within(1e-9));
			assertThat(row.getWatchedWith()).isZero();
		});
	}

	@Test
	void drivers_shouldTellWhoCameAgainWithinAYear() {
		int waiting = aTheme();
		Encounter visit = clinic.anEncounter(clinic.aPatient("Anna"), clinic.anEncounterRole("Dentist"));
		LocalDate longAgo = LocalDate.now().minusMonths(18);
		visit.setEncounterDatetime(Date.valueOf(longAgo.plusMonths(3)));
		Patient gone = clinic.aPatient("Bo");
		flush();
		spokeOf(waiting, "CONFIRMED", 2, response -> {
			response.day = longAgo;
			response.patient = gone.getPatientId();
		});
		spokeOf(null, null, 9, response -> {
			response.day = longAgo;
			response.patient = visit.getPatient().getPatientId();
		});
		DriverRow row = Context.getService(SurveyResultService.class).getDrivers(search().build()).get(0);
		assertThat(row.getReturnedWith()).isZero();
		assertThat(row.getWatchedWith()).isEqualTo(1);
		assertThat(row.getReturnedWithout()).isEqualTo(1);
		assertThat(row.getWatchedWithout()).isEqualTo(1);
		assertThat(row.getReturnDifference().getValue()).isCloseTo(-100, within(1e-9));
	}

	/** However late that visit was written down. */
	@Test
	void drivers_shouldNotTakeTheVisitThatWasAskedAbout_forComingAgain() {
		Encounter visit = clinic.anEncounter(clinic.aPatient("Anna"), clinic.anEncounterRole("Dentist"));
		flush();
		SurveyInvitation invitation = Context.getService(SurveyInvitationService.class)
			.invite(InvitationRequest.builder().patient(visit.getPatient().getUuid()).survey(survey.getUuid())
				.encounter(visit.getUuid()).build())
			.getInvitation();
		LocalDate longAgo = LocalDate.now().minusMonths(18);
		visit.setEncounterDatetime(Date.valueOf(longAgo.plusDays(3)));
		flush();
		String response = spokeOf(aTheme(), "CONFIRMED", 2, row -> {
			row.day = longAgo;
			row.patient = visit.getPatient().getPatientId();
		});
		assertThat(drivers(search()).getReturnedWith()).as("to an invitation without that visit").isEqualTo(1);
		sessionFactory.getCurrentSession()
			.createNativeQuery("UPDATE retention_survey_response SET survey_invitation_id = :invitation"
				+ " WHERE response_id = :response")
			.setParameter("invitation", invitation.getId()).setParameter("response", response).executeUpdate();
		assertThat(drivers(search()).getReturnedWith()).isZero();
		assertThat(drivers(search()).getWatchedWith()).isEqualTo(1);
	}

	/** However many there are: the chart knows who came again, and whoever confirms themes makes the groups. */
	@Test
	void drivers_shouldNotTellComingAgain_whereAnswersAreNotIdentified() {
		survey = save(aSurvey().privacy(Privacy.CONFIDENTIAL).clearRecovery().build());
		int waiting = aTheme();
		Patient known = clinic.aPatient("Anna");
		flush();
		for (int i = 0; i < 12; i++) {
			spokeOf(i < 6 ? waiting : null, "CONFIRMED", 5, row -> {
				row.day = LocalDate.now().minusMonths(18);
				row.patient = known.getPatientId();
			});
		}
		DriverRow row = drivers(search());
		assertThat(row.getWith()).isEqualTo(6);
		assertThat(row.getWatchedWith()).isNull();
		assertThat(row.getReturnedWithout()).isNull();
		assertThat(row.getReturnDifference()).isNull();
	}

	@Test
	void drivers_shouldNotMixScalesOfOneKey() {
		SurveyDefinition first = aSurvey().clearRecovery().clearQuestions()
			.question(aQuestion("recommend", Question.Type.RATING).min(1).max(100).build())
			.question(aQuestion("better", Question.Type.TEXT).build()).build();
		survey = save(first);
		int waiting = aTheme();
		spokeOf(waiting, "CONFIRMED", 90, row -> {
		});
		SurveyDefinition.SurveyDefinitionBuilder next = aSurvey().clearRecovery().uuid(first.getUuid());
		survey = save(next.name("On another scale").build());
		spokeOf(waiting, "CONFIRMED", 3, row -> row.version = 2);
		survey = save(next.name("Reworded").build());
		spokeOf(waiting, "CONFIRMED", 5, row -> row.version = 3);

		assertThat(drivers(search()).getWith()).isEqualTo(2);
		assertThat(drivers(search()).getScoreWith()).isEqualTo(4);
		assertThat(drivers(search().version(1)).getScoreWith()).as("by its own scale").isEqualTo(90);
		assertThat(drivers(search().version(2)).getScoreWith()).isEqualTo(3);
	}

	private static DriverRow drivers(ResultSearch.ResultSearchBuilder search) {
		List<DriverRow> rows = Context.getService(SurveyResultService.class).getDrivers(search.build());
		assertThat(rows).hasSize(1);
		return rows.get(0);
	}

	@Test
	void drivers_shouldBeWithheld_whereFewSpokeOfATheme_andAreNotIdentified() {
		survey = save(aSurvey().privacy(Privacy.CONFIDENTIAL).clearRecovery().build());
		int waiting = aTheme();
		for (int i = 0; i < 9; i++) {
			spokeOf(i < 4 ? waiting : null, "CONFIRMED", 5, response -> {
			});
		}
		DriverRow row = Context.getService(SurveyResultService.class).getDrivers(search().build()).get(0);
		assertThat(row.getWith()).isNull();
		assertThat(row.getScoreDifference()).isNull();
		assertThat(row.getWatchedWith()).isNull();
	}

	private int aTheme() {
		return Context.getService(ThemeService.class)
			.saveTheme(ThemeDefinition.builder().name(SurveyFixture.text("Waiting " + UUID.randomUUID())).build()).getId();
	}

	/** Id of the response. */
	private String spokeOf(Integer theme, String status, int score, Consumer<Row> with) {
		String response = answered(SurveyMode.LINK, score, with);
		comment(response, "better");
		sessionFactory.getCurrentSession()
			.createNativeQuery("INSERT INTO retention_comment_reading (comment_id, status, explained, margin, generation,"
				+ " version) SELECT comment_id, 'READ', FALSE, 0, 1, 0 FROM retention_comment WHERE source_uuid = :response")
			.setParameter("response", response).executeUpdate();
		if (theme != null) {
			sessionFactory.getCurrentSession()
				.createNativeQuery(
					"INSERT INTO retention_comment_theme (assignment_id, comment_id, theme_id, status, version)"
						+ " SELECT :id, comment_id, :theme, :status, 0 FROM retention_comment WHERE source_uuid = :response")
				.setParameter("id", UUID.randomUUID().toString()).setParameter("theme", theme).setParameter("status", status)
				.setParameter("response", response).executeUpdate();
		}
		return response;
	}

	@Test
	void search_shouldBeRefused_whenItCannotBeMeant() {
		assertCode("retention.question.error.required", ResultSearch.builder());
		assertCode("retention.survey.error.version-unknown", search().version(2));
		assertCode("retention.survey.error.version-unknown", search().version(0));
		assertCode("retention.survey.error.period-crossed", search().from(DAY).to(DAY.minusDays(1)));
	}

	private static void assertCode(String code, ResultSearch.ResultSearchBuilder search) {
		assertThatThrownBy(() -> results(search)).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo(code));
	}

	private void invite(Patient patient, InvitationStatus to) {
		SurveyInvitationService invitations = Context.getService(SurveyInvitationService.class);
		SurveyInvitation invitation = invitations
			.invite(InvitationRequest.builder().patient(patient.getUuid()).survey(survey.getUuid()).build()).getInvitation();
		invitations.transitionInvitation(invitation, to, null, "test");
	}

	/** What a response says. */
	private static class Row {

		private int version = 1;

		private LocalDate day = DAY;

		private Integer location;

		private Integer provider;

		private Integer encounterType;

		private Integer patient;

		private boolean released = true;

		private boolean voided;
	}

	private String answered(SurveyMode mode, int score, Consumer<Row> with) {
		Row row = new Row();
		with.accept(row);
		String id = UUID.randomUUID().toString();
		sessionFactory.getCurrentSession()
			.createNativeQuery("INSERT INTO retention_survey_response (response_id, survey_id, survey_version, mode,"
				+ " answered_on, location_id, provider_id, encounter_type_id, patient_id, released, voided) VALUES (:id, :survey, :version,"
				+ " :mode, :day, :location, :provider, :type, :patient, :released, :voided)")
			.setParameter("id", id).setParameter("survey", survey.getId()).setParameter("version", row.version)
			.setParameter("mode", mode.name()).setParameter("day", row.day)
			.setParameter("location", row.location, IntegerType.INSTANCE)
			.setParameter("provider", row.provider, IntegerType.INSTANCE)
			.setParameter("type", row.encounterType, IntegerType.INSTANCE)
			.setParameter("patient", row.patient, IntegerType.INSTANCE).setParameter("released", row.released)
			.setParameter("voided", row.voided).executeUpdate();
		answer(id, "recommend", String.valueOf(score), true);
		return id;
	}

	private void answer(String response, String question, String answer, boolean number) {
		sessionFactory.getCurrentSession()
			.createNativeQuery("INSERT INTO retention_survey_answer (answer_id, response_id, question_key, position, answer,"
				+ " number_answer) VALUES (:id, :response, :question, 0, :answer, :number)")
			.setParameter("id", UUID.randomUUID().toString()).setParameter("response", response)
			.setParameter("question", question).setParameter("answer", answer)
			.setParameter("number", number ? new BigDecimal(answer) : null, BigDecimalType.INSTANCE)
			.executeUpdate();
	}

	private void comment(String response, String question) {
		sessionFactory.getCurrentSession()
			.createNativeQuery(
				"INSERT INTO retention_comment (comment_id, source, source_uuid, questionnaire_uuid, question_key,"
					+ " text_kind, text, said_on, released, voided) VALUES (:id, 'SURVEY', :response, :survey, :question, 'UNSPECIFIC',"
					+ " 'More light', :day, TRUE, FALSE)")
			.setParameter("id", UUID.randomUUID().toString()).setParameter("response", response)
			.setParameter("survey", survey.getUuid()).setParameter("question", question).setParameter("day", DAY)
			.executeUpdate();
	}

	private ResultSearch.ResultSearchBuilder search() {
		return ResultSearch.builder().survey(survey);
	}

	private static long count(ResultSearch.ResultSearchBuilder search) {
		return results(search).getRows().stream().mapToLong(ResultRow::getResponses).sum();
	}

	private static SurveyResults results(ResultSearch.ResultSearchBuilder search) {
		return Context.getService(SurveyResultService.class).getResults(search.build());
	}

	private Survey save(SurveyDefinition definition) {
		Survey saved = Context.getService(SurveyService.class).saveSurvey(definition);
		flush();
		return saved;
	}
}
