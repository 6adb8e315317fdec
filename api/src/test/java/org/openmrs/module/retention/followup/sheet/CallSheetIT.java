/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.followup.task.WorklistDesk.TEN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.PersonAttributeType;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.attempt.AttemptDesk;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.AttemptSearch;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;

/** A Tuesday on paper: printed at ten, worked from eleven, entered at three. */
class CallSheetIT extends RetentionIT {

	private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

	private WorklistDesk desk;

	private Clinic clinic;

	private PersonAttributeType telephone;

	private ContactAttemptService attempts;

	private Instant now = TEN;

	private CallSheetServiceImpl sheets;

	private Patient ada;

	@BeforeEach
	void openTheClinic() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
		telephone = clinic.anAttributeType("Telephone");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, telephone.getUuid());
		Clock clock = new Clock() {

			@Override
			public ZoneId getZone() {
				return OSLO;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return now;
			}
		};
		attempts = AttemptDesk.on(clock);
		CallSheetDao dao = new CallSheetDao(sessionFactory);
		sheets = new CallSheetServiceImpl(dao, new SheetPrinting(dao),
			applicationContext.getBean("retention.sheetReading", SheetReading.class), desk.at(TEN), attempts,
			applicationContext.getBean("retention.sites", Sites.class),
			applicationContext.getBean("retention.settings", RetentionSettings.class), clock);
		ada = patient("Ada", "+4790000001");
	}

	@AfterEach
	void logOut() {
		Context.logout();
	}

	@Test
	void print_shouldGiveEveryRowACode_andSayWhatTheCallerNeeds() {
		FollowUpTask task = desk.task(ada, t -> t.title("Ask after the pain"));
		desk.task(patient("Bo", "+4790000002"), t -> t.purpose(Purpose.RECALL));
		Context.getService(ContactService.class).getProfile(ada);

		PrintedSheet printed = print();

		assertThat(printed.getRows()).hasSize(2);
		assertThat(printed.getRows()).extracting(row -> row.getRow().getNumber()).containsExactly(1, 2);
		assertThat(printed.getRows()).extracting(row -> row.getRow().getCode()).doesNotHaveDuplicates()
			.allMatch(code -> code.matches("[3479ACEFHJKMNPRTWXY]{3}-[3479ACEFHJKMNPRTWXY]{3}"));
		PrintedSheet.Row first = printed.getRows().get(0);
		assertThat(first.getListed().getPerson()).isEqualTo(ada);
		assertThat(first.getNumbers()).extracting("value").containsExactly("+4790000001");
		assertThat(first.getListed().getWhy()).isEqualTo("Ask after the pain");
		assertThat(first.getRow().getTasks()).containsExactly(task);
		assertThat(printed.getExpectedSeconds()).isEqualTo(120);
		assertThat(printed.getRowsOnList()).isEqualTo(2);
	}

	@Test
	void print_shouldKeepWhoPrintedWhatAndWhen_andNoNumberOrName() {
		FollowUpTask task = desk.task(ada, t -> t);
		PrintedSheet printed = sheets.printSheet(WorklistSearch.builder().purpose("CARE").language("mine").build(),
			100);
		String uuid = printed.getSheet().getUuid();
		flushAndClear();

		CallSheet kept = sheets.getSheetByUuid(uuid);
		assertThat(kept.getPrintedAt()).isEqualTo(TEN);
		assertThat(kept.getPrintedBy()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(kept.getDay()).isEqualTo(TUESDAY);
		assertThat(kept.getFilters()).isEqualTo("{\"language\":\"mine\",\"purpose\":\"CARE\"}");
		assertThat(kept.getRows()).singleElement()
			.satisfies(row -> assertThat(row.getTasks()).extracting(FollowUpTask::getUuid).containsExactly(task.getUuid()));
		for (String table : new String[]{ "retention_call_sheet", "retention_call_sheet_row" }) {
			for (Object row : sessionFactory.getCurrentSession().createNativeQuery("select s.* from " + table + " s")
				.list()) {
				assertThat(Arrays.toString((Object[]) row)).contains("2").doesNotContain("90000001").doesNotContain("Ada");
			}
		}
	}

	@Test
	void print_shouldRefuseMoreRowsThanItCanBear() {
		assertRefused(() -> sheets.printSheet(WorklistSearch.builder().build(), 201), "out-of-range", "rows");
		assertRefused(() -> sheets.printSheet(WorklistSearch.builder().purpose("FUN").build(), 10), "unknown-filter-value",
			"purpose");
	}

	@Test
	void entry_shouldKnowWhoMadeItByTheInitials_unlessTheyAreSeverals() {
		User nurse = clinic.aUser("Karin");
		desk.task(ada, t -> t);
		String code = code(print(), 0);
		now = at("15:00");

		assertThat(sheets.enterRow(entry(code, 1, "11:05").by("k.t.").build()).getAttempt().getCalledBy()).isEqualTo(nurse);

		User namesake = clinic.aUser("Kjersti");
		desk.task(ada, t -> t);
		String another = code(print(), 0);
		now = at("16:00");
		assertRefused(() -> sheets.enterRow(entry(another, 1, "15:30").by("KT").build()), "sheet-caller-ambiguous", "by");
		clinic.retire(namesake);
		assertThat(sheets.enterRow(entry(another, 1, "15:30").by("KT").build()).getAttempt().getCalledBy())
			.isEqualTo(nurse);
	}

	@Test
	void entry_shouldRecordTheContactAsItHappened_andWhoMadeIt() {
		FollowUpTask task = desk.task(ada, t -> t);
		User nurse = clinic.aUser("KN");
		String code = code(print(), 0);
		now = at("15:00");

		SheetOutcome outcome = sheets.enterRow(entry(code, 1, "11:05").by("kn").number("a")
			.findings(AttemptRequest.builder().note("All is well").toldNext("We call on Friday").build()).build());

		ContactAttempt attempt = outcome.getAttempt();
		assertThat(outcome.isRepeated()).isFalse();
		assertThat(outcome.getLeftOut()).isEmpty();
		assertThat(attempt.getStartedAt()).isEqualTo(at("11:05"));
		assertThat(attempt.getCalledBy()).isEqualTo(nurse);
		assertThat(attempt.getResult()).isEqualTo(AttemptResult.SPOKE);
		assertThat(attempt.getNote()).isEqualTo("All is well");
		assertThat(attempt.getPointKey()).isEqualTo(point("+4790000001").getPointKey());
		flush();
		assertThat(attempt.getCreator()).as("who wrote it down").isEqualTo(Context.getAuthenticatedUser());
		assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(task.getEndedAt()).isNotNull();
	}

	@Test
	void entry_shouldDoNothing_whenTheSameIsEnteredAgain() {
		FollowUpTask task = desk.task(ada, t -> t);
		String code = code(print(), 0);
		now = at("15:00");
		SheetOutcome first = sheets.enterRow(entry(code, 14, "11:05").build());
		flushAndClear();
		now = at("15:30");

		SheetOutcome again = sheets.enterRow(entry(code.toLowerCase(), 14, "11:05").build());

		assertThat(again.isRepeated()).isTrue();
		assertThat(again.getAttempt().getUuid()).isEqualTo(first.getAttempt().getUuid());
		assertThat(attemptsOf(task)).isEqualTo(1);
	}

	@Test
	void entry_shouldTakeSeveralTriesOfARow() {
		FollowUpTask task = desk.task(ada, t -> t);
		String code = code(print(), 0);
		now = at("15:00");
		sheets.enterRow(entry(code, 14, "11:05").build());
		sheets.enterRow(entry(code, 1, "14:20").tryNumber(2).build());
		flushAndClear();

		assertThat(attemptsOf(task)).isEqualTo(2);
		assertThat(sessionFactory.getCurrentSession().get(FollowUpTask.class, task.getId()).getStatus())
			.isEqualTo(TaskStatus.COMPLETED);
		assertRefused(() -> sheets.enterRow(entry(code, 1, "14:20").tryNumber(10).build()), "out-of-range", "try");
	}

	@Test
	void entry_shouldRefuseSomethingElse_untilTheContactIsTakenBack() {
		FollowUpTask task = desk.task(ada, t -> t);
		String code = code(print(), 0);
		now = at("15:00");
		ContactAttempt wrong = sheets.enterRow(entry(code, 1, "11:05").build()).getAttempt();
		assertRefused(() -> sheets.enterRow(entry(code, 14, "11:05").build()), "sheet-entered-otherwise", "row");

		attempts.voidAttempt(wrong, "the wrong box");
		flushAndClear();
		assertThat(sheets.enterRow(entry(code, 1, "11:05").build()).isRepeated()).as("what was taken back stays so")
			.isTrue();
		SheetOutcome right = sheets.enterRow(entry(code, 14, "11:05").build());

		assertThat(right.isRepeated()).isFalse();
		flushAndClear();
		assertThat(attemptsOf(task)).isEqualTo(1);
		assertThat(sessionFactory.getCurrentSession().get(FollowUpTask.class, task.getId()).getStatus())
			.isEqualTo(TaskStatus.OPEN);
	}

	@Test
	void entry_shouldLeaveOutWhatHasEndedMeanwhile() {
		FollowUpTask done = desk.task(ada, t -> t);
		FollowUpTask open = desk.task(ada, t -> t.purpose(Purpose.RECALL));
		String code = code(print(), 0);
		done.complete(Cause.of(Context.getAuthenticatedUser(), at("10:30"), "test"));
		flush();
		now = at("15:00");

		SheetOutcome outcome = sheets.enterRow(entry(code, 14, "11:05").build());

		assertThat(outcome.getLeftOut()).containsExactly(done);
		assertThat(outcome.getAttempt().getTasks()).containsExactly(open);
		assertThat(open.getTriesUsed()).isEqualTo(1);
	}

	@Test
	void entry_shouldBeAContactWithThePatient_whenAllHasEndedMeanwhile() {
		FollowUpTask done = desk.task(ada, t -> t);
		String code = code(print(), 0);
		done.complete(Cause.of(Context.getAuthenticatedUser(), at("10:30"), "test"));
		flush();
		now = at("15:00");

		SheetOutcome outcome = sheets.enterRow(entry(code, 1, "11:05").build());

		assertThat(outcome.getAttempt().getPatient()).isEqualTo(ada);
		assertThat(outcome.getAttempt().getTasks()).isEmpty();
		assertThat(outcome.getLeftOut()).containsExactly(done);
		assertThat(sheets.enterRow(entry(code, 1, "11:05").build()).isRepeated()).isTrue();
	}

	@Test
	void entry_shouldReadAnswersByTheNumbersAndLettersOnThePaper() {
		FollowUpProtocol protocol = Context.getService(ProtocolService.class)
			.saveProtocol(ProtocolFixture.aProtocol().clearSteps()
				.step(ProtocolFixture.aStep("day-1").offset("P1D").script(script("swelling", "bleeding", "fever")).build())
				.build());
		FollowUpTask task = desk.task(ada, t -> t.plan(plan(ada, protocol)).stepKey("day-1").title(null));
		PrintedSheet printed = print();
		assertThat(printed.getRows().get(0).getQuestions()).extracting(SheetQuestion::getNumber).containsExactly(1, 2, 3);
		String code = code(printed, 0);
		now = at("15:00");
		Map<String, Object> answers = new HashMap<>();
		answers.put("1", "n");
		answers.put("2", "4");
		answers.put("3", Arrays.asList("c", "a"));

		ContactAttempt attempt = sheets.enterRow(entry(code, 1, "11:05").answers(answers).build()).getAttempt();

		assertThat(attempt.getAnswers())
			.extracting(a -> a.getTask().getUuid() + " " + a.getQuestionKey() + " " + a.getAnswer())
			.containsExactlyInAnyOrder(task.getUuid() + " hurts no", task.getUuid() + " pain 4",
				task.getUuid() + " signs fever,swelling");
		assertRefused(() -> sheets.enterRow(entry(code, 1, "12:05").tryNumber(2)
			.answers(Collections.singletonMap("4", "y")).build()), "retention.question.error.unknown-question", "answers.4");
		assertRefused(() -> sheets.enterRow(entry(code, 1, "12:05").tryNumber(2)
			.answers(Collections.singletonMap("3", "d")).build()), "retention.question.error.answer-does-not-fit",
			"answers.3");
	}

	@Test
	void entry_shouldReadTimesOfTheRowsPlace() {
		FollowUpTask task = desk.task(ada, t -> t);
		String code = code(print(), 0);
		now = at("15:00");
		sheets.enterRow(entry(code, 2, "11:05").windowFrom(LocalDateTime.of(2026, 3, 11, 9, 0))
			.windowBy(LocalDateTime.of(2026, 3, 11, 11, 0)).build());

		assertThat(task.getDueFrom()).isEqualTo(Instant.parse("2026-03-11T08:00:00Z"));
		assertThat(task.getDueBy()).isEqualTo(Instant.parse("2026-03-11T10:00:00Z"));
	}

	/** It is Tuesday at the clinic that prints, and still Monday where the row's patient is called from. */
	@Test
	void entry_shouldBeOnTheDayOfTheRowsPlace_whenItIsAnotherThanTheClinics() {
		ZoneId there = ZoneId.of("Pacific/Honolulu");
		desk.task(ada, t -> t.zone(there.getId()));
		String code = code(print(), 0);
		now = at("15:00");
		ContactAttempt attempt = sheets.enterRow(entry(code, 1, "23:05").build()).getAttempt();

		assertThat(attempt.getStartedAt())
			.isEqualTo(TUESDAY.minusDays(1).atTime(LocalTime.parse("23:05")).atZone(there).toInstant());
	}

	@Test
	void entry_shouldFlagTheNumberThatWasDialled() {
		clinic.give(ada, telephone, "+4790000009");
		FollowUpTask task = desk.task(ada, t -> t);
		PrintedSheet printed = print();
		assertThat(printed.getRows().get(0).getNumbers()).extracting("value").containsExactly("+4790000001", "+4790000009");
		now = at("15:00");

		assertRefused(() -> sheets.enterRow(entry(code(printed, 0), 17, "11:05").build()), "required", "contactPoint");
		sheets.enterRow(entry(code(printed, 0), 17, "11:05").number("b").build());

		assertThat(point("+4790000009").getState()).isEqualTo(ContactPoint.State.WRONG);
		assertThat(point("+4790000001").getState()).isEqualTo(ContactPoint.State.OK);
		assertThat(task.getTriesUsed()).isZero();
	}

	@Test
	void entry_shouldSayWhatIsWrong() {
		desk.task(ada, t -> t);
		String code = code(print(), 0);
		now = at("15:00");
		String other = RowCode.shown(RowCode.draw(new java.util.Random(7)));
		assertRefused(() -> sheets.enterRow(entry("XXX-XX3", 1, "11:05").build()), "sheet-code-wrong", "row");
		assertRefused(() -> sheets.enterRow(entry(null, 1, "11:05").build()), "required", "row");
		assertRefused(() -> sheets.enterRow(entry(other, 1, "11:05").build()), "sheet-row-unknown", "row");
		assertRefused(() -> sheets.enterRow(entry(code, 99, "11:05").build()), "unknown-value", "box");
		assertRefused(() -> sheets.enterRow(entry(code, 1, "09:44").build()), "sheet-before-print", "time");
		assertRefused(() -> sheets.enterRow(entry(code, 1, "15:30").build()), "started-in-the-future", "startedAt");
		assertRefused(() -> sheets.enterRow(entry(code, 1, "11:05").time(null).build()), "required", "time");
		assertRefused(() -> sheets.enterRow(entry(code, 1, "11:05").by("nobody").build()), "unknown-value", "by");
		assertRefused(() -> sheets.enterRow(entry(code, 1, "11:05").number("b").build()), "unknown-value", "number");
		assertRefused(() -> sheets.enterRow(entry(code, 3, "11:05").build()), "required", "until");
		assertThat(attempts.countAttempts(AttemptSearch.builder().patient(ada.getUuid()).build())).isZero();
	}

	@Test
	void sheets_shouldBeForgottenAfterTheDaysOfTheSetting_andTheContactsStay() {
		FollowUpTask task = desk.task(ada, t -> t);
		PrintedSheet printed = print();
		now = at("15:00");
		sheets.enterRow(entry(code(printed, 0), 14, "11:05").build());
		clinic.setting(RetentionSettings.SHEET_DAYS, "7");
		flushAndClear();

		now = TEN.plus(Duration.ofDays(7));
		assertThat(sheets.forgetOldSheets()).isZero();
		now = TEN.plus(Duration.ofDays(7)).plusMillis(1);
		assertThat(sheets.forgetOldSheets()).isEqualTo(1);

		flushAndClear();
		assertThat(sheets.getSheetByUuid(printed.getSheet().getUuid())).isNull();
		for (String table : new String[]{ "row", "task", "entry" }) {
			assertThat(((Number) sessionFactory.getCurrentSession()
				.createNativeQuery("select count(*) from retention_call_sheet_" + table).uniqueResult()).intValue())
				.isZero();
		}
		assertThat(attemptsOf(task)).isEqualTo(1);
	}

	@Test
	void find_shouldListTheLatestFirst_inAConstantNumberOfStatements() {
		for (int i = 0; i < 8; i++) {
			desk.task(patient("P" + i, "+479100000" + i), t -> t);
		}
		for (int i = 0; i < 6; i++) {
			sheets.printSheet(WorklistSearch.builder().build(), 1 + i);
		}
		flushAndClear();
		List<CallSheet> found = sheets.findSheets(CallSheetSearch.builder().build(), new Page(0, 10));
		assertThat(found).extracting(CallSheet::getRowCount).containsExactly(6, 5, 4, 3, 2, 1);
		assertThat(sheets.countSheets(CallSheetSearch.builder().from(TEN).before(TEN.plusMillis(1)).build())).isEqualTo(6);
		assertThat(sheets.countSheets(CallSheetSearch.builder().before(TEN).build())).isZero();
		assertThat(sheets.countSheets(CallSheetSearch.builder().printedBy(clinic.aUser("other")).build())).isZero();
		assertThat(statements(() -> show(1))).isEqualTo(statements(() -> show(6)));
	}

	@Test
	void print_shouldCostTwoStatementsMoreForEachRow_thoseThatWriteIt() {
		for (int i = 0; i < 12; i++) {
			desk.task(patient("P" + i, "+479100000" + i), t -> t);
		}
		print();
		long few = statements(() -> sheets.printSheet(WorklistSearch.builder().build(), 2));
		long many = statements(() -> sheets.printSheet(WorklistSearch.builder().build(), 12));
		assertThat(many - few).as("and batches of associations").isBetween(2L * (12 - 2), 2L * (12 - 2) + 3);
	}

	private void show(int size) {
		for (CallSheet sheet : sheets.findSheets(CallSheetSearch.builder().build(), new Page(0, size))) {
			assertThat(sheet.getPrintedBy().getPerson().getUuid()).isNotNull();
			sheet.getRows().forEach(row -> {
				assertThat(row.getTasks()).extracting(FollowUpTask::getUuid).isNotEmpty();
				assertThat(row.getEntries()).isEmpty();
			});
		}
	}

	private long statements(Runnable action) {
		flushAndClear();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		action.run();
		return statistics.getPrepareStatementCount() - before;
	}

	private Patient patient(String name, String number) {
		Patient patient = clinic.aPatient(name);
		clinic.give(patient, telephone, number);
		return patient;
	}

	private PrintedSheet print() {
		flush();
		return sheets.printSheet(WorklistSearch.builder().build(), 100);
	}

	private static String code(PrintedSheet printed, int row) {
		return printed.getRows().get(row).getRow().getCode();
	}

	private static Instant at(String local) {
		return TUESDAY.atTime(LocalTime.parse(local)).atZone(OSLO).toInstant();
	}

	private static SheetEntry.SheetEntryBuilder entry(String code, int box, String time) {
		return SheetEntry.builder().row(code).tryNumber(1).box(box).time(LocalTime.parse(time))
			.findings(AttemptRequest.builder().build());
	}

	private long attemptsOf(FollowUpTask task) {
		return attempts.countAttempts(AttemptSearch.builder().task(task.getUuid()).build());
	}

	private ContactPoint point(String number) {
		flush();
		ContactService contacts = Context.getService(ContactService.class);
		return contacts.getContactPointByKey(contacts.getContactKey(number));
	}

	private FollowUpPlan plan(Patient patient, FollowUpProtocol protocol) {
		flush();
		return clinic.save(FollowUpPlan.begin().protocol(protocol).protocolVersion(protocol.getProtocolVersion())
			.patient(patient).anchorKey("day:2026-03-09").anchorAt(TEN.minus(Duration.ofDays(1)))
			.anchorDate(TUESDAY.minusDays(1)).zone(OSLO.getId()).active());
	}

	private static Script script(String... signs) {
		return ProtocolFixture.aScript().clearQuestions().clearRedFlags()
			.question(
				Question.builder().key("hurts").type(Question.Type.YES_NO).text(ProtocolFixture.text("Hurts?")).build())
			.question(Question.builder().key("pain").type(Question.Type.NUMBER).text(ProtocolFixture.text("How much?"))
				.build())
			.question(Question.builder().key("signs").type(Question.Type.MULTI_CHOICE).text(ProtocolFixture.text("Signs?"))
				.options(
					Arrays.stream(signs).map(s -> Question.Option.builder().key(s).text(ProtocolFixture.text(s)).build())
						.collect(Collectors.toList()))
				.build())
			.build();
	}

	private static void assertRefused(Runnable action, String code, String field) {
		assertThatThrownBy(action::run).isInstanceOf(RetentionException.class)
			.hasMessage(code.contains(".") ? code : "retention.followup.error." + code).extracting("field").isEqualTo(field);
	}
}
