/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Names, in the languages of the demo clinic's patients. All made up from common given and family names. */
final class People {

	/** A language with the names that go with it. */
	enum Culture {

		ENGLISH("en", List.of("Alice", "Emma", "Grace", "Olivia", "Ruth", "Zoe"),
			List.of("Adam", "Ben", "Daniel", "George", "Oliver", "Tom"),
			List.of("Baker", "Clarke", "Evans", "Hughes", "Mason", "Walker", "Wright", "Young"), false),
		NORWEGIAN("nb",
			List.of("Astrid", "Ingrid", "Kari", "Liv", "Solveig", "Åse"),
			List.of("Bjørn", "Eirik", "Håkon", "Lars", "Ola", "Øyvind"),
			List.of("Bakke", "Dahl", "Hansen", "Haugen", "Lie", "Moen", "Strand", "Ødegård"),
			false),
		RUSSIAN("ru", List.of("Анна", "Вера", "Елена", "Мария", "Ольга", "Татьяна"),
			List.of("Алексей", "Дмитрий", "Иван", "Николай", "Павел", "Сергей"),
			List.of("Белых", "Гриценко", "Долгих", "Коваленко", "Седых", "Ткаченко", "Черных",
				"Шевченко"),
			false),
		CHINESE("zh", List.of("芳", "丽", "娜", "秀英", "雪", "玉兰"),
			List.of("伟", "强", "磊", "军", "建国", "志明"),
			List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄"), true);

		final String language;

		final List<String> women;

		final List<String> men;

		final List<String> families;

		final boolean familyFirst;

		Culture(String language, List<String> women, List<String> men, List<String> families, boolean familyFirst) {
			this.language = language;
			this.women = women;
			this.men = men;
			this.families = families;
			this.familyFirst = familyFirst;
		}

		/** In a town where half the patients speak the local language. */
		static Culture of(SplittableRandom random) {
			double share = random.nextDouble();
			return share < 0.5 ? NORWEGIAN : share < 0.7 ? ENGLISH : share < 0.88 ? RUSSIAN : CHINESE;
		}

		String given(boolean woman, SplittableRandom random) {
			List<String> names = woman ? women : men;
			return names.get(random.nextInt(names.size()));
		}

		String family(SplittableRandom random) {
			return families.get(random.nextInt(families.size()));
		}
	}

	/**
	 * A telephone number of the ranges that Ofcom sets aside for drama, so that nobody is ever rung by a demo
	 * (www.ofcom.org.uk, "Telephone numbers for use in TV and radio drama programmes"). Ten thousand of them; then they
	 * repeat.
	 */
	static String phone(int index) {
		String[] prefixes = { "+447700900", "+442079460", "+441614960", "+441214960", "+441134960", "+441514960",
			"+441414960", "+441314960", "+441174960", "+442920180" };
		return prefixes[index / 1000 % prefixes.length] + String.format("%03d", index % 1000);
	}

	private People() {
	}
}
