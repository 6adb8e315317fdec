/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.Value;

/**
 * What a pile of comments says more often than the others do, so that whoever looks for themes sees where to read: the log-odds
 * ratio with an informative Dirichlet prior, divided by its standard error (Monroe, Colaresi and Quinn, Fightin' Words, Political
 * Analysis 16, 2008). Each comment counts a phrase once, however often it says it.
 */
public final class FrequentPhrases {

	private static final int LONGEST = 4;

	/** The one-sided 95 % point of the normal distribution. */
	private static final double SURELY_MORE = 1.645;

	/** How many comments the prior weighs as much as. */
	private static final double PRIOR = 10;

	/** For each phrase that is wanted. */
	private static final int CANDIDATES = 20;

	/** A phrase, how many comments of the pile say it, and how sure it is that they do so more often than the others. */
	@Value
	public static class Frequent {

		String phrase;

		int comments;

		/** In standard errors. */
		double score;
	}

	private FrequentPhrases() {
	}

	/**
	 * At most so many, the surest first; of phrases that contain one another and are said by the same comments, the longest.
	 *
	 * @param fewest comments that say a phrase
	 */
	public static List<Frequent> of(Collection<String> pile, Collection<String> others, int fewest, int most) {
		Map<String, Integer> inPile = count(pile);
		Map<String, Integer> inOthers = count(others);
		double all = pile.size() + (double) others.size();
		List<Frequent> frequent = new ArrayList<>();
		inPile.forEach((phrase, comments) -> {
			if (comments >= fewest) {
				int elsewhere = inOthers.getOrDefault(phrase, 0);
				double prior = PRIOR * (comments + elsewhere) / all;
				double score = score(comments + prior, pile.size() + PRIOR + 1, elsewhere + prior,
					others.size() + PRIOR + 1);
				if (score >= SURELY_MORE || others.isEmpty()) {
					frequent.add(new Frequent(phrase, comments, score));
				}
			}
		});
		frequent.sort(Comparator.comparingDouble((Frequent phrase) -> -phrase.score)
			.thenComparing(phrase -> -phrase.comments).thenComparing(phrase -> -phrase.phrase.length())
			.thenComparing(Frequent::getPhrase));
		return withoutParts(frequent.subList(0, Math.min(frequent.size(), most * CANDIDATES)), most);
	}

	private static double score(double here, double allHere, double there, double allThere) {
		return (Math.log(here / (allHere - here)) - Math.log(there / (allThere - there))) / Math.sqrt(1 / here + 1 / there);
	}

	private static List<Frequent> withoutParts(List<Frequent> frequent, int most) {
		List<Frequent> kept = new ArrayList<>();
		for (Frequent phrase : frequent) {
			boolean part = frequent.stream().anyMatch(other -> other.comments == phrase.comments
				&& other.phrase.length() > phrase.phrase.length() && other.phrase.contains(phrase.phrase));
			if (!part && kept.size() < most) {
				kept.add(phrase);
			}
		}
		return kept;
	}

	private static Map<String, Integer> count(Collection<String> texts) {
		Map<String, Integer> counts = new HashMap<>();
		for (String text : texts) {
			Words words = Words.of(text);
			Set<String> phrases = new HashSet<>();
			for (int begin = 0; begin < words.size(); begin++) {
				for (int end = begin + 1; end <= Math.min(words.size(), begin + LONGEST); end++) {
					phrases.add(words.phrase(begin, end));
				}
			}
			phrases.forEach(phrase -> counts.merge(phrase, 1, Integer::sum));
		}
		return counts;
	}
}
