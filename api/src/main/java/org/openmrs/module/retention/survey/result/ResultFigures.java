/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.SurveyMode;

/** Makes results of what was counted: which answers belong to one question across versions, and what is withheld. */
class ResultFigures {

	/** What makes a question of two versions the same. */
	private final Map<Integer, Map<String, List<Object>>> identities = new HashMap<>();

	/** As the newest version asks it, in the order in which they are told. */
	private final Map<List<Object>, Question> questions = new LinkedHashMap<>();

	private final boolean identified;

	/** @param versions of which answers may come, by number; what they ask */
	ResultFigures(SortedMap<Integer, List<Question>> versions, Privacy privacy) {
		this.identified = privacy == Privacy.IDENTIFIED;
		List<Integer> newestFirst = new ArrayList<>(new TreeMap<>(versions).descendingKeySet());
		for (Integer version : newestFirst) {
			Map<String, List<Object>> ofVersion = identities.computeIfAbsent(version, any -> new HashMap<>());
			for (Question question : versions.get(version)) {
				List<Object> identity = identity(question);
				ofVersion.put(question.getKey(), identity);
				questions.putIfAbsent(identity, question);
			}
		}
	}

	/** Questions of two versions are the same where this is. */
	static List<Object> identity(Question question) {
		return Arrays.asList(question.getKey(), question.getType(), question.getMin(), question.getMax());
	}

	/**
	 * In the order of the responses' groups.
	 *
	 * @param responses those of one mode are together a total that anybody may know
	 */
	Map<ResultDao.Group, ResultRow> rows(List<ResultDao.Responses> responses, List<ResultDao.Answered> answered) {
		Map<ResultDao.Group, Map<List<Object>, QuestionTally>> tallies = new LinkedHashMap<>();
		responses.forEach(one -> tallies.put(one.getGroup(), new LinkedHashMap<>()));
		for (ResultDao.Answered one : answered) {
			List<Object> identity = identities.get(one.getVersion()).get(one.getQuestion());
			if (identity != null && tallies.containsKey(one.getGroup())) {
				tallies.get(one.getGroup()).computeIfAbsent(identity, key -> new QuestionTally(questions.get(key))).add(one);
			}
		}
		Map<ResultDao.Group, ResultRow> rows = new LinkedHashMap<>();
		responses.forEach(one -> rows.put(one.getGroup(), null));
		for (SurveyMode mode : SurveyMode.values()) {
			List<ResultDao.Responses> ofMode = responses.stream().filter(one -> one.getGroup().getMode() == mode)
				.collect(Collectors.toList());
			rows(ofMode, tallies, rows);
		}
		return rows;
	}

	private void rows(List<ResultDao.Responses> responses, Map<ResultDao.Group, Map<List<Object>, QuestionTally>> tallies,
		Map<ResultDao.Group, ResultRow> rows) {
		Set<Integer> withheld = withheld(
			responses.stream().map(ResultDao.Responses::getCount).collect(Collectors.toList()), new HashSet<>());
		List<List<QuestionResult>> results = new ArrayList<>();
		responses.forEach(one -> results.add(new ArrayList<>()));
		questions.keySet().forEach(identity -> {
			List<QuestionTally> ofQuestion = responses.stream().map(one -> tallies.get(one.getGroup()).get(identity))
				.collect(Collectors.toList());
			Set<Integer> hidden = withheld(
				ofQuestion.stream().map(tally -> tally == null ? 0L : tally.getAnswered()).collect(Collectors.toList()),
				withheld);
			for (int i = 0; i < responses.size(); i++) {
				QuestionTally tally = ofQuestion.get(i);
				if (tally != null && !withheld.contains(i)) {
					results.get(i).add(hidden.contains(i) ? tally.withheld() : tally.result());
				}
			}
		});
		for (int i = 0; i < responses.size(); i++) {
			ResultDao.Group group = responses.get(i).getGroup();
			rows.put(group, ResultRow.builder().mode(group.getMode())
				.responses(withheld.contains(i) ? null : responses.get(i).getCount()).questions(results.get(i)).build());
		}
	}

	private Set<Integer> withheld(List<Long> sizes, Set<Integer> already) {
		return identified ? already : SmallGroups.withheld(sizes, already);
	}
}
