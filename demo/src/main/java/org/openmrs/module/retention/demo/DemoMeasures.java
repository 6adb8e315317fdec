/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the demo's manager does about what patients say, over REST, so that those who said it are called. */
final class DemoMeasures {

	private record Measure(String theme, Map<String, String> said, Map<String, String> did) {
	}

	private static final List<Measure> MEASURES = List.of(
		new Measure("9ad9b9a2-5e78-454d-b065-a1c284cc4549",
			Map.of("en", "We wait long, and nobody tells us why", "nb", "Vi venter lenge, og ingen sier hvorfor", "ru",
				"Ждём долго, и никто не говорит почему", "zh", "等很久，也没有人告诉我们原因"),
			Map.of("en", "When we are more than fifteen minutes late, the desk tells you, and you may come later", "nb",
				"Når vi er mer enn et kvarter forsinket, sier skranken fra, og du kan komme senere", "ru",
				"Если мы опаздываем больше чем на пятнадцать минут, регистратура предупредит вас, и можно прийти позже",
				"zh", "如果我们晚十五分钟以上，前台会告诉您，您可以晚一点再来")),
		new Measure("8df08078-a22e-4180-85c2-c2af3977a654",
			Map.of("en", "It costs more than we had thought", "nb", "Det koster mer enn vi trodde", "ru",
				"Выходит дороже, чем мы думали", "zh", "费用比我们想的贵"),
			Map.of("en", "You get the price in writing before a treatment begins", "nb",
				"Du får prisen skriftlig før en behandling begynner", "ru",
				"Вы получаете цену в письменном виде до начала лечения", "zh", "治疗开始之前，您会收到书面报价")));

	/** Since then it is so; what the manager has read is older. */
	private static final int DONE_DAYS_AGO = 7;

	private static final int CONFLICT = 409;

	private final Rest manager;

	DemoMeasures(DemoServer server) {
		manager = new Rest(server.url(), "manager1", DemoStaff.PASSWORD);
	}

	/**
	 * Of two measures the one that more patients have raised is done, and they are told; the other is planned. A clinic that has
	 * measures already keeps them as they are.
	 *
	 * @return for how many patients a call is planned
	 */
	int take() {
		if (!manager.get("retention/measure?limit=1").rows().isEmpty()) {
			return 0;
		}
		String first = null;
		int most = -1;
		for (Measure measure : MEASURES) {
			String recorded = manager.post("retention/measure",
				Map.of("theme", measure.theme(), "said", measure.said(), "did", measure.did())).uuid();
			int raised = manager.get("retention/measure/" + recorded + "/tell").ok().path("raised").asInt();
			if (raised > most) {
				first = recorded;
				most = raised;
			}
		}
		return tell(first);
	}

	private int tell(String measure) {
		int version = manager.post("retention/measure/" + measure + "/transition",
			Map.of("to", "DONE", "day", LocalDate.now().minusDays(DONE_DAYS_AGO).toString(), "version", 0)).ok()
			.path("version").asInt();
		Rest.Answer told = manager.post("retention/measure/" + measure + "/tell", Map.of("version", version));
		return told.status() == CONFLICT ? 0 : told.ok().path("begun").asInt();
	}
}
