/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.followup.planning.AwaitedEncounters;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.question.Question;

/** Makes figures of what was counted: which answers belong to which question, and which returns nobody had planned. */
@RequiredArgsConstructor
class OutcomeFigures {

	private static final Set<Question.Type> IN_WORDS = EnumSet.of(Question.Type.TEXT, Question.Type.DATE);

	private static final Set<Question.Type> CHOICES = EnumSet.of(Question.Type.YES_NO, Question.Type.CHOICE,
		Question.Type.MULTI_CHOICE);

	private final Protocols protocols;

	private final AwaitedEncounters awaited;

	/** Of the newest version, by step, in the order of the script; those that are answered in words are left out. */
	Map<String, List<Question>> questions(FollowUpProtocol protocol) {
		Map<String, List<Question>> questions = new LinkedHashMap<>();
		for (StepDefinition step : protocols.definition(protocol.getId(), protocol.getProtocolVersion()).getSteps()) {
			List<Question> coded = step.getScript() == null ? Collections.emptyList()
				: step.getScript().getQuestions().stream().filter(q -> !IN_WORDS.contains(q.getType()))
					.collect(Collectors.toList());
			questions.put(step.getKey(), coded);
		}
		return questions;
	}

	/** Questions that nobody has answered are left out, and answers to questions that are asked no more. */
	List<AnswerFigures> answers(FollowUpProtocol protocol, List<OutcomeDao.Answered> answered) {
		List<AnswerFigures> figures = new ArrayList<>();
		questions(protocol).forEach((step, questions) -> questions.forEach(question -> {
			List<OutcomeDao.Answered> own = answered.stream()
				.filter(one -> one.getStep().equals(step) && one.getQuestion().equals(question.getKey()))
				.collect(Collectors.toList());
			if (!own.isEmpty()) {
				figures
					.add(CHOICES.contains(question.getType()) ? choices(step, question, own) : numbers(step, question, own));
			}
		}));
		return figures;
	}

	private static AnswerFigures choices(String step, Question question, List<OutcomeDao.Answered> answered) {
		Map<String, Long> counts = new LinkedHashMap<>();
		Collection<String> options = question.getType() == Question.Type.YES_NO ? Arrays.asList("yes", "no")
			: question.getOptions().stream().map(Question.Option::getKey).collect(Collectors.toList());
		options.forEach(option -> counts.put(option, 0L));
		long all = 0;
		for (OutcomeDao.Answered one : answered) {
			all += one.getCount();
			for (String option : one.getAnswer().split(",")) {
				counts.merge(option, one.getCount(), Long::sum);
			}
		}
		return new AnswerFigures(step, question, all, counts, null);
	}

	private static AnswerFigures numbers(String step, Question question, List<OutcomeDao.Answered> answered) {
		Map<Double, OutcomeDao.Answered> ascending = new TreeMap<>();
		answered.forEach(one -> ascending.put(Double.valueOf(one.getAnswer()), one));
		Map<String, Long> counts = new LinkedHashMap<>();
		double sum = 0;
		long all = 0;
		for (Map.Entry<Double, OutcomeDao.Answered> one : ascending.entrySet()) {
			counts.merge(one.getValue().getAnswer(), one.getValue().getCount(), Long::sum);
			sum += one.getKey() * one.getValue().getCount();
			all += one.getValue().getCount();
		}
		return new AnswerFigures(step, question, all, counts, sum / all);
	}

	/** On another local day than the anchor, and no later than so many days after it. */
	static boolean isSoonAfter(OutcomeDao.Return one, int days) {
		LocalDate day = dayOf(one);
		return day.isAfter(one.getAnchorDate()) && !day.isAfter(one.getAnchorDate().plusDays(days));
	}

	static LocalDate dayOf(OutcomeDao.Return one) {
		return one.getAt().atZone(ZoneId.of(one.getZone())).toLocalDate();
	}

	/**
	 * Soon after the anchor nobody had written it in the book before that day, it is not what the protocol waits for, and no
	 * clinician has said that it was planned.
	 */
	List<OutcomeDao.Return> unplanned(List<OutcomeDao.Return> all, int days) {
		List<OutcomeDao.Return> soon = all.stream().filter(one -> isSoonAfter(one, days))
			.filter(one -> one.getVerdict() == null ? !isBooked(one) : one.getVerdict() != ReturnVerdict.Verdict.PLANNED)
			.collect(Collectors.toList());
		Set<AwaitedEncounters.Candidate> fulfilling = awaited.among(
			soon.stream().filter(one -> one.getVerdict() == null).map(OutcomeFigures::candidate)
				.collect(Collectors.toSet()));
		return soon.stream().filter(one -> one.getVerdict() != null || !fulfilling.contains(candidate(one)))
			.collect(Collectors.toList());
	}

	private static boolean isBooked(OutcomeDao.Return one) {
		return one.getBookedAt() != null
			&& one.getBookedAt().atZone(ZoneId.of(one.getZone())).toLocalDate().isBefore(dayOf(one));
	}

	private static AwaitedEncounters.Candidate candidate(OutcomeDao.Return one) {
		return new AwaitedEncounters.Candidate(one.getEncounter(), one.getProtocol(), one.getProtocolVersion());
	}

	/** By protocol and month of the anchor; each plan once. */
	Map<Object, OutcomeRow.Returns> returns(List<OutcomeDao.Counts> counts, List<OutcomeDao.Return> all, int days,
		LocalDate watchedBefore) {
		Map<Object, Set<Integer>> returned = new HashMap<>();
		Map<Object, Set<Integer>> unplanned = new HashMap<>();
		Map<Object, Set<Integer>> related = new HashMap<>();
		Set<OutcomeDao.Return> notPlanned = new HashSet<>(unplanned(all, days));
		for (OutcomeDao.Return one : all) {
			if (one.getAnchorDate().isBefore(watchedBefore) && isSoonAfter(one, days)) {
				Object key = key(one.getProtocol(), YearMonth.from(one.getAnchorDate()));
				returned.computeIfAbsent(key, k -> new HashSet<>()).add(one.getPlan());
				if (notPlanned.contains(one)) {
					unplanned.computeIfAbsent(key, k -> new HashSet<>()).add(one.getPlan());
				}
				if (one.getVerdict() == ReturnVerdict.Verdict.RELATED) {
					related.computeIfAbsent(key, k -> new HashSet<>()).add(one.getPlan());
				}
			}
		}
		Map<Object, OutcomeRow.Returns> figures = new HashMap<>();
		for (OutcomeDao.Counts one : counts) {
			Object key = key(one.getProtocol(), one.getMonth());
			figures.put(key, new OutcomeRow.Returns(one.getFigures()[one.getFigures().length - 1], size(returned, key),
				size(unplanned, key), size(related, key)));
		}
		return figures;
	}

	static Object key(Integer protocol, YearMonth month) {
		return Arrays.asList(protocol, month);
	}

	private static long size(Map<Object, Set<Integer>> plans, Object key) {
		return plans.getOrDefault(key, Collections.emptySet()).size();
	}
}
