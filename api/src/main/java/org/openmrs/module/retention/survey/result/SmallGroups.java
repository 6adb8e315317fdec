/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openmrs.module.retention.survey.Privacy;

/**
 * Which groups of a table are withheld: those with too few answers and, where these could be found by taking the others from the
 * total, the smallest of the others.
 */
final class SmallGroups {

	private SmallGroups() {
	}

	/**
	 * @param sizes of the groups that together are the total that anybody may know
	 * @param already indices of those that are withheld for another reason
	 * @return indices, those among them: nothing, or at least two groups and {@link Privacy#FEWEST} answers, unless that is the
	 *         whole table; others without answers are never among them
	 */
	static Set<Integer> withheld(List<Long> sizes, Set<Integer> already) {
		Set<Integer> withheld = new HashSet<>(already);
		long answers = already.stream().mapToLong(sizes::get).sum();
		long groups = already.stream().filter(i -> sizes.get(i) > 0).count();
		List<Integer> others = IntStream.range(0, sizes.size()).boxed().filter(i -> sizes.get(i) > 0 && !already.contains(i))
			.sorted(Comparator.comparing(sizes::get)).collect(Collectors.toList());
		for (int i : others) {
			boolean few = sizes.get(i) < Privacy.FEWEST;
			boolean leadsBack = groups > 0 && (groups < 2 || answers < Privacy.FEWEST);
			if (!few && !leadsBack) {
				break;
			}
			withheld.add(i);
			answers += sizes.get(i);
			groups++;
		}
		return withheld;
	}
}
