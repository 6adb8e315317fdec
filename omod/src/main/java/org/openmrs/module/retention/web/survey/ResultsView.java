/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.result.Breakdown;
import org.openmrs.module.retention.survey.result.DriverRow;
import org.openmrs.module.retention.survey.result.Estimate;
import org.openmrs.module.retention.survey.result.QuestionResult;
import org.openmrs.module.retention.survey.result.ResultRow;
import org.openmrs.module.retention.survey.result.SurveyResults;
import org.openmrs.module.retention.web.page.RunChart;

/** The results of a survey as a page shows them, in the reader's language. */
public final class ResultsView {

	private static final double NPS_LOW = -100;

	private static final double WHOLE = 100;

	@Getter
	private final Survey survey;

	private final SurveyResults whole;

	private final SurveyResults apart;

	private final Breakdown by;

	private final Map<String, Object> chosen;

	private final Locale locale;

	ResultsView(Survey survey, SurveyResults whole, SurveyResults apart, Breakdown by, Map<String, Object> chosen,
		Locale locale) {
		this.survey = survey;
		this.chosen = chosen;
		this.whole = whole;
		this.apart = apart;
		this.by = by;
		this.locale = locale;
	}

	public boolean isIdentified() {
		return survey.getPrivacy() == Privacy.IDENTIFIED;
	}

	/** A filter as it was chosen; empty: none. */
	public Object chosen(String filter) {
		return chosen.get(filter);
	}

	/** One for each way of answering. */
	public List<ResultRow> getRows() {
		return whole.getRows();
	}

	public long getAnswered() {
		return whole.getAnswered();
	}

	public long getHandedOver() {
		return whole.getHandedOver();
	}

	/** Of a mode, told apart. */
	public List<ResultRow> apart(SurveyMode mode) {
		return apart.getRows().stream().filter(row -> row.getMode() == mode).collect(Collectors.toList());
	}

	/** Null: not known. */
	public String group(ResultRow row) {
		switch (by) {
			case LOCATION:
				return row.getLocation() == null ? null : row.getLocation().getName();
			case PROVIDER:
				return row.getProvider() == null ? null : row.getProvider().getName();
			case ENCOUNTER_TYPE:
				return row.getEncounterType() == null ? null : row.getEncounterType().getName();
			default:
				return row.getPeriod();
		}
	}

	/** Those of a mode that have a figure to compare. */
	public List<QuestionResult> compared(SurveyMode mode) {
		return whole.getRows().stream().filter(row -> row.getMode() == mode)
			.flatMap(row -> row.getQuestions().stream()).filter(result -> estimate(result) != null)
			.collect(Collectors.toList());
	}

	/** What the row says of the same question; null: nothing that may be told. */
	public QuestionResult of(ResultRow row, QuestionResult compared) {
		return row.getQuestions().stream()
			.filter(one -> !one.isWithheld() && isSame(one.getQuestion(), compared.getQuestion()))
			.findFirst().orElse(null);
	}

	private static boolean isSame(Question one, Question other) {
		return one.getKey().equals(other.getKey()) && one.getType() == other.getType()
			&& Objects.equals(one.getMin(), other.getMin()) && Objects.equals(one.getMax(), other.getMax());
	}

	/** Of the first question that has a figure, over time; null: not told apart by time, or too short. */
	public RunChart chart(SurveyMode mode) {
		List<QuestionResult> compared = compared(mode);
		if (compared.isEmpty() || by != Breakdown.MONTH && by != Breakdown.WEEK) {
			return null;
		}
		QuestionResult first = compared.get(0);
		List<RunChart.Figure> figures = new ArrayList<>();
		for (ResultRow row : apart(mode)) {
			QuestionResult result = of(row, first);
			if (result != null && estimate(result) != null) {
				figures.add(
					new RunChart.Figure(row.getPeriod(), estimate(result).getValue(), result.getAnswered(),
						result.getAnswered()));
			}
		}
		Collections.reverse(figures);
		double[] scale = scale(first, figures);
		return RunChart.of(figures, scale[0], scale[1]);
	}

	/** The least and the most there can be, or of a number was. */
	private static double[] scale(QuestionResult result, List<RunChart.Figure> figures) {
		if (result.getNps() != null) {
			return new double[]{ NPS_LOW, WHOLE };
		}
		if (result.getShare() != null) {
			return new double[]{ 0, WHOLE };
		}
		Question question = result.getQuestion();
		if (question.getMin() != null && question.getMax() != null) {
			return new double[]{ question.getMin(), question.getMax() };
		}
		double most = figures.stream().mapToDouble(RunChart.Figure::getValue).max().orElse(1);
		double least = figures.stream().mapToDouble(RunChart.Figure::getValue).min().orElse(0);
		return new double[]{ Math.min(0, Math.floor(least)), Math.max(1, Math.ceil(most)) };
	}

	public String text(QuestionResult result) {
		return result.getQuestion().getText().in(locale);
	}

	public String answer(QuestionResult result, String answer) {
		return SurveyResultResource.text(result.getQuestion(), answer, locale);
	}

	/** What is told first of a question: its score, else the share of the satisfied, else the mean; null: none. */
	public Estimate estimate(QuestionResult result) {
		if (result.getNps() != null) {
			return result.getNps();
		}
		return result.getShare() != null ? result.getShare() : result.getMean();
	}

	/** What that is: {@code nps}, {@code share} or {@code mean}. */
	public String kind(QuestionResult result) {
		if (result.getNps() != null) {
			return "nps";
		}
		return result.getShare() != null ? "share" : "mean";
	}

	/** Rounded. */
	public long percent(long count, long of) {
		return of == 0 ? 0 : Math.round(WHOLE * count / of);
	}

	/** Scores and percent without decimals, means with one. */
	public String shown(QuestionResult result, Estimate estimate) {
		return number(estimate.getValue(), estimate == result.getMean());
	}

	/** Its interval; null: one answer has none. */
	public Map<String, String> interval(QuestionResult result, Estimate estimate) {
		if (Double.isNaN(estimate.getLow())) {
			return null;
		}
		Map<String, String> interval = new LinkedHashMap<>();
		interval.put("low", number(estimate.getLow(), estimate == result.getMean()));
		interval.put("high", number(estimate.getHigh(), estimate == result.getMean()));
		return interval;
	}

	public String theme(DriverRow row) {
		return row.getTheme().nameIn(locale);
	}

	/** With one decimal; null: a dash. */
	public String mean(Double value) {
		return value == null ? "–" : number(value, true);
	}

	/** With its interval; null: a dash. */
	public String difference(Estimate estimate) {
		return estimate == null ? "–" : number(estimate.getValue(), true) + " (" + number(estimate.getLow(), true) + " – "
			+ number(estimate.getHigh(), true) + ")";
	}

	private String number(double value, boolean mean) {
		NumberFormat format = NumberFormat.getInstance(locale);
		format.setMaximumFractionDigits(mean ? 1 : 0);
		format.setMinimumFractionDigits(mean ? 1 : 0);
		// no minus before a zero
		return format.format(Math.abs(value) < 0.05 || !mean && Math.abs(value) < 0.5 ? 0 : value);
	}
}
