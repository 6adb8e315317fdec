/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmrs.module.retention.question.Question;

/** How often one question was answered how, counted until it is made a result. */
class QuestionTally {

	private static final int PROMOTER = 9;

	private static final int DETRACTOR = 6;

	private static final int SATISFIED = 4;

	private static final int EASY = 5;

	private static final int MOST_NUMBERS = 21;

	private static final int MOST_DAYS = 31;

	private static final int MOST_MONTHS = 36;

	private static final int MONTH_LENGTH = 7;

	private static final int YEAR_LENGTH = 4;

	private static final int[] ROUND = { 1, 2, 5 };

	private final Question question;

	private final SortedSet<Integer> versions = new TreeSet<>();

	private final SortedMap<BigDecimal, Long> numbers = new TreeMap<>();

	private final Map<String, Long> answers = new TreeMap<>();

	private long answered;

	/** @param question as the newest version asks it */
	QuestionTally(Question question) {
		this.question = question;
	}

	void add(ResultDao.Answered one) {
		versions.add(one.getVersion());
		answered += one.getCount();
		if (one.getNumber() != null) {
			numbers.merge(one.getNumber().stripTrailingZeros(), one.getCount(), Long::sum);
		} else if (one.getAnswer() != null) {
			Collection<String> given = question.getType() == Question.Type.MULTI_CHOICE
				? Arrays.asList(one.getAnswer().split(",")) : Arrays.asList(one.getAnswer());
			given.forEach(answer -> answers.merge(answer, one.getCount(), Long::sum));
		}
	}

	long getAnswered() {
		return answered;
	}

	QuestionResult withheld() {
		return QuestionResult.builder().question(question).versions(versionsAscending()).build();
	}

	QuestionResult result() {
		QuestionResult.QuestionResultBuilder result = QuestionResult.builder().question(question)
			.versions(versionsAscending()).answered(answered).counts(counts());
		if (answered == 0) {
			return result.build();
		}
		switch (question.getType()) {
			case NPS:
				return result.nps(Estimates.nps(from(PROMOTER), answered - from(DETRACTOR + 1), answered)).build();
			case CSAT:
				return result.mean(mean()).share(Estimates.share(from(SATISFIED), answered)).build();
			case CES:
				return result.mean(mean()).share(Estimates.share(from(EASY), answered)).build();
			case RATING:
			case NUMBER:
				return result.mean(mean()).build();
			case YES_NO:
				return result.share(Estimates.share(answers.getOrDefault("yes", 0L), answered)).build();
			default:
				return result.build();
		}
	}

	private List<Integer> versionsAscending() {
		return versions.stream().collect(Collectors.toList());
	}

	private long from(int least) {
		return numbers.tailMap(BigDecimal.valueOf(least)).values().stream().mapToLong(Long::longValue).sum();
	}

	private Estimate mean() {
		Map<Double, Long> counts = new LinkedHashMap<>();
		numbers.forEach((number, count) -> counts.put(number.doubleValue(), count));
		return Estimates.mean(counts);
	}

	private Map<String, Long> counts() {
		switch (question.getType()) {
			case NPS:
				return steps(0, 10);
			case CSAT:
				return steps(1, 5);
			case CES:
				return steps(1, 7);
			case RATING:
				return question.getMin() == null || question.getMax() == null ? numbersInRanges()
					: steps(question.getMin(), question.getMax());
			case NUMBER:
				return numbersInRanges();
			case DATE:
				return dates();
			case YES_NO:
				return options(Arrays.asList("yes", "no"));
			case CHOICE:
			case MULTI_CHOICE:
				return options(question.getOptions().stream().map(Question.Option::getKey).collect(Collectors.toList()));
			default:
				return new LinkedHashMap<>();
		}
	}

	private Map<String, Long> steps(int least, int most) {
		Map<String, Long> counts = new LinkedHashMap<>();
		for (int step = least; step <= most; step++) {
			counts.put(String.valueOf(step), numbers.getOrDefault(BigDecimal.valueOf(step).stripTrailingZeros(), 0L));
		}
		return counts;
	}

	/** What an earlier version offered stands last. */
	private Map<String, Long> options(List<String> offered) {
		Map<String, Long> counts = new LinkedHashMap<>();
		offered.forEach(option -> counts.put(option, answers.getOrDefault(option, 0L)));
		answers.forEach(counts::putIfAbsent);
		return counts;
	}

	private Map<String, Long> numbersInRanges() {
		Map<String, Long> counts = new LinkedHashMap<>();
		if (numbers.size() <= MOST_NUMBERS) {
			numbers.forEach((number, count) -> counts.put(number.toPlainString(), count));
			return counts;
		}
		double first = numbers.firstKey().doubleValue();
		double width = width(numbers.lastKey().doubleValue() - first);
		SortedMap<Long, Long> ranges = new TreeMap<>();
		numbers
			.forEach((number, count) -> ranges.merge((long) Math.floor(number.doubleValue() / width), count, Long::sum));
		for (long range = ranges.firstKey(); range <= ranges.lastKey(); range++) {
			String from = BigDecimal.valueOf(range * width).stripTrailingZeros().toPlainString();
			String to = BigDecimal.valueOf((range + 1) * width).stripTrailingZeros().toPlainString();
			counts.put(from + "..<" + to, ranges.getOrDefault(range, 0L));
		}
		return counts;
	}

	/** A round one, that makes no more than so many ranges. */
	private static double width(double span) {
		double power = Math.pow(10, Math.floor(Math.log10(span / MOST_NUMBERS)));
		for (;;) {
			for (int round : ROUND) {
				if (span / (round * power) < MOST_NUMBERS - 1) {
					return round * power;
				}
			}
			power *= 10;
		}
	}

	private Map<String, Long> dates() {
		if (answers.size() <= MOST_DAYS) {
			return new LinkedHashMap<>(answers);
		}
		Map<String, Long> months = cut(MONTH_LENGTH);
		return months.size() <= MOST_MONTHS ? months : cut(YEAR_LENGTH);
	}

	private Map<String, Long> cut(int length) {
		Map<String, Long> cut = new TreeMap<>();
		answers.forEach((day, count) -> cut.merge(LocalDate.parse(day).toString().substring(0, length), count, Long::sum));
		return new LinkedHashMap<>(cut);
	}
}
