/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.openmrs.module.retention.survey.SurveyFixture.aChoice;
import static org.openmrs.module.retention.survey.SurveyFixture.aQuestion;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.survey.SurveyMode;

class QuestionTallyTest {

	private static final ResultDao.Group GROUP = new ResultDao.Group(SurveyMode.LINK, 0);

	@Test
	void nps_shouldCountEachStep_andTakeSixForADetractor() {
		QuestionTally tally = new QuestionTally(aQuestion("q", Question.Type.NPS).build());
		number(tally, "10.000000000", 2);
		number(tally, "9", 1);
		number(tally, "8", 3);
		number(tally, "7", 1);
		number(tally, "6", 2);
		number(tally, "0", 1);
		QuestionResult result = tally.result();
		assertThat(result.getAnswered()).isEqualTo(10);
		assertThat(result.getNps().getValue()).isCloseTo(0, within(1e-9));
		assertThat(result.getCounts()).hasSize(11).contains(entry("10", 2L), entry("6", 2L), entry("5", 0L), entry("0", 1L));
		assertThat(result.getMean()).isNull();
	}

	@Test
	void csatAndCes_shouldTellMeanAndShareOfTheSatisfied() {
		QuestionTally csat = new QuestionTally(aQuestion("q", Question.Type.CSAT).build());
		number(csat, "5", 1);
		number(csat, "4", 2);
		number(csat, "3", 1);
		assertThat(csat.result().getShare().getValue()).isCloseTo(75, within(1e-9));
		assertThat(csat.result().getMean().getValue()).isCloseTo(4, within(1e-9));
		assertThat(csat.result().getCounts()).containsOnlyKeys("1", "2", "3", "4", "5");
		QuestionTally ces = new QuestionTally(aQuestion("q", Question.Type.CES).build());
		number(ces, "7", 1);
		number(ces, "5", 1);
		number(ces, "4", 2);
		assertThat(ces.result().getShare().getValue()).isCloseTo(50, within(1e-9));
		assertThat(ces.result().getCounts()).hasSize(7);
	}

	@Test
	void choices_shouldStandInTheirOrder_andSeveralCountEach() {
		QuestionTally tally = new QuestionTally(aChoice("q", Question.Type.MULTI_CHOICE, "wait", "price", "pain").build());
		given(tally, "wait,pain", 3);
		given(tally, "pain", 1);
		given(tally, "parking", 1);
		assertThat(tally.result().getAnswered()).isEqualTo(5);
		assertThat(tally.result().getCounts()).containsExactly(entry("wait", 3L), entry("price", 0L), entry("pain", 4L),
			entry("parking", 1L));
		QuestionTally yesNo = new QuestionTally(aQuestion("q", Question.Type.YES_NO).build());
		given(yesNo, "no", 3);
		given(yesNo, "yes", 1);
		assertThat(yesNo.result().getShare().getValue()).isCloseTo(25, within(1e-9));
		assertThat(yesNo.result().getCounts()).containsExactly(entry("yes", 1L), entry("no", 3L));
	}

	@Test
	void rating_shouldShowEachStepOfItsScale() {
		QuestionTally tally = new QuestionTally(aQuestion("q", Question.Type.RATING).min(1).max(4).build());
		number(tally, "4", 2);
		assertThat(tally.result().getCounts()).containsExactly(entry("1", 0L), entry("2", 0L), entry("3", 0L),
			entry("4", 2L));
		assertThat(tally.result().getMean().getValue()).isCloseTo(4, within(1e-9));
	}

	@Test
	void numbers_shouldStandAlone_orInRangesWhenThereAreMany() {
		QuestionTally few = new QuestionTally(aQuestion("q", Question.Type.NUMBER).build());
		number(few, "15.500000000", 1);
		number(few, "-2", 1);
		assertThat(few.result().getCounts()).containsExactly(entry("-2", 1L), entry("15.5", 1L));
		QuestionTally many = new QuestionTally(aQuestion("q", Question.Type.NUMBER).build());
		for (int minutes = 0; minutes < 100; minutes++) {
			number(many, String.valueOf(minutes), 2);
		}
		assertThat(many.result().getCounts()).hasSizeLessThanOrEqualTo(21).contains(entry("0..<5", 10L),
			entry("95..<100", 10L));
		assertThat(many.result().getCounts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(200);
		QuestionTally wide = new QuestionTally(aQuestion("q", Question.Type.NUMBER).build());
		for (int i = 0; i < 30; i++) {
			number(wide, BigDecimal.valueOf(1, i).toPlainString(), 1);
		}
		assertThat(wide.result().getCounts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(30);
	}

	@Test
	void dates_shouldBeToldByDay_thenByMonth_thenByYear() {
		QuestionTally days = new QuestionTally(aQuestion("q", Question.Type.DATE).build());
		given(days, "2026-11-02", 1);
		given(days, "2026-11-01", 1);
		assertThat(days.result().getCounts()).containsExactly(entry("2026-11-01", 1L), entry("2026-11-02", 1L));
		QuestionTally months = new QuestionTally(aQuestion("q", Question.Type.DATE).build());
		QuestionTally years = new QuestionTally(aQuestion("q", Question.Type.DATE).build());
		for (int i = 0; i < 40; i++) {
			given(months, LocalDate.of(2026, 1, 1).plusDays(i).toString(), 1);
			given(years, LocalDate.of(2020, 1, 1).plusMonths(i).toString(), 1);
		}
		assertThat(months.result().getCounts()).containsExactly(entry("2026-01", 31L), entry("2026-02", 9L));
		assertThat(years.result().getCounts()).containsExactly(entry("2020", 12L), entry("2021", 12L), entry("2022", 12L),
			entry("2023", 4L));
	}

	@Test
	void words_shouldBeCounted_andNothingElse() {
		QuestionTally tally = new QuestionTally(aQuestion("q", Question.Type.TEXT).build());
		given(tally, null, 4);
		assertThat(tally.result().getAnswered()).isEqualTo(4);
		assertThat(tally.result().getCounts()).isEmpty();
		assertThat(tally.withheld().isWithheld()).isTrue();
		assertThat(tally.withheld().getCounts()).isNull();
	}

	private static void number(QuestionTally tally, String number, long count) {
		tally.add(new ResultDao.Answered(GROUP, 1, "q", new BigDecimal(number), null, count));
	}

	private static void given(QuestionTally tally, String answer, long count) {
		tally.add(new ResultDao.Answered(GROUP, 1, "q", null, answer, count));
	}
}
