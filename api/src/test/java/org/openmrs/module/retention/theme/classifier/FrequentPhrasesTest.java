/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.theme.classifier.FrequentPhrases.Frequent;

class FrequentPhrasesTest {

	private static final List<String> PILE = Arrays.asList("The car park was full again", "Your car park is too small",
		"Could not find the car park", "There should be a car park for bicycles", "The dentist was nice");

	private static final List<String> OTHERS = Arrays.asList("The dentist was very nice", "Your nurse is a gem",
		"There was a queue again", "The wait was too long", "Could not hear the receptionist",
		"The price was not the one named");

	@Test
	void of_shouldFindWhatThePileSaysAndTheOthersDoNot() {
		assertThat(FrequentPhrases.of(PILE, OTHERS, 3, 10)).extracting(Frequent::getPhrase).containsExactly("car park");
	}

	@Test
	void of_shouldCountTheCommentsThatSayIt() {
		assertThat(FrequentPhrases.of(PILE, OTHERS, 3, 10).get(0).getComments()).isEqualTo(4);
		assertThat(FrequentPhrases.of(Collections.singletonList("wait wait wait"), OTHERS, 2, 10)).isEmpty();
	}

	@Test
	void of_shouldFindPhrasesWithoutSpaces() {
		List<String> pile = Arrays.asList("停车位太少了", "没有停车位", "希望增加停车位", "停车位总是满的");
		List<String> others = Arrays.asList("医生很好", "等了很久", "护士很亲切", "价格太贵了", "没有等待");

		assertThat(FrequentPhrases.of(pile, others, 3, 5)).extracting(Frequent::getPhrase).containsExactly("停车位");
	}

	@Test
	void of_shouldGiveNoMoreThanWanted_andNothingOfNothing() {
		assertThat(FrequentPhrases.of(PILE, Collections.emptyList(), 1, 2)).hasSize(2);
		assertThat(FrequentPhrases.of(Collections.emptyList(), OTHERS, 1, 5)).isEmpty();
	}
}
